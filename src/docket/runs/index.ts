export { attachRun, type NewRun, withdrawRun } from "./attach.js";
export { type CaseWithResult, casesWith } from "./cases-with.js";
export { readRun, runFindings, runLines, runResult, runsIn } from "./read.js";
