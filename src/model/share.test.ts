import { describe, expect, it } from "vitest";
import { shareUnits } from "./share.js";

describe("shares in millionths of the whole", () => {
  it("are exact for what sources state", () => {
    expect(shareUnits({ share: 33.34 })).toEqual({ min: 333_400, max: 333_400, known: true });
    expect(shareUnits({ share: 19.9 })).toEqual({ min: 199_000, max: 199_000, known: true });
    expect(shareUnits({ share: 50 })).toEqual({ min: 500_000, max: 500_000, known: true });
  });

  it("are rounded apart, so that just under half is not half for sure", () => {
    expect(shareUnits({ share: 49.999999 })).toEqual({ min: 499_999, max: 500_000, known: true });
  });

  it("take an exclusive bound inwards: more than 25 and less than 50 percent", () => {
    expect(shareUnits({ shareMin: 25, minExclusive: true, shareMax: 50, maxExclusive: true })).toEqual({
      min: 250_001,
      max: 499_999,
      known: true,
    });
  });

  it("reach from nought to all where nothing is stated", () => {
    expect(shareUnits({})).toEqual({ min: 0, max: 1_000_000, known: false });
    expect(shareUnits({ shareMin: 50 })).toEqual({ min: 500_000, max: 1_000_000, known: true });
  });
});
