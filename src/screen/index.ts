export { appendDecisions, DecisionsError, readDecisions } from "./decision-file.js";
export { type DecisionBook, decisionBook, readMatchId } from "./decisions.js";
export { keysOfName, nameKeysOf } from "./name-keys.js";
export { sumOfTallies } from "./run.js";
export { openScreening, type Screening, type ScreenOptions, screen } from "./screen.js";
export { type ScreenIndex, screenIndex } from "./screen-index.js";
