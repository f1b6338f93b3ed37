import type { Dossier, DossierStatement } from "../../model/index.js";
import { drawing } from "../html/drawing.js";
import { html, type Markup, Markup as Raw, sourceLink, when } from "../html/markup.js";
import { style } from "../html/style.js";
import { table } from "../html/table.js";
import { doubt, opened, stepSentence } from "../paths.js";
import { sceneStyle } from "../scene/style.js";
import { axisOfDossier } from "../scene/timeline/axis.js";
import { timelineScene } from "../scene/timeline/scene.js";
import { newSourceRegister, sourceText } from "../sources.js";
import { traceStyle } from "../trace/style.js";
import { legalNotice } from "../words.js";
import { citations, type Page } from "./html-cite.js";
import { ownershipSection } from "./html-ownership.js";
import { onePage, type PageItem } from "./page.js";
import { dossierStyle } from "./style.js";
import { aboutWords, actionWords, changeWords, dateWords, headingOf, reachWords, roleWords, standingWords, statusWords } from "./words.js";

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The sections in order, by their address in the page. Sources come last: they are numbered as they are cited. */
const sections: { id: string; title: string; render(page: Page): Markup | undefined }[] = [
  { id: "page", title: "On one page", render: pageSection },
  { id: "changes", title: "What changed", render: changesSection },
  { id: "questions", title: "Questions of the review", render: questionsSection },
  { id: "companies", title: "Companies", render: companiesSection },
  { id: "reach", title: "Governments", render: reachSection },
  { id: "ownership", title: "Ownership", render: (page) => ownershipSection(page) },
  { id: "time", title: "Lists and laws over time", render: ({ dossier }) => drawing(timelineScene(axisOfDossier(dossier))) },
  { id: "places", title: "Regions and U.S. sites", render: placesSection },
  { id: "laws", title: "Laws", render: lawsSection },
  { id: "listings", title: "Listings", render: listingsSection },
  { id: "actions", title: "Prior actions", render: actionsSection },
  { id: "market", title: "Market and partners", render: marketSection },
  { id: "office", title: "The office", render: officeSection },
  { id: "leads", title: "Leads", render: leadsSection },
  { id: "sources", title: "Sources", render: sourcesSection },
];

/** One self-contained page: no request, no script, opens from disk and prints. */
export function dossierHtml(dossier: Dossier): string {
  const page: Page = { dossier, sources: newSourceRegister() };
  const written = sections.flatMap(({ id, title, render }) => {
    const body = render(page);
    return body ? [{ id, title, body }] : [];
  });
  const heading = headingOf(dossier);
  const { nativeNames, kinds } = dossier.provider;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Raw(policy)}"><meta name="referrer" content="no-referrer">
