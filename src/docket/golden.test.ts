import { describe, expect, it } from "vitest";
import type { CaseEntry } from "../model/index.js";
import { countOf, standing } from "./index.js";
import { circulated, finalDetermination, initialDetermination, served, shippedProcedure } from "./sample-case.js";

/** The last day of a deadline by the count, which has to be the one that the standing gives. */
function due(id: string, entries: CaseEntry[], asOf: string, key: string): string | null | undefined {
  const procedure = shippedProcedure(id);
  const counted = countOf(procedure, entries, asOf, key);
  const standsAt = standing(procedure, entries, asOf).deadlines.find((one) => one.key === key);
  expect(counted?.due).toBe(standsAt?.due);
  expect(counted?.days.at(-1)?.day).toBe(counted?.due ?? counted?.days.at(-1)?.day);
  return counted?.due;
}

const served2025 = (on: string): CaseEntry[] => [
  { event: "review-started", on: "2025-02-05" },
  { event: "agencies-notified", on: "2025-02-06" },
  { event: "determination-proposed", on: "2025-02-07" },
  initialDetermination(on),
];

describe("15 CFR 791: 30 days to respond, calendar days, no roll", () => {
  it.each([
    // April has 30 days: 1 April + 30 = 1 May.
    ["2025-04-01", "2025-05-01"],
    // 28 days of February 2026 left 27 from the 1st: 1 + 27 = 28 February, 3 more: 3 March.
    ["2026-02-01", "2026-03-03"],
    // 2028 is a leap year: from 30 January 1 day to 31 January, 29 in February, together 30: 29 February.
    ["2028-01-30", "2028-02-29"],
    // From 29 February 2028: 30 days of March: 30 March.
    ["2028-02-29", "2028-03-30"],
    // From 12 December 19 days to 31 December, 11 more: 11 January. A Sunday in 2026, and it does not move.
    ["2025-12-12", "2026-01-11"],
    // From 4 June 2025: 26 days to 30 June, 4 more: 4 July, a federal holiday, and it does not move.
    ["2025-06-04", "2025-07-04"],
    // Over the night when clocks go forward (9 March 2025) and the one when they go back (2 November 2025) a day is a day.
    // From 3 March: 28 days to 31 March, 2 more: 2 April.
    ["2025-03-03", "2025-04-02"],
    // From 20 October: 11 days to 31 October, 19 more: 19 November.
    ["2025-10-20", "2025-11-19"],
  ])("served on %s: until %s", (on, until) => {
    expect(due("us-icts", served2025(on), on, "response")).toBe(until);
  });
});

describe("15 CFR 791: 180 days to determine, from service", () => {
  it.each([
    // April 29, May 31 (60), June 30 (90), July 31 (121), August 31 (152), 28 more: 28 September, a Sunday, and it does not move.
    ["2025-04-01", "2025-09-28"],
    // September 28 left (28), October 31 (59), November 30 (89), December 31 (120), January 31 (151), February 28 (179), 1 more: 1 March.
    ["2025-09-02", "2026-03-01"],
    // The same in a leap year: February 29 (180): 29 February 2028.
    ["2027-09-02", "2028-02-29"],
    // From 1 January 2028: January 30, February 29 (59), March 31 (90), April 30 (120), May 31 (151), 29 more: 29 June.
    ["2028-01-01", "2028-06-29"],
    // 2100 is no leap year: January 30, February 28 (58), March 31 (89), April 30 (119), May 31 (150), 30 more: 30 June.
    ["2100-01-01", "2100-06-30"],
  ])("served on %s: until %s", (on, until) => {
    expect(due("us-icts", served2025(on), on, "final-determination")).toBe(until);
  });
});

