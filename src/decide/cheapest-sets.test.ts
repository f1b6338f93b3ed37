import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CoverInstance, cheapestSets } from "./cheapest-sets.js";

/** Every set of columns that covers the rows and would not without one of its columns, the cheapest only: by trying all subsets. */
function byTrying({ costs, rows }: CoverInstance): { cost: number; sets: number[][] } {
  const masks = rows.map((row) => row.reduce((mask, column) => mask | (1 << column), 0));
  const covers = (mask: number) => masks.every((row) => (row & mask) !== 0);
  const columns = (mask: number) => costs.flatMap((_, column) => (mask & (1 << column) ? [column] : []));
  const covering = Array.from({ length: 1 << costs.length }, (_, mask) => mask).filter(covers);
  const least = covering.filter((mask) => columns(mask).every((column) => !covers(mask & ~(1 << column))));
  const cost = (mask: number) => columns(mask).reduce((sum, column) => sum + (costs[column] ?? 0), 0);
  const lowest = Math.min(...least.map(cost));
  return { cost: lowest, sets: least.filter((mask) => Math.abs(cost(mask) - lowest) < 1e-9 * lowest + 1e-12).map(columns) };
}

const sorted = (sets: number[][]) => sets.map((set) => set.join()).sort();

const instances = fc.integer({ min: 1, max: 9 }).chain((columns) =>
  fc.record({
    costs: fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0.1, 0.2, 0.3, 2500, 1_000_000)), {
      minLength: columns,
      maxLength: columns,
    }),
    rows: fc.array(fc.uniqueArray(fc.nat({ max: columns - 1 }), { minLength: 1, maxLength: columns }), { maxLength: 14 }),
  }),
);

describe("the cheapest sets", () => {
  it("are those that trying every subset finds: the cost, and every tie", async () => {
    await fc.assert(
      fc.asyncProperty(instances, async (instance) => {
        const found = await cheapestSets(instance, 1000);
        const expected = byTrying(instance);
        expect(found.complete).toBe(true);
        expect(found.cost).toBeCloseTo(expected.cost, 6);
        expect(sorted(found.sets)).toEqual(sorted(expected.sets));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("of 0.1 + 0.2 and 0.3 tie, though their sums differ in the last digit", async () => {
    const found = await cheapestSets(
      {
        costs: [0.1, 0.2, 0.3],
        rows: [
          [0, 2],
          [1, 2],
        ],
      },
      10,
    );
    expect(found.sets).toEqual([[0, 1], [2]]);
  });

  it("are found where costs are far apart: the solver's own tolerance decides nothing", async () => {
    const rows = [[0, 1], [2, 3], [4]];
    const found = await cheapestSets({ costs: [1, 2, 3, 3, 5_000_000], rows }, 10);
    expect(found.sets).toEqual([
      [0, 2, 4],
      [0, 3, 4],
    ]);
  });

  it("say when there are more than were asked for", async () => {
    const found = await cheapestSets({ costs: [1, 1, 1], rows: [[0, 1, 2]] }, 2);
    expect([found.cost, found.sets.length, found.complete]).toEqual([1, 2, false]);
  });

  it("are the empty one where nothing has to be covered, and there are none where something cannot be", async () => {
    expect(await cheapestSets({ costs: [1], rows: [] }, 10)).toEqual({ cost: 0, sets: [[]], complete: true });
    await expect(cheapestSets({ costs: [1], rows: [[0], []] }, 10)).rejects.toThrow("cannot be covered");
  });
});
