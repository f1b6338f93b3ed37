import { visible } from "../visible.js";
import { columnsOf, graphemesOf } from "./columns.js";

/** Narrower than this nothing is readable; a narrower terminal wraps by itself. */
export const narrowest = 40;

/** How wide a line may be, and how far its first and following lines stand in. */
export interface Frame {
  width: number;
  first?: string;
  rest?: string;
}

/**
 * Breaks text into lines no wider than the frame, at spaces, and inside a word only where it alone is too wide. Widths are
 * columns of a terminal: a Chinese character takes two. Steering characters are shown as codes.
 */
export function wrap(text: string, { width, first = "", rest = first }: Frame): string[] {
  const room = Math.max(2, width - Math.max(columnsOf(first), columnsOf(rest)));
  const lines: string[] = [];
  let indent = first;
  let line = "";
  const flush = () => {
    lines.push((indent + line).trimEnd());
    indent = rest;
    line = "";
  };
  for (const word of visible(text).split(" ").filter(Boolean)) {
    for (const piece of pieces(word, room)) {
      const joined = line ? `${line} ${piece}` : piece;
      if (line && columnsOf(indent + joined) > width) flush();
      line = line ? `${line} ${piece}` : piece;
    }
  }
  flush();
  return lines;
}

/** A word cut into parts that fit; most words are one part. */
function pieces(word: string, room: number): string[] {
  if (columnsOf(word) <= room) return [word];
  const parts: string[] = [];
  let part = "";
  for (const segment of graphemesOf(word)) {
    if (part && columnsOf(part + segment) > room) {
      parts.push(part);
      part = "";
    }
    part += segment;
  }
  return [...parts, part];
}

/** Text filled up with spaces to a number of columns. */
export function padded(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - columnsOf(text)));
}

/** What an empty cell says. */
export const nothing = "-";

const gap = "  ";
const widestMinimum = 16;

/**
 * A table whose cells wrap. Where even narrow columns do not fit, each row becomes a small list of `heading  cell` instead, so
 * that nothing is cut off.
 */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  const shown = rows.map((row) => row.map(visible));
  const cells = headings.map((heading, column) => [heading, ...shown.map((row) => row[column] ?? "")]);
  const widths = fitted(cells, width - gap.length * (headings.length - 1));
  if (!widths) return shown.flatMap((row, index) => [...(index > 0 ? [""] : []), ...stacked(headings, row, width)]);
  const rule = widths.map((columns) => "-".repeat(columns));
  return [...tableRow(headings, widths), tableLine(rule, widths), ...shown.flatMap((row) => tableRow(row, widths))].map((line) =>
    line.trimEnd(),
  );
}

/** Takes room from the widest columns first, down to their longest word; undefined where that is not enough. */
function fitted(cells: readonly (readonly string[])[], room: number): number[] | undefined {
  const widths = cells.map((column) => Math.max(...column.map((cell) => columnsOf(cell))));
  const least = cells.map((column) =>
    Math.min(widestMinimum, Math.max(...column.flatMap((cell) => cell.split(" ").map((word) => columnsOf(word))))),
  );
  while (sum(widths) > room) {
    const spare = widths.map((columns, index) => (columns > (least[index] ?? 0) ? columns : 0));
    const widest = Math.max(...spare);
    if (widest === 0) return undefined;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0);
}

function tableRow(row: readonly string[], widths: readonly number[]): string[] {
  const cells = widths.map((columns, index) => wrap(row[index] ?? "", { width: columns }));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, at) =>
    tableLine(
      cells.map((cell) => cell[at] ?? ""),
      widths,
    ),
  );
}

function tableLine(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, index) => padded(cell, widths[index] ?? 0)).join(gap);
}

function stacked(headings: readonly string[], row: readonly string[], width: number): string[] {
  return pairs(
    headings.flatMap((heading, index) => (row[index] && row[index] !== nothing ? [[heading, row[index]] as const] : [])),
    width,
  );
}

/** Labels and what they say, aligned, the labels at least `least` columns wide; the text wraps beside its label, or under it where there is little room. */
export function pairs(all: readonly (readonly [label: string, text: string])[], width: number, indent = "", least = 0): string[] {
  const named = all.map(([label, text]) => [visible(label), text] as const);
  const column = Math.max(least, ...named.map(([label]) => columnsOf(label))) + gap.length;
  const beside = width - columnsOf(indent) - column >= 24;
  return named.flatMap(([label, text]) =>
    beside
      ? wrap(text, { width, first: indent + padded(label, column), rest: indent + " ".repeat(column) })
      : [...wrap(label, { width, first: indent }), ...wrap(text, { width, first: `${indent}${gap}` })],
  );
}
