import type { FactList, FactShown, FactSupport, ShownFact } from "../../model/index.js";
import { wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { counted } from "../words.js";
import { quoteLines } from "./quotes.js";
import { headWords, restrictedLines, type Shown, shortId } from "./words.js";

/** What a fact rests on, in words. */
const supportWords = {
  quoted: "quoted",
  weakened: "NO QUOTE STANDS ANY MORE",
  none: "NO EVIDENCE",
  supposed: "supposed, without evidence",
} satisfies Record<FactSupport, string>;

/** The facts of a case with what each rests on. */
export function factListText({ case: of, facts, quotes, restricted, head }: FactList, { width, color }: Shown): string {
  const style = styleFor(color);
  const without = facts.filter(({ support, fact }) => support !== "quoted" && fact.withdrawn === null).length;
  const cited = new Map(quotes.map((one) => [one.id, one]));
  const lines = [
    style.heading(`${counted(facts.length, "fact")} in case ${of}${without > 0 ? `, ${without} without evidence` : ""}`),
    ...facts.flatMap((one) => [
      "",
      ...factLines(one, width),
      ...one.fact.quotes.flatMap((id) => {
        const quote = cited.get(id);
        return quote ? quoteLines(quote, width - 4).map((line) => `    ${line}`) : [];
      }),
    ]),
    ...restrictedLines(of, restricted, width),
    "",
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** One fact, with the quotes that it rests on. */
export function factText({ case: _, quotes, head, version, stated, ...shown }: FactShown, { width }: Shown): string {
  const { note } = shown.fact;
  const lines = [
    ...factLines({ ...shown, version, stated }, width),
    ...(note === null ? [] : wrap(note, { width, first: "       ", rest: "       " })),
    ...wrap(`Stated at ${stated.at} by ${stated.by}; version ${version}.`, { width, first: "       ", rest: "       " }),
    ...quotes.flatMap((quote) => ["", ...quoteLines(quote, width - 4).map((line) => `    ${line}`)]),
    "",
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** A fact in a line, with what it rests on. */
export function factLines({ id, support, fact }: ShownFact, width: number): string[] {
  const first = `  ${shortId(id).padEnd(4)} `;
  const words = [supportWords[support], ...(fact.withdrawn === null ? [] : [`withdrawn: ${fact.withdrawn}`]), fact.handling];
  return wrap(`${fact.text} [${words.join("; ")}]`, { width, first, rest: " ".repeat(first.length) });
}
