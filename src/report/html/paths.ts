import type { Evidence, Path, Reach, Step } from "../../model/index.js";
import { cutSentences, effectSentence, opened, placeText, stepSentence, weakestSentence } from "../paths.js";
import { aboutLaw, places, sourceText } from "../sources.js";
import { counted } from "../words.js";
import type { Context } from "./context.js";
import { html, type Markup, sourceLink, when } from "./markup.js";

/** Places in artefacts that are shown at once; the rest opens. */
const mostPlaces = 4;

/** A reach: what it comes to, its strongest path hop by hop, and what measures do to it. */
export function reachBlock(reach: Reach, context: Context): Markup {
  const cuts = cutSentences(reach);
  return html`<p class="claim">${reachSentence(reach, context)}</p>
${pathList(reach.path, context)}
${when(cuts.length > 0, () => html`<p>What measures do to it:</p><ul class="plain">${cuts.map((one) => html`<li>${one}</li>`)}</ul>`)}`;
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

/** What a reach comes to, how sure it is, and whether measures end it. */
export function reachSentence(reach: Reach, { view }: Context): Markup {
  const sentence = effectSentence(view.governmentName(reach.government), reach.effect, reach.target);
  const standing = `${reach.path.confidence} confidence${reach.path.confidence === "low" ? ", a lead" : ""}${endedWords(reach)}`;
  return html`<strong>${sentence}</strong> <span class="quiet">(${standing})</span>`;
}

function endedWords({ endedBy, residual }: Reach): string {
  if (residual) return "";
  return {
    verified: "; ended by verified measures",
    "in-place": "; ended by measures in place",
    assumed: "; ended only if the measures assumed were in place",
  }[endedBy ?? "in-place"];
}

function pathList(path: Path, context: Context): Markup {
  const weakest = weakestSentence(path);
  return html`<ol class="path">${path.steps.map((step) => stepItem(step, context))}</ol>${when(weakest, () => html`<p class="quiet">${weakest}</p>`)}`;
}

function stepItem(step: Step, context: Context): Markup {
  return html`<li class="${step.confidence}"><strong>${stepSentence(step)}</strong>
<span>${step.because}</span> <span class="quiet">(${step.kind}, ${step.confidence} confidence)</span>
${groundsLine(step.evidence, context)}</li>`;
}

/** Where it was seen and the numbers of its sources, in one line. */
function groundsLine(evidence: readonly Evidence[], context: Context): Markup {
  const seen = places(evidence);
  const shown = seen.slice(0, mostPlaces).map((one, index) => html`${index > 0 ? "; " : ""}<span class="mono">${placeText(one)}</span>`);
  const rest = seen.length - shown.length;
  const cited = citations(evidence, context);
  return html`<span class="grounds">${when(seen.length > 0, () => html`Seen: ${shown}${rest > 0 ? ` and ${counted(rest, "more place")}` : ""}. `)}${when(cited, () => html`Sources: ${cited}`)}</span>`;
}

/** Numbers of sources, each a link to its entry; undefined where none is cited. */
export function citations(evidence: readonly Evidence[], { sources }: Context): Markup | undefined {
  const numbers = sources.cite(evidence);
  if (numbers.length === 0) return undefined;
  return html`${numbers.map((number, index) => html`${index > 0 ? " " : ""}<a class="cite" href="#source-${number}">${number}</a>`)}`;
}

/** Places in artefacts: the first few, and the rest to open. */
export function placeList(evidence: readonly Evidence[]): Markup {
  const all = places(evidence);
  const list = (some: readonly Evidence[]) =>
    html`<ul class="plain">${some.map((one) => html`<li class="mono">${placeText(one)}</li>`)}</ul>`;
  const rest = all.slice(mostPlaces);
  return html`${list(all.slice(0, mostPlaces))}${when(rest.length > 0, () => html`<details><summary>${counted(rest.length, "more place")}</summary>${list(rest)}</details>`)}`;
}

/** Every reach once, step by step; the table and the findings lead here. */
export function reachesSection(context: Context): Markup {
  const { reaches } = context.view.review;
  return html`<section id="paths" aria-labelledby="paths-title"><h2 id="paths-title">Every reach, step by step (${reaches.length})</h2>
${reaches.map((reach) => html`<details class="reach"><summary>${reachSentence(reach, context)} <span class="quiet">through ${providerOf(reach, context)}</span></summary><div id="${reachAnchor(reach, context)}">${reachBlock(reach, context)}${alternativesList(reach, context)}</div></details>`)}
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
