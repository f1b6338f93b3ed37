import type { CaseEntry, Day, Procedure, Standing } from "../model/index.js";
import { addYears } from "./days.js";

/** How long the records of a case are kept: both branches, with which of them holds on the day; null before the first notice or demand. */
export function recordHold(procedure: Procedure, record: CaseEntry[], asOf: Day): Standing["hold"] {
  const rule = procedure.hold;
  const first = record.find(({ event }) => rule?.startsWith.includes(event));
  if (!rule || !first) return null;
  const determined = record.findLast(({ event }) => event === rule.after);
  const withoutNotice = addYears(first.on, rule.years);
  const noticed = record.some(({ event, on }) => event === rule.unless && on <= withoutNotice);
  const neverNoticed = noticed ? "no" : asOf > withoutNotice ? "yes" : "open";
  return {
    starts: first.on,
    citation: rule.citation,
    mark: rule.mark,
    branches: [
      {
        id: "after-determination",
        until: determined ? addYears(determined.on, rule.years) : null,
        applies: determined ? "yes" : neverNoticed === "yes" ? "no" : "open",
      },
      { id: "no-initial-notice", until: withoutNotice, applies: determined ? "no" : neverNoticed },
    ],
  };
}
