import type { MeasureProposals } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { narrowest, pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { legalNotice } from "../words.js";
import {
  answerSentences,
  breachSentences,
  cessationWords,
  costSentence,
  costText,
  cutPointsWords,
  demandedSentences,
  measureWords,
  type Proposal,
  pathsWords,
  reachSentence,
  tiesSentence,
} from "./words.js";

/** Sets of the same cost beyond this are counted: the other forms list all. */
const mostSets = 12;
const indent = "  ";

/** The answer as text for a terminal: the sentences first, then the sets, what only cessation ends, what the law demands, the cut points. */
export function measuresText(found: MeasureProposals, options: RenderOptions): string {
  const width = Math.max(narrowest, options.width);
  const style = styleFor(options.color);
  const left = found.unacceptable.filter((one) => !one.endable);
  const sections: [string, string[]][] = [
    ["Cheapest sets", found.proposal ? setLines(found, found.proposal, width) : []],
    ["What a breach of these measures means", breachSentences(found).flatMap((one) => bullet(one, width))],
    [`Only cessation is left (${left.length})`, left.flatMap((one) => bullet(`${reachSentence(one)}: ${cessationWords(one)}`, width))],
    ["What the law demands, whatever ends a reach", demandedSentences(found).flatMap((one) => bullet(one, width))],
    [
      `Unacceptable reaches and their cut points (${found.unacceptable.length})`,
      found.unacceptable.flatMap((one) => reachLines(one, width)),
    ],
    ["A warning", found.warning ? wrap(found.warning.says, { width, first: indent }) : []],
  ];
  const lines = [
    ...wrap(`Measures for ${found.subject.name}, as of ${found.asOf}`, { width }).map(style.heading),
    "",
    ...answerSentences(found).flatMap((one) => wrap(one, { width })),
    ...sections
      .filter(([, body]) => body.length > 0)
      .flatMap(([heading, body]) => ["", ...wrap(heading, { width }).map(style.heading), ...body]),
    "",
    ...wrap(legalNotice, { width }).map(style.quiet),
  ];
  return `${lines.join("\n")}\n`;
}

function setLines(found: MeasureProposals, proposal: Proposal, width: number): string[] {
  const shown = proposal.sets.slice(0, mostSets);
  const rows = shown.map(({ measures }, at) => [
    String(at + 1),
    measures.map(({ measure }) => measure).join(" + "),
    costText(proposal.cost),
  ]);
  const rest = proposal.sets.length - shown.length;
  const remarks = [
    `${tiesSentence(proposal)}${rest > 0 ? ` ${rest} are left out here: --format json, md or html lists them.` : ""}`,
    costSentence(found),
    "Cessation and divestiture are never proposed. Check a set with beholden review --with.",
  ];
  const details = measureWords(found, proposal).flatMap(({ id, name, rows: says }) => [
    "",
    ...wrap(`${id} ${name}`, { width, first: indent, rest: `${indent}${indent}` }),
    ...pairs(says, width, indent + indent),
  ]);
  return [
    ...table(["Set", "Measures", "Cost"], rows, width - indent.length).map((line) => indent + line),
    "",
    ...remarks.flatMap((one) => wrap(one, { width, first: indent })),
    ...details,
  ];
}

function reachLines(reach: MeasureProposals["unacceptable"][number], width: number): string[] {
  const points = cutPointsWords(reach);
  return [
    ...bullet(`${reachSentence(reach)} (${pathsWords(reach)})`, width),
    ...(points.length === 0 ? wrap("no single step ends it: its paths share none", { width, first: `${indent}    ` }) : []),
    ...points.flatMap(({ step, measures }) => wrap(`${step}: ${measures}`, { width, first: `${indent}    `, rest: `${indent}      ` })),
  ];
}

function bullet(text: string, width: number): string[] {
  return wrap(text, { width, first: `${indent}- `, rest: `${indent}  ` });
}
