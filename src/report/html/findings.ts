import type { Finding, Reach } from "../../model/index.js";
import { isLead, isOpen, openByOutcome } from "../view.js";
import { certaintyWords, counted, markWords, outcomeWords } from "../words.js";
import type { Context } from "./context.js";
import { html, type Markup, when } from "./markup.js";
import { citations, placeList, reachAnchor, reachBlock, reachSentence } from "./paths.js";
import { outcomeTag } from "./tags.js";

/** Open findings, gravest first, then those that somebody answers for or that were known before. */
export function findingsSection(context: Context): Markup {
  const { review } = context.view;
  const groups = openByOutcome(review);
  const answered = review.findings.filter((one) => !isOpen(one));
  const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
  return html`<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Open findings (${total})</h2>
${when(total === 0, () => html`<p>None.</p>`)}
${groups.map(({ outcome, findings }) => html`<h3 class="group">${outcomeWords[outcome]} (${findings.length})</h3>${findings.map((one) => findingBlock(one, context))}`)}
${when(answered.length > 0, () => html`<h3 class="group">Accepted or known before (${answered.length})</h3><ul class="plain">${answered.map((one) => answeredItem(one, context))}</ul>`)}
</section>`;
}

function answeredItem(finding: Finding, { view }: Context): Markup {
  const by = finding.acceptance
    ? `accepted by ${finding.acceptance.by} until ${finding.acceptance.until}: ${finding.acceptance.why}`
    : "in the baseline of an earlier review";
  return html`<li>${outcomeTag(finding.outcome)} ${finding.title} (${view.providerName(finding.provider)}); ${by} <code>${finding.id}</code></li>`;
}

function findingBlock(finding: Finding, context: Context): Markup {
  const { view } = context;
  const [strongest, ...others] = finding.reaches.flatMap((id) => view.reach(id) ?? []);
  const system = view.transaction(finding.transaction)?.system;
  const cited = citations(finding.evidence, context);
  return html`<article class="${finding.outcome}" id="finding-${finding.id}">
<header><h4>${isLead(finding) ? "Lead: " : ""}${finding.title}</h4>${outcomeTag(finding.outcome)}<span class="quiet">${view.providerName(finding.provider)}${system ? `, ${view.targetName(system)}` : ""}</span></header>
<p>${finding.explanation}</p>
${strongest ? strongestBlock(strongest, context) : ""}
${when(others.length > 0, () => html`<p>It rests on ${counted(others.length, "further reach", "further reaches")}:</p><ul class="plain">${others.map((one) => html`<li>${reachSentence(one, context)} ${stepByStep(one, context)}</li>`)}</ul>`)}
<dl>
<dt>Law</dt><dd>${finding.citation} <span class="quiet">(${markWords[finding.mark]}; rule ${finding.pack}/${finding.rule})</span></dd>
<dt>Certainty</dt><dd>${certaintyWords[finding.certainty]}; ${finding.confidence} confidence</dd>
${expiredRow(finding)}
<dt>Evidence</dt><dd>${placeList(finding.evidence)}${when(cited, () => html`Sources: ${cited}`)}</dd>
${when(finding.settle.length > 0, () => html`<dt>To settle</dt><dd><ul class="plain">${finding.settle.map((one) => html`<li>${one}</li>`)}</ul></dd>`)}
${measuresRow(finding, context)}
<dt>Finding</dt><dd><code>${finding.id}</code></dd>
</dl></article>`;
}

function strongestBlock(reach: Reach, context: Context): Markup {
  const ways = reach.alternatives.length;
  return html`${reachBlock(reach, context)}${when(ways > 0, () => html`<p>${counted(ways, "other way")} to the same: ${stepByStep(reach, context)}</p>`)}`;
}

function stepByStep(reach: Reach, context: Context): Markup {
  return html`<a href="#${reachAnchor(reach, context)}">step by step</a>`;
}

function expiredRow({ status, acceptance }: Finding): Markup {
  if (status !== "acceptance-expired" || !acceptance) return html``;
  return html`<dt>Expired</dt><dd>accepted by ${acceptance.by} until ${acceptance.until}: ${acceptance.why}</dd>`;
}

/** Measures that would lift it, each with what it leaves. */
function measuresRow(finding: Finding, { view }: Context): Markup {
  if (finding.measures.length === 0) return html``;
  const leaves = (id: string) => view.review.measures?.find((one) => one.id === id)?.leaves;
  const items = finding.measures.map(
    (id) => html`<li>${view.measureName(id)}${when(leaves(id), () => html`. <span class="quiet">${leaves(id)}</span>`)}</li>`,
  );
  return html`<dt>Measures</dt><dd><ul class="plain">${items}</ul></dd>`;
}
