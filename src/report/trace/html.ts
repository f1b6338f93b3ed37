import type { TracedLink, TracedNode, TracedParty, TracedRegime } from "../../model/index.js";
import { drawing } from "../html/drawing.js";
import { html, type Markup, Markup as Raw, sourceLink, when } from "../html/markup.js";
import { style } from "../html/style.js";
import { doubt, opened, stepSentence } from "../paths.js";
import { indirectShares } from "../scene/ownership/indirect.js";
import { ownershipScene } from "../scene/ownership/scene.js";
import { shareArithmetic, totalWords } from "../scene/ownership/words.js";
import { sceneStyle } from "../scene/style.js";
import { sideBySideTable } from "../side-by-side.js";
import { newSourceRegister, type SourceRegister, sourceText } from "../sources.js";
import { legalNotice } from "../words.js";
import { traceStyle } from "./style.js";
import { verdictTag } from "./tag.js";
import {
  coveredShareWords,
  gravest,
  groundWords,
  kindWords,
  linkRemarks,
  placeWords,
  proofTitle,
  shareWords,
  standingWords,
  verdictWords,
} from "./words.js";

interface Page {
  traced: TracedParty;
  minimumShare: number;
  sources: SourceRegister;
  node(id: string): TracedNode | undefined;
  nameOf(id: string): string;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const sections: { id: string; title: string; render(page: Page): Markup }[] = [
  { id: "verdicts", title: "The answer", render: verdictSection },
  { id: "chart", title: "Chart", render: chartSection },
  { id: "regimes", title: "Under each regime", render: regimesSection },
  { id: "owners", title: "Owners", render: ownersSection },
  {
    id: "holdings",
    title: "What it owns",
    render: holdingsSection,
  },
  { id: "parties", title: "Parties", render: partiesSection },
  { id: "listings", title: "Listings", render: listingsSection },
  { id: "governments", title: "Governments", render: governmentsSection },
  { id: "sources", title: "Sources", render: sourcesSection },
];

/** One self-contained page: no request, no script, opens from disk and prints. */
export function traceHtml(traced: TracedParty, { minimumShare = 0 }: { minimumShare?: number } = {}): string {
  const nodes = new Map(traced.parties.map((one) => [one.id, one]));
  const page: Page = {
    traced,
    minimumShare,
    sources: newSourceRegister(),
    node: (id) => nodes.get(id),
    nameOf: (id) => nodes.get(id)?.name ?? id,
  };
  const name = page.nameOf(traced.party);
  const node = page.node(traced.party);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Raw(policy)}"><meta name="referrer" content="no-referrer">
<meta name="generator" content="beholden"><title>Ownership of ${name}, as of ${traced.asOf}</title><style>${new Raw(style + sceneStyle + traceStyle)}</style></head>
<body><a class="skip" href="#main">Skip to the answer</a>
<header><h1>Ownership of ${name}</h1><p class="quiet">${node?.nativeName ? html`${node.nativeName}. ` : ""}${node ? placeWords(node) : ""}. As of ${traced.asOf}.${traced.identifiers.length > 0 ? ` ${traced.identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join(", ")}.` : ""}</p>
<nav aria-label="Sections"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}<li><a href="#method">Method</a></li></ul></nav></header>
<main id="main">${sections.map((section) => section.render(page))}</main>
${methodFooter(traced)}</body></html>
`.text;
}

function section(id: string, title: string, body: Markup): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>
`;
}

