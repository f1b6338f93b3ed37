export {
  appendDecisions,
  type DecisionBook,
  DecisionsError,
  decisionBook,
  readDecisions,
  readMatchId,
} from "./decisions.js";
export { keysOfName, nameKeysOf } from "./name-keys.js";
export { sumOfTallies } from "./run.js";
export { openScreening, type Screening, type ScreenOptions, screen } from "./screen.js";
export { type ScreenIndex, screenIndex } from "./screen-index.js";