describe("15 CFR 791: the other periods", () => {
  it("21 days' notice: from 11 March 2025, 20 days to 31 March, 1 more: 1 April", () => {
    const dates = standing(shippedProcedure("us-icts"), served.slice(0, 4), "2025-03-11").dates;
    expect(dates).toMatchObject([{ id: "earliest-service", on: "2025-04-01" }]);
  });

  it("21 days' notice over a leap day: from 9 February 2028, 20 days to 29 February, 1 more: 1 March", () => {
    const proposed: CaseEntry[] = [
      { event: "review-started", on: "2028-01-10" },
      { event: "agencies-notified", on: "2028-01-20" },
      { event: "determination-proposed", on: "2028-02-09" },
    ];
    expect(standing(shippedProcedure("us-icts"), proposed, "2028-02-09").dates).toMatchObject([{ on: "2028-03-01" }]);
  });

  it("14 days for each agency from its own receipt: 2 June and 14 are 16 June; 20 June and 14 are 4 July", () => {
    const entries: CaseEntry[] = [...circulated, { event: "circulation-received", on: "2025-06-20", agency: "State", written: true }];
    expect(due("us-icts", entries, "2025-06-20", "concurrence/Justice")).toBe("2025-06-16");
    expect(due("us-icts", entries, "2025-06-20", "concurrence/State")).toBe("2025-07-04");
  });

  it("10 years of records: to the same day, and from 29 February to 1 March", () => {
    const until = (on: string, asOf: string) =>
      standing(shippedProcedure("us-icts"), [{ event: "demand", on }], asOf).hold?.branches[1]?.until;
    expect(until("2025-02-15", "2025-03-01")).toBe("2035-02-15");
    expect(until("2028-02-29", "2028-03-01")).toBe("2038-03-01");
    // Ten years from a determination, whatever leap years lie between.
    const decided = [...circulated, finalDetermination("2025-06-20")];
    expect(standing(shippedProcedure("us-icts"), decided, "2025-06-20").hold?.branches[0]?.until).toBe("2035-06-20");
  });

  it("a petition: 30 days from 2 February 2026, 26 days to 28 February, 4 more: 4 March; decided in 30: from 20 February, 8 and 22: 22 March", () => {
    const entries: CaseEntry[] = [
      ...circulated,
      finalDetermination("2025-06-20"),
      { event: "violation-noticed", on: "2026-02-02", method: "by-hand" },
      { event: "petition-filed", on: "2026-02-20" },
    ];
    expect(due("us-icts", entries, "2026-02-20", "petition")).toBe("2026-03-04");
    expect(due("us-icts", entries, "2026-02-20", "petition-decision")).toBe("2026-03-22");
  });

  it("before 2025-02-04 the 180 days ran from accepting: 27 days of December 2023, January 58, February 87, March 118, April 148, May 179, 1 June", () => {
    const accepted: CaseEntry[] = [{ event: "referral-accepted", on: "2023-12-04" }];
    expect(due("us-icts-before-2025", accepted, "2023-12-04", "final-determination")).toBe("2024-06-01");
  });
});

describe("CFIUS: 45 days that move to a business day", () => {
  const accepted = (on: string): CaseEntry[] => [{ event: "notice-accepted", on }];

  it.each([
    // January 28, 17 more: Monday 17 February 2025, Washington's Birthday: Tuesday.
    ["2025-01-03", "2025-02-18"],
    // June 28 (from 2 June), 17 more: Thursday 17 July 2025.
    ["2025-06-02", "2025-07-17"],
    // From 20 May 2026: 11 to 31 May, 30 June (41), 4 more: Saturday 4 July, Sunday: Monday 6 July. Friday 3 July was the holiday.
    ["2026-05-20", "2026-07-06"],
    // From 19 May 2026: 12, 30 (42), 3 more: Friday 3 July, on which Independence Day is observed: Monday 6 July.
    ["2026-05-19", "2026-07-06"],
    // From 9 November 2025: 21 to 30 November, 24 more: Wednesday 24 December, closed by order; Christmas; Friday closed by order; weekend: Monday.
    ["2025-11-09", "2025-12-29"],
    // From 25 November 2024: 5 to 30 November, 31 (36), 9 more: Thursday 9 January 2025, closed in respect for President Carter: Friday.
    ["2024-11-25", "2025-01-10"],
    // From 16 November 2021: 14, 31 (45): Friday 31 December 2021, on which New Year's Day 2022 is observed: Monday 3 January.
    ["2021-11-16", "2022-01-03"],
    // From 6 December 2020: 25 to 31 December, 20 more: Wednesday 20 January 2021, Inauguration Day in Washington: Thursday.
    ["2020-12-06", "2021-01-21"],
    // From 15 January 2028: 16, 29 in February: 45: Tuesday 29 February 2028.
    ["2028-01-15", "2028-02-29"],
  ])("accepted on %s: until %s", (on, until) => {
    expect(due("us-cfius", accepted(on), on, "review")).toBe(until);
  });

  it("the investigation: 45 days, and 15 more in extraordinary circumstances", () => {
    // From Wednesday 12 February 2025: 16 to 28 February, 29 more: Saturday 29 March: Monday 31 March.
    const investigation: CaseEntry[] = [...accepted("2025-01-03"), { event: "investigation-started", on: "2025-02-12" }];
    expect(due("us-cfius", investigation, "2025-02-12", "investigation")).toBe("2025-03-31");
    // 60 days: 16, March 31 (47), 13 more: Sunday 13 April: Monday 14 April.
    const extended: CaseEntry[] = [...investigation, { event: "investigation-extended", on: "2025-03-28", id: "9" }];
    expect(due("us-cfius", extended, "2025-03-28", "investigation")).toBe("2025-04-14");
    // Once alone: "one 15-day period".
    const twice: CaseEntry[] = [...extended, { event: "investigation-extended", on: "2025-04-01" }];
    expect(standing(shippedProcedure("us-cfius"), twice, "2025-04-01").ineffective).toMatchObject([
      { because: expect.stringContaining("already") },
    ]);
  });

  it("the President: 15 days from 20 March 2025: 11 to 31 March, 4 more: Friday 4 April", () => {
    const sent: CaseEntry[] = [
      ...accepted("2025-01-03"),
      { event: "investigation-started", on: "2025-02-12" },
      { event: "sent-to-president", on: "2025-03-20" },
    ];
    expect(due("us-cfius", sent, "2025-03-20", "president")).toBe("2025-04-04");
  });

  it("a lapse in appropriations stops the clock: accepted on 15 September 2025, it lapsed on 1 October and was restored on 13 November", () => {
    // 15 days to 30 September; 43 days stand still (1 October to 12 November); 30 more: 13 November is the 16th, so 30 November is the 33rd,
    // and 12 December the 45th, a Friday.
    const lapsed: CaseEntry[] = [...accepted("2025-09-15"), { event: "appropriations-lapsed", on: "2025-10-01", id: "2" }];
    expect(due("us-cfius", lapsed, "2025-10-20", "review")).toBeNull();
    expect(standing(shippedProcedure("us-cfius"), lapsed, "2026-01-01").deadlines).toMatchObject([{ status: "paused" }]);
    const restored: CaseEntry[] = [...lapsed, { event: "appropriations-restored", on: "2025-11-13", id: "3" }];
    expect(due("us-cfius", restored, "2025-11-13", "review")).toBe("2025-12-12");
    const days = countOf(shippedProcedure("us-cfius"), restored, "2025-11-13", "review")?.days ?? [];
    expect(days.filter(({ role }) => role === "paused")).toHaveLength(43);
    expect(days.find(({ day }) => day === "2025-10-13")).toMatchObject({ role: "paused", entry: "2", off: { name: "Columbus Day" } });
    expect(days.find(({ day }) => day === "2025-11-13")?.number).toBe(16);
  });

  it("a reply to mitigation has three business days or more", () => {
    const proposed = (on: string, more: Partial<CaseEntry> = {}): CaseEntry[] => [
      ...accepted("2025-01-03"),
      { event: "mitigation-proposed", on, id: "m1", ...more },
    ];
    // Thursday 13 February 2025: Friday 1, weekend, Monday Washington's Birthday, Tuesday 2, Wednesday 3.
    expect(due("us-cfius", proposed("2025-02-13"), "2025-02-13", "mitigation-reply/m1")).toBe("2025-02-19");
    // Tuesday 7 January 2025: Wednesday 1, Thursday closed in respect for President Carter, Friday 2, weekend, Monday 3.
    expect(due("us-cfius", proposed("2025-01-07"), "2025-01-07", "mitigation-reply/m1")).toBe("2025-01-13");
    // The proposal gives more: until Friday 21 February. One that gives less gives three days still.
    expect(due("us-cfius", proposed("2025-02-13", { until: "2025-02-21" }), "2025-02-13", "mitigation-reply/m1")).toBe("2025-02-21");
    expect(due("us-cfius", proposed("2025-02-13", { until: "2025-02-14" }), "2025-02-13", "mitigation-reply/m1")).toBe("2025-02-19");
  });
});