<meta name="generator" content="beholden ${dossier.tool.version}"><title>${heading}</title><style>${new Raw(style + sceneStyle + traceStyle + dossierStyle)}</style></head>
<body><a class="skip" href="#main">Skip to the dossier</a>
<header><h1>${heading}</h1><p class="quiet">${nativeNames.length > 0 ? `${nativeNames.join(", ")}. ` : ""}${kinds.join(", ")}.</p>
<nav aria-label="Sections"><ul>${written.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}<li><a href="#method">Method</a></li></ul></nav></header>
<main id="main">${written.map(
    ({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>
`,
  )}</main>
${methodFooter(dossier)}</body></html>
`.text;
}

function pageSection(page: Page): Markup {
  const { dossier } = page;
  return html`<div class="answer">${dossier.summary.map((one) => html`<p>${one}</p>`)}</div>
<dl class="page">${onePage(dossier).map(
    ({ title, together, items, more }) =>
      html`<dt>${title}</dt><dd>${together ? html`<p>${items.map((item, at) => html`${at > 0 ? "; " : ""}${pageItem(item, page)}`)}</p>` : items.map((item) => html`<p>${pageItem(item, page)}</p>`)}${more > 0 ? html`<p class="about">${more} more below</p>` : ""}</dd>`,
  )}</dl>${when(
    dossier.leftOut.length > 0,
    () => html`<p class="quiet">Left out: ${dossier.leftOut.map(({ part, count, why }) => `${part}: ${count}, ${why}`).join("; ")}.</p>`,
  )}`;
}

function pageItem({ text, statement }: PageItem, page: Page): Markup {
  if (!statement) return html`${text}`;
  const { date, confidence, saidBy, evidence } = statement;
  const about = [saidBy && !text.includes(saidBy) ? saidBy : "", date && !text.includes(date) ? date : "", confidence].filter(Boolean);
  return html`${text} <span class="about">(${about.join(", ")})</span> ${citations(evidence, page)}`;
}

function statement(one: DossierStatement, page: Page): Markup {
  return html`${one.text} <span class="about">(${aboutWords(one)})</span> ${citations(one.evidence, page)}`;
}

function statements(all: readonly DossierStatement[], none: string, page: Page): Markup {
  return all.length > 0
    ? html`<ul class="statements">${all.map((one) => html`<li>${statement(one, page)}</li>`)}</ul>`
    : html`<p>${none}</p>`;
}

/** A statement as the last cells of a row: the sentence with its remark, its date, its confidence, its sources. */
function cells(one: DossierStatement, page: Page): Markup {
  const remark = [one.saidBy ? `says ${one.saidBy}` : "", one.note ?? ""].filter(Boolean).join("; ");
  return html`<td>${one.text}${remark ? html`<span class="sub">${remark}</span>` : ""}</td><td class="date">${dateWords(one)}</td><td>${one.confidence}</td><td>${citations(one.evidence, page)}</td>`;
}

const cellHeadings = ["What", "Date", "Confidence", "Sources"];

function rowsOf(
  caption: string,
  first: string,
  rows: readonly (readonly [label: string, statement: DossierStatement])[],
  none: string,
  page: Page,
): Markup {
  if (rows.length === 0) return html`<p>${none}</p>`;
  return table(
    caption,
    [first, ...cellHeadings],
    rows.map(([label, one]) => html`<tr><th scope="row">${label}</th>${cells(one, page)}</tr>`),
  );
}

function changesSection(page: Page): Markup | undefined {
  const { changes, asOf } = page.dossier;
  if (!changes) return undefined;
  const rows = changes.changes.map(
    ({ kind, on, text, confidence, evidence }) =>
      html`<tr><th scope="row">${changeWords[kind]}</th><td class="date">${on ?? "in between"}</td><td>${text}</td><td>${confidence}</td><td>${citations(evidence, page)}</td></tr>`,
  );
  return html`<p class="quiet">Between ${changes.since} and ${asOf}.</p>${rows.length > 0 ? table(`What changed since ${changes.since}`, ["Kind", "Date", "What", "Confidence", "Sources"], rows) : html`<p>Nothing that is on file.</p>`}${changes.notKnown.map((one) => html`<p><strong>Not known:</strong> ${one}</p>`)}`;
}

function questionsSection(page: Page): Markup {
  return html`${page.dossier.questions.map(
    ({
      question,
      status,
      answer,
      statements: stands,
      context,
      ask,
    }) => html`<article class="question ${status}"><header><span class="tag ${status}">${statusWords[status]}</span><h3>${question}</h3></header>
<p>${answer}</p>
<dl>${when(stands.length > 0, () => html`<dt>Evidence</dt><dd>${statements(stands, "", page)}</dd>`)}${when(context.length > 0, () => html`<dt>Elsewhere</dt><dd>${statements(context, "", page)}<span class="about">No evidence against this provider.</span></dd>`)}${when(ask.length > 0, () => html`<dt>To ask</dt><dd><ul class="plain">${ask.map(({ what, of }) => html`<li><strong>${of}:</strong> ${what}</li>`)}</ul></dd>`)}</dl></article>
`,
  )}`;
}

function companiesSection(page: Page): Markup {
  const rows = page.dossier.operators.map(({ role, statement: one }) => [roleWords[role], one] as const);
  return html`${rowsOf("Who runs the service", "Role", rows, "Nobody on file with more than low confidence.", page)}
<h3>Ties to a government</h3>${statements(page.dossier.ties, "None on file.", page)}`;
}

function reachSection(page: Page): Markup {
  const { reaches } = page.dossier;
  if (reaches.length === 0) return html`<p>No path from a government is on file with more than low confidence.</p>`;
  return html`${reaches.map(
    (
      reach,
    ) => html`<p class="claim"><strong>${reachWords(reach)}</strong> <span class="quiet">(${reach.path.confidence} confidence; ${standingWords[reach.standing]})</span></p>
<ol class="path">${reach.path.steps.map((step) => html`<li class="${step.confidence}"><strong>${stepSentence(step)}${doubt(step.confidence)}</strong><span>${step.because}</span> ${citations(step.evidence, page)}</li>`)}</ol>`,
  )}`;
}

function placesSection(page: Page): Markup {
  const { regions, usSites } = page.dossier;
  const none = "None on file for this day.";
  return html`<h3>Sites in the United States</h3>${rowsOf(
    "Sites in the United States",
    "Region",
    usSites.map(({ region, statement: one }) => [region ?? "", one] as const),
    none,
    page,
  )}
<h3>Regions</h3>${rowsOf(
    "Regions with who runs them",
    "Region",
    regions.map(({ id, statement: one }) => [id, one] as const),
    none,
    page,
  )}`;
}

function lawsSection(page: Page): Markup {
  const rows = page.dossier.instruments.map(
    ({ government, standing, statement: one }) => [`${government}, ${standingWords[standing]}`, one] as const,
  );
  return rowsOf("Laws that can compel, as they stood on the day", "Government", rows, "None on file with more than low confidence.", page);
}

function listingsSection(page: Page): Markup {
  const rows = page.dossier.listings.map(({ inForce, statement: one }) => [inForce ? "in force" : "ended", one] as const);
  return rowsOf("Listings up to the day", "State", rows, "None on file up to this day.", page);
}

function actionsSection(page: Page): Markup {
  const rows = page.dossier.priorActions.map(
    ({ kind, authority, name, citation, statement: one }) =>
      [
        actionWords[kind],
        { ...one, text: `${authority ? `${authority}, on ${name}` : `On ${name}`}: ${one.text}${citation ? ` (${citation})` : ""}` },
      ] as const,
  );
  return rowsOf("What authorities did before, and companies about it", "Kind", rows, "Nothing on file up to this day.", page);
}

function marketSection(page: Page): Markup {
  const { market, disclosures, relations } = page.dossier;
  const none = "Nothing on file up to this day.";
  const facts = market.map(
    ({ measure, estimate, statement: one }) => [`${measure.replaceAll("-", " ")}${estimate ? " (estimate)" : ""}`, one] as const,
  );
  return html`${rowsOf("The market, by who said so", "Measure", facts, none, page)}
<h3>What the company says of the risk</h3>${statements(disclosures, none, page)}
<h3>Customers and partners</h3>${rowsOf(
    "Customers and partners, those of the United States first",
    "Country",
    relations.map(({ country, statement: one }) => [country ?? "", one] as const),
    none,
    page,
  )}`;
}

function officeSection(page: Page): Markup {
  const rows = page.dossier.powers.map(
    ({ adversaries, citation, statement: one }) =>
      [
        citation,
        adversaries.length > 0 ? { ...one, text: `${one.text}. Adversaries: ${adversaries.map(({ name }) => name).join(", ")}` } : one,
      ] as const,
  );
  return rowsOf("What reviewing offices may do, by the law of the day", "Law", rows, "No such law was in force.", page);
}

function leadsSection(page: Page): Markup {
  const rows = page.dossier.leads.map(({ part, statement: one }) => [part, one] as const);
  return html`<p>Of low confidence: nothing above stands on them.</p>${rowsOf("Leads", "Part", rows, "None.", page)}`;
}

function sourcesSection({ sources }: Page): Markup {
  const items = sources.cited().map((one, at) => {
    const link = sourceLink(one.locator, one.title ?? one.locator);
    const about = [one.publisher, one.asOf].filter(Boolean).join(", ");
    return html`<li id="source-${at + 1}">${link ? html`${link}${about ? `, ${about}` : ""}${opened(one)}` : sourceText(one)}</li>`;
  });
  return html`<ol class="sources">${items}</ol>`;
}

function methodFooter({ tool, asOf, reference }: Dossier): Markup {
  return html`<footer id="method"><h2>Method</h2><p><strong>${legalNotice}</strong></p>
<p>Only what is dated on or before the day, or what a source vouches for by then, is stated; what a later source says without a date is marked. What is of low confidence stands under the leads alone. Open means: not on file.</p>
<dl><dt>Made by</dt><dd>beholden ${tool.version}</dd><dt>As of</dt><dd>${asOf} (UTC)</dd><dt>Reference</dt><dd>edition ${reference.edition}, SHA-256 <code>${reference.sha256}</code></dd></dl></footer>`;
}
