/**
 * The library: the functions that the command line is a thin layer over.
 *
 * @example
 * import { loadReference, loadRulePacks, review } from "beholden";
 * const packs = await loadRulePacks(["us-dsp", "us-icts"]);
 * const result = await review(["."], { asOf: "2026-11-23", reference: loadReference(), packs });
 */
export { type CompareOptions, compareReviews, type NamedReview } from "./compare/index.js";
export { consequences } from "./decide/impact/index.js";
export { applyMeasures, DraftError, type MeasureBasis, type ProposeInput, proposeMeasures } from "./decide/index.js";
export { type DeterminationOptions, determination } from "./determination.js";
export { type DiffSide, diff } from "./diff.js";
export {
  CalendarError,
  calendarFile,
  checkPublication,
  countOf,
  dayOf,
  dayReceived,
  movedDeadlines,
  openPoints,
  ProcedureError,
  proceduresOn,
  readCalendar,
  readProcedure,
  shippedCalendars,
  shippedProcedures,
  standing,
} from "./docket/index.js";
export { type DossierOptions, dossier, ProviderNotFound } from "./dossier.js";
export { CannotEnforce, type EnforceAnswer, type Enforced, type EnforceOptions, enforce, NoDetermination } from "./enforce.js";
export { compareImpacts, type ImpactOptions, impact, readScenario, ScenarioError, saveScenario, UnknownName } from "./impact.js";
export { RulePackError, readRulePack } from "./judge/load.js";
export { type MeasuresOptions, measures } from "./measures.js";
export * from "./model/index.js";
export { loadReference } from "./reference/load.js";
export { review } from "./review.js";
export type { LoadedPack, ReviewOptions } from "./review-options.js";
export { loadRulePacks } from "./rule-packs.js";
export {
  decisionBook,
  openScreening,
  readDecisions,
  type ScreenIndex,
  type Screening,
  type ScreenOptions,
  screen,
  screenIndex,
} from "./screen/index.js";
export {
  compareNames,
  comparePrepared,
  matchThreshold,
  type NameComparison,
  type NameKind,
  type NamePart,
  type PreparedName,
  prepareName,
} from "./screen/names/index.js";
export { type CommandPath, type CoveredParty, commandPaths, ownershipAnswer, ownershipUnder, trace, tracedUnder } from "./trace/index.js";
export { traceAll } from "./trace-all.js";
export { PartyNotFound, type TracePartyOptions, traceParty } from "./trace-party.js";
export { version } from "./version.js";
export { type WhoOptions, who } from "./who.js";
