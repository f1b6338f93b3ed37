import type { RuleSet, ShownPack } from "../../model/index.js";
import { html, Markup, when } from "../html/markup.js";
import { style } from "../html/style.js";
import { outcomeTag } from "../html/tags.js";
import { legalNotice } from "../words.js";
import type { Point } from "./outline.js";
import { type Entry, type Part, packEntries, packParts, setSentence } from "./words.js";

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Packs and their rules as one self-contained page: no request, no script, opens from disk and prints. */
export function rulesHtml(set: RuleSet | null, packs: ShownPack[], options: { cel: boolean }): string {
  const title = set?.title ?? packs[0]?.title ?? "";
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${new Markup(style)}</style></head>
<body><a class="skip" href="#main">Skip to the rules</a>
<header><h1>${title}</h1>${when(set, () => html`<p>${set ? setSentence(set) : ""}</p>`)}
<nav aria-label="Rules"><ul>${packs.flatMap((pack) => packParts(pack, options).map((one) => html`<li><a href="#${pack.id}:${one.id}">${one.title}</a></li>`))}</ul></nav></header>
<main id="main">${packs.map((pack) => packSection(pack, options))}</main>
<footer><p><strong>${legalNotice}</strong></p></footer></body></html>
`.text;
}

function packSection(pack: ShownPack, options: { cel: boolean }): Markup {
  const section = ({ id, title, entries: all, outcome }: Part) =>
    html`<section id="${pack.id}:${id}"><h3>${title}</h3><p>${outcome ? html`${outcomeTag(outcome)} ` : ""}<code>${pack.id}:${id}</code></p>${entries(all)}</section>
`;
  return html`<section><h2>${pack.title}</h2>${entries(packEntries(pack))}
${packParts(pack, options).map(section)}</section>
`;
}

function entries(all: Entry[]): Markup {
  return html`<dl>${all.map(
    ({ label, text, points = [], cel }) =>
      html`<dt>${label}</dt><dd>${when(text, () => (cel ? html`<code>${text}</code>` : html`${text}`))}${when(points.length > 0, () => pointList(points))}</dd>`,
  )}</dl>`;
}

function pointList(points: Point[]): Markup {
  const items = points.map(({ text, under }) => html`<li>${text}${when(under.length > 0, () => pointList(under))}</li>`);
  return points.length === 1 ? html`<ul class="plain">${items}</ul>` : html`<ol>${items}</ol>`;
}
