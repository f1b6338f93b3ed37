import type { RegimeStanding } from "../model/index.js";
import { html, type Markup } from "./html/markup.js";
import { table as htmlTable } from "./html/table.js";
import { padded, wrap } from "./text/layout.js";
import { outcomeWords } from "./words.js";

export const standingWords = {
  applies: "Applies",
  "cannot-be-excluded": "Cannot be excluded",
  "does-not-apply": "Does not apply",
  "not-in-force": "Not in force",
} satisfies Record<RegimeStanding["standing"], string>;

export const sideBySideHeadings = ["Regime", "Answer", "Because", "Citation, mark, dates"] as const;

/** The answer of a regime with the gravest outcome that it may have: `Cannot be excluded: prohibited`. */
function answerWords({ standing, outcome }: RegimeStanding): string {
  return outcome === null || outcome === "note"
    ? standingWords[standing]
    : `${standingWords[standing]}: ${outcomeWords[outcome].toLowerCase()}`;
}

function citationWords({ citation, mark, from, until }: RegimeStanding): string {
  const dates = from && until ? `; ${from} to ${until}` : from ? `; since ${from}` : until ? `; until ${until}` : "";
  return `${citation} [${mark}]${dates}`;
}

/** One row a regime, in four cells. */
export function sideBySideCells(row: RegimeStanding): string[] {
  return [row.pack, answerWords(row), row.because, citationWords(row)];
}

const answerColumn = "Cannot be excluded".length + 2;

/** All regimes for a terminal, one row a regime: the answer, and beside it the regime, why, and by what law since when. */
export function sideBySideText(rows: RegimeStanding[], width: number): string[] {
  const beside = { width, rest: " ".repeat(answerColumn) };
  const rule = [`${padded("-".repeat(answerColumn - 2), answerColumn)}${"-".repeat(Math.max(1, width - answerColumn))}`];
  const lines = rows.flatMap((row, index) => {
    const outcome = row.outcome === null || row.outcome === "note" ? "" : `: ${outcomeWords[row.outcome].toLowerCase()}`;
    return [
      ...(index > 0 ? [""] : []),
      ...wrap(`${row.pack}${outcome}`, { ...beside, first: padded(standingWords[row.standing], answerColumn) }),
      ...wrap(row.because, { ...beside, first: beside.rest }),
      ...wrap(citationWords(row), { ...beside, first: beside.rest }),
    ];
  });
  return [`${padded("Answer", answerColumn)}Regime, why, and by what law`, ...rule, ...lines];
}

/** The same as a table of a page. */
export function sideBySideTable(caption: string, rows: RegimeStanding[]): Markup {
  return htmlTable(
    caption,
    sideBySideHeadings,
    rows.map((row) => {
      const [pack, , because, citation] = sideBySideCells(row);
      return html`<tr><th scope="row">${pack}<span class="sub">${row.title}</span></th><td>${standingTag(row)}</td><td class="because">${because}</td><td>${citation}</td></tr>`;
    }),
  );
}

/** One outline a standing, so that nothing is told by colour alone. */
const shapes = {
  applies: "M4 1h4l3 3v4l-3 3H4L1 8V4z",
  "cannot-be-excluded": "M3 1h6l3 5-3 5H3L0 6z",
  "does-not-apply": "M1 2h10v8H1z",
  "not-in-force": "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
} satisfies Record<RegimeStanding["standing"], string>;

function standingTag(row: RegimeStanding): Markup {
  return html`<span class="tag ${row.standing}"><svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true"><path d="${shapes[row.standing]}"/></svg> ${standingWords[row.standing]}</span>${row.outcome === null || row.outcome === "note" ? "" : html`<span class="sub">${outcomeWords[row.outcome].toLowerCase()}</span>`}`;
}
