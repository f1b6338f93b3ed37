import type { MeasureProposals } from "../../model/index.js";
import { html, type Markup, Markup as Raw, sourceLink, when } from "../html/markup.js";
import { style } from "../html/style.js";
import { grouped, legalNotice, markWords } from "../words.js";
import {
  answerSentences,
  breachSentences,
  cessationWords,
  costSentence,
  costText,
  cutPointsWords,
  demandedSentences,
  measureWords,
  type Proposal,
  pathsWords,
  reachSentence,
  tiesSentence,
} from "./words.js";

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The sections in order, by their address in the page; one without a body is left out. */
const sections: { id: string; title: string; render(found: MeasureProposals): Markup | undefined }[] = [
  { id: "sets", title: "Cheapest sets", render: (found) => (found.proposal ? setsBody(found, found.proposal) : undefined) },
  { id: "cessation", title: "Only cessation is left", render: cessationBody },
  { id: "breach", title: "What a breach of these measures means", render: (found) => listOf(breachSentences(found)) },
  { id: "law", title: "What the law demands, whatever ends a reach", render: (found) => listOf(demandedSentences(found)) },
  { id: "reaches", title: "Unacceptable reaches and their cut points", render: reachesBody },
  { id: "warning", title: "A warning", render: warningBody },
];

/** One self-contained page: no request, no script, opens from disk and prints. */
export function measuresHtml(found: MeasureProposals): string {
  const { summary } = found;
  const heading = `Measures for ${found.subject.name}`;
  const written = sections.flatMap(({ id, title, render }) => {
    const body = render(found);
    return body ? [{ id, title, body }] : [];
  });
  const fact = (count: number, what: string) => html`<li><b>${grouped(count)}</b> ${what}</li>`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Raw(policy)}"><meta name="referrer" content="no-referrer">
<meta name="generator" content="beholden ${found.tool.version}"><title>${heading}, as of ${found.asOf}</title><style>${new Raw(style)}</style></head>
<body><a class="skip" href="#main">Skip to the answer</a>
<header><h1>${heading}</h1><p class="quiet">As of ${found.asOf}. The cheapest sets of measures that leave no unacceptable reach.</p>
<nav aria-label="Sections"><ul>${written.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}<li><a href="#method">Method</a></li></ul></nav></header>
<main id="main"><section id="answer" aria-labelledby="answer-title"><h2 id="answer-title">The answer</h2>
<div class="answer">${answerSentences(found).map((one) => html`<p>${one}</p>`)}</div>
<ul class="facts">${fact(summary.unacceptable, "unacceptable reaches")}${fact(summary.endedByVerified, "ended by verified measures alone")}${fact(summary.endedByInPlace, "ended with measures in place, not verified")}${fact(summary.ifPromisesKept, "promised measures would end")}${fact(summary.onlyCessationLeft, "only cessation is left")}</ul></section>
${written.map(({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`)}</main>
<footer id="method"><h2>Method</h2><p><strong>${legalNotice}</strong></p><p>Unacceptable is a reach that an open finding of outcome prohibited, restricted or review rests on and that nothing in place ends. A set ends a reach when it cuts every path of it. The sets are proven optimal by an exact solver. Rule packs: ${found.rulePacks.join(", ")}. Made by beholden ${found.tool.version}.</p></footer></body></html>
`.text;
}

function setsBody(found: MeasureProposals, proposal: Proposal): Markup {
  const sets = proposal.sets.map(({ measures }) => html`<li>${measures.map(({ measure }) => measure).join(" + ")}</li>`);
  const details = measureWords(found, proposal).map(
    ({ id, name, rows }) =>
      html`<article><h3>${id} ${name}</h3><dl>${rows.map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl></article>`,
  );
  return html`<p>At a cost of ${costText(proposal.cost)}, proven the least. ${tiesSentence(proposal)} ${costSentence(found)}</p><ol>${sets}</ol>${details}`;
}

function cessationBody({ unacceptable }: MeasureProposals): Markup | undefined {
  return listOf(unacceptable.filter((one) => !one.endable).map((one) => `${reachSentence(one)}: ${cessationWords(one)}`));
}

function listOf(all: readonly string[]): Markup | undefined {
  return all.length > 0 ? html`<ul class="plain">${all.map((one) => html`<li>${one}</li>`)}</ul>` : undefined;
}

function reachesBody({ unacceptable }: MeasureProposals): Markup | undefined {
  if (unacceptable.length === 0) return undefined;
  const drawn = unacceptable.map((reach) => {
    const points = cutPointsWords(reach).map(({ step, measures }) => html`<li>${step}: <strong>${measures}</strong></li>`);
    return html`<article><strong>${reachSentence(reach)}</strong><span class="sub">${pathsWords(reach)}</span>${points.length > 0 ? html`<ul class="plain">${points}</ul>` : html`<p>No single step ends it: its paths share none.</p>`}</article>`;
  });
  return html`<p class="quiet">A cut point is a step that all open paths pass: removing it alone ends the reach.</p>${drawn}`;
}

function warningBody({ warning }: MeasureProposals): Markup | undefined {
  if (!warning) return undefined;
  const cited = warning.sources.map(({ title, url }, at) => html`${at > 0 ? "; " : ""}${sourceLink(url, title) ?? title}`);
  return html`<p>${warning.says} <span class="quiet">(${markWords[warning.mark]}${when(cited.length > 0, () => html`: ${cited}`)})</span></p>`;
}
