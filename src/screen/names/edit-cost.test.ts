import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editCost } from "./edit-cost.js";

const word = fc.string({ unit: fc.constantFrom(..."abeihnks07"), maxLength: 12 });

describe("editCost", () => {
  it("charges what the rules say", () => {
    expect(editCost("hasan", "hasan")).toBe(0);
    expect(editCost("hasan", "hassan")).toBeCloseTo(0.3);
    expect(editCost("hasan", "hesan")).toBeCloseTo(0.5);
    expect(editCost("hasan", "haasn")).toBeCloseTo(0.7);
    expect(editCost("hasan", "hasat")).toBeCloseTo(1);
    expect(editCost("", "ben")).toBeCloseTo(2.6);
  });

  it("takes letters beyond ASCII for letters like no other", () => {
    expect(editCost("有限", "有眼")).toBe(1);
    expect(editCost("ā", "a")).toBe(1);
  });

  it("is exact up to the most, and over it beyond", () => {
    fc.assert(
      fc.property(word, word, fc.double({ min: 0, max: 6, noNaN: true }), (left, right, most) => {
        const whole = editCost(left, right);
        const bounded = editCost(left, right, most);
        if (whole <= most) expect(bounded).toBe(whole);
        else expect(bounded).toBeGreaterThan(most);
      }),
    );
  });

  it("costs the same both ways", () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editCost(left, right)).toBeCloseTo(editCost(right, left));
      }),
    );
  });
});
