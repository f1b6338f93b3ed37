import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Source } from "../model/index.js";
import { endBy, speaksOfLater, standingOf, textBy } from "./dating.js";

const sources: Record<string, Source> = {
  old: { id: "old", url: "https://x.example", title: "Old", asOf: "2017", retrieved: "2026-11-23" },
  read: { id: "read", url: "https://x.example", title: "Undated, read", retrieved: "2026-11-23" },
  unread: { id: "unread", url: "https://x.example", title: "Not opened", retrieved: null },
};
const reference = { source: (id: string) => sources[id] };

describe("how a fact stands to a day", () => {
  it.each([
    [{ from: "2015-03", sources: ["read"] }, "2022-01-18", "known"],
    [{ asOf: "2022-01-18", sources: ["read"] }, "2022-01-18", "known"],
    [{ asOf: "2022-01-19", sources: ["read"] }, "2022-01-18", "later"],
    // Some day of 2022 may be after it.
    [{ from: "2022", sources: ["read"] }, "2022-01-18", "later"],
    // What was read on the 23rd speaks of no later day of the month.
    [{ asOf: "2026-11", sources: ["read"] }, "2026-11-24", "known"],
    [{ asOf: "2026-11", sources: ["unread"] }, "2026-11-24", "later"],
    [{ sources: ["old", "read"] }, "2022-01-18", "known"],
    [{ sources: ["read"] }, "2022-01-18", "undated"],
    [{ sources: ["read"] }, "2026-11-23", "known"],
    [{ sources: ["unread"] }, "2026-11-23", "undated"],
  ])("%j on %s is %s", (fact, day, standing) => {
    expect(standingOf(fact, day, reference)).toBe(standing);
  });

  it("knows an end only once it has come", () => {
    expect(endBy("2022-06", "2022-01-18")).toBeUndefined();
    expect(endBy("2022-06", "2022-06-29")).toBeUndefined();
    expect(endBy("2022-06", "2022-06-30")).toBe("2022-06");
  });
});

describe("whether a text speaks of something later", () => {
  it.each([
    ["list of 2026-06-08", true],
    ["reported on 18 January 2022", false],
    ["reported on 19 January 2022", true],
    ["opened March and October 2015", false],
    ["after January 2022", false],
    ["in February 2022", true],
    ["in 2022", false],
    ["the year 2023", true],
    ["SHA 20231 and 12026 and port 2026x", false],
    ["89 FR 58263, 15 CFR 791", false],
  ])("%s: %s", (text, later) => {
    expect(speaksOfLater(text, "2022-01-18")).toBe(later);
    expect(textBy(text, "2022-01-18")).toBe(later ? undefined : text);
  });

  it("says no of a day up to itself, and yes of every day after it", () => {
    const day = fc
      .date({ min: new Date("1950-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(day, day, (named, asOf) => speaksOfLater(`as of ${named}, it says`, asOf) === named > asOf));
  });
});
