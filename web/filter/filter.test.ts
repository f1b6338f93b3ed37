import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingFields } from "../findings/rows.js";
import { meets, parseFilter, without } from "./filter.js";

const row = {
  text: "A vendor agreement gives a covered person access to bulk data",
  values: {
    outcome: ["restricted"],
    provider: ["Alibaba Cloud", "alibaba-cloud"],
    law: ["28 CFR 202.401(a); 202.210"],
    status: ["open"],
    is: ["open"],
  },
};
const met = (filter: string) => meets(parseFilter(filter, findingFields), row);

describe("a filter", () => {
  it.each([
    ["", true],
    ["outcome:restricted", true],
    ["outcome:prohibited,restricted", true],
    ["outcome:review", false],
    ["-outcome:review", true],
    ["NOT outcome:restricted", false],
    ["NOT -outcome:restricted", true],
    ["vendor BULK", true],
    ['"covered person"', true],
    ['"person covered"', false],
    ['-"covered person"', false],
    ['law:"28 CFR 202.401"', true],
    ["law:202.210", true],
    ["provider:cloud", true],
    ["provider:tencent", false],
    ["outcome:restricted vendor -provider:aws", true],
    ["outcome:restricted vendor -provider:alibaba", false],
  ])("%s: %s", (filter, expected) => expect(met(filter)).toBe(expected));

  it("tells what it does not understand, where, and still filters by the rest", () => {
    const { terms, faults } = parseFilter("outcome:restricted sevrity:high", findingFields);
    expect(terms.map(({ field }) => field)).toEqual(["outcome"]);
    expect(faults).toEqual([{ at: 19, what: expect.stringMatching(/^There is no field sevrity\. Did you mean status\?/) }]);
  });

  it.each([
    ["outcome:", 0, "After outcome: a value is expected"],
    ["outcome:grave", 0, "outcome is never grave"],
    ['vendor "bulk', 7, "This quote is not closed."],
    ["vendor NOT", 7, "After NOT, a condition is expected."],
  ])("%s: a fault at %i", (filter, at, what) => {
    expect(parseFilter(filter, findingFields).faults).toEqual([{ at, what: expect.stringContaining(what) }]);
  });

  it("loses one condition and keeps the others", () => {
    const text = 'is:open NOT law:"28 CFR" vendor';
    const terms = parseFilter(text, findingFields).terms;
    expect(terms.map((term) => without(text, term))).toEqual(['NOT law:"28 CFR" vendor', "is:open vendor", 'is:open NOT law:"28 CFR"']);
  });

  it("reads any text to its end, and a condition and its opposite never both hold", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const filter = parseFilter(text, findingFields);
        for (const term of filter.terms) {
          const yes = meets({ terms: [term], faults: [] }, row);
          expect(meets({ terms: [{ ...term, not: !term.not }], faults: [] }, row)).toBe(!yes);
        }
      }),
    );
  });
});
