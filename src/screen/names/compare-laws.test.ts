import fc from "fast-check";
import { expect, it } from "vitest";
import { blockingKeys, compareNames, comparePrepared, type NameKind, prepareName } from "./index.js";

const pieces =
  "Haige Guangzhou 海格 通信 Ltd. ООО Ромашка Tech Group & of III 42 Mohammed bin al- V. Smith Smyth فلادمير 김정은 / ( ' - , Ü ß 有限公司".split(
    " ",
  );
const name = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((words) => words.join(" ")),
);
const kind = fc.constantFrom<NameKind | undefined>("entity", "individual", undefined);

it("gives a score from 0 to 1 that its parts add up to, the same for both orders", () => {
  fc.assert(
    fc.property(name, name, kind, (left, right, its) => {
      const { score, parts } = compareNames(left, right, { kind: its });
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(parts.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(score, 9);
      expect(compareNames(right, left, { kind: its }).score).toBe(score);
    }),
    { numRuns: 400 },
  );
});

it("gives 1 for the same name, whatever was compared before", () => {
  fc.assert(
    fc.property(name, name, kind, (left, other, its) => {
      const prepared = prepareName(left, its);
      const alone = comparePrepared(prepared, prepareName(other, its));
      compareNames(other, `${other} ${left}`, { kind: its });
      expect(comparePrepared(prepareName(left, its), prepareName(other, its))).toBe(alone);
      if (prepared.whole !== "") expect(comparePrepared(prepared, prepareName(left, its))).toBe(1);
    }),
    { numRuns: 300 },
  );
});

it("gives equal keys for equal names, and some for every name that has letters", () => {
  fc.assert(
    fc.property(name, kind, (text, its) => {
      const keys = blockingKeys(prepareName(text, its));
      expect(keys).toEqual(blockingKeys(prepareName(text, its)));
      if (/[a-z]{3}/.test(text)) expect(keys.length).toBeGreaterThan(0);
    }),
  );
});
