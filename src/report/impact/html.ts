import { dependencyTimes, type Evidence, type Impact } from "../../model/index.js";
import { html, type Markup, Markup as Raw, sourceLink, when } from "../html/markup.js";
import { style } from "../html/style.js";
import { opened } from "../paths.js";
import { sceneStyle } from "../scene/style.js";
import { newSourceRegister, type SourceRegister, sourceText } from "../sources.js";
import { counted, grouped, legalNotice } from "../words.js";
import { cutOffSection, dataSection, exitSection, replacementSection, touchedSection } from "./html-parts.js";
import { assetsSection, systemsSection, whySection } from "./html-states.js";
import { impactStyle } from "./style.js";
import { headingOf, limitWords, revenueText, scenarioName, scenarioWords } from "./words.js";

/** What every section of the page is written with. */
export interface Page {
  impact: Impact;
  /** Filled as sections cite; the sources are written after them. */
  sources: SourceRegister;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The sections in order; one that has nothing to say is left out. */
const sections: { id: string; title: string; render(page: Page): Markup | undefined }[] = [
  { id: "systems", title: "Systems, by time", render: systemsSection },
  { id: "why", title: "Why", render: whySection },
  { id: "exit", title: "Order of exit", render: exitSection },
  { id: "data", title: "Data to be moved", render: dataSection },
  { id: "replacements", title: "Where to go", render: replacementSection },
  { id: "touched", title: "Whom and what it touches", render: touchedSection },
  { id: "cut-off", title: "What is cut off", render: cutOffSection },
  { id: "provider", title: "The provider's side", render: providerSection },
  { id: "assets", title: "Every asset", render: assetsSection },
  { id: "limits", title: "What is left open", render: limitsSection },
  { id: "sources", title: "Sources", render: sourcesSection },
];

/** One self-contained page: no request, no script, opens from disk and prints. */
export function impactHtml(impact: Impact): string {
  const page: Page = { impact, sources: newSourceRegister() };
  const written = sections.flatMap(({ id, title, render }) => {
    const body = render(page);
    return body ? [{ id, title, body }] : [];
  });
  const heading = headingOf(impact);
  return pageOf(
    heading,
    `${scenarioWords(impact.scenario)}. As of ${impact.asOf}.`,
    written,
    html`<section id="answer" aria-labelledby="answer-title"><h2 id="answer-title">The answer</h2>
<div class="answer">${impact.answer.map((one) => html`<p>${one}</p>`)}</div>${facts(impact)}</section>
`,
    methodFooter(impact),
  );
}

/** The frame of a page, the same for one scenario and for several. */
export function pageOf(
  heading: string,
  about: string,
  written: readonly { id: string; title: string; body: Markup }[],
  first: Markup,
  footer: Markup,
): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Raw(policy)}"><meta name="referrer" content="no-referrer">
<title>${heading}</title><style>${new Raw(style + sceneStyle + impactStyle)}</style></head>
<body><a class="skip" href="#main">Skip to the answer</a>
<header><h1>${heading}</h1><p class="quiet">${about}</p>
<nav aria-label="Sections"><ul>${written.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}<li><a href="#method">Method</a></li></ul></nav></header>
<main id="main">${first}${written.map(
    ({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>
`,
  )}</main>
${footer}</body></html>
`.text;
}

function facts({ totals, revenue, data, exit }: Impact): Markup {
  const fact = (value: string, what: string) => html`<li><b>${value}</b> ${what}</li>`;
  return html`<ul class="facts">${fact(grouped(totals.blocked), "things cut off")}${fact(
    grouped(totals.systems.stops),
    `of ${counted(
      Object.values(totals.systems).reduce((sum, one) => sum + one, 0),
      "system",
    )} stop at some time`,
  )}${fact(revenueText(revenue.stopsUsd, revenue), "a day of systems that stop while they run")}${fact(revenueText(revenue.cannotBeToldUsd, revenue), "a day of systems of which it cannot be told")}${fact(grouped(data.length), "holdings to be moved")}${fact(grouped(exit.daysLate), exit.atLeast ? (exit.daysLate > 0 ? "days late, at least" : "days late, as far as is known") : "days late")}</ul>`;
}

/** Numbers of the sources, each a link to its place in the list. */
export function citations(evidence: readonly Evidence[], { sources }: Page): Markup {
  return html`${sources.cite(evidence).map((number, at) => html`${at > 0 ? " " : ""}<a class="cite" href="#source-${number}">${number}</a>`)}`;
}

function providerSection(page: Page): Markup | undefined {
  const { providerSide, asOf } = page.impact;
  if (providerSide.length === 0) return undefined;
  return html`<p class="quiet">What of its business in the United States a prohibition touches, from what is on file up to ${asOf}; every statement with its source and date.</p>${providerSide.map(
    ({ name, business, sites, partners, market, disclosures, missing }) => {
      const said = (
        all: readonly { text: string; saidBy: string | null; date: string | null; confidence: string; evidence: Evidence[] }[],
      ) =>
        html`<ul class="statements">${all.map((one) => html`<li>${one.text} <span class="about">(${[one.saidBy && !one.text.includes(one.saidBy) ? one.saidBy : "", one.date ?? "undated", one.confidence].filter(Boolean).join(", ")})</span> ${citations(one.evidence, page)}</li>`)}</ul>`;
      const group = (title: string, all: Parameters<typeof said>[0]) => when(all.length > 0, () => html`<h4>${title}</h4>${said(all)}`);
      return html`<h3>${name}</h3>
${group(
  "Business there",
  business.map(({ statement }) => statement),
)}${group(
  "Sites there",
  sites.map(({ statement }) => statement),
)}${group(
  "Customers and partners there",
  partners.map(({ statement }) => statement),
)}${group(
  "Its figures in all, for scale",
  market.map(({ statement }) => statement),
)}${group("What it says of the risk itself", disclosures)}${missing.map((one) => html`<p class="quiet">${one}</p>`)}`;
    },
  )}`;
}

function limitsSection({ impact }: Page): Markup | undefined {
  const { assumptions, cycles } = impact;
  const limits = limitWords(impact);
  if (limits.length + assumptions.length === 0) return undefined;
  return html`<ul class="plain">${[...limits, ...assumptions].map((one) => html`<li>${one}</li>`)}</ul>${when(
    cycles.length > 0,
    () =>
      html`<p>What needs each other in a circle stops together and is switched together:</p><ul class="plain">${cycles.map(({ names }) => html`<li>${names.join(", ")}</li>`)}</ul>`,
  )}`;
}

function sourcesSection({ sources }: Page): Markup | undefined {
  const cited = sources.cited();
  if (cited.length === 0) return undefined;
  return html`<ol class="sources">${cited.map((one, at) => {
    const link = sourceLink(one.locator, one.title ?? one.locator);
    const about = [one.publisher, one.asOf].filter(Boolean).join(", ");
    return html`<li id="source-${at + 1}">${link ? html`${link}${about ? `, ${about}` : ""}${opened(one)}` : sourceText(one)}</li>`;
  })}</ol>`;
}

function methodFooter({ tool, asOf, reference, rulePacks, scenario, totals }: Impact): Markup {
  return html`<footer id="method"><h2>Method</h2><p><strong>${legalNotice}</strong></p>
<p>What is cut off stops at the times at which something uses it. What needs it stops with it, degrades where it needs it in part, and cannot be told where no artefact says how it needs it. Nothing is rounded up: where both ends of a range are not the same, both are told. Daily revenue of what stops, what degrades and what cannot be told is never added up.</p>
<dl><dt>Made by</dt><dd>beholden ${tool.version}</dd><dt>As of</dt><dd>${asOf} (UTC)</dd><dt>Scenario</dt><dd>${scenarioName(scenario)}</dd><dt>Graph</dt><dd>${grouped(Object.values(totals.assets).reduce((sum, one) => sum + one, 0))} assets, ${grouped(totals.dependencies)} dependencies, at ${dependencyTimes.join(", ")}</dd><dt>Rule packs</dt><dd>${rulePacks.join(", ")}</dd><dt>Reference</dt><dd>edition ${reference.edition}, SHA-256 <code>${reference.sha256}</code></dd></dl></footer>`;
}
