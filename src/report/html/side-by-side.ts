import { sideBySideTable } from "../side-by-side.js";
import type { Context } from "./context.js";
import { html, type Markup } from "./markup.js";

/** With `--side-by-side`: every regime about every counterparty, one table each. */
export function sideBySideSection({ view }: Context): Markup {
  const compared = view.review.sideBySide ?? [];
  return html`<section id="regimes" aria-labelledby="regimes-title"><h2 id="regimes-title">Regimes side by side</h2>
<p class="quiet">One regime's answer never carries over to another: each has its own dates, scope and arithmetic of ownership.</p>
${compared.map(({ name, party, asOf, regimes }) => html`<h3>${name} <span class="mono quiet">${party}</span></h3>${sideBySideTable(`${name} under each regime, on ${asOf}`, regimes)}`)}</section>`;
}
