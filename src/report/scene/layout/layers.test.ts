import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broadest, placeLayers } from "./layers.js";
import type { LooseBox, LooseLine, PlacedLayers } from "./placed.js";

const box = (at: number): LooseBox => ({ id: `b${at}`, width: 216, height: 84, inset: 6 });
const line = (key: number, from: number, to: number): LooseLine => ({
  ...{ key: `${key}`, from: `b${from}`, to: `b${to}`, label: { width: 70, height: 16 }, weight: (key * 37) % 100 },
});
const chart = (ties: readonly (readonly [from: number, to: number])[]) => {
  const count = 1 + Math.max(0, ...ties.flat());
  return { boxes: Array.from({ length: count }, (_, at) => box(at)), lines: ties.map(([from, to], at) => line(at + 1, from, to)) };
};

/** Trees of 400 boxes: each but the first hangs on an earlier one. */
const tree = (parent: (at: number) => number) => Array.from({ length: 399 }, (_, at) => [parent(at + 1), at + 1] as const);
const upwards = (ties: readonly (readonly [number, number])[]) => ties.map(([from, to]) => [to, from] as const);
const families = {
  "three below each": tree((at) => Math.floor((at - 1) / 3)),
  "two above each": upwards(tree((at) => Math.floor((at - 1) / 2))),
  "twenty with twenty each": tree((at) => (at <= 20 ? 0 : 1 + ((at - 21) % 20))),
  "four hundred below one": tree(() => 0),
  "a long chain with one beside each": tree((at) => (at % 2 ? Math.max(0, at - 1) : Math.max(0, at - 2))),
  "above and below": [
    ...tree((at) => Math.floor((at - 1) / 4)).slice(0, 199),
    ...upwards(tree((at) => (at < 204 ? 0 : 200 + Math.floor((at - 204) / 4)))).slice(199),
  ],
  "two stakes in the same": tree((at) => Math.floor((at - 1) / 5)).flatMap((tie) => [tie, tie]),
};

describe("a chart of many boxes", () => {
  it.each(Object.entries(families))("is at most 6,000 pixels broad, nothing over anything: %s", (_, ties) => {
    const { boxes, lines } = chart(ties);
    const placed = placeLayers(boxes, lines, "b0");
    expect(placed.width).toBeLessThanOrEqual(broadest);
    expect(placed.boxes.map(({ id }) => id).sort()).toEqual(boxes.map(({ id }) => id).sort());
    expect(placed.lines.map(({ key }) => key).sort()).toEqual(lines.map(({ key }) => key).sort());
    expect(overlaps(placed)).toEqual([]);
  });

  it("has the same places in whatever order its boxes and lines are given", () => {
    const { boxes, lines } = chart(
      tree((at) => Math.floor((at - 1) / 3))
        .slice(0, 60)
        .flatMap((tie) => [tie, [0, tie[1]] as const])
        .filter(([from, to]) => from < to),
    );
    const { boxes: treeBoxes, lines: treeLines } = chart(families["three below each"]);
    const shuffled = fc.tuple(
      fc.shuffledSubarray(treeBoxes, { minLength: treeBoxes.length }),
      fc.shuffledSubarray(treeLines, { minLength: treeLines.length }),
      fc.shuffledSubarray(boxes, { minLength: boxes.length }),
      fc.shuffledSubarray(lines, { minLength: lines.length }),
    );
    const [whole, small] = [placesOf(placeLayers(treeBoxes, treeLines, "b0")), placesOf(placeLayers(boxes, lines, "b0"))];
    fc.assert(
      fc.property(shuffled, ([someBoxes, someLines, otherBoxes, otherLines]) => {
        expect(placesOf(placeLayers(someBoxes, someLines, "b0"))).toEqual(whole);
        expect(placesOf(placeLayers(otherBoxes, otherLines, "b0"))).toEqual(small);
      }),
      { numRuns: 3 },
    );
  });
});

function placesOf({ boxes }: PlacedLayers): [string, number, number][] {
  return boxes.map(({ id, x, y }): [string, number, number] => [id, x, y]).sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Boxes over boxes, labels over boxes or labels, and lines that end at no box and at no bar. */
function overlaps({ boxes, lines, bars }: PlacedLayers): string[] {
  const rooms = [
    ...boxes.map(({ id, x, y, width, height }) => ({
      name: id,
      left: x - width / 2,
      right: x + width / 2,
      top: y - height / 2,
      bottom: y + height / 2,
    })),
    ...lines.map(({ key, labelAt: { x, y }, label: { width, height }, beside }) => {
      const left = beside ? x : x - width / 2;
      return { name: `label ${key}`, left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
    }),
  ];
  const found = rooms.flatMap((one, at) =>
    rooms
      .slice(at + 1)
      .filter(
        (other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1,
      )
      .map((other) => `${one.name} over ${other.name}`),
  );
  const isOn = (from: { x: number; y: number }, to: { x: number; y: number }, { x, y }: { x: number; y: number }) =>
    Math.abs(Math.hypot(x - from.x, y - from.y) + Math.hypot(to.x - x, to.y - y) - Math.hypot(to.x - from.x, to.y - from.y)) < 0.5;
  for (const { key, points } of lines) {
    for (const end of [points[0], points.at(-1)]) {
      if (!end) continue;
      const meetsBox = boxes.some(
        ({ x, y, width, height }) => Math.abs(end.x - x) <= width / 2 && Math.abs(Math.abs(end.y - y) - height / 2) < 1,
      );
      const meetsBar = bars.some((bar) => bar.points.some((point, at) => at > 0 && isOn(bar.points[at - 1] ?? point, point, end)));
      if (!meetsBox && !meetsBar) found.push(`line ${key} ends at nothing`);
    }
  }
  return found;
}
