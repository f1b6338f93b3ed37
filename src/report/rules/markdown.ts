import type { RuleSet, ShownPack } from "../../model/index.js";
import { code, escaped } from "../markdown-text.js";
import { legalNotice } from "../words.js";
import type { Point } from "./outline.js";
import { type Entry, packEntries, packParts, setSentence } from "./words.js";

/** Packs and their rules as Markdown, for a wiki or a file note. */
export function rulesMarkdown(set: RuleSet | null, packs: ShownPack[], options: { cel: boolean }): string {
  return `${[
    ...(set ? [`# ${escaped(set.title)} (${code(set.id)})`, "", escaped(setSentence(set)), ""] : []),
    ...packs.flatMap((pack) => [
      `# ${escaped(pack.title)} (${code(pack.id)})`,
      "",
      ...packEntries(pack).flatMap(entryLines),
      ...packParts(pack, options).flatMap(({ id, title, entries }) => [
        `## ${escaped(title)} (${code(id)})`,
        "",
        ...entries.flatMap(entryLines),
      ]),
    ]),
    legalNotice,
  ].join("\n")}\n`;
}

function entryLines({ label, text, points = [], cel }: Entry): string[] {
  const beside = text === undefined ? "" : ` ${cel ? code(text) : escaped(text)}`;
  return [`**${escaped(label)}:**${beside}`, "", ...(points.length > 0 ? [...pointLines(points, ""), ""] : [])];
}

function pointLines(points: Point[], indent: string): string[] {
  return points.flatMap(({ text, under }, at) => {
    const number = points.length === 1 ? "-" : `${at + 1}.`;
    return [`${indent}${number} ${escaped(text)}`, ...pointLines(under, indent + " ".repeat(number.length + 1))];
  });
}
