import type { Review } from "../../model/index.js";
import { counted, grouped } from "../words.js";
import type { Context } from "./context.js";
import { html, type Markup, when } from "./markup.js";
import { table } from "./table.js";

/** Measures that the result names: declared ones with their standing, the others as what could be done. */
export function measuresSection({ view }: Context): Markup {
  const measures = view.review.measures ?? [];
  const rows = measures.map((one) => {
    const declared = one.declared.map(
      (each) =>
        html`<div>${each.status}${each.appliesTo.length > 0 ? ` for ${each.appliesTo.join(", ")}` : ""}${each.evidence ? `: ${each.evidence}` : ""}</div>`,
    );
    return html`<tr><th scope="row">${one.id} ${one.name}</th><td>${declared.length === 0 ? html`<span class="quiet">not declared</span>` : declared}</td><td>${one.leaves}</td></tr>`;
  });
  const caption = "Promised, in place and verified are kept apart; only what is in place or verified ends a reach";
  return html`<section id="measures" aria-labelledby="measures-title"><h2 id="measures-title">Measures (${measures.length})</h2>
${rows.length > 0 ? table(caption, ["Measure", "Declared", "What it leaves"], rows) : html`<p>None is declared, and no finding names one.</p>`}</section>`;
}

/** What was not covered: unattributed things, problems, files left out, assumptions. */
export function limitsSection({ view }: Context): Markup {
  const { review } = view;
  const { summary, assumptions } = review;
  return html`<section id="limits" aria-labelledby="limits-title"><h2 id="limits-title">What this answer leaves open</h2>
<h3>Not attributed (${grouped(summary.unattributed)} of ${counted(summary.observations, "observation")})</h3>${unattributedTable(review)}
<h3>Problems in reading (${summary.problems})</h3>${problemsTable(review)}
<h3>Left out (${counted(summary.leftOut, "file")})</h3>${leftOutTable(review)}
<h3>Assumed (${assumptions.length})</h3><ul class="plain">${assumptions.map((one) => html`<li>${one}</li>`)}</ul></section>`;
}

function unattributedTable({ unattributed }: Review): Markup {
  const rows = unattributed.map((one) => {
    const further = one.paths.length - 3;
    return html`<tr><td>${one.kind}</td><td class="mono">${one.value}</td><td class="number">${grouped(one.count)}</td><td class="mono">${one.paths.slice(0, 3).join(", ")}${further > 0 ? ` and ${further} more` : ""}</td></tr>`;
  });
  const caption = "Seen, and nobody on file stands behind it: unknown, not harmless";
  return when(
    rows.length > 0,
    () =>
      html`<details><summary>${counted(rows.length, "thing")}</summary>${table(caption, ["Kind", "Value", "Count", "Where"], rows)}</details>`,
  );
}

function problemsTable({ problems }: Review): Markup {
  const rows = problems.map((one) => {
    const place = [one.path, one.line, one.column].filter((part) => part !== null).join(":");
    return html`<tr><td>${one.severity}</td><td class="mono">${place}</td><td>${one.message}</td><td>${one.expected}</td><td>${one.action}</td></tr>`;
  });
  const headings = ["Severity", "Where", "What was wrong", "Expected", "What to do"];
  return when(rows.length > 0, () => table("What could not be read, or only in part", headings, rows));
}

function leftOutTable({ leftOut }: Review): Markup {
  const rows = leftOut.map(
    (one) => html`<tr><td class="mono">${one.path}</td><td>${one.reason}</td><td class="number">${grouped(one.count)}</td></tr>`,
  );
  return when(
    rows.length > 0,
    () =>
      html`<details><summary>${counted(rows.length, "entry", "entries")}</summary>${table("Left out on purpose", ["Path", "Reason", "Files"], rows)}</details>`,
  );
}
