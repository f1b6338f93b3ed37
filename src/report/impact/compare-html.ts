import type { ImpactComparison } from "../../model/index.js";
import { drawing } from "../html/drawing.js";
import { html, type Markup, when } from "../html/markup.js";
import { table } from "../html/table.js";
import { impactTag } from "../html/tags.js";
import { ofComparison } from "../scene/impact/compared.js";
import { impactScene } from "../scene/impact/scene.js";
import { counted, legalNotice } from "../words.js";
import { movedWords, scenarioHeadings, totalRows } from "./compare-text.js";
import { pageOf } from "./html.js";
import { stateWords, timesWords, verdictWords } from "./words.js";

/** Scenarios side by side on one page: totals, then only what differs. */
export function comparisonHtml(comparison: ImpactComparison): string {
  const headings = scenarioHeadings(comparison);
  const totals = table(
    "Totals",
    ["", ...headings],
    totalRows(comparison).map(
      ([name, ...values]) => html`<tr><th scope="row">${name}</th>${values.map((one) => html`<td>${one}</td>`)}</tr>`,
    ),
  );
  const written = [
    { id: "totals", title: "Totals", body: totals },
    {
      id: "systems",
      title: "Systems that differ",
      body: html`${drawing(impactScene(ofComparison(comparison)))}${differing(comparison.systems, comparison.same.systems, "System", headings)}`,
    },
    { id: "assets", title: "Assets that differ", body: differing(comparison.assets, comparison.same.assets, "Asset", headings) },
    ...(comparison.holdings.length > 0
      ? [
          {
            id: "holdings",
            title: "Data that differ",
            body: table(
              "Holdings that are not moved in all scenarios",
              ["Holding", ...headings],
              comparison.holdings.map(
                ({ name, moved }) => html`<tr><th scope="row">${name}</th>${moved.map((one) => html`<td>${movedWords[one]}</td>`)}</tr>`,
              ),
            ),
          },
        ]
      : []),
  ];
  const answers = html`<section id="answer" aria-labelledby="answer-title"><h2 id="answer-title">The answers</h2>${comparison.scenarios.map(
    ({ answer }, at) => html`<h3>${headings[at]}</h3><div class="answer">${answer.map((one) => html`<p>${one}</p>`)}</div>`,
  )}</section>
`;
  const footer = html`<footer id="method"><h2>Method</h2><p><strong>${legalNotice}</strong></p><dl><dt>Made by</dt><dd>beholden ${comparison.tool.version}</dd><dt>As of</dt><dd>${comparison.asOf} (UTC)</dd></dl></footer>`;
  const heading = `Impact on ${comparison.subject}: ${counted(comparison.scenarios.length, "scenario")} side by side`;
  return pageOf(heading, "Totals, and what differs; what is the same in all scenarios is counted.", written, answers, footer);
}

function differing(rows: ImpactComparison["systems"], same: number, first: string, headings: string[]): Markup {
  const cells = rows.map(
    ({ name, times, states }) =>
      html`<tr><th scope="row">${name}</th><td>${timesWords(times)}</td>${states.map(({ verdict, least, most }) => html`<td>${impactTag(verdict, verdictWords[verdict])}${when(verdict === "cannot-be-told", () => html`<span class="sub">${stateWords[least]} or ${stateWords[most]}</span>`)}</td>`)}</tr>`,
  );
  return html`${rows.length > 0 ? table(`${first}s that are not in the same state in all scenarios`, [first, "Time", ...headings], cells) : html`<p>None.</p>`}<p class="quiet">The same in all: ${same}.</p>`;
}
