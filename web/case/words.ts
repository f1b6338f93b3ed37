import type { HandlingMark, RunningDeadline } from "../../src/model/index.js";

/** How something may be handled, as people read it. */
export const handlingWords = {
  public: "Public",
  internal: "Internal",
  "business-confidential": "Business confidential",
  restricted: "Restricted",
} satisfies Record<HandlingMark, string>;

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
