import type { LooseLine, PlacedLayers } from "../layout/placed.js";
import type { Move, StandsFor } from "../node.js";

/** Where the arrow keys lead: up to the first owner, down to the first of what is owned, left and right along the row. */
export function neighbours({ boxes }: PlacedLayers, lines: readonly LooseLine[]): Map<string, NonNullable<StandsFor["near"]>> {
  const near = new Map<string, { [move in Move]?: string }>(boxes.map(({ id }) => [id, {}]));
  const place = new Map(boxes.map((box) => [box.id, box]));
  const leftmost = (one: string | undefined, other: string) =>
    one === undefined || (place.get(other)?.x ?? 0) < (place.get(one)?.x ?? 0) ? other : one;
  for (const { from, to } of lines) {
    const [above, below] = [near.get(from), near.get(to)];
    if (!above || !below || from === to) continue;
    above.down = leftmost(above.down, to);
    below.up = leftmost(below.up, from);
  }
  const rows = rowsOf(boxes);
  for (const row of rows) {
    row.forEach(({ id }, at) => {
      const one = near.get(id);
      const [left, right] = [row[at - 1], row[at + 1]];
      if (one && left) one.left = left.id;
      if (one && right) one.right = right.id;
    });
  }
  return near;
}

function rowsOf(boxes: PlacedLayers["boxes"]): PlacedLayers["boxes"][] {
  const rows = new Map<number, PlacedLayers["boxes"]>();
  for (const box of boxes) {
    const key = Math.round(box.y / 12);
    const row = rows.get(key);
    if (row) row.push(box);
    else rows.set(key, [box]);
  }
  return [...rows.values()].map((row) => row.sort((left, right) => left.x - right.x));
}
