import { type Point, round } from "./layout/placed.js";
import { type Face, linesOf } from "./letters.js";
import { type Attributes, element, type SceneChild, type SceneNode, type StandsFor } from "./node.js";
import { type Sign, signs } from "./shapes.js";

/** Faces of the text in drawings. The style says the same. */
export const faces = {
  name: { size: 12, bold: true },
  about: { size: 12 },
  heading: { size: 15, bold: true },
} as const satisfies Record<string, Face>;
export type TextClass = keyof typeof faces;

export const lineHeight = 16;

/** One line of text; `anchor` says which part of it stands at x. */
export function textLine(text: string, { x, y }: Point, look: string, anchor: "start" | "middle" | "end" = "start"): SceneNode {
  return element("text", { class: anchor === "start" ? look : `${look} ${anchor}`, x: round(x), y: round(y) }, [text]);
}

/** Lines of text below each other, the first with its middle line at y. */
export function textLines(
  lines: readonly { text: string; look: string }[],
  { x, y }: Point,
  anchor: "start" | "middle" | "end" = "start",
): SceneNode[] {
  return lines.map(({ text, look }, at) => textLine(text, { x, y: y + at * lineHeight + 4 }, look, anchor));
}

/** Text that wraps, with its height. */
export function paragraph(
  text: string,
  { x, y }: Point,
  width: number,
  look: TextClass,
  classes: string = look,
): { nodes: SceneNode[]; height: number } {
  const { lines } = linesOf(text, width, faces[look]);
  const height = look === "heading" ? 20 : lineHeight;
  const nodes = lines.map((line, at) => textLine(line, { x, y: y + at * height + height - 4 }, classes));
  return { nodes, height: lines.length * height };
}

export function group(look: string, children: readonly SceneChild[], standsFor?: StandsFor): SceneNode {
  return element("g", { class: look }, children, standsFor);
}

export function moved(by: Point, children: readonly SceneChild[]): SceneNode {
  return element("g", { transform: `translate(${round(by.x)} ${round(by.y)})` }, children);
}

export function pathOf(d: string, look: string): SceneNode {
  return element("path", { class: look, d });
}

/** A sign with its top left corner at a point. */
export function sign(which: Sign, { x, y }: Point, look = "sign"): SceneNode {
  return element("path", { class: look, d: signs[which], transform: `translate(${round(x)} ${round(y)})` });
}

export function ways(points: readonly Point[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

/** The head of an arrow whose tip is the last point: drawn, not referred to, so that no drawing needs an id. */
export function arrowHead(points: readonly Point[], open = false): SceneNode {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.findLast(({ x, y }) => Math.hypot(tip.x - x, tip.y - y) > 0.5) ?? { x: tip.x, y: tip.y - 1 };
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [along, across] = [
    { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length },
    { x: -(tip.y - before.y) / length, y: (tip.x - before.x) / length },
  ];
  const corner = (side: number) => ({ x: tip.x - along.x * 8 + across.x * 4 * side, y: tip.y - along.y * 8 + across.y * 4 * side });
  return pathOf(`${ways([corner(1), tip, corner(-1)])}${open ? "" : "z"}`, open ? "head open" : "head");
}

/** Stripes across a rectangle, cut off at its sides: a fill that needs no reference. */
export function stripes({ x, y, width, height }: Point & { width: number; height: number }, apart: number, back = false): string {
  const strokes: string[] = [];
  for (let start = -height + apart / 2; start < width; start += apart) {
    const [from, to] = [Math.max(0, start), Math.min(width, start + height)];
    if (from >= to) continue;
    const [fromY, toY] = [from - start, to - start];
    strokes.push(
      back
        ? `M${round(x + from)} ${round(y + fromY)}L${round(x + to)} ${round(y + toY)}`
        : `M${round(x + from)} ${round(y + height - fromY)}L${round(x + to)} ${round(y + height - toY)}`,
    );
  }
  return strokes.join("");
}

/** Attributes of a rectangle. */
export function rectangle(x: number, y: number, width: number, height: number, look: string): SceneNode {
  const attributes: Attributes = { class: look, x: round(x), y: round(y), width: round(width), height: round(height) };
  return element("rect", attributes);
}
