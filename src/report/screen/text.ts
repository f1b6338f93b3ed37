import type { ScreenResponse, ScreenResult } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { narrowest, pairs, wrap } from "../text/layout.js";
import { type Style, styleFor } from "../text/style.js";
import { counted, legalNotice } from "../words.js";
import {
  answerSentences,
  decisionWords,
  effectWords,
  explanationWords,
  fieldWords,
  fileRemarks,
  isTold,
  listingWords,
  methodLines,
  partyWords,
  queryFacts,
  queryName,
  type Screened,
  scoreWords,
} from "./words.js";

const mostWithoutMatch = 20;

/** A screening as text for a terminal: the answer in sentences, every match with its parts, then what is left open. */
export function screenText(screened: Screened, options: RenderOptions): string {
  const width = Math.max(narrowest, options.width);
  const style = styleFor(options.color);
  const heading = (text: string) => ["", ...wrap(text, { width }).map(style.heading)];
  const all = [...screened.responses];
  const matched = all.filter(([, { results }]) => results.some(isTold));
  const unmatched = all.filter(([, { status, results }]) => status === 200 && !results.some(isTold));
  const failed = all.filter(([, { status }]) => status !== 200);
  const remarks = fileRemarks(screened.file);
  const lines = [
    ...wrap(`Screening of ${screened.file.name}, as of ${screened.asOf}`, { width }).map(style.heading),
    "",
    ...answerSentences(screened).flatMap((sentence) => wrap(sentence, { width })),
    ...matched.flatMap(([key, response]) => matchLines(key, response, screened, width, style)),
    ...(unmatched.length > 0 ? [...heading(`Without a match (${unmatched.length})`), ...withoutMatch(unmatched, width)] : []),
    ...(failed.length > 0
      ? [...heading(`Not screened (${failed.length})`), ...failed.flatMap(([key, { error }]) => bullet(`${key}: ${error}`, width))]
      : []),
    ...(remarks.length > 0 ? [...heading("Not read of the file"), ...remarks.flatMap((one) => bullet(one, width))] : []),
    ...heading("How it was screened"),
    ...pairs(methodLines(screened), width, "  "),
    "",
    ...wrap(legalNotice, { width }),
  ];
  return `${lines.join("\n")}\n`;
}

function matchLines(key: string, response: ScreenResponse, screened: Screened, width: number, style: Style): string[] {
  const facts = queryFacts(response.query);
  const matches = response.results.filter(isTold);
  const title = `${queryName(response.query)}${facts ? ` (${facts})` : ""} [${key}]`;
  const more = response.total.value - response.results.length;
  const notes = [
    ...response.remarks,
    ...(more > 0 ? [`${counted(more, "further result")} not shown (--limit)`] : []),
    ...(response.dismissed > 0 ? [`${counted(response.dismissed, "result")} decided to be somebody else`] : []),
    ...(response.cut ? [`left out: ${response.cut}`] : []),
  ];
  return [
    "",
    ...wrap(title, { width }).map(style.heading),
    ...matches.flatMap((one) => resultLines(one, screened, width)),
    ...notes.flatMap((one) => bullet(one, width)),
  ];
}

function resultLines(result: ScreenResult, { asOf, run }: Screened, width: number): string[] {
  const decision = decisionWords(result, run);
  const parts = Object.entries(result.explanations).map(([name, { score, detail }]): [string, string] => [
    explanationWords(name),
    `${name === "name_match" ? scoreWords(score) : effectWords(score)}  ${detail}`,
  ]);
  const missing = result.missing.map((field) => fieldWords[field]).join(", ");
  return [
    ...wrap(`${scoreWords(result.score)}  ${result.caption} (${partyWords(result)}); ${listingWords(result, asOf)}`, {
      width,
      first: "  ",
      rest: "        ",
    }),
    ...pairs(
      [
        ...(result.matched.listed === result.caption ? [] : [["matched", `${result.matched.listed} (${result.matched.as})`] as const]),
        ...parts,
        ["rarity", `the words in common stand together in the names of ${counted(result.bearers, "party", "parties")}`],
        ...(missing ? [["not compared", missing] as const] : []),
        ...(decision ? [["decided", decision] as const] : []),
        ["match id", result.matchId],
      ],
      width,
      "        ",
    ),
  ];
}

/** Names without a match, with the nearest result where there is one. */
function withoutMatch(unmatched: [string, ScreenResponse][], width: number): string[] {
  const rest = unmatched.length - mostWithoutMatch;
  return [
    ...unmatched.slice(0, mostWithoutMatch).flatMap(([key, { query, results, remarks, dismissed }]) => {
      const [nearest] = results;
      const notes = [
        nearest ? `nearest ${scoreWords(nearest.score)} ${nearest.caption}` : "nothing near",
        dismissed > 0 ? `${counted(dismissed, "result")} decided to be somebody else` : "",
        ...remarks,
      ];
      return bullet(`${queryName(query)} [${key}]: ${notes.filter(Boolean).join("; ")}`, width);
    }),
    ...(rest > 0 ? bullet(`and ${rest} more (--format csv or json has all)`, width) : []),
  ];
}

function bullet(text: string, width: number): string[] {
  return wrap(text, { width, first: "  - ", rest: "    " });
}
