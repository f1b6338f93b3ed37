import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareOf, shareOfAll } from "./ftm-share.js";

describe("a percentage in free text", () => {
  it.each<[string, ReturnType<typeof shareOf>]>([
    ["25%", { share: 25 }],
    ["25", { share: 25 }],
    ["0,5", { share: 0.5 }],
    ["51.00 %", { share: 51 }],
    ["33.333333", { share: 33.333333 }],
    ["100 percent", { share: 100 }],
    ["25-50", { shareMin: 25, shareMax: 50 }],
    ["25% – 50%", { shareMin: 25, shareMax: 50 }],
    ["between 25 and 50 %", { shareMin: 25, shareMax: 50 }],
    ["25 to 50 per cent", { shareMin: 25, shareMax: 50 }],
    ["> 50", { shareMin: 50, minExclusive: true }],
    [">=75%", { shareMin: 75 }],
    ["75 % or more", { shareMin: 75 }],
    ["75+", { shareMin: 75 }],
    ["at least 10", { shareMin: 10 }],
    ["< 5 %", { shareMax: 5, maxExclusive: true }],
    ["not more than 25", { shareMax: 25 }],
    ["up to 30%", { shareMax: 30 }],
    ["more than 25 % but not more than 50 %", { shareMin: 25, minExclusive: true, shareMax: 50 }],
    [">25 - <50", { shareMin: 25, minExclusive: true, shareMax: 50, maxExclusive: true }],
    ["> 25 < 50", { shareMin: 25, minExclusive: true, shareMax: 50, maxExclusive: true }],
    ["over 25% up to 50%", { shareMin: 25, minExclusive: true, shareMax: 50 }],
    ["50-50", { shareMin: 50, shareMax: 50 }],
  ])("%s", (text, expected) => expect(shareOf(text)).toEqual(expected));

  it.each([
    "",
    "majority",
    "about 50",
    "50 shares",
    "130%",
    "50-25",
    "1,000",
    "25 50 75",
    "25 50",
    "25-50-75",
    "-5",
    "< 25 - > 50",
    "x".repeat(5000),
    "50%%",
  ])("gives nothing for %s", (text) => expect(shareOf(text)).toBeUndefined());

  it("spans several statements, unless one is not understood", () => {
    expect(shareOfAll(["50", "50.00"])).toEqual({ share: 50 });
    expect(shareOfAll(["40", "55 %"])).toEqual({ shareMin: 40, shareMax: 55 });
    expect(shareOfAll(["> 50", "30"])).toEqual({ shareMin: 30, shareMax: 100 });
    expect(shareOfAll(["40", "most"])).toBeUndefined();
    expect(shareOfAll([])).toBeUndefined();
  });

  it("reads every percentage with up to two places as itself, with a point or a comma", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom(".", ","),
        fc.constantFrom("", "%", " %"),
        (hundredths, mark, sign) => {
          const text = (hundredths / 100).toFixed(2).replace(".", mark) + sign;
          expect(shareOf(text)).toEqual({ share: hundredths / 100 });
        },
      ),
    );
  });

  it("never hangs or throws", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (text) => void shareOf(text)),
      { numRuns: 500 },
    );
  });
});
