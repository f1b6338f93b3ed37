import { describe, expect, it } from "vitest";
import { LONGEST_TEXT, placeHigh, placeLength, placeLow, placeOffset } from "./place.js";

describe("a place", () => {
  it.each([
    [0, 1],
    [2 ** 31, 700],
    [2 ** 32 - 1, LONGEST_TEXT],
    [2 ** 32, 5],
    [123_456_789_012, LONGEST_TEXT],
    [2 ** 40 - 1, 1],
  ])("keeps an offset of %i and a length of %i in two numbers of 32 bits", (offset, length) => {
    const [low = 0, high = 0] = Uint32Array.of(placeLow(offset), placeHigh(offset, length));
    expect(placeOffset(low, high)).toBe(offset);
    expect(placeLength(high)).toBe(length);
  });
});
