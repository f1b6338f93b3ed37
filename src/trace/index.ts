export { type CommandPath, commandPaths } from "./command.js";
export { sourcesAsEvidence } from "./evidence.js";
export { confidenceOfMark } from "./jurisdiction.js";
export { lawsNotCited } from "./laws-not-cited.js";
export { ownershipAnswer } from "./ownership/answer.js";
export { type CoveredParty, tracedUnder } from "./ownership/traced.js";
export { type Affiliation, type Assessment, affiliationsUnder, governmentsOfConcern, ownershipUnder } from "./ownership.js";
export { operationStep, type ServiceUse, territoryStep } from "./service.js";
export { trace } from "./trace.js";
