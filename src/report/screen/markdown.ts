import { code, escaped } from "../markdown-text.js";
import { legalNotice } from "../words.js";
import {
  answerSentences,
  effectWords,
  explanationWords,
  fileRemarks,
  isTold,
  listingWords,
  methodLines,
  partyWords,
  queryName,
  type Screened,
  scoreWords,
  stateWords,
} from "./words.js";

/** A screening as Markdown: the answer, a table of matches, and how it was screened. */
export function screenMarkdown(screened: Screened): string {
  const rows = [...screened.responses].flatMap(([key, { query, results }]) =>
    results.filter(isTold).map((result) => {
      const parts = Object.entries(result.explanations)
        .filter(([name]) => name !== "name_match")
        .map(([name, { score, detail }]) => `${explanationWords(name)} ${effectWords(score)} (${detail})`);
      const cells = [
        `${escaped(queryName(query))} (${code(key)})`,
        scoreWords(result.score),
        `${escaped(result.caption)} (${escaped(partyWords(result))})`,
        escaped(listingWords(result, screened.asOf)),
        escaped([`name ${scoreWords(result.explanations.name_match?.score ?? 0)}: ${result.matched.listed}`, ...parts].join("; ")),
        stateWords(result),
        code(result.matchId),
      ];
      return `| ${cells.join(" | ")} |`;
    }),
  );
  const failed = [...screened.responses].flatMap(([key, { error }]) => (error ? [`- ${code(key)}: ${escaped(error)}`] : []));
  const remarks = fileRemarks(screened.file).map((one) => `- ${escaped(one)}`);
  const lines = [
    `# Screening of ${escaped(screened.file.name)}, as of ${screened.asOf}`,
    "",
    ...answerSentences(screened).flatMap((sentence) => [sentence, ""]),
    ...(rows.length > 0
      ? ["| name | score | may be | lists | why | state | match id |", "|---|---|---|---|---|---|---|", ...rows, ""]
      : []),
    ...(failed.length > 0 ? ["## Not screened", "", ...failed, ""] : []),
    ...(remarks.length > 0 ? ["## Not read of the file", "", ...remarks, ""] : []),
    "## How it was screened",
    "",
    ...methodLines(screened).map(([label, text]) => `- ${label}: ${escaped(text)}`),
    "",
    legalNotice,
  ];
  return `${lines.join("\n")}\n`;
}
