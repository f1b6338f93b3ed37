export { attachRun, type NewRun, withdrawRun } from "./attach.js";
export { readRun, runFindings, runLines, runResult, runsIn } from "./read.js";
