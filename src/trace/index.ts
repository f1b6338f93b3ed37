export { type CommandPath, commandPaths } from "./command.js";
export { powerOf } from "./jurisdiction.js";
export { type Assessment, governmentsOfConcern, ownershipUnder } from "./ownership.js";
export { trace } from "./trace.js";
