import { describe, expect, it } from "vitest";
import type { WindDownPrecedent } from "../../model/index.js";
import { windDownOf } from "./wind-down.js";

/** Kaspersky: determined 2024-06-20; 30 days to 2024-07-20, 101 to 2024-09-29. */
const precedent: WindDownPrecedent = {
  id: "kaspersky",
  title: "Kaspersky",
  citation: "89 FR 52434",
  mark: "R",
  source: { title: "t", url: "https://example.org/", publisher: "p", asOf: "2024-06-24", retrieved: null },
  determined: "2024-06-20",
  newAgreements: { barredFrom: "2024-07-20", what: "new agreements" },
  everythingElse: { barredFrom: "2024-09-29", what: "updates" },
  outside: "training",
};
const days = (terms: Parameters<typeof windDownOf>[0]) =>
  windDownOf(terms)?.steps.map(({ id, on, dayNumber, ground }) => [id, on, dayNumber, ground]);

describe("the wind-down", () => {
  it("gives the precedent's own days for its own determination", () => {
    expect(days({ on: "2024-06-20", precedent })).toEqual([
      ["no-new-agreements", "2024-07-20", 30, "precedent"],
      ["data-returned", "2024-09-28", 100, "proposal"],
      ["no-updates", "2024-09-29", 101, "precedent"],
      ["end-of-use", "2024-09-29", 101, "proposal"],
    ]);
  });

  it("counts calendar days over the end of a year", () => {
    // 2026-11-23: 7 days left in November, 23 of December; 101 = 7 + 31 + 31 + 28 + 4.
    expect(days({ on: "2026-11-23", precedent })?.map(([, on]) => on)).toEqual(["2026-12-23", "2027-03-03", "2027-03-04", "2027-03-04"]);
  });

  it("ends on the user's day, and bars new agreements no later than that", () => {
    expect(days({ on: "2026-11-23", ceaseOn: "2027-01-31", precedent })).toEqual([
      ["no-new-agreements", "2026-12-23", 30, "precedent"],
      ["data-returned", "2027-01-30", 68, "proposal"],
      ["no-updates", "2027-01-31", 69, "user"],
      ["end-of-use", "2027-01-31", 69, "user"],
    ]);
    expect(days({ on: "2026-11-23", ceaseOn: "2026-12-01", precedent })?.[0]).toEqual(["data-returned", "2026-11-30", 7, "proposal"]);
    expect(days({ on: "2026-11-23", ceaseOn: "2026-11-23", precedent })?.map(([, on]) => on)).toEqual(Array(4).fill("2026-11-23"));
  });

  it("is none where neither the user nor a precedent dates it", () => {
    expect(windDownOf({ on: "2026-11-23" })).toBeNull();
  });
});
