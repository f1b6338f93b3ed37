import type { Review } from "../../model/index.js";
import type { Report } from "../report.js";
import { type View, viewOf } from "../view.js";
import { determinationWords, legalNotice, outcomeWords } from "../words.js";
import { findingsSection } from "./findings.js";
import { type Markup, html as markup, Markup as Raw, when } from "./markup.js";
import { style } from "./style.js";
import { limitsSection, matrixSection, measuresSection, transactionsSection } from "./tables.js";

/** One self-contained page: no request, no script, opens from disk and prints. */
export const html: Report = {
  id: "html",
  title: "HTML report in one file",
  mediaType: "text/html; charset=utf-8",
  render: (review) => page(viewOf(review)).text,
};

function page(view: View): Markup {
  const { review } = view;
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="generator" content="beholden ${review.tool.version}"><title>Review of ${review.subject.name}, as of ${review.asOf}</title><style>${new Raw(style)}</style></head>
<body><a class="skip" href="#main">Skip to the answer</a>
<header><h1>Review of ${review.subject.name}</h1><p class="quiet">As of ${review.asOf}. Which governments can reach its data, or cut it off, and what the law says of it.</p>
<nav aria-label="Sections"><ul>${sections.map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav></header>
<main id="main">${answerSection(view)}${matrixSection(view)}${findingsSection(view)}${transactionsSection(view)}${measuresSection(view)}${limitsSection(view)}</main>
${footer(review)}</body></html>
`;
}

const sections = [
  ["reach", "Who can reach what"],
  ["findings", "Findings"],
  ["transactions", "Transactions"],
  ["measures", "Measures"],
  ["limits", "What is left open"],
  ["method", "Method"],
] as const;

function answerSection({ review }: View): Markup {
  const { summary, determination } = review;
  const outcomes = (Object.keys(outcomeWords) as (keyof typeof outcomeWords)[]).filter(
    (one) => (summary.findings[one] ?? 0) > 0 || one === "prohibited" || one === "restricted" || one === "review",
  );
  return markup`<section aria-labelledby="answer-title"><h2 id="answer-title">The answer</h2>
<div class="answer"><ul>${review.answer.map((one) => markup`<li>${one}</li>`)}</ul></div>
<p><span class="tag ${determination.outcome}">${determinationWords[determination.outcome]}</span> ${determination.reasons[0]}</p>
${when(determination.reasons.length > 1, () => markup`<details><summary>All reasons</summary><ul class="plain">${determination.reasons.map((one) => markup`<li>${one}</li>`)}</ul></details>`)}
${when(determination.settle.length > 0, () => markup`<details><summary>What would settle what is open (${determination.settle.length})</summary><ul class="plain">${determination.settle.map((one) => markup`<li>${one}</li>`)}</ul></details>`)}
<ul class="facts">${outcomes.map((one) => markup`<li><b>${summary.findings[one] ?? 0}</b> open, ${outcomeWords[one].toLowerCase()}</li>`)}
<li><b>${summary.transactions}</b> transactions</li><li><b>${summary.providers}</b> providers</li><li><b>${summary.residualReaches}</b> of ${summary.reaches} reaches not ended</li><li><b>${summary.observations}</b> observations in ${summary.files} files</li></ul>
<p class="quiet">Accepted ${summary.accepted}; acceptance expired ${summary.acceptanceExpired}; known from the baseline ${summary.inBaseline}.</p></section>`;
}

function footer(review: Review): Markup {
  return markup`<footer id="method"><h2>Method</h2><p><strong>${legalNotice}</strong></p>
<dl><dt>Made by</dt><dd>beholden ${review.tool.version}</dd><dt>As of</dt><dd>${review.asOf}</dd><dt>Reference</dt><dd>edition ${review.reference.edition}, SHA-256 <code>${review.reference.sha256}</code></dd>
${review.rulePacks.map((one) => markup`<dt>Rule pack</dt><dd>${one.title} (${one.id}), SHA-256 <code>${one.sha256}</code><br>governments of concern: ${one.governments.join(", ")}</dd>`)}
<dt>Files read</dt><dd><details><summary>${review.files.length} files</summary><ul class="plain">${review.files.map((one) => markup`<li><span class="mono">${one.path}</span> (${one.format}, ${one.bytes} bytes, ${one.observations} observations, SHA-256 <code>${one.sha256}</code>)</li>`)}</ul></details></dd></dl></footer>`;
}
