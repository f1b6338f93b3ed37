export { answer } from "./answer.js";
export { type MeasureBasis, measureBasis } from "./cuts.js";
export { demandedBy, proposalBeside } from "./demanded.js";
export { determine, determineCase } from "./determine.js";
export { type DraftContents, DraftError, type DraftOptions, draftContents } from "./draft/draft.js";
export { lawDays } from "./draft/law-days.js";
export { endsOf } from "./ends.js";
export { type Baseline, failing, idleAcceptances, withStatus } from "./gate.js";
export { applyMeasures, measuresOn, withFewAlternatives } from "./measures.js";
export {
  describeTask,
  isCandidate,
  isUnanswered,
  type ProposeInput,
  proposeMeasures,
  type Task,
} from "./propose.js";
export { withoutStep } from "./without-step.js";
