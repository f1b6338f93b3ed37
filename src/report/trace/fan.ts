import type { ChartBox, ChartLine } from "./layout.js";
import { labelWidth, type Size } from "./size.js";

/** Boxes side by side before a row is broken. Even, so that the middle is free for the line that leads to every row. */
export const mostInRow = 4;

const gap = 26;
/** From the bar of a row to its boxes: room for the label. */
const stub = 44;
const betweenRows = 16;

/** Parties with one tie only, to the same party and on the same side: drawn in rows that hang on one line. */
export interface Fan {
  id: string;
  /** The party that they own, or that owns them. */
  hub: string;
  side: "above" | "below";
  members: { box: ChartBox; line: ChartLine }[];
}

/** The fans of a chart: groups that would be broader than one row. */
export function fansOf(boxes: ChartBox[], lines: ChartLine[], subject: string): Fan[] {
  const ties = new Map<string, ChartLine[]>();
  for (const line of lines) for (const id of [line.from, line.to]) ties.set(id, [...(ties.get(id) ?? []), line]);
  const groups = new Map<string, Fan>();
  for (const box of boxes) {
    const [line, ...others] = ties.get(box.id) ?? [];
    if (!line || others.length > 0 || box.id === subject || line.from === line.to) continue;
    const side = line.from === box.id ? "above" : "below";
    const hub = side === "above" ? line.to : line.from;
    const id = `fan ${side} ${hub}`;
    const fan = groups.get(id) ?? { id, hub, side, members: [] };
    fan.members.push({ box, line });
    groups.set(id, fan);
  }
  return [...groups.values()].filter(({ members }) => members.length > mostInRow);
}

interface Row {
  members: Fan["members"];
  height: number;
}

function rowsOf(fan: Fan, sizeOf: (box: ChartBox) => Size): Row[] {
  const count = Math.ceil(fan.members.length / mostInRow);
  return Array.from({ length: count }, (_, at) => {
    const members = fan.members.slice(at * mostInRow, (at + 1) * mostInRow);
    return { members, height: Math.max(...members.map(({ box }) => sizeOf(box).height)) };
  });
}

function cellWidth(fan: Fan, sizeOf: (box: ChartBox) => Size): number {
  return Math.max(...fan.members.map(({ box }) => sizeOf(box).width)) + gap;
}

/** What labels beside the outermost lines need beyond their cell. */
function overhang(fan: Fan, sizeOf: (box: ChartBox) => Size): number {
  const widest = Math.max(...fan.members.map(({ line }) => labelWidth(line.label)));
  return Math.max(0, widest + 10 - cellWidth(fan, sizeOf) / 2);
}

/** The room that a fan takes. */
export function fanSize(fan: Fan, sizeOf: (box: ChartBox) => Size): Size {
  const rows = rowsOf(fan, sizeOf);
  return {
    width: cellWidth(fan, sizeOf) * mostInRow + 2 * overhang(fan, sizeOf),
    height: rows.reduce((sum, { height }) => sum + height + stub + betweenRows, 0),
  };
}

export interface Point {
  x: number;
  y: number;
}

/** Where the parts of a fan are, given its top left corner and size. */
export interface PlacedFan {
  boxes: { id: string; x: number; y: number }[];
  lines: { key: string; points: Point[] }[];
  /** Bars and the line between them: they bear no kind of their own. */
  bars: Point[][];
}

export function placeFan(fan: Fan, corner: Point, sizeOf: (box: ChartBox) => Size): PlacedFan {
  const cell = cellWidth(fan, sizeOf);
  const left = corner.x + overhang(fan, sizeOf);
  const top = corner.y;
  const middle = left + (cell * mostInRow) / 2;
  const { height } = fanSize(fan, sizeOf);
  const placed: PlacedFan = { boxes: [], lines: [], bars: [] };
  const bars: number[] = [];
  let y = top;
  for (const row of rowsOf(fan, sizeOf)) {
    const bar = fan.side === "below" ? y + betweenRows : y + row.height + stub;
    const centre = fan.side === "below" ? bar + stub + row.height / 2 : y + row.height / 2;
    const xs = row.members.map((_, at) => left + cell * (at + 0.5));
    row.members.forEach(({ box, line }, at) => {
      const x = xs[at] ?? middle;
      const half = sizeOf(box).height / 2;
      placed.boxes.push({ id: box.id, x, y: centre });
      const ends =
        fan.side === "below"
          ? [
              { x, y: bar },
              { x, y: centre - half },
            ]
          : [
              { x, y: centre + half },
              { x, y: bar },
            ];
      placed.lines.push({ key: line.key, points: ends });
    });
    placed.bars.push([
      { x: Math.min(middle, ...xs), y: bar },
      { x: Math.max(middle, ...xs), y: bar },
    ]);
    bars.push(bar);
    y += row.height + stub + betweenRows;
  }
  const [from, to] = fan.side === "below" ? [top, Math.max(...bars)] : [Math.min(...bars), top + height];
  placed.bars.push([
    { x: middle, y: from },
    { x: middle, y: to },
  ]);
  return placed;
}
