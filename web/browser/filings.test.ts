import { describe, expect, it } from "vitest";
import { standing } from "../../src/docket/index.js";
import { circulated, served, shippedProcedure } from "../../src/docket/sample-case.js";
import type { CaseEntry } from "../../src/model/index.js";
import { filingsOf } from "../docket/filings.js";

const procedure = shippedProcedure("us-icts");

/** How the last of some events, counted from 1, stands to what it is there to meet. */
function told(entries: CaseEntry[], asOf: string) {
  const numbered = entries.map((entry, index) => ({ ...entry, id: String(index + 1) }));
  const last = { number: numbered.length, entry: numbered.at(-1) as CaseEntry };
  return filingsOf(standing(procedure, numbered, asOf), procedure)(last).map(({ timing, words }) => `${timing}; ${words}`);
}

// Served on 2025-04-01, so that the thirty days to respond end on 2025-05-01.
const response = (on: string): CaseEntry => ({ event: "response-received", on });

describe("a filing", () => {
  it("is early, on the last day, or late, by the days between", () => {
    expect(told([...served, response("2025-04-20")], "2025-06-01")[0]).toMatch(
      /^early; early: 11 days before the last day \(.*, 1 May 2025\)$/,
    );
    expect(told([...served, response("2025-05-01")], "2025-06-01")[0]).toMatch(/^same-day; on the last day \(/);
    expect(told([...served, response("2025-05-02")], "2025-06-01")[0]).toMatch(/^late; late: 1 day after the last day \(/);
  });

  it("is nothing of the kind where no deadline waits for it", () => {
    expect(told(served, "2025-04-02")).toEqual([]);
    expect(told(served.slice(0, 2), "2025-04-02")).toEqual([]);
  });

  it("is what first meets a deadline: a supplement is not held against it again", () => {
    expect(told([...served, response("2025-04-20"), response("2025-05-10")], "2025-06-01")).toEqual([]);
  });

  it("is held against the time of its own agency", () => {
    const concurred: CaseEntry = { event: "agency-concurred", on: "2025-06-04", agency: "Treasury" };
    const all = told([...circulated, concurred], "2025-06-05");
    expect(all.length).toBeGreaterThan(0);
    expect(all.every((one) => one.startsWith("early;"))).toBe(true);
  });
});
