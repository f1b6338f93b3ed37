import type { Verdict } from "../../model/index.js";
import { html, type Markup, Markup as Raw } from "../html/markup.js";
import { verdictWords } from "./words.js";

const shapes = {
  yes: "M4 1h4l3 3v4l-3 3H4L1 8V4z",
  "cannot-be-excluded": "M3 1h6l3 5-3 5H3L0 6z",
  no: "M1 2h10v8H1z",
} satisfies Record<Verdict, string>;

const classes = { yes: "covered", "cannot-be-excluded": "open", no: "clear" } satisfies Record<Verdict, string>;

/** A verdict as word, shape and fill. */
export function verdictTag(verdict: Verdict): Markup {
  return html`<span class="tag ${classes[verdict]}"><svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true"><path d="${shapes[verdict]}"/></svg> ${verdictWords[verdict]}</span>`;
}

/** What the shapes and lines of the chart mean, drawn as they stand in it. */
export function legend(): Markup {
  return html`<ul class="legend" aria-label="Legend">${boxes.map(([kind, path, words]) => html`<li>${sample(`<g class="box ${kind}"><path d="${path}"/></g>`)}${words}</li>`)}${lines.map(([kind, words]) => html`<li>${sample(`<g class="${kind}"><path class="line" d="M1 10H35"/></g>`)}${words}</li>`)}</ul>`;
}

function sample(drawing: string): Raw {
  return new Raw(
    `<svg class="chart" style="display:inline-block" viewBox="0 0 36 20" width="36" height="20" aria-hidden="true">${drawing}</svg>`,
  );
}

const boxes = [
  ["covered", "M6 2H30L34 6V14L30 18H6L2 14V6z", "Covered under a regime shown"],
  ["open", "M6 2H30L34 10L30 18H6L2 10z", "Cannot be excluded"],
  ["clear", "M3 2H33V18H3z", "Not covered, as far as is on file"],
  ["withheld", "M10 2H26A8 8 0 0 1 26 18H10A8 8 0 0 1 10 2z", "Identity withheld or not known"],
  ["unrecorded", "M10 2H26A8 8 0 0 1 26 18H10A8 8 0 0 1 10 2z", "Share on no record"],
  ["clear subject", "M3 2H33V18H3z", "The party asked about"],
] as const;

const lines = [
  ["equity", "Equity"],
  ["voting", "Votes"],
  ["control", "Control by other means"],
] as const;
