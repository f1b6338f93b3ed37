import { describe, expect, it } from "vitest";
import { daysInWords, dayWords, momentWords } from "./days.js";

describe("days on a screen", () => {
  it("have the month in three letters, so that day and month cannot be taken for each other", () => {
    expect(dayWords("2026-09-03")).toBe("3 Sep 2026");
    expect(dayWords("2026-11-12")).toBe("12 Nov 2026");
    expect(momentWords("2026-09-03T12:00:00Z")).toMatch(/^\d Sep 2026, /);
    expect(dayWords("soon")).toBe("soon");
  });

  it("are in words within a sentence, and what only looks like one is left", () => {
    expect(daysInWords("As of 2026-11-23, 4 of 20; the next day is 2026-12-31.")).toBe(
      "As of 23 Nov 2026, 4 of 20; the next day is 31 Dec 2026.",
    );
    expect(daysInWords("2026-11-27T18:13:05.964Z by Ana Ruiz")).toMatch(/^2[78] Nov 2026, \d\d:\d\d .+ by Ana Ruiz$/);
    expect(daysInWords("L-2025-0001, 2026-13-45, 12026-11-23")).toBe("L-2025-0001, 2026-13-45, 12026-11-23");
  });
});
