import type { Difference, ReviewComparison } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { narrowest, pairs, wrap } from "../text/layout.js";
import { type Style, styleFor } from "../text/style.js";
import { counted, legalNotice } from "../words.js";
import { changesWithoutEffect, type Group, groupsOf } from "./groups.js";
import { areaWords, changeSentence, changeWords, fieldSentence, kindWords, untoldSentence } from "./words.js";

/** More of one kind under one cause, and more causes of one group, are counted: all of them stand in the JSON. */
const mostOfKind = 6;
const mostCauses = 8;
const indent = "  ";
const deeper = `${indent}${indent}`;
/** Kinds that only repeat in detail what others say are counted from the first on. */
const detail: readonly Difference["kind"][] = ["reach", "party", "counterparty", "criterion", "unattributed", "assumption"];

/** The comparison as text: the answer first, then what is new, changed and gone, each with why. */
export function comparisonText(comparison: ReviewComparison, options: RenderOptions): string {
  const width = Math.max(narrowest, options.width);
  const style = styleFor(options.color);
  const { before, after } = comparison;
  const heading = before.subject === after.subject ? before.subject : `${before.subject} and ${after.subject}`;
  const lines = [
    ...wrap(`What changed: ${heading}`, { width }).map(style.heading),
    ...pairs([sideLine("Before", before), sideLine("After", after)], width, indent),
    "",
    ...comparison.answer.flatMap((one) => wrap(one, { width })),
    ...groupLines(comparison, width, style),
    ...restLines(comparison, width, style),
    ...comparison.notes.flatMap((one) => ["", ...wrap(one, { width })]),
    "",
    ...wrap(legalNotice, { width }),
  ];
  return `${lines.join("\n")}\n`;
}

function sideLine(label: string, { name, asOf, reference, rulePacks, tool }: ReviewComparison["before"]): readonly [string, string] {
  const packs = rulePacks.map((one) => `${one.id} ${one.sha256.slice(0, 8)}`).join(", ");
  return [label, `${name}; as of ${asOf}; reference ${reference.edition} (${reference.sha256.slice(0, 8)}); ${packs}; beholden ${tool}`];
}

function groupLines(comparison: ReviewComparison, width: number, style: Style): string[] {
  const groups = groupsOf(comparison);
  return (["added", "changed", "removed"] as const).flatMap((change) => {
    const some = groups.filter((one) => one.change === change);
    if (some.length === 0) return [];
    const count = some.reduce((sum, one) => sum + one.differences.length, 0);
    return [
      "",
      style.heading(`${changeWords[change]} (${count})`),
      ...some.flatMap((group) => ["", ...oneGroup(group, comparison, width)]),
    ];
  });
}

function oneGroup(group: Group, comparison: ReviewComparison, width: number): string[] {
  return [...differenceLines(group.differences, width), ...whyLines(group, comparison, width)];
}

function differenceLines(differences: Difference[], width: number): string[] {
  const kinds = [...new Set(differences.map((one) => one.kind))];
  const rows = kinds.flatMap((kind): (readonly [string, string])[] => {
    const all = differences.filter((one) => one.kind === kind);
    const most = detail.includes(kind) && kinds.length > 1 ? 1 : mostOfKind;
    const shown = all.slice(0, all.length > most ? most : all.length).map(differenceText);
    const rest = all.length - shown.length;
    return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].map((text, at) => [at === 0 ? kindWords[kind] : "", text]);
  });
  return pairs(rows, width, indent, 13);
}

function differenceText({ change, title, fields }: Difference): string {
  if (change === "changed") return `${title}: ${fields.map(fieldSentence).join("; ")}`;
  const outcome = fields.find((one) => one.name === "outcome" || one.name === "can");
  const said = change === "added" ? outcome?.after : outcome?.before;
  return said ? `${title}: ${said}` : title;
}

function whyLines({ causes, differences }: Group, comparison: ReviewComparison, width: number): string[] {
  const [first] = differences;
  const told = causes.map((one) => `${areaWords[one.area].toLowerCase()}: ${changeSentence(one, comparison)}`);
  const shown = told.length > mostCauses ? [...told.slice(0, mostCauses), `and ${told.length - mostCauses} more`] : told;
  const sentences = shown.length > 0 ? shown : first ? [untoldSentence(first)] : [];
  return pairs(
    sentences.map((text, at) => [at === 0 ? "why" : "", text] as const),
    width,
    deeper,
    11,
  );
}

function restLines(comparison: ReviewComparison, width: number, style: Style): string[] {
  const rest = changesWithoutEffect(comparison);
  if (rest.length === 0) return [];
  const moved = rest.filter((one) => one.change === "moved");
  const others = rest.filter((one) => one.change !== "moved");
  const rows = [
    ...others.slice(0, mostCauses).map((one) => [areaWords[one.area], changeSentence(one, comparison)] as const),
    ...(others.length > mostCauses ? [["", `and ${others.length - mostCauses} more`] as const] : []),
    ...(moved.length > 0 ? [["Moved", `${counted(moved.length, "thing")} to other lines or files, without other change`] as const] : []),
  ];
  return ["", style.heading(`Changed without an effect on the results (${rest.length})`), ...pairs(rows, width, indent, 13)];
}
