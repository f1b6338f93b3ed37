import { Graph, layout } from "@dagrejs/dagre";
import { byText } from "../../../model/order.js";
import { blocksOf } from "./blocks.js";
import { fansOf } from "./fan.js";
import type { Hanging } from "./hanging.js";
import { type LooseBox, type LooseLine, type PlacedBox, type PlacedLayers, type Point, round } from "./placed.js";

/** A chart that would be broader has what hangs on one box broken into rows. */
const broad = 2_400;
/** The broadest that a chart should be: more could not be read. */
export const broadest = 6_000;

/**
 * Places boxes in layers by dagre (Sugiyama's method): the same input gives the same places on every machine, in whatever order it is given. Many boxes
 * that hang on one are placed in rows, whole trees where the chart would be broad otherwise. A cycle is drawn with a line that goes up again. `centre` is never put into a row.
 */
export function placeLayers(boxes: readonly LooseBox[], lines: readonly LooseLine[], centre: string): PlacedLayers {
  const ordered: Chart = { boxes: [...boxes].sort((left, right) => byText(left.id, right.id)), lines: [...lines].sort(byEnds), centre };
  const plain = placedWith(ordered, fansOf(ordered.boxes, ordered.lines, centre));
  if (plain.width <= broad) return plain;
  const blocks = blocksOf(ordered.boxes, ordered.lines, centre, broadest * 0.9);
  const inBlocks = placedWith(ordered, blocks);
  return inBlocks.width < plain.width ? inBlocks : plain;
}

/** A chart before its boxes have places. */
interface Chart {
  boxes: readonly LooseBox[];
  lines: readonly LooseLine[];
  centre: string;
}

function byEnds(one: LooseLine, other: LooseLine): number {
  return (
    byText(one.from, other.from) ||
    byText(one.to, other.to) ||
    (other.weight ?? 0) - (one.weight ?? 0) ||
    one.label.width - other.label.width ||
    byText(one.key, other.key)
  );
}

function placedWith({ boxes, lines }: Chart, hanging: readonly Hanging[]): PlacedLayers {
  const hung = new Set(hanging.flatMap(({ members }) => members));
  const graph = laidOut(boxes, lines, hanging, hung);
  const { width = 0, height = 0 } = graph.graph();
  const placed: PlacedLayers = {
    width: Math.ceil(Math.max(0, width)),
    height: Math.ceil(Math.max(0, height)),
    boxes: [],
    lines: [],
    bars: [],
  };
  const byId = new Map<string, PlacedBox>();
  for (const box of boxes) {
    if (hung.has(box.id)) continue;
    const place = at(graph.node(box.id));
    const one = { ...box, x: place.x, y: round(place.y + (box.above ?? 0) / 2) };
    byId.set(box.id, one);
    placed.boxes.push(one);
  }
  for (const line of lines) {
    if (hung.has(line.from) || hung.has(line.to)) continue;
    const edge = graph.edge({ v: line.from, w: line.to, name: line.key });
    const points = fitted((edge.points ?? []).map(at), byId.get(line.from), byId.get(line.to));
    placed.lines.push({ ...line, points, labelAt: at(edge), beside: false, arrow: true });
  }
  for (const one of hanging) {
    const hub = byId.get(one.hub);
    if (hub) one.add(at(graph.node(one.id)), hub, placed);
  }
  return placed;
}

function laidOut(boxes: readonly LooseBox[], lines: readonly LooseLine[], hanging: readonly Hanging[], hung: ReadonlySet<string>): Graph {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 24, edgesep: 14, ranksep: 40, marginx: 16, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height, above = 0 } of boxes) if (!hung.has(id)) graph.setNode(id, { width, height: height + above });
  for (const { id, size } of hanging) graph.setNode(id, { ...size });
  for (const { key, from, to, label } of lines) {
    if (hung.has(from) || hung.has(to)) continue;
    graph.setEdge(from, to, { ...label, labelpos: "c" }, key);
  }
  for (const { id, hub, side } of hanging) graph.setEdge(...(side === "above" ? ([id, hub] as const) : ([hub, id] as const)), {}, "fan");
  layout(graph);
  return graph;
}

/** Ends a line at the straight part of the outlines; a line from a box to itself stays at its side. */
function fitted(points: Point[], from: PlacedBox | undefined, to: PlacedBox | undefined): Point[] {
  const [second] = points.slice(1);
  const beforeLast = points.at(-2);
  if (!from || !to || from === to || !second || !beforeLast) return points;
  const inner = points.slice(1, -1);
  return [onOutline(from, second), ...inner, onOutline(to, beforeLast)];
}

/** Where the way from a point to the middle of a box meets the top or bottom of it. */
function onOutline(box: PlacedBox, from: Point): Point {
  const below = from.y > box.y;
  const y = below ? box.y + box.height / 2 : box.y - box.height / 2;
  const part = from.y === box.y ? 0 : (y - box.y) / (from.y - box.y);
  const room = Math.max(0, box.width / 2 - box.inset);
  const x = box.x + Math.max(-room, Math.min(room, (from.x - box.x) * part));
  return { x: round(x), y: round(y) };
}

function at({ x = 0, y = 0 }: { x?: number | undefined; y?: number | undefined }): Point {
  return { x: round(x), y: round(y) };
}
