import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleTraced } from "../../trace/sample-traced.js";
import { standings } from "../node.js";
import { comparedFamilies, mergedFamilies } from "./merged.js";
import { countOutline, outlineOf } from "./outline.js";
import { families, options } from "./sample-families.js";
import { ownershipScene } from "./scene.js";
import { ownershipView } from "./view.js";

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
