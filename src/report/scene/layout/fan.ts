import { byText } from "../../../model/order.js";
import { type Hanging, levelBar, type Side, trunkOf } from "./hanging.js";
import { type LooseBox, type LooseLine, type PlacedBox, type PlacedLayers, type Point, round, type Size } from "./placed.js";

/** Boxes side by side before a row is broken. Even, so that the middle is free for the line that leads to every row. */
export const mostInRow = 4;

const gap = 26;
/** From the bar of a row to its boxes: room for the label. */
const stub = 44;
const betweenRows = 16;

/** Boxes with one line only, to the same box and on the same side: drawn in rows that hang on one line. */
interface Fan {
  hub: string;
  side: Side;
  members: { box: LooseBox; line: LooseLine }[];
}

/** The fans of a chart: groups that would be broader than one row. */
export function fansOf(boxes: readonly LooseBox[], lines: readonly LooseLine[], centre: string): Hanging[] {
  const ties = new Map<string, LooseLine[]>();
  const tie = (id: string, line: LooseLine) => {
    const known = ties.get(id);
    if (known) known.push(line);
    else ties.set(id, [line]);
  };
  for (const line of lines) {
    tie(line.from, line);
    tie(line.to, line);
  }
  const groups = new Map<string, Fan>();
  for (const box of boxes) {
    const [line, ...others] = ties.get(box.id) ?? [];
    if (!line || others.length > 0 || box.id === centre || line.from === line.to) continue;
    const side = line.from === box.id ? "above" : "below";
    const hub = side === "above" ? line.to : line.from;
    // Two boxes that hang on nothing but each other are no fan.
    if ((ties.get(hub)?.length ?? 0) <= mostInRow) continue;
    const id = `fan ${side} ${hub}`;
    const fan = groups.get(id) ?? { hub, side, members: [] };
    fan.members.push({ box, line });
    groups.set(id, fan);
  }
  return [...groups]
    .filter(([, { members }]) => members.length > mostInRow)
    .map(([id, { members, ...fan }]): Hanging => {
      const ordered = { ...fan, members: [...members].sort(byStake) };
      return {
        ...{ id, hub: fan.hub, side: fan.side, members: members.map(({ box }) => box.id), size: fanSize(ordered) },
        add: (middle, hub, placed) => addFan(ordered, middle, hub, placed),
      };
    });
}

/** The larger stake first. */
function byStake(one: Fan["members"][number], other: Fan["members"][number]): number {
  return (other.line.weight ?? 0) - (one.line.weight ?? 0) || byText(one.box.id, other.box.id);
}

interface Row {
  members: Fan["members"];
  height: number;
}

function rowsOf(fan: Fan): Row[] {
  const count = Math.ceil(fan.members.length / mostInRow);
  return Array.from({ length: count }, (_, at) => {
    const members = fan.members.slice(at * mostInRow, (at + 1) * mostInRow);
    return { members, height: Math.max(...members.map(({ box }) => box.height + (box.above ?? 0))) };
  });
}

function cellWidth(fan: Fan): number {
  return Math.max(...fan.members.map(({ box }) => box.width)) + gap;
}

/** What labels beside the outermost lines need beyond their cell. */
function overhang(fan: Fan): number {
  const widest = Math.max(...fan.members.map(({ line }) => line.label.width));
  return Math.max(0, widest + 10 - cellWidth(fan) / 2);
}

/** The room that a fan takes. */
function fanSize(fan: Fan): Size {
  return {
    width: cellWidth(fan) * mostInRow + 2 * overhang(fan),
    height: rowsOf(fan).reduce((sum, { height }) => sum + height + stub + betweenRows, 0),
  };
}

/** Adds a fan, given the middle of its room and the box that it hangs on, to what is placed. */
function addFan(fan: Fan, middleOfRoom: Point, hub: PlacedBox, placed: PlacedLayers): void {
  const { width, height } = fanSize(fan);
  const top = middleOfRoom.y - height / 2;
  const cell = cellWidth(fan);
  const left = middleOfRoom.x - width / 2 + overhang(fan);
  const middle = round(left + (cell * mostInRow) / 2);
  const bars: number[] = [];
  let y = top;
  for (const row of rowsOf(fan)) {
    const below = fan.side === "below";
    const bar = round(below ? y + betweenRows : y + row.height + stub);
    const xs = row.members.map((_, at) => round(left + cell * (at + 0.5)));
    row.members.forEach(({ box, line }, at) => {
      const x = xs[at] ?? middle;
      const half = box.height / 2;
      // Rows above a bar stand on it, rows below hang from it.
      const centre = round(below ? bar + stub + (box.above ?? 0) + half : y + row.height - half);
      const edge = round(below ? centre - half : centre + half);
      const [from, to] = below ? [bar, edge] : [edge, bar];
      placed.boxes.push({ ...box, x, y: centre });
      placed.lines.push({
        ...line,
        points: [
          { x, y: from },
          { x, y: to },
        ],
        labelAt: { x: round(x + 7), y: round((from + to) / 2) },
        beside: true,
        arrow: below,
      });
    });
    placed.bars.push(levelBar(Math.min(middle, ...xs), Math.max(middle, ...xs), bar));
    bars.push(bar);
    y += row.height + stub + betweenRows;
  }
  placed.bars.push(trunkOf(fan.side, hub, middle, fan.side === "below" ? top : top + height, bars));
}
