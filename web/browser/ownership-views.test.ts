import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { TracedParty } from "../../src/model/index.js";
import { standings } from "../../src/report/scene/node.js";
import { comparedFamilies } from "../../src/report/scene/ownership/merged.js";
import { countOutline, outlineOf } from "../../src/report/scene/ownership/outline.js";
import { ownershipScene } from "../../src/report/scene/ownership/scene.js";
import { type OwnershipOptions, ownershipView } from "../../src/report/scene/ownership/view.js";
import { sampleTraced } from "../../src/report/trace/sample-traced.js";
import { OwnershipOutline } from "../ownership/outline.js";
import { OwnershipTable } from "../ownership/table.js";

const [node] = sampleTraced.parties;
const [link] = sampleTraced.owners;
if (!node || !link) throw new Error("the sample has owners");

/** Families of up to twelve in any shape, with gaps, ended interests, countries, and more on file than is in the answer. */
const stakes = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom("equity", "voting", "board"), fc.nat(100), fc.boolean()), {
  maxLength: 24,
});
const families = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    stakes,
    fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 99 })), { maxLength: 3 }),
    fc.nat(3),
  )
  .map(([count, all, gaps, more]): TracedParty => {
    const id = (at: number) => `p${at % count}`;
    const links = all.map(([owner, owned, kind, share, ended], at) => ({
      ...{ ...link, number: at + 1, owner: id(owner), owned: id(owned), kind, shareMin: share, shareMax: share, stated: true, ended },
    })) as (TracedParty["owners"][number] & { ended: boolean })[];
    return {
      ...sampleTraced,
      ...{ party: "p0", owners: links.filter(({ ended }) => !ended), holdings: [], ended: links.filter(({ ended }) => ended) },
      parties: Array.from({ length: count }, (_, at) => ({
        ...{
          ...node,
          id: `p${at}`,
          name: `P${at}`,
          jurisdiction: ["CN", "US", null][at % 3] ?? null,
          onFile: { owners: more, holdings: at },
        },
      })),
      regimes: sampleTraced.regimes.map((one) => ({ ...one, unrecorded: gaps.map(([party, share]) => ({ party: id(party), share })) })),
    };
  });
const filters: fc.Arbitrary<OwnershipOptions> = fc.record({
  minimumShare: fc.constantFrom(0, 25, 60),
  kinds: fc.subarray(["equity", "votes", "control"] as const, { minLength: 1 }),
  ended: fc.boolean(),
  byCountry: fc.boolean(),
  most: fc.constantFrom(4, 400),
  folded: fc.subarray(["p1", "p2"]),
  opened: fc.subarray(["p3", "country CN below p0", "country US above p0"]),
});

describe("chart, table and outline of one selection", () => {
  it("have the same members and counts under every filter, on one day and on two", () => {
    fc.assert(
      fc.property(families, filters, fc.boolean(), (traced, chosen, isCompared) => {
        const both = comparedFamilies({ ...traced, asOf: "2019-01-01", owners: traced.owners.slice(1) }, traced);
        const [shown, options]: [TracedParty, OwnershipOptions] = isCompared
          ? [both.traced, { ...chosen, compared: { since: both.since, changes: both.changes } }]
          : [traced, chosen];
        const view = ownershipView(shown, options);
        const family = { traced: shown, options, view };
        const props = { family, selected: "", onSelect: () => {} };
        const drawn = standings(ownershipScene(shown, options));
        const idsOf = (kind: string) => drawn.filter((one) => one.kind === kind).map(({ id }) => id);

        const table = renderToStaticMarkup(createElement(OwnershipTable, props));
        const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) => row.replace(/<[^>]*>/g, "|")).slice(1);
        const inTable = (test: RegExp) => rows.filter((row) => test.test(row)).length;
        expect(inTable(/^\|+([+−] )?\d+\|/)).toBe(idsOf("interest").length);
        expect(inTable(/^\|+group\|/)).toBe(idsOf("group").length);
        expect(inTable(/^\|+unknown\|/)).toBe(idsOf("gap").length / 2);
        expect(inTable(/^\|+\+\d+\|.*more part/)).toBe(idsOf("more").length);
        for (const { number, owner, owned } of view.links) {
          const row = rows.find((one) => new RegExp(`^\\|+([+−] )?${number}\\|`).test(one)) ?? "";
          expect(row).toContain(`P${owner.slice(1)}`);
          expect(row).toContain(`P${owned.slice(1)}`);
        }

        const outline = renderToStaticMarkup(createElement(OwnershipOutline, props));
        expect([...outline.matchAll(/interest (\d+):/g)].map(([, number]) => number).sort()).toEqual(idsOf("interest").sort());
        expect([...outline.matchAll(/Drawn as one/g)].length).toBe(idsOf("group").length);
        expect([...outline.matchAll(/more part(y|ies) on file/g)].length).toBe(idsOf("more").length);
        const counted = countOutline(outlineOf(view, shown.party));
        expect(counted).toEqual({
          ...{ parties: idsOf("party").length, interests: idsOf("interest").length, gaps: idsOf("gap").length / 2 },
          ...{ groups: idsOf("group").length, unsought: view.unsought.size },
        });
        // Nobody is lost: drawn, in a group, or tied by nothing that is shown.
        const grouped = view.folded.flatMap(({ members }) => members);
        expect(idsOf("party").length + grouped.length + view.hidden.parties).toBe(shown.parties.length);
        const boxes = idsOf("party").length + idsOf("group").length + idsOf("gap").length / 2;
        expect(boxes).toBeLessThanOrEqual(Math.max(options.most ?? 400, 1));
      }),
      { numRuns: 150 },
    );
  });
});
