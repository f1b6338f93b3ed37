import { gradeMark, type QuotePlace, type QuoteRecheck, type ShownQuote, type WordChange } from "../../model/index.js";
import { pairs, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { counted } from "../words.js";
import { headWords, type Shown, shortId } from "./words.js";

const outcomeMarks = { found: "found", moved: "moved", changed: "CHANGED", gone: "GONE" } as const;

/** A quote with where it stands, and what became of it. */
export function quoteLines({ id, title, grade, quote }: ShownQuote, width: number): string[] {
  const { selector, place, handling, checked, withdrawn, translation, note } = quote;
  const facts = [
    `${shortId(quote.evidence)} ${title}, page ${pageWords(place)}`,
    `grade ${gradeMark(grade)}`,
    handling,
    ...(withdrawn === null ? [] : [`withdrawn: ${withdrawn}`]),
    ...(checked === null ? [] : [`${outcomeMarks[checked.outcome]} in ${shortId(checked.against)} on ${checked.at.slice(0, 10)}`]),
  ];
  const first = `  ${shortId(id).padEnd(4)} `;
  const rest = " ".repeat(first.length);
  return [
    ...wrap(`"${selector.exact}"`, { width, first, rest }),
    ...wrap(facts.join("; "), { width, first: rest, rest }),
    ...(translation ? wrap(`in translation: ${translation}`, { width, first: rest, rest }) : []),
    ...(note ? wrap(`note: ${note}`, { width, first: rest, rest }) : []),
  ];
}

/** What became of quotes, with both texts where one changed. */
export function recheckText({ case: of, checks, recorded, entries, head }: QuoteRecheck, { width, color }: Shown): string {
  const style = styleFor(color);
  if (checks.length === 0)
    return `${[...wrap(`Case ${of} has no quotes to look for.`, { width }), ...wrap(headWords(head), { width })].join("\n")}\n`;
  const count = (outcome: keyof typeof outcomeMarks) => checks.filter(({ check }) => check.outcome === outcome).length;
  const lines = [
    style.heading(
      `${counted(checks.length, "quote")}: ${(["found", "moved", "changed", "gone"] as const).map((one) => `${count(one)} ${one}`).join(", ")}`,
    ),
    ...checks.flatMap(({ id, exact, was, check }) => [
      "",
      ...wrap(`${shortId(id)} ${outcomeMarks[check.outcome]} in ${shortId(check.against)}: ${check.because}.`, { width }),
      ...pairs(
        [
          ["was", `page ${was.label}: "${exact}"`],
          ...(check.now === null
            ? []
            : ([
                ["now", `page ${check.place?.label}: "${check.now}"`],
                ["differs", changeWords(check.changes)],
              ] as [string, string][])),
        ],
        width,
        "  ",
      ),
    ]),
    "",
    ...wrap(recorded ? `Recorded as ${entries.length === 1 ? "entry" : "entries"} ${entries.join(", ")}.` : "Nothing was recorded.", {
      width,
    }),
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** Words taken out stand as [-so-], words put in as {+so+}. */
function changeWords(changes: WordChange[]): string {
  const marked = { same: (text: string) => text, removed: (text: string) => `[-${text}-]`, added: (text: string) => `{+${text}+}` };
  return changes.map(({ kind, text }) => marked[kind](text)).join(" ");
}

/** A page by its number, with the label that its file gives it where that is another one. */
export function pageWords({ page, label }: QuotePlace): string {
  return label === String(page) ? label : `${page} (${label})`;
}
