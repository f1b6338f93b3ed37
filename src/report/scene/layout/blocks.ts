import { byText } from "../../../model/order.js";
import { type Hanging, levelBar, type Side, trunkOf } from "./hanging.js";
import { type LooseBox, type LooseLine, type PlacedLayers, type Point, round } from "./placed.js";

const gap = 26;
/** From the bar of a row to its boxes: room for the label. */
const stub = 44;
const betweenRows = 16;
/** How far the two lines of a box with two stakes in the same one are apart. */
const apart = 32;
/** Rows are about this much broader than all of them are high. */
const breadth = 1.6;
/** Two boxes beside each other. */
const narrowest = 500;

/** A box with all that hangs on nothing else: what it holds, and what that holds; or its owners, and theirs. */
interface Block {
  box: LooseBox;
  /** To the one that it hangs on: one, or two. */
  lines: LooseLine[];
  members: Block[];
  count: number;
}

/** Room that a block takes: on both sides of the line that it hangs on, and from its bar outwards. */
interface Sized {
  block: Block;
  left: number;
  right: number;
  depth: number;
  rows: Row[];
}

interface Row {
  /** From the bar that its box's rows begin at. */
  at: number;
  members: { sized: Sized; x: number }[];
}

/**
 * Whatever hangs on one box alone, in rows that are broken before they grow broad: every tree at the edge of a family. The larger stake comes first, and of
 * what has more on it the smaller; the order in which boxes are given changes nothing.
 *
 * @param most how broad all of it may be together
 */
export function blocksOf(boxes: readonly LooseBox[], lines: readonly LooseLine[], centre: string, most: number): Hanging[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  return (["above", "below"] as const).flatMap((side) => {
    const roots = [...rootsOf(byId, lines, centre, side)].sort(([left], [right]) => byText(left, right));
    const budget = Math.max(narrowest, most / Math.max(1, roots.length));
    return roots.map(([hub, members]): Hanging => {
      const { rows, left, right, depth } = inRows(members, side, budget);
      return {
        ...{ id: `blocks ${side} ${hub}`, hub, side, members: members.flatMap(idsOf) },
        size: { width: left + right, height: depth },
        add(middle, hubBox, placed) {
          const x = round(middle.x - (left + right) / 2 + left);
          const from = side === "below" ? middle.y - depth / 2 : middle.y + depth / 2;
          const outwards = (v: number) => round(side === "below" ? from + v : from - v);
          addRows(rows, { x, v: 0 }, outwards, side, placed);
          const bars = rows.map(({ at }) => outwards(at));
          placed.bars.push(trunkOf(side, hubBox, x, outwards(0), bars));
        },
      };
    });
  });
}

/** Ids of those who hang on one other alone, with all that hangs on them. */
export function hangingAlone(ids: readonly string[], lines: readonly Pick<LooseLine, "from" | "to">[], centre: string): Set<string> {
  const loose = ids.map((id): LooseBox => ({ id, width: 0, height: 0, inset: 0 }));
  const all = lines.map((line, at): LooseLine => ({ ...line, key: String(at), label: { width: 0, height: 0 } }));
  return new Set(blocksOf(loose, all, centre, 0).flatMap(({ members }) => members));
}

function idsOf({ box, members }: Block): string[] {
  return [box.id, ...members.flatMap(idsOf)];
}

/** Blocks by the box that they hang on, which is in none itself. */
function rootsOf(boxes: ReadonlyMap<string, LooseBox>, lines: readonly LooseLine[], centre: string, side: Side): Map<string, Block[]> {
  // Seen from the middle of the family outwards: `inner` is the end that is nearer to it.
  const inwards = new Map<string, LooseLine[]>();
  const outwards = new Map<string, LooseLine[]>();
  const innerOf = (line: LooseLine) => (side === "below" ? line.from : line.to);
  const outerOf = (line: LooseLine) => (side === "below" ? line.to : line.from);
  for (const line of lines) {
    noteIn(inwards, outerOf(line), line);
    noteIn(outwards, innerOf(line), line);
  }
  const known = new Map<string, Block | null>();
  const blockOf = (id: string): Block | null => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, null);
    const box = boxes.get(id);
    const own = inwards.get(id) ?? [];
    const hubs = new Set(own.map(innerOf));
    if (!box || id === centre || hubs.size !== 1 || own.length > 2 || hubs.has(id)) return null;
    const further = [...new Set((outwards.get(id) ?? []).map(outerOf))].map(blockOf);
    if (further.includes(null)) return null;
    const members = further as Block[];
    const block = { box, lines: own, members, count: 1 + members.reduce((sum, { count }) => sum + count, 0) };
    known.set(id, block);
    return block;
  };
  for (const id of boxes.keys()) blockOf(id);
  const roots = new Map<string, Block[]>();
  for (const [id, block] of known) {
    const [line] = inwards.get(id) ?? [];
    if (block && line && !known.get(innerOf(line))) noteIn(roots, innerOf(line), block);
  }
  return roots;
}

function noteIn<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

