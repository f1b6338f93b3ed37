import { type Outcome, outcomes, type Review } from "../../model/index.js";
import { assumedSentences } from "../measures-standing.js";
import type { Report } from "../report.js";
import { sceneStyle } from "../scene/style.js";
import { newSourceRegister } from "../sources.js";
import { viewOf } from "../view.js";
import { grouped, legalNotice, outcomeWords } from "../words.js";
import type { Context } from "./context.js";
import { criteriaSection } from "./criteria.js";
import { dutiesSection } from "./duties.js";
import { findingsSection } from "./findings.js";
import { limitsSection, measuresSection } from "./limits.js";
import { type Markup, html as markup, Markup as Raw, when } from "./markup.js";
import { matrixSection } from "./matrix.js";
import { reachesSection, sourcesSection } from "./paths.js";
import { sideBySideSection } from "./side-by-side.js";
import { style } from "./style.js";
import { determinationTag } from "./tags.js";
import { transactionsSection } from "./transactions.js";

/** One self-contained page: no request, no script, opens from disk and prints. */
export const html: Report = {
  id: "html",
  title: "HTML report in one file",
  mediaType: "text/html; charset=utf-8",
  render: (review) => page({ view: viewOf(review), sources: newSourceRegister() }).text,
};

/** The sections of the page in order, by their address in it. Sources come last: they are numbered as they are cited. */
const sections: { id: string; title: string; render(context: Context): Markup }[] = [
  { id: "reach", title: "Who can reach what", render: matrixSection },
  { id: "findings", title: "Findings", render: findingsSection },
  { id: "duties", title: "What has to be done, by when", render: dutiesSection },
  { id: "criteria", title: "Criteria", render: criteriaSection },
  { id: "regimes", title: "Regimes side by side", render: sideBySideSection },
  { id: "transactions", title: "Transactions", render: transactionsSection },
  { id: "measures", title: "Measures", render: measuresSection },
  { id: "limits", title: "What is left open", render: limitsSection },
  { id: "paths", title: "Every reach", render: reachesSection },
  { id: "sources", title: "Sources", render: sourcesSection },
];

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function page(context: Context): Markup {
  const { review } = context.view;
  const shown = sections.filter(({ id }) => id !== "regimes" || review.sideBySide !== undefined);
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Raw(policy)}"><meta name="referrer" content="no-referrer">
<meta name="generator" content="beholden ${review.tool.version}"><title>Review of ${review.subject.name}, as of ${review.asOf}</title><style>${new Raw(style + sceneStyle)}</style></head>
<body><a class="skip" href="#main">Skip to the answer</a>
<header><h1>Review of ${review.subject.name}</h1><p class="quiet">As of ${review.asOf}. Which governments can reach its data, or cut it off, and what the law says of it.</p>
<nav aria-label="Sections"><ul>${shown.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}<li><a href="#method">Method</a></li></ul></nav></header>
<main id="main">${answerSection(context)}${shown.map((section) => section.render(context))}</main>
${methodFooter(review)}</body></html>
`;
}

/** Outcomes whose count is shown even where it is none: their absence is an answer. */
const alwaysCounted: ReadonlySet<Outcome> = new Set(["prohibited", "restricted", "review"]);

function answerSection({ view }: Context): Markup {
  const { summary, determination, answer } = view.review;
  const counts = outcomes.filter((one) => alwaysCounted.has(one) || (summary.findings[one] ?? 0) > 0);
  const assumed = assumedSentences(view.review);
  const list = (all: readonly string[]) => markup`<ul class="plain">${all.map((one) => markup`<li>${one}</li>`)}</ul>`;
  return markup`<section id="answer" aria-labelledby="answer-title"><h2 id="answer-title">The answer</h2>
${when(assumed.length > 0, () => markup`<div class="answer assumed">${assumed.map((one) => markup`<p>${one}</p>`)}</div>`)}
<div class="answer">${answer.map((one) => markup`<p>${one}</p>`)}</div>
<p>${determinationTag(determination.outcome)} ${determination.reasons[0]}</p>
${when(determination.reasons.length > 1, () => markup`<details><summary>All reasons</summary>${list(determination.reasons.slice(1))}</details>`)}
${when(determination.measures.length > 0, () => markup`<details><summary>Measures that it depends on (${determination.measures.length})</summary>${list(determination.measures.map(view.measureName))}</details>`)}
${when(determination.settle.length > 0, () => markup`<details><summary>What would settle what is open (${determination.settle.length})</summary>${list(determination.settle)}</details>`)}
<ul class="facts">${counts.map((one) => fact(summary.findings[one] ?? 0, `open: ${outcomeWords[one].toLowerCase()}`))}${fact(summary.transactions, "transactions")}${fact(summary.providers, "providers in use")}${fact(summary.residualReaches, `of ${grouped(summary.reaches)} reaches not ended`)}${fact(summary.observations, `observations in ${grouped(summary.files)} files`)}</ul>
<p class="quiet">Accepted ${summary.accepted}; acceptance expired ${summary.acceptanceExpired}; known from the baseline ${summary.inBaseline}.</p></section>`;
}

function fact(count: number, what: string): Markup {
  return markup`<li><b>${grouped(count)}</b> ${what}</li>`;
}

function methodFooter({ tool, asOf, reference, rulePacks, files }: Review): Markup {
  return markup`<footer id="method"><h2>Method</h2><p><strong>${legalNotice}</strong></p>
<dl><dt>Made by</dt><dd>beholden ${tool.version}</dd><dt>As of</dt><dd>${asOf} (UTC)</dd><dt>Reference</dt><dd>edition ${reference.edition}, SHA-256 <code>${reference.sha256}</code></dd>
${rulePacks.map((one) => markup`<dt>Rule pack</dt><dd>${one.title} (${one.id}), SHA-256 <code>${one.sha256}</code><br>Governments of concern: ${one.governments.join(", ")}</dd>`)}
<dt>Files read</dt><dd><details><summary>${files.length} files</summary><ul class="plain">${files.map((one) => markup`<li><span class="mono">${one.path}</span> (${one.format}, ${grouped(one.bytes)} bytes, ${one.observations} observations, SHA-256 <code>${one.sha256}</code>)</li>`)}</ul></details></dd></dl></footer>`;
}
