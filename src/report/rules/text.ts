import type { RuleSet, ShownPack } from "../../model/index.js";
import { narrowest, padded, wrap } from "../text/layout.js";
import { legalNotice } from "../words.js";
import { type Point, pointNumber } from "./outline.js";
import { type Entry, packEntries, packParts, setSentence } from "./words.js";

const labelWidth = 18;

/** Packs and their rules for a terminal; of a set, the set first. */
export function rulesText(set: RuleSet | null, packs: ShownPack[], options: { width: number; cel: boolean }): string {
  const width = Math.max(narrowest, options.width);
  const heading = (text: string) => wrap(text, { width });
  return `${[
    ...(set ? [...heading(`${set.id}: ${set.title}`), ...heading(setSentence(set)), ""] : []),
    ...packs.flatMap((pack) => [
      ...heading(`${pack.id}: ${pack.title}`),
      ...packEntries(pack).flatMap((entry) => entryLines(entry, width)),
      "",
      ...packParts(pack, options).flatMap(({ id, title, entries }) => [
        ...heading(`${pack.id}:${id}: ${title}`),
        ...entries.flatMap((entry) => entryLines(entry, width)),
        "",
      ]),
    ]),
    ...heading(legalNotice),
  ].join("\n")}\n`;
}

/** A label and its text beside it, or below it where there is little room; points below. */
function entryLines({ label, text, points = [] }: Entry, width: number): string[] {
  const beside = width >= 3 * labelWidth && label.length <= labelWidth;
  const head =
    text === undefined
      ? [`  ${label}`]
      : beside
        ? besideLabel(label, text, width)
        : [`  ${label}`, ...wrap(text, { width, first: "    " })];
  return [...head, ...pointLines(points, width, "    ", 0)];
}

function besideLabel(label: string, text: string, width: number): string[] {
  return wrap(text, { width, first: `  ${padded(label, labelWidth + 2)}`, rest: " ".repeat(labelWidth + 4) });
}

function pointLines(points: Point[], width: number, indent: string, depth: number): string[] {
  return points.flatMap(({ text, under }, at) => {
    const number = points.length === 1 ? "-" : pointNumber(at, depth);
    const deeper = indent + " ".repeat(number.length + 1);
    return [...wrap(text, { width, first: `${indent}${number} `, rest: deeper }), ...pointLines(under, width, deeper, depth + 1)];
  });
}