describe("Team Telecom and FASC", () => {
  it("120 days: from 2 January 2025, 29, February 57, March 88, April 118, 2 May; 90 from 1 May: 30, June 60, July 90: 30 July", () => {
    const entries: CaseEntry[] = [
      { event: "review-started", on: "2025-01-02" },
      { event: "secondary-started", on: "2025-05-01" },
    ];
    expect(due("us-team-telecom", entries, "2025-05-01", "initial-review")).toBe("2025-05-02");
    expect(due("us-team-telecom", entries, "2025-05-01", "secondary-assessment")).toBe("2025-07-30");
  });

  it("120 days over a leap day: from 1 January 2028, 30, February 59, March 90, 30 April", () => {
    expect(due("us-team-telecom", [{ event: "review-started", on: "2028-01-01" }], "2028-01-01", "initial-review")).toBe("2028-04-30");
  });

  it("FASC: 30 days from 15 February 2024: 14 to 29 February, 16 more: Saturday 16 March, which moves only once a person confirms that it does", () => {
    const notice: CaseEntry[] = [{ event: "notice-given", on: "2024-02-15", method: "by-hand" }];
    expect(due("us-fasc", notice, "2024-02-15", "response")).toBe("2024-03-16");
    expect(countOf(shippedProcedure("us-fasc"), notice, "2024-02-15", "response")?.remarks).toContainEqual(
      expect.stringContaining("was not confirmed"),
    );
    const confirmed: CaseEntry[] = [
      ...notice,
      { event: "point-confirmed", on: "2024-02-20", confirms: "roll/response", by: "Counsel", note: "letter of the Council" },
    ];
    expect(due("us-fasc", confirmed, "2024-02-20", "response")).toBe("2024-03-18");
  });
});

describe("one's own exposure", () => {
  it("30 days to decide, stopped and run again: from 1 July 2026, 9 days to 10 July, stopped on 11 July to 19 July, 21 more from 20 July: 9 August, a Sunday: Monday", () => {
    const entries: CaseEntry[] = [
      { event: "opened", on: "2026-06-29" },
      { event: "scope-set", on: "2026-06-30" },
      { event: "review-attached", on: "2026-07-01" },
      { event: "clock-paused", on: "2026-07-11", id: "4" },
      { event: "clock-resumed", on: "2026-07-20", id: "5" },
    ];
    expect(due("own-exposure", entries, "2026-07-20", "decision")).toBe("2026-08-10");
  });
});
