import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOfInterest, faultOfListing, faultOfParty, isPartialDate, isSlug } from "./check-facts.js";

describe("isSlug", () => {
  it("agrees with the model's expression", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "z", "0", "9", "-", "A", "_", "é", "`", "{", "/", ":"), maxLength: 8 });
    fc.assert(fc.property(text, (id) => isSlug(id) === /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)));
  });
});

describe("isPartialDate", () => {
  it("takes the form of the model's expression only", () => {
    const text = fc.string({ unit: fc.constantFrom("0", "1", "2", "3", "9", "-", "/", ":", "a", "٣"), maxLength: 11 });
    const date = fc
      .tuple(fc.integer({ min: 1990, max: 2030 }), fc.nat(13), fc.nat(32))
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));
    const form = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
    fc.assert(fc.property(fc.oneof(text, date), (one) => !isPartialDate(one) || form.test(one)));
    // The platform carries 30 February over into March.
    const isReal = (one: string) => !Number.isNaN(Date.parse(one)) && new Date(one).toISOString().startsWith(one);
    fc.assert(fc.property(date, (one) => isPartialDate(one) === isReal(one)));
  });

  it("takes years, months and days of the calendar", () => {
    for (const date of ["2020", "2020-12", "2020-02-29", "1900-01-31"]) expect(isPartialDate(date), date).toBe(true);
    for (const date of ["2023-02-29", "2023-04-31", "2023-13", "2023-00-10", "23-01-01", "2023-1-1", ""]) {
      expect(isPartialDate(date), date).toBe(false);
    }
  });
});

describe("facts", () => {
  const interest = { owner: "a-1", owned: "b-1", kind: "equity" as const };
  const listing = { party: "a-1", list: "l-1", citation: "notice" };

  it("are let through where they are in order", () => {
    expect(faultOfParty({ id: "a-1" })).toBeUndefined();
    expect(
      faultOfParty({
        id: "a-1",
        name: "Anna",
        kind: "unknown",
        jurisdiction: null,
        lei: "5493001KJTIIGC8Y1R12",
        identifiers: { "gb-coh": "1" },
      }),
    ).toBeUndefined();
    expect(faultOfInterest({ ...interest, shareMin: 25, shareMax: 50, from: "2020-05", until: "2020" })).toBeUndefined();
    expect(faultOfListing({ ...listing, from: "2020-05-01", until: "2020-05-01" })).toBeUndefined();
  });

  it.each([
    [faultOfParty({ id: "A-1" }), 'the party\'s id, "A-1", is none'],
    [faultOfParty({ id: "x".repeat(201) }), "is none"],
    [faultOfParty({ id: "a-1", name: " " }), "the name is empty"],
    [faultOfParty({ id: "a-1", jurisdiction: "UK1" }), '"UK1" is no country'],
    [faultOfParty({ id: "a-1", addresses: [{ full: "x", country: "gb" }] }), '"gb" is no country'],
    [faultOfParty({ id: "a-1", lei: "123" }), '"123" is no LEI'],
    [faultOfParty({ id: "a-1", identifiers: { "GB COH": "1" } }), '"GB COH" is no scheme'],
    [faultOfParty({ id: "a-1", identifiers: { "gb-coh": " " } }), "the identifier of scheme gb-coh is empty"],
    [faultOfParty({ id: "a-1", birthDates: ["1990-02-30"] }), '"1990-02-30" is no date'],
    [faultOfParty({ id: "a-1", kind: "vessel" as "entity" }), '"vessel" is no kind of party. Expected one of government, entity'],
    [faultOfInterest({ ...interest, owned: "" }), "the id of the owned"],
    [faultOfInterest({ ...interest, kind: "love" as "equity" }), '"love" is no kind of interest'],
    [faultOfInterest({ ...interest, share: Number.NaN }), "the share NaN is out of range"],
    [faultOfInterest({ ...interest, shareMin: -1 }), "the share -1 is out of range"],
    [faultOfInterest({ ...interest, shareMin: 60, shareMax: 50 }), "the least share, 60, is more than the greatest, 50"],
    [faultOfInterest({ ...interest, from: "2021", until: "2020-12-31" }), "it ends on 2020-12-31, before it begins on 2021"],
    [faultOfInterest({ ...interest, capacity: "friend" as "trust" }), '"friend" is no capacity'],
    [faultOfListing({ ...listing, list: "US List" }), "the list's id"],
    [faultOfListing({ ...listing, citation: "" }), "the listing has no citation"],
    [faultOfListing({ ...listing, confidence: "sure" as "high" }), '"sure" is no confidence'],
  ])("are refused with what was expected: %s", (fault, expected) => {
    expect(fault).toContain(expected);
  });
});
