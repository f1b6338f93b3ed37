import { governmentsReaching } from "../../model/governments-reaching.js";
import type { Transaction } from "../../model/index.js";
import { joinOf, whatOf } from "../view.js";
import { bytes } from "../words.js";
import type { Context } from "./context.js";
import { html, type Markup, when } from "./markup.js";
import { table } from "./table.js";
import { determinationTag } from "./tags.js";

const headings = [
  "Provider and use",
  "Served from",
  "Operator",
  "Owner",
  "Technology",
  "Governments",
  "Declared and seen",
  "Determination",
];

/** Transactions with the four facts apart, and how each rule pack sees the other side. */
export function transactionsSection(context: Context): Markup {
  const { transactions, counterparties } = context.view.review;
  const caption = "Where it is served, who operates it, who owns the operator and who wrote the technology are different facts";
  return html`<section id="transactions" aria-labelledby="transactions-title"><h2 id="transactions-title">Transactions (${transactions.length})</h2>
${when(transactions.length === 0, () => html`<p>No use of a known provider was found.</p>`)}
${when(transactions.length > 0, () =>
  table(
    caption,
    headings,
    transactions.map((one) => rowOf(one, context)),
  ),
)}
${when(counterparties.length > 0, () => counterpartiesTable(context))}</section>`;
}

function rowOf(one: Transaction, { view }: Context): Markup {
  const determination = view.determinationOf(one.id);
  const volume = one.bytesSent + one.bytesReceived > 0 ? `${bytes(one.bytesSent)} sent, ${bytes(one.bytesReceived)} received` : "";
  return html`<tr><th scope="row">${view.providerName(one.provider)}<span class="sub">${whatOf(one)}; ${view.targetName(one.system)}</span></th>
<td>${[one.region, one.servedFrom].filter(Boolean).join(", ") || unknown("not known")}</td><td>${view.partyName(one.operator)}</td>
<td>${one.owner === null ? unknown("not known") : one.owner === one.operator ? unknown("itself") : view.partyName(one.owner)}</td>
<td>${one.technology.map(view.partyName).join(", ") || unknown("operator's, as far as known")}</td>
<td>${governmentsReaching(view.reachesOf(one.id)).join(" ") || unknown("none found")}</td><td>${joinOf(one)}<span class="sub">${volume}</span></td>
<td>${determination ? html`${determinationTag(determination.outcome)}<details><summary>Why</summary>${determination.reasons.map((reason) => html`<p>${reason}</p>`)}</details>` : ""}</td></tr>`;
}

function unknown(words: string): Markup {
  return html`<span class="quiet">${words}</span>`;
}

function counterpartiesTable({ view }: Context): Markup {
  const rows = view.review.counterparties.map(
    (one) =>
      html`<tr><th scope="row">${view.partyName(one.party)}</th><td>${one.pack}</td><td>${one.covered === "cannot-be-excluded" ? "cannot be excluded" : one.covered}</td><td>${one.governments.join(" ")}</td><td>${one.because}</td></tr>`,
  );
  return html`<details><summary>How each rule pack sees the other side (${rows.length})</summary>${table("Whether a counterparty is covered, by rule pack", ["Party", "Rule pack", "Covered", "Governments", "Because"], rows)}</details>`;
}
