export { approveDecision, returnDecision, withdrawDecision } from "./approve.js";
export { carriedOutBy } from "./carry-out.js";
export { partKinds } from "./differences.js";
export { type Proposal, proposeDecision, renewDecision } from "./propose.js";
export { decisionLines, decisionsIn, openDecisions, showDecision, statusOf } from "./read.js";
