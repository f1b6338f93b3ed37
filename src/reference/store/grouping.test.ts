import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeTail } from "./grouping.js";

describe("mergeTail", () => {
  it("gives what a stable sort of all rows gives", () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });
    fc.assert(
      fc.property(numbers, fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 10 }), (head, tail) => {
        const keys = [...head.sort((left, right) => left - right), ...tail];
        const key = Int32Array.from(keys);
        const cameAs = Uint16Array.from(keys.keys());
        mergeTail([key, cameAs], head.length, (left, right) => (keys[left] ?? 0) - (keys[right] ?? 0));
        const sorted = [...keys.entries()].sort(([, left], [, right]) => left - right);
        expect([...key]).toEqual(sorted.map(([, value]) => value));
        expect([...cameAs]).toEqual(sorted.map(([row]) => row));
      }),
    );
  });
});
