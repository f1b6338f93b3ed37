import type { Finding } from "../../model/index.js";
import { findingBlock, findingNode } from "../scene/block/finding.js";
import { isOpen, openByOutcome } from "../view.js";
import { outcomeWords } from "../words.js";
import type { Context } from "./context.js";
import { inPage } from "./drawing.js";
import { html, type Markup, when } from "./markup.js";
import { blockContext } from "./paths.js";
import { outcomeTag } from "./tags.js";

/** Open findings, gravest first, then those that somebody answers for or that were known before. */
export function findingsSection(context: Context): Markup {
  const { view } = context;
  const { review } = view;
  const groups = openByOutcome(review);
  const answered = review.findings.filter((one) => !isOpen(one));
  const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
  return html`<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Open findings (${total})</h2>
${when(total === 0, () => html`<p>None.</p>`)}
${groups.map(({ outcome, findings }) => html`<h3 class="group">${outcomeWords[outcome]} (${findings.length})</h3>${findings.map((one) => inPage(findingNode(findingBlock(one, view), blockContext(context))))}`)}
${when(answered.length > 0, () => html`<h3 class="group">Accepted or known before (${answered.length})</h3><ul class="plain">${answered.map((one) => answeredItem(one, context))}</ul>`)}
</section>`;
}

function answeredItem(finding: Finding, { view }: Context): Markup {
  const by = finding.acceptance
    ? `accepted by ${finding.acceptance.by} until ${finding.acceptance.until}: ${finding.acceptance.why}`
    : "in the baseline of an earlier review";
  return html`<li>${outcomeTag(finding.outcome)} ${finding.title} (${view.providerName(finding.provider)}); ${by} <code>${finding.id}</code></li>`;
}
