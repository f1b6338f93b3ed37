export { answer } from "./answer.js";
export { determine, determineCase } from "./determine.js";
export { type Baseline, failing, idleAcceptances, withStatus } from "./gate.js";
export { applyMeasures, measuresOn } from "./measures.js";