function inRows(blocks: readonly Block[], side: Side, budget: number): { rows: Row[]; left: number; right: number; depth: number } {
  // Two that have more on them must have room beside each other.
  const further = blocks.filter(({ members }) => members.length > 0).length > 1 ? Math.max(narrowest, budget / 2) : budget;
  const sized = [...blocks].sort(inOrder).map((block) => sizeOf(block, side, further));
  const wide = ({ left, right }: Sized) => left + right + gap;
  const area = sized.reduce((sum, one) => sum + wide(one) * (one.depth + betweenRows), 0);
  const most = Math.min(budget, Math.max(4 * 242, Math.sqrt(breadth * area)));
  const rows: Sized[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const one of sized) {
    if (filled + wide(one) > most) {
      rows.push([]);
      filled = 0;
    }
    rows.at(-1)?.push(one);
    filled += wide(one);
  }
  let [left, right, depth] = [0, 0, 0];
  const placed = rows.map((row, number): Row => {
    const at = depth + betweenRows;
    const members = number === rows.length - 1 && row.length === 1 ? row.map((one) => ({ sized: one, x: 0 })) : besideTrunk(row);
    left = Math.max(left, ...members.map(({ sized: one, x }) => one.left - x));
    right = Math.max(right, ...members.map(({ sized: one, x }) => one.right + x));
    depth = at + Math.max(...row.map((one) => one.depth));
    return { at, members };
  });
  return { rows: placed, left, right, depth };
}

/** Larger stakes first among boxes with nothing further on them, which come before others, and the more hangs on those the later. */
function inOrder(one: Block, other: Block): number {
  const [stake, otherStake] = [one, other].map(({ lines }) => Math.max(...lines.map(({ weight = 0 }) => weight))) as [number, number];
  return one.count - other.count || otherStake - stake || byText(one.box.id, other.box.id);
}

function sizeOf(block: Block, side: Side, budget: number): Sized {
  const { box, lines, members } = block;
  const further = members.length > 0 ? inRows(members, side, budget) : { rows: [], left: 0, right: 0, depth: 0 };
  const [first, second] = lines;
  const label = (line: LooseLine | undefined) => (line ? line.label.width + 14 : 0);
  const [toLeft, toRight] = second ? [apart / 2 + label(first), apart / 2 + label(second)] : [0, label(first)];
  return {
    block,
    left: Math.max(box.width / 2, further.left, toLeft),
    right: Math.max(box.width / 2, further.right, toRight),
    depth: stub + box.height + (box.above ?? 0) + further.depth,
    rows: further.rows,
  };
}

/** Members of a row on both sides of the line that leads past it, about as many on the left as on the right. */
function besideTrunk(row: readonly Sized[]): Row["members"] {
  const half = row.reduce((sum, { left, right }) => sum + left + right, 0) / 2;
  let count = 0;
  for (let filled = 0; count < row.length - 1 && filled < half; count++) filled += (row[count]?.left ?? 0) + (row[count]?.right ?? 0);
  const members: Row["members"] = [];
  let edge = -gap / 2;
  for (const sized of row.slice(0, count).reverse()) {
    members.unshift({ sized, x: edge - sized.right });
    edge -= sized.left + sized.right + gap;
  }
  edge = gap / 2;
  for (const sized of row.slice(count)) {
    members.push({ sized, x: edge + sized.left });
    edge += sized.left + sized.right + gap;
  }
  return members;
}

function addRows(
  rows: readonly Row[],
  from: { x: number; v: number },
  outwards: (v: number) => number,
  side: Side,
  placed: PlacedLayers,
): void {
  for (const { at, members } of rows) {
    const bar = from.v + at;
    const ends = members.flatMap(({ sized, x }) => addBlock(sized, { x: round(from.x + x), v: bar }, outwards, side, placed));
    placed.bars.push(levelBar(Math.min(from.x, ...ends), Math.max(from.x, ...ends), outwards(bar)));
  }
}

/** Places a block with what hangs on it; gives where its lines meet the bar. */
function addBlock(
  { block: { box, lines }, rows }: Sized,
  { x, v }: { x: number; v: number },
  outwards: (v: number) => number,
  side: Side,
  placed: PlacedLayers,
): number[] {
  const above = box.above ?? 0;
  const edge = v + stub + (side === "below" ? above : 0);
  placed.boxes.push({ ...box, x, y: round(outwards(edge + box.height / 2)) });
  const xs = lines.length === 1 ? [x] : [x - apart / 2, x + apart / 2];
  lines.forEach((line, at) => {
    const on = xs[at] ?? x;
    const ends: [Point, Point] = [
      { x: on, y: outwards(v) },
      { x: on, y: outwards(edge) },
    ];
    const toLeft = lines.length > 1 && at === 0;
    placed.lines.push({
      ...line,
      points: side === "below" ? ends : ends.reverse(),
      labelAt: { x: round(toLeft ? on - 3 - line.label.width : on + 7), y: round(outwards((v + edge) / 2)) },
      beside: true,
      arrow: side === "below",
    });
  });
  const far = edge + box.height + (side === "above" ? above : 0);
  if (rows.length > 0) {
    addRows(rows, { x, v: far }, outwards, side, placed);
    const last = outwards(far + Math.max(...rows.map(({ at }) => at)));
    const points = [
      { x, y: outwards(edge + box.height) },
      { x, y: last },
    ];
    placed.bars.push({ points: side === "below" ? points : points.reverse(), arrow: side === "above" });
  }
  return xs;
}
