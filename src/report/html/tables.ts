import { governmentsReaching } from "../../model/governments-reaching.js";
import type { Transaction } from "../../model/index.js";
import { effects } from "../../model/order.js";
import { joinOf, matrixOf, type View, whatOf } from "../view.js";
import { bytes, determinationWords, effectNames, reachStateWords } from "../words.js";
import { html, type Markup, when } from "./markup.js";

const stateShapes = { confirmed: "▲", lead: "?", cut: "✓" } as const;

/** A table that scrolls within itself where it is wider than the page. */
function table(caption: string, headings: string[], rows: Markup[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${headings.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Government by system or holding by effect. */
export function matrixSection(view: View): Markup {
  const rows = matrixOf(view.review);
  const rowOf = (row: (typeof rows)[number]) =>
    html`<tr><th scope="row">${row.target.name}<br><span class="quiet">${row.target.kind}</span></th><td>${view.governmentName(row.government)} (${row.government})</td>${effects.map(
      (effect) => {
        const cell = row.cells[effect];
        if (!cell) return html`<td><span class="quiet">none found</span></td>`;
        const by = cell.state === "cut" ? ` (${[...new Set(cell.strongest.cutBy.map((one) => one.measure))].join(", ")})` : "";
        return html`<td><span class="tag ${cell.state}"><span aria-hidden="true">${stateShapes[cell.state]}</span> ${reachStateWords[cell.state]}</span>${by}<br><span class="quiet">${cell.strongest.path.confidence} confidence</span></td>`;
      },
    )}</tr>`;
  const headings = ["System or holding", "Government", ...effects.map((effect) => effectNames[effect])];
  const concern = rows.filter((row) => row.ofConcern);
  const rest = rows.filter((row) => !row.ofConcern);
  return html`<section id="reach" aria-labelledby="reach-title"><h2 id="reach-title">Who can reach what</h2>
${when(rows.length === 0, () => html`<p>No reach was found.</p>`)}
${when(concern.length > 0, () => table("Governments of concern in the rule packs applied", headings, concern.map(rowOf)))}
${when(rest.length > 0, () => html`<details><summary>Other governments (${rest.length} rows)</summary>${table("Governments that no rule pack applied is concerned with", headings, rest.map(rowOf))}</details>`)}
<p class="quiet">Confirmed: a path of high or medium confidence that no measure in place ends. Lead: low confidence only, to follow up. ${view.review.summary.reaches} reaches in all, ${view.review.summary.residualReaches} not ended by a measure in place.</p></section>`;
}

/** Transactions, with the four facts apart. */
export function transactionsSection(view: View): Markup {
  const { transactions } = view.review;
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
  return html`<section id="transactions" aria-labelledby="transactions-title"><h2 id="transactions-title">Transactions (${transactions.length})</h2>
${when(transactions.length > 0, () =>
  table(
    "Where it is served, who operates it, who owns the operator and who wrote the technology are different facts",
    headings,
    transactions.map((one) => transactionRow(one, view)),
  ),
)}</section>`;
}

function transactionRow(one: Transaction, view: View): Markup {
  const determination = view.determinationOf(one.id);
  const traffic =
    one.bytesSent + one.bytesReceived > 0
      ? html`<br><span class="quiet">${bytes(one.bytesSent)} sent, ${bytes(one.bytesReceived)} received</span>`
      : html``;
  return html`<tr><th scope="row">${view.providerName(one.provider)}<br><span class="quiet">${whatOf(one)}; ${view.targetName(one.system)}</span></th>
<td>${[one.region, one.servedFrom].filter(Boolean).join(", ") || "not known"}</td><td>${view.partyName(one.operator)}</td><td>${one.owner ? view.partyName(one.owner) : "not known"}</td>
<td>${one.technology.map(view.partyName).join(", ") || "the operator's own, as far as known"}</td><td>${governmentsReaching(view.reachesOf(one.id)).join(" ") || "none found"}</td><td>${joinOf(one)}${traffic}</td>
<td>${when(determination, () => html`<span class="tag ${determination?.outcome}">${determination ? determinationWords[determination.outcome] : ""}</span><details><summary>Why</summary>${determination?.reasons.map((reason) => html`<p>${reason}</p>`)}</details>`)}</td></tr>`;
}

/** Measures that the result names: declared ones with their standing, the others as what could be done. */
export function measuresSection(view: View): Markup {
  const measures = view.review.measures ?? [];
  const rows = measures.map(
    (one) =>
      html`<tr><th scope="row">${one.id} ${one.name}</th><td>${one.declared.length === 0 ? "not declared" : one.declared.map((each) => html`<div>${each.status}${each.appliesTo.length > 0 ? ` for ${each.appliesTo.join(", ")}` : ""}${each.evidence ? `: ${each.evidence}` : ""}</div>`)}</td><td>${one.leaves}</td></tr>`,
  );
  return html`<section id="measures" aria-labelledby="measures-title"><h2 id="measures-title">Measures (${measures.length})</h2>${when(rows.length > 0, () => table("Promised, in place and verified are kept apart; only what is in place or verified ends a reach", ["Measure", "Declared", "What it leaves"], rows))}</section>`;
}

/** What was not covered: unattributed things, problems, files left out, assumptions. */
export function limitsSection(view: View): Markup {
  const { unattributed, problems, leftOut, assumptions, summary } = view.review;
  const unknown = unattributed.map(
    (one) =>
      html`<tr><td>${one.kind}</td><td class="mono">${one.value}</td><td class="number">${one.count}</td><td class="mono">${one.paths.slice(0, 3).join(", ")}${one.paths.length > 3 ? ` and ${one.paths.length - 3} more` : ""}</td></tr>`,
  );
  const faults = problems.map(
    (one) =>
      html`<tr><td>${one.severity}</td><td class="mono">${one.path}${one.line ? `:${one.line}` : ""}${one.line && one.column ? `:${one.column}` : ""}</td><td>${one.message}</td><td>${one.expected}</td><td>${one.action}</td></tr>`,
  );
  const left = leftOut.map(
    (one) => html`<tr><td class="mono">${one.path}</td><td>${one.reason}</td><td class="number">${one.count}</td></tr>`,
  );
  return html`<section id="limits" aria-labelledby="limits-title"><h2 id="limits-title">What this answer leaves open</h2>
<h3>Not attributed (${summary.unattributed} of ${summary.observations} observations)</h3>${when(unknown.length > 0, () => html`<details><summary>${unattributed.length} different things</summary>${table("Seen, and nobody on file stands behind it: unknown, not harmless", ["Kind", "Value", "Count", "Where"], unknown)}</details>`)}
<h3>Problems in reading (${summary.problems})</h3>${when(faults.length > 0, () => table("What could not be read, or only in part", ["Severity", "Where", "What was wrong", "Expected", "What to do"], faults))}
<h3>Left out (${summary.leftOut} files)</h3>${when(left.length > 0, () => html`<details><summary>${leftOut.length} entries</summary>${table("Left out on purpose", ["Path", "Reason", "Files"], left)}</details>`)}
<h3>Assumed (${assumptions.length})</h3><ul class="plain">${assumptions.map((one) => html`<li>${one}</li>`)}</ul></section>`;
}
