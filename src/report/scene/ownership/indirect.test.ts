import { describe, expect, it } from "vitest";
import type { TracedLink } from "../../../model/index.js";
import { sampleTraced } from "../../trace/sample-traced.js";
import { indirectShares } from "./indirect.js";
import { majorityArithmetic, majorityShare } from "./majority.js";
import { shareArithmetic } from "./words.js";

const [link] = sampleTraced.owners;
if (!link) throw new Error("the sample has owners");
const stake = (
  number: number,
  owner: string,
  owned: string,
  [shareMin, shareMax]: [number, number],
  more: Partial<TracedLink> = {},
): TracedLink => ({
  ...link,
  ...{ number, owner, owned, kind: "equity", shareMin, shareMax, minExclusive: false, maxExclusive: false, stated: true, joint: null },
  ...more,
});

/**
 * A family worked out by hand. T is asked about.
 *
 *   A holds 60 % of B and 10 % of T; B holds 51 % of T:       60 × 51 = 30.6; + 10 = 40.6
 *   C holds 25 to less than 50 % of B (a band):                25 × 51 = 12.75 to 50 × 51 = 25.5
 *   D holds 40 % of E, E holds 30 to 40 % of T:                40 × 30 = 12 to 40 × 40 = 16
 *   E holds 20 % of D, too: a circle, counted once
 *   F holds 50 % of G, G holds 9 % of T:                       50 × 9 = 4.5
 *   H holds more than 50 to 75 % of G:                         50 × 9 = 4.5 to 75 × 9 = 6.75
 */
const owners = [
  stake(1, "a", "b", [60, 60]),
  stake(2, "b", "t", [51, 51]),
  stake(3, "a", "t", [10, 10]),
  stake(4, "c", "b", [25, 50], { maxExclusive: true }),
  stake(5, "d", "e", [40, 40]),
  stake(6, "e", "t", [30, 40]),
  stake(7, "e", "d", [20, 20]),
  stake(8, "f", "g", [50, 50]),
  stake(9, "g", "t", [9, 9]),
  stake(10, "h", "g", [50, 75], { minExclusive: true }),
];
const nameOf = (id: string) => id.toUpperCase();
const shares = indirectShares({ party: "t", owners });
const of = (owner: string) => {
  const share = shares.get(owner);
  if (!share) throw new Error(`${owner} holds nothing`);
  return share;
};

describe("shares multiplied along every way and added up", () => {
  it.each([
    ["a", { min: 40.6, max: 40.6 }, "60 % × 51 % = 30.6 % through B; 10 % directly; in all 40.6 %"],
    ["b", { min: 51, max: 51 }, "51 % directly"],
    ["c", { min: 12.75, max: 25.5 }, "(25 to 50 %) × 51 % = 12.75 to 25.5 % through B"],
    ["d", { min: 12, max: 16 }, "40 % × (30 to 40 %) = 12 to 16 % through E; stakes that lead back in a circle are counted once"],
    ["f", { min: 4.5, max: 4.5 }, "50 % × 9 % = 4.5 % through G"],
    ["h", { min: 4.5, max: 6.75 }, "(50 to 75 %) × 9 % = 4.5 to 6.75 % through G"],
  ] as const)("of %s", (owner, total, words) => {
    expect(of(owner).total).toEqual(total);
    expect(shareArithmetic(of(owner), nameOf)).toBe(words);
  });
});

describe("the majority chain", () => {
  it.each([
    ["a", { min: 61, max: 61 }, "60 % is more than half, so all of 51 % counts through B; 10 % directly; in all 61 %"],
    ["c", { min: 0, max: 0 }, "25 to 50 % is not more than half, so nothing counts through B"],
    ["d", { min: 0, max: 0 }, "40 % is not more than half, so nothing counts through E"],
    ["f", { min: 0, max: 0 }, "50 % is not more than half, so nothing counts through G"],
    ["h", { min: 9, max: 9 }, "50 to 75 % is more than half, so all of 9 % counts through G"],
  ] as const)("of %s", (owner, total, words) => {
    expect(majorityShare(of(owner))).toEqual(total);
    expect(majorityArithmetic(of(owner), nameOf)).toBe(words);
  });

  it("leaves open what a band leaves open, and counts a stake once by whatever ways it is reached", () => {
    const band = indirectShares({ party: "t", owners: [stake(1, "a", "b", [40, 60]), stake(2, "b", "t", [30, 30])] }).get("a");
    expect(band && majorityShare(band)).toEqual({ min: 0, max: 30 });
    expect(band && majorityArithmetic(band, nameOf)).toBe("40 to 60 % may be more than half, so 0 to 30 % counts through B");
    const twice = [
      stake(1, "a", "b", [70, 70]),
      stake(2, "a", "c", [60, 60]),
      stake(3, "b", "d", [55, 100]),
      stake(4, "c", "d", [0, 100], { stated: false }),
      stake(5, "d", "t", [40, 40]),
    ];
    const share = indirectShares({ party: "t", owners: twice }).get("a");
    expect(share && majorityShare(share)).toEqual({ min: 40, max: 40 });
  });

  it("takes a stake that is held jointly for one that may be another's", () => {
    const joint = indirectShares({
      party: "t",
      owners: [stake(1, "a", "b", [80, 80], { joint: "block" }), stake(2, "b", "t", [30, 30])],
    }).get("a");
    expect(joint && majorityShare(joint)).toEqual({ min: 0, max: 30 });
  });
});
