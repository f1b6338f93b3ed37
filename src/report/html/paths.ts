import type { Evidence, Path, Reach, Step } from "../../model/index.js";
import { cutSentences, effectSentence, evidenceText, opened, stepSentence, weakestSentence } from "../paths.js";
import type { View } from "../view.js";
import { html, type Markup, sourceLink, when } from "./markup.js";

/** A reach: what it comes to, its strongest path hop by hop, what cuts it, and the other ways. */
export function reachBlock(reach: Reach, view: View): Markup {
  const cuts = cutSentences(reach);
  return html`<section aria-label="Path">
<p><strong>${effectSentence(view.governmentName(reach.government), reach.effect, reach.target)}</strong> <span class="quiet">(${reach.path.confidence} confidence${reach.residual ? "" : "; ended by measures in place"})</span></p>
${pathList(reach.path)}
${when(cuts.length > 0, () => html`<p>What measures do to it:</p><ul class="plain">${cuts.map((one) => html`<li>${one}</li>`)}</ul>`)}
${when(reach.alternatives.length > 0, () => html`<details><summary>${reach.alternatives.length === 1 ? "Another way" : `${reach.alternatives.length} other ways`} to the same</summary>${reach.alternatives.map(pathList)}</details>`)}
</section>`;
}

function pathList(path: Path): Markup {
  const weakest = weakestSentence(path);
  return html`<ol class="path">${path.steps.map(stepItem)}</ol>${when(weakest, () => html`<p class="quiet">${weakest}</p>`)}`;
}

function stepItem(step: Step): Markup {
  return html`<li class="${step.confidence}"><strong>${stepSentence(step)}</strong><span>${step.because}</span> <span class="quiet">(${step.kind}, ${step.confidence} confidence)</span>
<details><summary>Evidence (${step.evidence.length})</summary>${evidenceList(step.evidence)}</details></li>`;
}

/** Pieces of evidence, sources with their address. */
export function evidenceList(all: readonly Evidence[]): Markup {
  return html`<ul class="plain">${all.map((one) => html`<li>${evidenceItem(one)}</li>`)}</ul>`;
}

function evidenceItem(evidence: Evidence): Markup {
  if (evidence.kind !== "reference" && evidence.kind !== "law") return html`<span class="mono">${evidenceText(evidence)}</span>`;
  const about = [evidence.publisher, evidence.asOf].filter(Boolean).join(", ");
  return html`${sourceLink(evidence.locator, evidence.title ?? evidence.locator)}${about ? `, ${about}` : ""}${opened(evidence)}${evidence.note ? `: ${evidence.note}` : ""}`;
}
