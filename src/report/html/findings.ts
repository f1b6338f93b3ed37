import type { Finding } from "../../model/index.js";
import { isLead, isOpen, openByOutcome, type View } from "../view.js";
import { certaintyWords, counted, markWords, outcomeWords } from "../words.js";
import { html, type Markup, when } from "./markup.js";
import { evidenceList, reachBlock } from "./paths.js";

/** Shapes that tell outcomes apart without colour. */
const shapes = { prohibited: "■", restricted: "▲", review: "◆", note: "●", exempt: "○" } as const;

/** An outcome as word and shape. */
export function outcomeTag(outcome: Finding["outcome"]): Markup {
  return html`<span class="tag ${outcome}"><span aria-hidden="true">${shapes[outcome]}</span> ${outcomeWords[outcome]}</span>`;
}

/** Open findings, gravest first, then those that somebody answered for. */
export function findingsSection(view: View): Markup {
  const groups = openByOutcome(view.review);
  const answered = view.review.findings.filter((one) => !isOpen(one));
  const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
  return html`<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Open findings (${total})</h2>
${when(total === 0, () => html`<p>None.</p>`)}
${groups.map(({ outcome, findings }) => html`<details${openAttribute(outcome !== "note" && outcome !== "exempt")}><summary>${counted(findings.length, `${outcomeWords[outcome].toLowerCase()} finding`)}</summary>${findings.map((one) => findingBlock(one, view))}</details>`)}
${when(answered.length > 0, () => html`<h3>Answered for (${answered.length})</h3><ul class="plain">${answered.map(answeredItem)}</ul>`)}
</section>`;
}

function openAttribute(open: boolean): Markup {
  return open ? html` open` : html``;
}

function answeredItem(finding: Finding): Markup {
  const by = finding.acceptance
    ? `accepted by ${finding.acceptance.by} until ${finding.acceptance.until}: ${finding.acceptance.why}`
    : "known from the baseline";
  return html`<li>${outcomeTag(finding.outcome)} ${finding.title}, ${by} <code>${finding.id}</code></li>`;
}

function findingBlock(finding: Finding, view: View): Markup {
  const reaches = finding.reaches.flatMap((id) => view.reach(id) ?? []);
  const [strongest, ...others] = reaches;
  const place = finding.location.line ? `${finding.location.path}:${finding.location.line}` : finding.location.path;
  const artefacts = finding.evidence.filter((one) => one.kind === "artefact" || one.kind === "declaration");
  const sources = finding.evidence.filter((one) => !artefacts.includes(one));
  return html`<article class="${finding.outcome}" id="finding-${finding.id}">
<header><h3>${isLead(finding) ? "Lead: " : ""}${finding.title}</h3>${outcomeTag(finding.outcome)}<span class="quiet">${view.providerName(finding.provider)}</span></header>
<p>${finding.explanation}</p>
<dl>
<dt>Law</dt><dd>${finding.citation} <span class="quiet">(${markWords[finding.mark]}; rule ${finding.pack}/${finding.rule})</span></dd>
<dt>Standing</dt><dd>${certaintyWords[finding.certainty]}; ${finding.confidence} confidence</dd>
<dt>Where</dt><dd class="mono">${place}</dd>
${when(finding.acceptance && finding.status === "acceptance-expired", () => html`<dt>Expired</dt><dd>accepted by ${finding.acceptance?.by} until ${finding.acceptance?.until}: ${finding.acceptance?.why}</dd>`)}
${when(finding.measures.length > 0, () => html`<dt>Measures</dt><dd>${finding.measures.map(view.measureName).join("; ")}</dd>`)}
${when(finding.settle.length > 0, () => html`<dt>To settle</dt><dd><ul class="plain">${finding.settle.map((one) => html`<li>${one}</li>`)}</ul></dd>`)}
<dt>Finding</dt><dd><code>${finding.id}</code></dd>
</dl>
${when(strongest, () => (strongest ? reachBlock(strongest, view) : html``))}
${when(others.length > 0, () => html`<details><summary>${counted(others.length, "further reach", "further reaches")} that it rests on</summary>${others.map((one) => reachBlock(one, view))}</details>`)}
<details><summary>Evidence in the artefacts (${artefacts.length})</summary>${evidenceList(artefacts)}</details>
${when(sources.length > 0, () => html`<details><summary>Sources (${sources.length})</summary>${evidenceList(sources)}</details>`)}
</article>`;
}
