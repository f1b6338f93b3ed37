import { describe, expect, it } from "vitest";
import { dueDay } from "./due.js";

describe("the day on which a duty is due", () => {
  const after = { after: "aware", days: 14 };
  it.each([
    ["2026-03-01", "2026-03-15"],
    ["2026-02-20", "2026-03-06"],
    ["2028-02-20", "2028-03-05"],
    ["2026-12-25", "2027-01-08"],
  ])("14 days after %s is %s", (aware, due) => {
    expect(dueDay(after, "2026-01-01", new Map([["aware", aware]]))).toBe(due);
  });

  it("starts no clock before the event, and takes the day of the deal where the event has none of its own", () => {
    expect(dueDay(after, "2026-01-01", new Map())).toBeNull();
    expect(dueDay(after, "2026-01-01", new Map([["aware", null]]))).toBe("2026-01-15");
    expect(dueDay(undefined, "2026-01-01", new Map())).toBeNull();
  });

  it("is a day of the year of the deal, or of the next", () => {
    expect(dueDay({ monthDay: "03-01", yearsAfter: 1 }, "2025-12-31", new Map())).toBe("2026-03-01");
    expect(dueDay({ monthDay: "12-31", yearsAfter: 0 }, "2026-01-01", new Map())).toBe("2026-12-31");
  });
});
