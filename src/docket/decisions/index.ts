export { approveDecision, returnDecision, withdrawDecision } from "./approve.js";
export { carriedOutBy } from "./carry-out.js";
export { type Proposal, proposeDecision, renewDecision } from "./propose.js";
export { decisionLines, openDecisions, showDecision } from "./read.js";
