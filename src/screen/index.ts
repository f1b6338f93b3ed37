export {
  appendDecisions,
  type DecisionBook,
  DecisionsError,
  decisionBook,
  noDecisions,
  queryKey,
  readDecisions,
  readMatchId,
} from "./decisions.js";
export { weights as screenWeights } from "./fields.js";
export { keysOfName, nameKeysOf } from "./name-keys.js";
export { sumOfTallies } from "./run.js";
export { cutoff, defaultLimit, defaultThresholds, openScreening, type Screening, type ScreenOptions, screen } from "./screen.js";
export { type ScreenIndex, screenIndex } from "./screen-index.js";
