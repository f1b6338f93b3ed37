import { describe, expect, it } from "vitest";
import { countOf, movedDeadlines } from "../../docket/index.js";
import { served, shippedProcedure } from "../../docket/sample-case.js";
import type { CaseEntry, DeadlineCount } from "../../model/index.js";
import { columnsOf } from "../text/columns.js";
import { renderMoved } from "./moved.js";
import { renderWhy } from "./why.js";

const cfius = shippedProcedure("us-cfius");

function counted(entries: CaseEntry[], asOf: string, key: string): DeadlineCount {
  const count = countOf(cfius, entries, asOf, key);
  if (!count) throw new Error(`no ${key}`);
  return count;
}
const lines = (count: DeadlineCount, width = 100) => renderWhy(count, "text", { width, color: false }).split("\n");

describe("why a deadline ends on its day", () => {
  // 45 days from 19 May 2026 are Friday 3 July, on which Independence Day is observed; a weekend follows.
  const review = counted([{ event: "notice-accepted", on: "2026-05-19", id: "1" }], "2026-05-20", "review");

  it("tells the rule, the event and every day, with weekends and holidays named and the end that moves", () => {
    const told = lines(review);
    expect(told[0]).toBe("Review: last day Mon 2026-07-06");
    expect(told.join(" ").replace(/\s+/g, " ")).toContain(
      "Rule 45 calendar days after the notice is accepted, its day not counted, moved to the next business day (31 CFR 800.503(b), mark R)",
    );
    expect(told).toContain("Event     Notice accepted on Tue 2026-05-19 (entry 1)");
    const days = told.filter((line) => /^[\d-]+ +2026-\d\d-\d\d {2}[A-Z]/.test(line));
    // The event, 45 days, and three to which the end moved.
    expect(days).toHaveLength(49);
    expect(days[0]).toBe("-    2026-05-19  Tue  the event, not counted (entry 1)");
    expect(days[1]).toBe("1    2026-05-20  Wed");
    expect(days[4]).toBe("4    2026-05-23  Sat  Saturday");
    expect(days[6]).toBe("6    2026-05-25  Mon  Memorial Day");
    expect(days.slice(-4)).toEqual([
      "45   2026-07-03  Fri  Independence Day (observed); no business day, so the end moves on",
      "-    2026-07-04  Sat  Saturday, Independence Day; the end moves on",
      "-    2026-07-05  Sun  Sunday; the end moves on",
      "-    2026-07-06  Mon  the end moves here; the last day",
    ]);
    expect(told.join("\n")).toContain("2026-07-03  Independence Day (observed): 5 U.S.C. 6103(a), 5 U.S.C. 6103(b)(1),");
    // Closings of 2026 were not looked up.
    expect(told.join(" ").replace(/\s+/g, " ")).toContain("Closings by order after 2025-12-31 are not in the calendar");
  });

  it("names the entries that stopped the clock and made it longer", () => {
    const entries: CaseEntry[] = [
      { event: "notice-accepted", on: "2025-09-15", id: "1" },
      { event: "appropriations-lapsed", on: "2025-10-01", id: "2" },
      { event: "mitigation-proposed", on: "2025-10-02", id: "3", until: "2025-10-10" },
    ];
    const still = lines(counted(entries, "2025-10-03", "review"));
    expect(still[0]).toBe("Review: the clock stands still");
    expect(still).toContain("-    2025-10-01  Wed  the clock stands still (entry 2)");
    // Three business days from Thursday 2 October: Friday, Monday, Tuesday. The proposal gives until Friday 10 October.
    const reply = lines(counted(entries, "2025-10-03", "mitigation-reply/3"));
    expect(reply).toContain("-    2025-10-04  Sat  Saturday; not counted");
    expect(reply).toContain("3    2025-10-07  Tue");
    expect(reply).toContain("-    2025-10-10  Fri  up to the day that the entry names; the last day (entry 3)");
  });

  it("fits every width", () => {
    for (const width of [40, 60, 80, 120]) for (const line of lines(review, width)) expect(columnsOf(line)).toBeLessThanOrEqual(width);
  });

  it("as JSON is the count itself", () => {
    expect(JSON.parse(renderWhy(review, "json", { width: 80, color: false }))).toEqual(review);
  });
});

describe("what moved", () => {
  const icts = shippedProcedure("us-icts");
  const options = { width: 200, color: false };

  it("is a sentence for each deadline", () => {
    const record = served.map((entry, index) => ({ ...entry, id: String(index + 1) }));
    const correction: CaseEntry = {
      event: "entry-corrected",
      on: "2025-05-06",
      id: "6",
      corrects: "5",
      reads: { on: "2025-04-02" },
      note: "the receipt",
    };
    const after = [...record, correction];
    expect(renderMoved(movedDeadlines(icts, record, after, "2025-05-06"), "text", options)).toBe(
      "Response of the parties (response) moved from Thu 2025-05-01 to Fri 2025-05-02, 1 day later, because of event 6 (An event is corrected, 2025-05-06): the receipt.\n" +
        "Final Determination (final-determination) moved from Sun 2025-09-28 to Mon 2025-09-29, 1 day later, because of event 6 (An event is corrected, 2025-05-06): the receipt.\n",
    );
    expect(renderMoved([], "text", options)).toBe("No deadline moved.\n");
    expect(JSON.parse(renderMoved(movedDeadlines(icts, record, after, "2025-05-06"), "json", options))).toHaveLength(2);
  });

  it("says when a clock began, stopped, ran again and ended", () => {
    const accepted: CaseEntry = { event: "notice-accepted", on: "2025-09-15", id: "1" };
    const lapsed: CaseEntry = { event: "appropriations-lapsed", on: "2025-10-01", id: "2" };
    const restored: CaseEntry = { event: "appropriations-restored", on: "2025-11-13", id: "3" };
    const struck: CaseEntry = { event: "entry-corrected", on: "2025-11-14", id: "4", corrects: "1", reads: null };
    const moved = movedDeadlines(cfius, [], [accepted, lapsed, restored, struck], "2025-11-14");
    expect(renderMoved(moved, "text", options).split("\n").slice(0, 4)).toEqual([
      "Review (review) began: its last day is Thu 2025-10-30, because of event 1 (Notice accepted, 2025-09-15).",
      "Review (review) stands still: its last day was Thu 2025-10-30, because of event 2 (Appropriations lapsed, 2025-10-01).",
      "Review (review) runs again: its last day is Fri 2025-12-12, because of event 3 (Appropriations restored, 2025-11-13).",
      "Review (review) ended: its last day was Fri 2025-12-12, because of event 4 (An event is corrected, 2025-11-14).",
    ]);
  });
});
