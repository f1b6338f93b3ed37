import type { TracedLink } from "../../../model/index.js";
import { hangingAlone } from "../layout/blocks.js";
import type { Tree } from "./fold.js";

/** Pixels that a box, a group of boxes in rows and a line on its way past take beside each other, about. */
const boxRoom = 242;
const rowsRoom = 620;
const lineRoom = 50;
/** How broad a generation may be by these: a chart of up to 6,000 pixels can be read. */
const room = 4_400;

/** What is drawn of a family, and who is not because a generation would be too broad. */
export interface Narrowed {
  kept: ReadonlySet<string>;
  tooBroad: readonly string[];
}

/**
 * Leaves out of each generation what would make it too broad: whatever hangs on one party alone is placed in rows, those with ties to several stand
 * beside each other. As many of those are drawn as have room.
 */
export function narrowed(tree: Tree, kept: ReadonlySet<string>, inTurn: readonly string[]): Narrowed {
  const [subject] = tree.order;
  const there = tree.links.filter(({ owner, owned }) => kept.has(owner) && kept.has(owned));
  const lines = there.map(({ owner, owned }) => ({ from: owner, to: owned }));
  const alone = hangingAlone([...kept], lines, subject?.id ?? "");
  const generations = generationsOf(tree);
  let least: Narrowed = { kept, tooBroad: [] };
  for (let abreast = 24; abreast >= 2; abreast--) {
    least = limited(tree, kept, { inTurn, alone, generations, abreast });
    if (broadestGeneration(tree, least, alone, there, generations) <= room) return least;
  }
  return least;
}

/** How many ties above or below the party asked about each stands. */
function generationsOf({ order, parents }: Tree): Map<string, number> {
  const generations = new Map<string, number>();
  for (const { id } of order) {
    const parent = parents.get(id);
    generations.set(id, parent ? (generations.get(parent.hub) ?? 0) + (parent.side === "above" ? -1 : 1) : 0);
  }
  return generations;
}

interface Limit {
  inTurn: readonly string[];
  alone: ReadonlySet<string>;
  generations: ReadonlyMap<string, number>;
  abreast: number;
}

function limited({ parents }: Tree, kept: ReadonlySet<string>, { inTurn, alone, generations, abreast }: Limit): Narrowed {
  const narrow = new Set<string>();
  const tooBroad: string[] = [];
  const filled = new Map<number, number>();
  for (const id of inTurn) {
    const parent = parents.get(id);
    if (!kept.has(id) || (parent && !narrow.has(parent.hub))) continue;
    const generation = generations.get(id) ?? 0;
    const beside = filled.get(generation) ?? 0;
    if (!alone.has(id) && beside >= abreast) tooBroad.push(id);
    else {
      narrow.add(id);
      if (!alone.has(id)) filled.set(generation, beside + 1);
    }
  }
  return { kept: narrow, tooBroad };
}

/** About how broad the broadest generation is: its boxes, what hangs on the one before, and the lines that pass. */
function broadestGeneration(
  { parents }: Tree,
  { kept, tooBroad }: Narrowed,
  alone: ReadonlySet<string>,
  links: readonly TracedLink[],
  generations: ReadonlyMap<string, number>,
): number {
  const rooms = new Map<number, number>();
  const take = (generation: number, more: number) => rooms.set(generation, (rooms.get(generation) ?? 0) + more);
  const hanging = new Map<string, { generation: number; count: number }>();
  const left = new Set(tooBroad);
  const groups = new Set<string>();
  for (const [id, { hub, side }] of parents) {
    const generation = generations.get(id) ?? 0;
    if (kept.has(id) && !alone.has(id)) take(generation, boxRoom);
    if (!kept.has(hub) || (kept.has(id) ? !alone.has(id) || alone.has(hub) : !left.has(id))) continue;
    const key = `${side} ${hub}`;
    // All who are left out there are one box.
    if (left.has(id) && groups.has(key)) continue;
    if (left.has(id)) groups.add(key);
    const known = hanging.get(key) ?? { generation, count: 0 };
    hanging.set(key, { generation, count: known.count + 1 });
  }
  for (const { generation, count } of hanging.values()) take(generation, count > 1 ? rowsRoom : boxRoom);
  for (const { owner, owned } of links) {
    if (!kept.has(owner) || !kept.has(owned) || alone.has(owner) || alone.has(owned)) continue;
    const [one, other] = [generations.get(owner) ?? 0, generations.get(owned) ?? 0];
    for (let at = Math.min(one, other); at < Math.max(one, other); at++) take(at, lineRoom);
  }
  return Math.max(0, ...rooms.values());
}
