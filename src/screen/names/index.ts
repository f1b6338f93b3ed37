export { compareNames } from "./compare.js";
export { comparePrepared, explainPrepared, matchThreshold } from "./explain.js";
export { blockingKeys } from "./keys.js";
export { prepareName } from "./prepare.js";
export type { NameComparison, NameKind, NamePart, NamePartRelation, PreparedName } from "./types.js";
