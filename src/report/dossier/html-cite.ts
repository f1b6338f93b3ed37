import type { Dossier, Evidence } from "../../model/index.js";
import { html, type Markup } from "../html/markup.js";
import type { SourceRegister } from "../sources.js";

/** What every section of the page is written with. */
export interface Page {
  dossier: Dossier;
  /** Filled as sections cite; the section of sources is written after them. */
  sources: SourceRegister;
}

/** Numbers of the sources, each a link to its place in the list. */
export function citations(evidence: readonly Evidence[], { sources }: Page): Markup {
  return html`${sources.cite(evidence).map((number, at) => html`${at > 0 ? " " : ""}<a class="cite" href="#source-${number}">${number}</a>`)}`;
}
