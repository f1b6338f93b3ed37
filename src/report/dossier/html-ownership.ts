import type { TracedLink, TracedParty, TracedRegime } from "../../model/index.js";
import { drawing } from "../html/drawing.js";
import { html, type Markup, when } from "../html/markup.js";
import { table } from "../html/table.js";
import { ownershipScene } from "../scene/ownership/scene.js";
import { verdictTag } from "../trace/tag.js";
import { coveredShareWords, groundWords, kindWords, linkRemarks, proofTitle, shareWords } from "../trace/words.js";
import { citations, type Page } from "./html-cite.js";

/** Each company with its owners: verdicts with their proof, the chart, and every stake with its source. */
export function ownershipSection(page: Page): Markup {
  const { ownership } = page.dossier;
  if (ownership.length === 0) return html`<p>No company is on file.</p>`;
  return html`${ownership.map((traced) => companyPart(traced, page))}`;
}

function companyPart(traced: TracedParty, page: Page): Markup {
  const nameOf = (id: string) => traced.parties.find((one) => one.id === id)?.name ?? id;
  const links = [...traced.owners, ...traced.holdings];
  return html`<h3>${nameOf(traced.party)}</h3>
${when(links.length > 0, () => drawing(ownershipScene(traced)))}
${table(`How each regime in force sees ${nameOf(traced.party)}`, ["Regime", "Verdict", "Through", "Covered share", "Why"], traced.regimes.map(regimeRow))}
${links.length > 0 ? stakesTable(links, nameOf, page) : html`<p>No stake is on file for this day with more than low confidence.</p>`}`;
}

function regimeRow(regime: TracedRegime): Markup {
  const list = (title: string, texts: string[]) =>
    when(texts.length > 0, () => html`<details><summary>${title}</summary><ol>${texts.map((one) => html`<li>${one}</li>`)}</ol></details>`);
  return html`<tr><th scope="row">${regime.id}</th><td>${verdictTag(regime.verdict)}</td><td>${groundWords(regime)}</td><td>${coveredShareWords(regime)}</td><td class="remarks">${regime.because}${list(proofTitle(regime), regime.proof)}${list("What would settle it", regime.settle)}</td></tr>`;
}

function stakesTable(links: TracedLink[], nameOf: (id: string) => string, page: Page): Markup {
  const rows = links.map(
    (link) =>
      html`<tr><td class="number">${link.number}</td><th scope="row">${nameOf(link.owner)}</th><td>${nameOf(link.owned)}</td><td>${shareWords(link) || "no share"}</td><td>${kindWords[link.kind]}</td><td class="remarks">${linkRemarks(link)}</td><td>${citations(link.evidence, page)}</td></tr>`,
  );
  return table("Who holds what", ["No.", "Owner", "Owned", "Share", "Kind", "Remarks", "Sources"], rows);
}
