import type { Evidence, Reach } from "../../model/index.js";
import { opened, stepSentence } from "../paths.js";
import { apart, citations as citationNodes } from "../scene/block/cited.js";
import { claimNodes, type FindingContext, reachClaim, reachNodes } from "../scene/block/finding.js";
import { pathBlock } from "../scene/block/path.js";
import { drawnReach, pathScene } from "../scene/path/scene.js";
import { aboutLaw, sourceText } from "../sources.js";
import type { Context } from "./context.js";
import { drawing, inPage } from "./drawing.js";
import { html, type Markup, sourceLink } from "./markup.js";

/** Where the links of blocks lead within the page. */
export function blockContext(context: Context): FindingContext {
  const { view, sources } = context;
  return {
    sources,
    sourceAddress: (number) => `#source-${number}`,
    reachAddress: (id) => `#reach-${view.reachNumber(id)}`,
  };
}

/** A reach: drawn, then what it comes to, its strongest path hop by hop, and what measures do to it. */
function reachBlock(reach: Reach, context: Context): Markup {
  const { view } = context;
  return html`${drawing(pathScene(drawnReach(reach, view, view.review.asOf)))}${inPage(...reachNodes(reachClaim(reach, view), pathBlock(reach.path), blockContext(context)))}`;
}

/** The other ways to the same, each in one line. */
function alternativesList({ alternatives }: Reach, context: Context): Markup {
  if (alternatives.length === 0) return html``;
  return html`<p>${alternatives.length === 1 ? "Another way" : `${alternatives.length} other ways`} to the same:</p><ul class="plain">${alternatives.map((path) => html`<li>${path.steps.map((step, index) => html`${index > 0 ? "; " : ""}${stepSentence(step)} <span class="quiet">(${step.confidence}${citedIn(step.evidence, context)})</span>`)}</li>`)}</ul>`;
}

function citedIn(evidence: readonly Evidence[], context: Context): Markup {
  const cited = citations(evidence, context);
  return cited ? html`, ${cited}` : html``;
}

/** Numbers of sources, each a link to its entry; undefined where none is cited. */
export function citations(evidence: readonly Evidence[], context: Context): Markup | undefined {
  const cited = citationNodes(evidence, blockContext(context));
  return cited.length > 0 ? inPage(...apart(cited)) : undefined;
}

/** Every reach once, step by step; the table and the findings lead here. */
export function reachesSection(context: Context): Markup {
  const { reaches } = context.view.review;
  return html`<section id="paths" aria-labelledby="paths-title"><h2 id="paths-title">Every reach, step by step (${reaches.length})</h2>
${reaches.map((reach) => html`<details class="reach"><summary>${inPage(...claimNodes(reachClaim(reach, context.view)))} <span class="quiet">through ${providerOf(reach, context)}</span></summary><div id="${reachAnchor(reach, context)}">${reachBlock(reach, context)}${alternativesList(reach, context)}</div></details>`)}
</section>`;
}

/** Address of a reach within the page. */
export function reachAnchor(reach: Reach, { view }: Context): string {
  return `reach-${view.reachNumber(reach.id)}`;
}

function providerOf(reach: Reach, { view }: Context): string {
  return view.providerName(view.transaction(reach.transaction)?.provider ?? "");
}

/** The sources that the page cites by number, with their addresses. */
export function sourcesSection({ sources }: Context): Markup {
  const cited = sources.cited();
  return html`<section id="sources" aria-labelledby="sources-title"><h2 id="sources-title">Sources (${cited.length})</h2>
<ol class="sources">${cited.map((one, index) => html`<li id="source-${index + 1}">${sourceItem(one)}</li>`)}</ol></section>`;
}

function sourceItem(source: Evidence): Markup {
  const link = sourceLink(source.locator, source.title ?? source.locator);
  if (!link) return html`${sourceText(source)}`;
  const about = [source.publisher, source.asOf].filter(Boolean).join(", ");
  return html`${link}${about ? `, ${about}` : ""}${opened(source)}${aboutLaw(source)}`;
}