function scrolling(caption: string, headings: string[], rows: Markup[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${headings.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function verdictSection({ traced }: Page): Markup {
  if (traced.sideBySide) {
    const caption = `Which regime applies on ${traced.asOf}, and why the others do not`;
    return section("verdicts", "Regimes side by side", sideBySideTable(caption, traced.sideBySide));
  }
  const rows = traced.regimes.map(
    (regime) =>
      html`<tr><th scope="row">${regime.id}</th><td>${verdictTag(regime.verdict)}</td><td>${groundWords(regime)}</td><td>${coveredShareWords(regime)}</td></tr>`,
  );
  const table = scrolling(`Verdict under each regime, as of ${traced.asOf}`, ["Regime", "Verdict", "Through", "Covered share"], rows);
  return section("verdicts", "Covered through ownership or control", table);
}

function chartSection({ traced, minimumShare }: Page): Markup {
  const about = "Numbers are those of the tables below. Shares in all are multiplied along each way and added up, as no law counts them.";
  return section(
    "chart",
    "Owners above, holdings below",
    html`<p class="quiet">${about}</p>
${drawing(ownershipScene(traced, { ended: true, minimumShare }))}`,
  );
}

function regimesSection(page: Page): Markup {
  return section("regimes", "Under each regime", html`${page.traced.regimes.map((regime) => regimeArticle(regime, page))}`);
}

function regimeArticle(regime: TracedRegime, { nameOf }: Page): Markup {
  const items = (all: string[]) => html`<ol>${all.map((one) => html`<li>${one}</li>`)}</ol>`;
  return html`<article class="${verdictClass(regime.verdict)}"><header>${verdictTag(regime.verdict)}<h3>${regime.id}</h3><span class="quiet">covered share ${coveredShareWords(regime)}, line ${regime.threshold} %</span></header>
<p class="quiet">${regime.title}${regime.authority ? `; ${regime.authority}` : ""}</p><p>${regime.because}</p>
${regime.remarks.map((one) => html`<p><strong>Note:</strong> ${one}</p>`)}
<dl>${when(regime.proof.length > 0, () => html`<dt>${proofTitle(regime)}</dt><dd>${items(regime.proof)}</dd>`)}
${when(regime.unrecorded.length > 0, () => html`<dt>Not recorded</dt><dd><ul class="plain">${regime.unrecorded.map(({ party, share }) => html`<li>${share} % of ${nameOf(party)}: nobody on file</li>`)}</ul></dd>`)}
${when(regime.settle.length > 0, () => html`<dt>What would settle it</dt><dd>${items(regime.settle)}</dd>`)}</dl></article>
`;
}

function verdictClass(verdict: TracedRegime["verdict"]): string {
  return { yes: "covered", "cannot-be-excluded": "open", no: "clear" }[verdict];
}

function ownersSection(page: Page): Markup {
  const { owners, asOf } = page.traced;
  const rows = owners.map((link) => linkRow(link, [link.owner, link.owned], page));
  const table = scrolling(`Who holds what, as of ${asOf}`, ["No.", "Owner", "Owned", ...linkHeadings], rows);
  const none = html`<p>Nobody on file owns or controls it: who does is not recorded.</p>`;
  return section("owners", "Owned or controlled by", html`${owners.length > 0 ? table : none}${indirectTable(page)}${endedTable(page)}`);
}

/** What owners hold through others, with the arithmetic: the figures of the chart. */
function indirectTable({ traced, nameOf }: Page): Markup {
  const through = [...indirectShares(traced).values()].filter(({ chains }) => chains.length > 1 || (chains[0]?.links.length ?? 1) > 1);
  const rows = through.map(
    (one) =>
      html`<tr><th scope="row">${nameOf(one.owner)}</th><td>${totalWords(one)}</td><td class="remarks">${shareArithmetic(one, nameOf)}</td></tr>`,
  );
  const caption = "Shares through others, multiplied along each way and added up, as no law counts them";
  return when(rows.length > 0, () => scrolling(caption, ["Owner", "In all", "Arithmetic"], rows));
}

function endedTable(page: Page): Markup {
  const rows = (page.traced.ended ?? []).map((link) => linkRow(link, [link.owner, link.owned], page));
  return when(rows.length > 0, () => scrolling(`Had ended by ${page.traced.asOf}`, ["No.", "Owner", "Owned", ...linkHeadings], rows));
}

function holdingsSection(page: Page): Markup {
  const { holdings, asOf } = page.traced;
  const rows = holdings.map((link) => linkRow(link, [link.owned], page));
  const table = scrolling(`What it holds, as of ${asOf}`, ["No.", "Owned", ...linkHeadings], rows);
  return section("holdings", "Owns or controls itself", holdings.length > 0 ? table : html`<p>Nothing on file.</p>`);
}

const linkHeadings = ["Share", "Kind", "Remarks", "Sources"];

function linkRow(link: TracedLink, [first = "", ...others]: string[], page: Page): Markup {
  return html`<tr><td class="number">${link.number}</td><th scope="row">${page.nameOf(first)}</th>${others.map((id) => html`<td>${page.nameOf(id)}</td>`)}<td>${shareWords(link) || "no share"}</td><td>${kindWords[link.kind]}</td><td class="remarks">${linkRemarks(link)}</td><td>${citations(link, page)}</td></tr>`;
}

function citations({ evidence }: Pick<TracedLink, "evidence">, { sources }: Page): Markup {
  return html`${sources.cite(evidence).map((number, at) => html`${at > 0 ? " " : ""}<a class="cite" href="#source-${number}">${number}</a>`)}`;
}

function partiesSection({ traced }: Page): Markup {
  const rows = traced.parties.map((node) => {
    const standing = standingWords(node).map(({ verdict, regimes }) => `${verdictWords[verdict]}: ${regimes.join(", ")}`);
    return html`<tr><th scope="row">${node.name}<span class="sub mono">${node.id}</span></th><td>${placeWords(node)}${node.note ? html`<span class="sub">${node.note}</span>` : ""}</td><td>${verdictTag(gravest(node))}<span class="sub">${standing.join("; ")}</span></td><td>${node.lists.join(", ")}</td></tr>`;
  });
  return section(
    "parties",
    "Every party shown",
    scrolling(`How each regime sees each party, as of ${traced.asOf}`, ["Party", "What and where", "Standing", "Lists"], rows),
  );
}

function listingsSection({ traced, nameOf }: Page): Markup {
  const rows = traced.listings.map(
    ({ party, list, name, programme, from, until, citation }) =>
      html`<tr><th scope="row">${nameOf(party)}</th><td>${name ?? list}${programme ? `, ${programme}` : ""}</td><td>${from}${until ? ` to ${until}` : ""}</td><td>${citation}</td></tr>`,
  );
  const none = html`<p>Neither it nor an owner shown here is on a list on file.</p>`;
  return section(
    "listings",
    "Listed",
    rows.length > 0 ? scrolling(`Listings in force on ${traced.asOf}`, ["Party", "List", "Since", "Citation"], rows) : none,
  );
}

const effectWords: Record<string, string> = { access: "obtain data from it", disrupt: "make it cut off service" };

function governmentsSection(page: Page): Markup {
  const { governments } = page.traced;
  const blocks = governments.map(
    ({
      code,
      name,
      effects,
      path,
      others,
    }) => html`<p class="claim"><strong>${name === code ? code : `${name} (${code})`} ${path.confidence === "low" ? "may" : "can"} ${effects.map((one) => effectWords[one] ?? one).join(" and ")}</strong> <span class="quiet">(${path.confidence} confidence${others > 0 ? `; ${others} other path${others === 1 ? "" : "s"}` : ""})</span></p>
<ol class="path">${path.steps.map((step) => html`<li class="${step.confidence}"><strong>${stepSentence(step)}${doubt(step.confidence)}</strong><span>${step.because}</span> ${citations(step, page)}</li>`)}</ol>`,
  );
  return section(
    "governments",
    "Governments that reach it",
    governments.length > 0 ? html`${blocks}` : html`<p>No path from a government is on file.</p>`,
  );
}

function sourcesSection({ sources }: Page): Markup {
  const items = sources.cited().map((one, at) => {
    const link = sourceLink(one.locator, one.title ?? one.locator);
    const about = [one.publisher, one.asOf].filter(Boolean).join(", ");
    return html`<li id="source-${at + 1}">${link ? html`${link}${about ? `, ${about}` : ""}${opened(one)}` : sourceText(one)}</li>`;
  });
  return section("sources", `Sources (${items.length})`, html`<ol class="sources">${items}</ol>`);
}

function methodFooter({ asOf, reference }: TracedParty): Markup {
  return html`<footer id="method"><h2>Method</h2><p><strong>${legalNotice}</strong></p>
<p>A covered owner counts with its whole stake, an owner that is not covered with none, and shares are added up over all covered owners. Bounds come from what is stated, withheld and unrecorded. Not covered means: as far as is on file.</p>
<dl><dt>As of</dt><dd>${asOf} (UTC)</dd><dt>Reference</dt><dd>edition ${reference.edition}, SHA-256 <code>${reference.sha256}</code></dd>
${reference.imports.map((one) => html`<dt>Imported</dt><dd>${one.title} (${one.id})${one.edition ? `, edition ${one.edition}` : ""}, SHA-256 <code>${one.sha256}</code></dd>`)}</dl></footer>`;
}
