export { compareNames, comparePrepared, explainPrepared, matchThreshold } from "./compare.js";
export { blockingKeys } from "./keys.js";
export { prepareName } from "./prepare.js";
export type { NameComparison, NameKind, NamePart, NamePartRelation, PreparedName } from "./types.js";
