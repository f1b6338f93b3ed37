import { Graph, layout } from "@dagrejs/dagre";
import { type Fan, fanSize, fansOf, type Point, placeFan } from "./fan.js";
import { boxSize, labelWidth, lineHeight } from "./size.js";

/** A box of the chart before it has a place. Lines are what it says, from the top; the first ones are the name. */
export interface ChartBox {
  id: string;
  lines: string[];
  nameLines: number;
}

/** A line from an owner to what it owns; several between the same two are told apart by their key. */
export interface ChartLine {
  key: string;
  from: string;
  to: string;
  label: string;
}

export interface PlacedBox extends ChartBox {
  /** Middle of the box, in pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedLine extends ChartLine {
  points: Point[];
  /** Middle of the label; of one that stands beside its line, the start. */
  labelAt: Point;
  labelWidth: number;
  beside: boolean;
  /** It ends at a box; otherwise at the bar of a fan, and the arrow stands further on. */
  arrow: boolean;
}

export interface PlacedChart {
  width: number;
  height: number;
  boxes: PlacedBox[];
  lines: PlacedLine[];
  /** Lines that several interests share on their way. */
  bars: { points: Point[]; arrow: boolean }[];
}

/**
 * Places boxes in layers, owners above, by dagre (Sugiyama's method): the same input gives the same places. Many parties that hang on one
 * are placed in rows. A cycle is drawn with a line that goes up again.
 */
export function placeChart(boxes: ChartBox[], lines: ChartLine[], subject: string): PlacedChart {
  const fans = fansOf(boxes, lines, subject);
  const inFan = new Set(fans.flatMap(({ members }) => members.map(({ box }) => box.id)));
  const graph = laidOut(boxes, lines, fans, inFan);
  const placed: PlacedChart = {
    width: Math.ceil(graph.graph().width ?? 0),
    height: Math.ceil(graph.graph().height ?? 0),
    boxes: [],
    lines: [],
    bars: [],
  };
  for (const box of boxes) if (!inFan.has(box.id)) placed.boxes.push({ ...box, ...boxSize(box), ...at(graph.node(box.id)) });
  for (const line of lines) {
    if (inFan.has(line.from) || inFan.has(line.to)) continue;
    const edge = graph.edge({ v: line.from, w: line.to, name: line.key });
    placed.lines.push({
      ...line,
      points: (edge.points ?? []).map(at),
      labelAt: at(edge),
      labelWidth: labelWidth(line.label),
      beside: false,
      arrow: true,
    });
  }
  for (const fan of fans) addFan(fan, graph, placed);
  return placed;
}

function laidOut(boxes: ChartBox[], lines: ChartLine[], fans: Fan[], inFan: Set<string>): Graph {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 24, edgesep: 14, ranksep: 44, marginx: 16, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const box of boxes) if (!inFan.has(box.id)) graph.setNode(box.id, { ...boxSize(box) });
  for (const fan of fans) graph.setNode(fan.id, fanSize(fan, boxSize));
  for (const { key, from, to, label } of lines) {
    if (!inFan.has(from) && !inFan.has(to)) graph.setEdge(from, to, { width: labelWidth(label), height: lineHeight, labelpos: "c" }, key);
  }
  for (const { id, hub, side } of fans) graph.setEdge(...(side === "above" ? ([id, hub] as const) : ([hub, id] as const)), {}, "fan");
  layout(graph);
  return graph;
}

function addFan(fan: Fan, graph: Graph, placed: PlacedChart): void {
  const node = graph.node(fan.id);
  const { width, height } = fanSize(fan, boxSize);
  const inside = placeFan(fan, { x: at(node).x - width / 2, y: at(node).y - height / 2 }, boxSize);
  fan.members.forEach(({ box, line }, number) => {
    const [place, drawn] = [inside.boxes[number], inside.lines[number]];
    if (!place || !drawn) return;
    placed.boxes.push({ ...box, ...boxSize(box), x: round(place.x), y: round(place.y) });
    const points = drawn.points.map(at);
    const [first = { x: 0, y: 0 }, last = first] = points;
    const labelAt = { x: first.x + 7, y: round((first.y + last.y) / 2) };
    placed.lines.push({ ...line, points, labelAt, labelWidth: labelWidth(line.label), beside: true, arrow: fan.side === "below" });
  });
  for (const points of inside.bars) placed.bars.push({ points: points.map(at), arrow: false });
  const middle = at(node).x;
  const hub = graph.node(fan.hub);
  const half = (hub.height ?? 0) / 2;
  // Straight from the fan's middle to the party, so that the line meets the bars.
  const ends =
    fan.side === "below"
      ? [
          { x: hub.x ?? 0, y: (hub.y ?? 0) + half },
          { x: middle, y: at(node).y - height / 2 },
        ]
      : [
          { x: middle, y: at(node).y + height / 2 },
          { x: hub.x ?? 0, y: (hub.y ?? 0) - half },
        ];
  placed.bars.push({ points: ends.map(at), arrow: fan.side === "above" });
}

/** A tenth of a pixel is enough, and the same on every machine. */
function at({ x = 0, y = 0 }: { x?: number | undefined; y?: number | undefined }): Point {
  return { x: round(x), y: round(y) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
