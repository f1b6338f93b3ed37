import fc from "fast-check";
import { expect, test } from "vitest";
import { IntegerIndex } from "./integer-index.js";

const triple = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer(), fc.integer({ min: 0, max: 2 }));

test("gives the numbers that a Map of texts would give", () => {
  fc.assert(
    fc.property(fc.array(triple, { maxLength: 3000 }), (triples) => {
      const index = new IntegerIndex();
      const expected = new Map<string, number>();
      for (const [a, b, c] of triples) {
        const key = `${a},${b},${c}`;
        expect(index.find(a, b, c)).toBe(expected.get(key) ?? -1);
        if (!expected.has(key)) expected.set(key, expected.size);
        expect(index.add(a, b, c)).toBe(expected.get(key));
      }
      expect(index.size).toBe(expected.size);
      for (const [key, number] of expected) expect([0, 1, 2].map((which) => index.part(number, which as 0 | 1 | 2)).join()).toBe(key);
    }),
    { numRuns: 20 },
  );
});

test("keeps its numbers while it grows past its first size", () => {
  const index = new IntegerIndex();
  for (let value = 0; value < 5000; value += 1) expect(index.add(value, -value, 7)).toBe(value);
  for (let value = 0; value < 5000; value += 1) expect(index.find(value, -value, 7)).toBe(value);
});
