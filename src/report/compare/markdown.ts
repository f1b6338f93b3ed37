import type { ReviewComparison } from "../../model/index.js";
import { escaped } from "../markdown-text.js";
import { counted, legalNotice } from "../words.js";
import { changesWithoutEffect, groupsOf } from "./groups.js";
import { areaWords, changeSentence, changeWords, fieldSentence, kindWords, untoldSentence } from "./words.js";

/** A comment on GitHub has room for 65,536 characters; rows beyond this are counted. */
const mostCharacters = 50_000;
const mostCauses = 4;
/** What a reader of a pull request decides on; the rest is counted and stands in the JSON. */
const inTable = ["determination", "finding", "government", "provider", "parent", "transaction", "duty", "problem"];

/** The comparison for a comment on a pull request: what it adds in a sentence, then a table of what is new, changed and gone, with why. */
export function comparisonMarkdown(comparison: ReviewComparison): string {
  const { before, after } = comparison;
  const [headline = "", ...others] = comparison.answer;
  const lines = [
    `### ${escaped(headline)}`,
    "",
    ...others.map((sentence) => `- ${escaped(sentence)}`),
    "",
    ...table(comparison),
    ...comparison.notes.map((note) => `- ${escaped(note)}`),
    "",
    `Before: ${sideText(before)}. After: ${sideText(after)}. ${legalNotice}`,
  ];
  return `${lines.join("\n")}\n`;
}

function sideText({ name, asOf, reference }: ReviewComparison["before"]): string {
  return escaped(`${name}, as of ${asOf}, reference ${reference.edition}`);
}

function table(comparison: ReviewComparison): string[] {
  const rows = rowsOf(comparison);
  if (comparison.differences.length === 0) return movedLine(comparison);
  let room = mostCharacters;
  const fitting = rows.filter((row) => {
    room -= row.length;
    return room >= 0;
  });
  const left = rows.length - fitting.length;
  const inDetail = comparison.differences.filter((one) => !inTable.includes(one.kind)).length;
  return [
    ...(fitting.length > 0 ? ["| | What | How | Why |", "| --- | --- | --- | --- |", ...fitting, ""] : []),
    ...(left > 0 ? [`And ${counted(left, "further row")}: see the JSON.`, ""] : []),
    ...(inDetail > 0
      ? [`${counted(inDetail, "difference")} in detail (reaches, parties, counterparties and others): see the JSON.`, ""]
      : []),
    ...movedLine(comparison),
  ];
}

function rowsOf(comparison: ReviewComparison): string[] {
  return groupsOf(comparison).flatMap(({ change, differences, causes }) => {
    const told = causes.map((one) => `${areaWords[one.area]}: ${changeSentence(one, comparison)}`);
    const shown = told.length > mostCauses ? [...told.slice(0, mostCauses), `and ${told.length - mostCauses} more`] : told;
    return differences
      .filter((one) => inTable.includes(one.kind))
      .map((one) => {
        const why = shown.length > 0 ? shown : [untoldSentence(one)];
        const how = one.fields
          .filter(({ name }) => change === "changed" || name === "outcome" || name === "can")
          .map((field) => (change === "changed" ? fieldSentence(field) : (field.after ?? field.before ?? "")));
        const cells = [`${changeWords[change]} ${kindWords[one.kind].toLowerCase()}`, one.title, how.join("; "), why.join("; ")];
        return `| ${cells.map(escaped).join(" | ")} |`;
      });
  });
}

function movedLine(comparison: ReviewComparison): string[] {
  const moved = changesWithoutEffect(comparison).filter((one) => one.change === "moved").length;
  return moved > 0 ? [`${counted(moved, "thing")} moved to other lines or files, without other change.`, ""] : [];
}
