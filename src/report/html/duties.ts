import { dealsText, dueText, groundText } from "../duties.js";
import { counted } from "../words.js";
import type { Context } from "./context.js";
import { html, type Markup, when } from "./markup.js";
import { table } from "./table.js";

/** What the law makes the subject do, what has a day first. */
export function dutiesSection({ view }: Context): Markup {
  const duties = view.review.duties ?? [];
  const rows = duties.map(
    (one) =>
      html`<tr><th scope="row">${dueText(one, view)}</th><td>${one.title}: ${one.does}${when(one.content.length > 0, () => html`<details><summary>What it has to hold (${one.content.length})</summary><ul class="plain">${one.content.map((part) => html`<li>${part}</li>`)}</ul></details>`)}</td>
<td>${one.who}</td><td>${dealsText(one, view)}</td><td>${groundText(one)}</td></tr>`,
  );
  return html`<section id="duties" aria-labelledby="duties-title"><h2 id="duties-title">What has to be done, by when (${counted(duties.length, "duty", "duties")})</h2>
${rows.length > 0 ? table("Duties that follow from the rules, what has a day first", ["Due", "What", "Who", "For deals with", "Law"], rows) : html`<p>No duty of the rule packs applied follows from the deals found.</p>`}</section>`;
}
