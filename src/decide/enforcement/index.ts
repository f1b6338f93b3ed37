export { type Block, blockOf, suffixesOf } from "./block.js";
export { DryRun, type DryRunQuestions, type StaysOpen, type SystemOfRow } from "./dry-run.js";
export { patternsOf } from "./own-names.js";
export { enforcementPlan } from "./plan.js";
export { rangeOf } from "./prefixes.js";
export type { EnforcementRequest, EnforcementTarget, Kept, RoutedRange } from "./request.js";
