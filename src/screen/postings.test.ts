import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PostingsBuilder } from "./postings.js";

const letters = [..."abcdefgh"];
const keys = fc.uniqueArray(fc.constantFrom(...letters), { maxLength: 6 });

function postingsOf(names: readonly (readonly string[])[]) {
  const builder = new PostingsBuilder();
  for (const [number, its] of names.entries()) for (const key of its) builder.add(key, number);
  return builder.build(names.length);
}

describe("candidates", () => {
  it("are the names that share three tenths of what the best one shares, however the keys are walked", () => {
    fc.assert(
      fc.property(fc.array(keys, { minLength: 1, maxLength: 60 }), keys, keys, (names, leading, others) => {
        const following = others.filter((key) => !leading.includes(key));
        const weight = (key: string) => Math.max(1, 17 - Math.log2(names.filter((its) => its.includes(key)).length));
        const shares = names.map((its) =>
          its.some((key) => leading.includes(key))
            ? [...leading, ...following].filter((key) => its.includes(key)).reduce((sum, key) => sum + weight(key), 0)
            : 0,
        );
        const least = 0.3 * Math.max(...shares);
        // Weights are no round numbers: a share within rounding of the least may count or not.
        fc.pre(shares.every((share) => share === 0 || Math.abs(share - least) > 1e-3));
        const wanted = shares.flatMap((share, name) => (share > 0 && share > least ? [name] : []));
        expect(postingsOf(names).candidates({ leading, following }, () => true)).toEqual({ names: wanted, left: 0 });
      }),
    );
  });

  it("are compared and counted even where more share most than fit", () => {
    const { names, left } = postingsOf(Array.from({ length: 500 }, () => ["a"])).candidates({ leading: ["a"], following: [] }, () => true);
    expect(names).toEqual(Array.from({ length: 400 }, (_, number) => number));
    expect(left).toBe(100);
  });

  it("leave out whole steps of those that share less", () => {
    const shared = Array.from({ length: 90 }, () => ["a", "b"]);
    const lesser = Array.from({ length: 200 }, () => ["a"]);
    const { names, left } = postingsOf([...shared, ...lesser]).candidates({ leading: ["a", "b"], following: [] }, () => true);
    expect(names).toHaveLength(90);
    expect(left).toBe(200);
  });

  it("count none twice for queries that follow", () => {
    const postings = postingsOf([["a", "b"], ["b"], ["c"]]);
    const ask = () => postings.candidates({ leading: ["a", "b"], following: ["c"] }, () => true);
    expect(ask()).toEqual(ask());
  });
});
