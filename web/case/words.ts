import type { RunningDeadline } from "../../src/model/index.js";

export { handlingWords } from "../../src/report/words.js";

/** How a deadline stands, in words. */
export const clockWords = {
  open: "Open",
  overdue: "Overdue",
  closed: "Over",
  met: "Met",
  "met-late": "Met late",
  paused: "The clock stands still",
  unsettled: "Not settled",
} satisfies Record<RunningDeadline["status"], string>;
