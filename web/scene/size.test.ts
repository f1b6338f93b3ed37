import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allSeen, scaleIn, seenWords } from "./size.js";

describe("the size of a drawing in its window", () => {
  it("is as it is drawn where there is room, and is never made larger", () => {
    expect(scaleIn(1014, 800, "")).toBe(1);
    expect(scaleIn(1014, 800, "whole")).toBe(1);
  });

  it("shows all of it as long as its text of 12 pixels keeps 9", () => {
    expect(scaleIn(900, 1000, "")).toBe(0.9);
    expect(scaleIn(750, 1000, "")).toBe(0.75);
    expect(scaleIn(749, 1000, "")).toBe(1);
  });

  it("is what was asked for, however small or wide", () => {
    expect(scaleIn(340, 1360, "whole")).toBe(0.25);
    expect(scaleIn(900, 1000, "actual")).toBe(1);
  });

  it("never leaves text smaller than 9 pixels unasked, and never leaves anything out when all was asked for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 300, max: 6000 }), (room, width) => {
        expect(12 * scaleIn(room, width, "")).toBeGreaterThanOrEqual(9);
        expect(width * scaleIn(room, width, "whole")).toBeLessThanOrEqual(room + 1e-9);
      }),
    );
  });

  it("is told in words: to which sides there is more, or that it is all in view and whether it can be read", () => {
    expect(seenWords({ ...allSeen, more: ["right"] })).toBe("There is more to the right.");
    expect(seenWords({ ...allSeen, more: ["left", "right"] })).toBe("There is more to the left and to the right.");
    expect(seenWords({ wide: true, scale: 0.9, more: [] })).toBe("All of it is in view, at 90 %.");
    expect(seenWords({ wide: true, scale: 0.25, more: [] })).toBe(
      "All of it is in view, at 25 %, too small to be read: its actual size can be.",
    );
  });
});
