import { columnsOf } from "../text/columns.js";
import { wrap } from "../text/layout.js";

export interface Size {
  width: number;
  height: number;
}

/** Pixels: a column of text at 12 px in a sans-serif face, and a line. */
const columnWidth = 6.7;
export const lineHeight = 16;
const padding = { x: 16, y: 10 };
/** Widest text in a box, in columns. */
const columns = 24;
/** Boxes are of one width unless a word is wider. */
const leastColumns = 20;

/** The lines of a text in a box; what is cut off stands in the tables. */
export function boxLines(text: string, most: number): string[] {
  const lines = wrap(text, { width: columns });
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]}…`;
  return kept;
}

export function boxSize({ lines }: { lines: string[] }): Size {
  const widest = Math.max(leastColumns, ...lines.map((line) => columnsOf(line)));
  return { width: Math.ceil(widest * columnWidth) + 2 * padding.x, height: lines.length * lineHeight + 2 * padding.y };
}

export function labelWidth(label: string): number {
  return Math.ceil(columnsOf(label) * columnWidth) + 8;
}
