import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TracedParty } from "../../../model/index.js";
import { sampleTraced } from "../../trace/sample-traced.js";
import { standings } from "../node.js";
import { comparedFamilies, mergedFamilies } from "./merged.js";
import { countOutline, outlineOf } from "./outline.js";
import { ownershipScene } from "./scene.js";
import { type OwnershipOptions, ownershipView } from "./view.js";

const [node] = sampleTraced.parties;
const [link] = sampleTraced.owners;
if (!node || !link) throw new Error("the sample has owners");

const families = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom("equity", "voting", "board"), fc.nat(100)), { maxLength: 24 }),
    fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 99 })), { maxLength: 4 }),
  )
  .map(([count, stakes, gaps]): TracedParty => {
    const id = (at: number) => `p${at % count}`;
    const owners = stakes.map(([owner, owned, kind, share], at) => ({
      ...link,
      ...{ number: at + 1, owner: id(owner), owned: id(owned), kind, shareMin: share, shareMax: share, stated: true },
    })) as TracedParty["owners"];
    const unrecorded = gaps.map(([party, share]) => ({ party: id(party), share }));
    return {
      ...sampleTraced,
      ...{ party: "p0", owners, holdings: [], ended: [] },
      parties: Array.from({ length: count }, (_, at) => ({ ...node, id: `p${at}`, name: `P${at}` })),
      regimes: sampleTraced.regimes.map((one) => ({ ...one, unrecorded })),
    };
  });
const options = fc.record({
  minimumShare: fc.constantFrom(0, 25, 60),
  most: fc.constantFrom(4, 400),
  folded: fc.subarray(["p1", "p2"]),
}) satisfies fc.Arbitrary<OwnershipOptions>;

describe("chart, table and outline of a family", () => {
  it("hold the same counts, whatever the family and whatever is hidden", () => {
    fc.assert(
      fc.property(families, options, (traced, shown) => {
        const view = ownershipView(traced, shown);
        const drawn = standings(ownershipScene(traced, shown));
        const count = (...kinds: string[]) => drawn.filter(({ kind }) => kinds.includes(kind)).length;
        const inOutline = countOutline(outlineOf(view, traced.party));
        expect(inOutline).toEqual({
          ...{ parties: view.nodes.length, interests: view.links.length, gaps: view.gaps.length, unsought: view.unsought.size },
          groups: view.folded.length,
        });
        expect(count("party")).toBe(view.nodes.length);
        expect(count("interest")).toBe(view.links.length);
        expect(count("group")).toBe(view.folded.length);
        // Each gap is a box and the line to it.
        expect(count("gap")).toBe(2 * view.gaps.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a family on two days", () => {
  const [first, second, ...rest] = sampleTraced.owners;
  if (!first || !second) throw new Error("the sample has two owners");
  const earlier = { ...sampleTraced, asOf: "2020-01-01", owners: [first, { ...second, shareMin: 7, shareMax: 7 }] };

  it("tells what was added and what is gone; a share that changed is one of each", () => {
    const { traced, since, changes } = comparedFamilies(earlier, sampleTraced);
    expect(since).toBe("2020-01-01");
    const told = [...traced.owners, ...traced.holdings].map(({ number, owner, shareMin }) => [changes[number], owner, shareMin]);
    expect(told).toContainEqual(["added", second.owner, second.shareMin]);
    expect(told).toContainEqual(["gone", second.owner, 7]);
    expect(told).toContainEqual([undefined, first.owner, first.shareMin]);
    expect(told.filter(([change]) => change === "added")).toHaveLength(1 + rest.length);
    expect(ownershipScene(traced, { compared: { since, changes } }).about).toContain(
      `Since 2020-01-01: ${1 + rest.length} interests added (+), 1 gone (−).`,
    );
  });

  it("merges a family with itself into itself", () => {
    const merged = mergedFamilies(sampleTraced, [sampleTraced]);
    expect(merged.owners).toEqual(sampleTraced.owners);
    expect(merged.parties).toEqual(sampleTraced.parties);
  });
});
