export { type Appended, appendIn, type DocketRequest, insertEntry, type NewEntry, showEntry } from "./append.js";
export { canonicalJson, sha256 } from "./canonical.js";
export { type ClosedEntry, docketOpened, foundBy, placeDigest, proves, provesNot, readChain, type StoredEntry } from "./chain.js";
export { ConflictError, DocketError, type DocketErrorCode } from "./errors.js";
export { openDocket } from "./open.js";
export { type Rebuilt, rebuildShown } from "./rebuild.js";
export { Docket } from "./store.js";
export { isBody, verifyDocket } from "./verify.js";
export { DocketView, type ShownObject } from "./view.js";
