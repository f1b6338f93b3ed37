import type { Verdict } from "../../model/index.js";
import { html, type Markup } from "../html/markup.js";
import { signs } from "../scene/shapes.js";
import { verdictWords } from "./words.js";

/** The signs that the chart has for the same. */
const shapes = { yes: signs.octagon, "cannot-be-excluded": signs.diamond, no: signs.ring } satisfies Record<Verdict, string>;

const classes = { yes: "covered", "cannot-be-excluded": "open", no: "clear" } satisfies Record<Verdict, string>;

/** A verdict as word, shape and fill. */
export function verdictTag(verdict: Verdict): Markup {
  return html`<span class="tag ${classes[verdict]}"><svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true"><path d="${shapes[verdict]}"/></svg> ${verdictWords[verdict]}</span>`;
}
