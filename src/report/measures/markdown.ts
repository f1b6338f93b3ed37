import type { MeasureProposals } from "../../model/index.js";
import { escaped } from "../markdown-text.js";
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

/** The answer as Markdown (CommonMark with tables). */
export function measuresMarkdown(found: MeasureProposals): string {
  const left = found.unacceptable.filter((one) => !one.endable);
  const sections: [string, string[]][] = [
    ["Cheapest sets", found.proposal ? setLines(found, found.proposal) : []],
    ["What a breach of these measures means", breachSentences(found).map((one) => `- ${escaped(one)}`)],
    [`Only cessation is left (${left.length})`, left.map((one) => `- ${escaped(`${reachSentence(one)}: ${cessationWords(one)}`)}`)],
    ["What the law demands, whatever ends a reach", demandedSentences(found).map((one) => `- ${escaped(one)}`)],
    [`Unacceptable reaches and their cut points (${found.unacceptable.length})`, cutPointLines(found)],
    ["A warning", found.warning ? [escaped(found.warning.says)] : []],
  ];
  const lines = [
    `# Measures for ${escaped(found.subject.name)}, as of ${escaped(found.asOf)}`,
    "",
    ...answerSentences(found).map((one) => `- ${escaped(one)}`),
    "",
    ...sections.filter(([, body]) => body.length > 0).flatMap(([heading, body]) => [`## ${heading}`, "", ...body, ""]),
    legalNotice,
  ];
  return `${lines.join("\n")}\n`;
}

function setLines(found: MeasureProposals, proposal: Proposal): string[] {
  const details = measureWords(found, proposal).flatMap(({ id, name, rows }) => [
    `- **${escaped(`${id} ${name}`)}**`,
    ...rows.map(([label, text]) => `  - ${label}: ${escaped(text)}`),
  ]);
  return [
    "| Set | Measures | Cost |",
    "|---|---|---|",
    ...proposal.sets.map(
      ({ measures }, at) => `| ${at + 1} | ${measures.map(({ measure }) => escaped(measure)).join(" + ")} | ${costText(proposal.cost)} |`,
    ),
    "",
    escaped(`${tiesSentence(proposal)} ${costSentence(found)} Cessation and divestiture are never proposed.`),
    "",
    ...details,
  ];
}

function cutPointLines({ unacceptable }: MeasureProposals): string[] {
  if (unacceptable.length === 0) return [];
  const rows = unacceptable.flatMap((reach) => {
    const points = cutPointsWords(reach);
    const shown = points.length > 0 ? points : [{ step: "no single step ends it", measures: "" }];
    return shown.map(({ step, measures }, at) => {
      const cells = [at === 0 ? `${reachSentence(reach)} (${pathsWords(reach)})` : "", step, measures];
      return `| ${cells.map(escaped).join(" | ")} |`;
    });
  });
  return ["| Reach | Cut point | Cut by |", "|---|---|---|", ...rows];
}
