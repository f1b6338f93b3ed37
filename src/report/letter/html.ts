import type { Letter, LetterBlock, LetterSection, LetterSentence } from "../../model/index.js";
import { type Markup, html as markup, Markup as Raw, sourceLink, when } from "../html/markup.js";
import { style } from "../html/style.js";
import { table } from "../html/table.js";
import { opened } from "../paths.js";
import { aboutLaw } from "../sources.js";
import { letterStyle } from "./html-style.js";
import { withPortions } from "./portions.js";
import type { LetterForm } from "./registry.js";
import { gapMark, gapsHeading, gapsSentence, gapText, noteRanges, notesHeading, noteText } from "./words.js";

/** A letter as one self-contained page: no request, no script, opens from disk and prints as a letter. */
export const html: LetterForm = {
  id: "html",
  title: "HTML in one file",
  mediaType: "text/html; charset=utf-8",
  render: async (letter) => page(withPortions(letter)).text,
};

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function page(letter: Letter): Markup {
  const { title, stamp, head, sections } = letter;
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Raw(policy)}"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${new Raw(style + letterStyle(stamp))}</style></head>
<body class="letter"><a class="skip" href="#main">Skip to the letter</a>
<header><p class="stamp">${stamp}</p><h1>${title}</h1>
<dl class="head">${head.map(({ label, sentences }) => markup`<dt>${label}</dt><dd>${written(sentences)}</dd>`)}</dl>
<nav aria-label="Sections"><ul class="contents">${sections.filter(({ level }) => level < 4).map(({ id, heading, level }) => markup`<li class="sub${level}"><a href="#${id}">${heading}</a></li>`)}${when(!letter.issue, () => markup`<li><a href="#gaps">${gapsHeading} (${letter.gaps.length})</a></li>`)}${when(letter.notes.length > 0, () => markup`<li><a href="#sources">${notesHeading} (${letter.notes.length})</a></li>`)}</ul></nav></header>
<main id="main">${sections.map(sectionMarkup)}
${when(!letter.issue, () => gapsMarkup(letter))}
${when(letter.notes.length > 0, () => markup`<h2 id="sources">${notesHeading}</h2><ol class="sources">${letter.notes.map(noteItem)}</ol>`)}</main></body></html>
`;
}

function gapsMarkup(letter: Letter): Markup {
  const list = when(letter.gaps.length > 0, () => markup`<ol>${letter.gaps.map((gap) => markup`<li>${gapText(gap)}</li>`)}</ol>`);
  return markup`<h2 id="gaps">${gapsHeading}</h2><p>${gapsSentence(letter)}</p>
${list}`;
}

function sectionMarkup({ id, level, heading, blocks }: LetterSection): Markup {
  const body = markup`${blocks.map(blockMarkup)}
`;
  if (level === 2) return markup`<h2 id="${id}">${heading}</h2>${body}`;
  return level === 3 ? markup`<h3 id="${id}">${heading}</h3>${body}` : markup`<h4 id="${id}">${heading}</h4>${body}`;
}

function blockMarkup(block: LetterBlock): Markup {
  if (block.kind === "paragraph") return markup`<p>${written(block.sentences)}</p>`;
  if (block.kind === "list") {
    const items = block.items.map((item) => markup`<li>${written(item)}</li>`);
    return block.ordered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
  }
  const rows = block.rows.map((row) => {
    const [first, ...rest] = row.map(cell);
    return markup`<tr><th scope="row">${first}</th>${rest.map((one) => markup`<td>${one}</td>`)}</tr>`;
  });
  return table(block.caption, block.headings, rows);
}

function cell(sentences: readonly LetterSentence[]): Markup {
  return sentences.length > 1 ? markup`${sentences.map((one) => markup`<p>${written([one])}</p>`)}` : written(sentences);
}

function written(sentences: readonly LetterSentence[]): Markup {
  return markup`${sentences.map(
    ({ text, gap, notes }, at) =>
      markup`${at > 0 ? " " : ""}${laidOut(text)}${when(gap, () => markup` <mark class="gap">${gap ? gapMark(gap) : ""}</mark>`)}${noteLinks(notes)}`,
  )}`;
}

/** Words in which a day stays on one line, and an address that is longer than a line may break anywhere. */
function laidOut(text: string): Markup {
  const parts = text.split(/((?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|https?:\/\/\S{24,})/);
  return markup`${parts.map((part, at) => (at % 2 === 0 ? part : markup`<span class="${/^\d/.test(part) ? "day" : "address"}">${part}</span>`))}`;
}

/** `[1-3, 7]`, each end a link to its source. */
function noteLinks(notes: readonly number[]): Markup {
  const link = (number: number) => markup`<a href="#source-${number}">${number}</a>`;
  const runs = noteRanges(notes).map(
    ({ first, last }, at) => markup`${at > 0 ? ", " : ""}${link(first)}${when(last > first, () => markup`-${link(last)}`)}`,
  );
  return when(runs.length > 0, () => markup` <sup class="notes">[${runs}]</sup>`);
}

function noteItem(note: Letter["notes"][number]): Markup {
  const { evidence, number } = note;
  const link = sourceLink(evidence.locator, evidence.title ?? evidence.locator);
  const about = [evidence.publisher, evidence.asOf].filter(Boolean).join(", ");
  const linked =
    link &&
    markup`${link}${about ? `, ${about}` : ""}${opened(evidence)}${aboutLaw(evidence)}${when(evidence.quote, () => markup`: <q>${evidence.quote ?? ""}</q>`)}`;
  return markup`<li id="source-${number}">${linked ?? noteText(note)}</li>`;
}
