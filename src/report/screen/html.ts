import type { ScreenResponse, ScreenResult } from "../../model/index.js";
import { html, Markup, when } from "../html/markup.js";
import { style } from "../html/style.js";
import { table } from "../html/table.js";
import { counted, grouped, legalNotice } from "../words.js";
import {
  answerSentences,
  decisionWords,
  effectWords,
  explanationWords,
  fieldWords,
  fileRemarks,
  isTold,
  listingWords,
  methodLines,
  partyWords,
  queryFacts,
  queryName,
  type Screened,
  scoreWords,
  stateWords,
} from "./words.js";

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const mostWithoutMatch = 2_000;

/** One self-contained page: no request, no script, opens from disk and prints. */
export function screenHtml(screened: Screened): string {
  const title = `Screening of ${screened.file.name}, as of ${screened.asOf}`;
  const all = [...screened.responses];
  const matched = all.filter(([, { results }]) => results.some(isTold));
  const unmatched = all.filter(([, { status, results }]) => status === 200 && !results.some(isTold));
  const failed = all.flatMap(([key, { error }]) => (error ? [`${key}: ${error}`] : []));
  const unread = [...failed, ...fileRemarks(screened.file)];
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${new Markup(style)}</style></head>
<body><a class="skip" href="#main">Skip to the answer</a>
<header><h1>${title}</h1><p class="quiet">Which of these names may be a provider, a company behind one, or a party on a government list.</p>
<nav aria-label="Sections"><ul><li><a href="#matches">Matches</a></li><li><a href="#without">Without a match</a></li>${when(unread.length > 0, () => html`<li><a href="#unread">Not read</a></li>`)}<li><a href="#method">Method</a></li></ul></nav></header>
<main id="main"><section aria-labelledby="answer-title"><h2 id="answer-title">The answer</h2><div class="answer">${answerSentences(screened).map((one) => html`<p>${one}</p>`)}</div></section>
<section id="matches"><h2>Matches (${grouped(matched.length)} names)</h2>${when(matched.length > 0, () => overview(matched, screened.asOf))}${matched.map(([key, response]) => queryArticle(key, response, screened))}</section>
<section id="without"><h2>Without a match (${grouped(unmatched.length)} names)</h2>${when(unmatched.length > 0, () => withoutMatch(unmatched))}</section>
${when(unread.length > 0, () => html`<section id="unread"><h2>Not read or not screened</h2><ul class="plain">${unread.map((one) => html`<li>${one}</li>`)}</ul></section>`)}</main>
<footer id="method"><h2>Method</h2><p><strong>${legalNotice}</strong></p><dl>${methodLines(screened).map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl></footer></body></html>
`.text;
}

/** The best match of each name, the surest first: what to look at first. */
function overview(matched: [string, ScreenResponse][], asOf: string): Markup {
  const best = matched.flatMap(([key, { query, results }]) => {
    const result = results.find(isTold);
    return result ? [{ key, query, result }] : [];
  });
  best.sort(
    (left, right) =>
      Number(right.result.target) - Number(left.result.target) ||
      right.result.score - left.result.score ||
      left.result.bearers - right.result.bearers,
  );
  return table(
    "The nearest party of each name; parties on a list first",
    ["Name", "Score", "May be", "Lists", "State"],
    best.map(
      ({ key, query, result }) =>
        html`<tr><th scope="row"><a href="#${anchor(key)}">${queryName(query)}</a></th><td class="number">${scoreWords(result.score)}</td><td>${result.caption}<span class="sub">${partyWords(result)}</span></td><td>${listingWords(result, asOf)}</td><td>${stateTag(result)}</td></tr>`,
    ),
  );
}

function queryArticle(key: string, response: ScreenResponse, screened: Screened): Markup {
  const { query, results, total, dismissed, cut, remarks } = response;
  const matches = results.filter(isTold);
  const facts = queryFacts(query);
  const notes = [
    ...remarks,
    ...(total.value > results.length ? [`${counted(total.value - results.length, "further result")} not shown`] : []),
    ...(dismissed > 0 ? [`${counted(dismissed, "result")} decided to be somebody else`] : []),
    ...(cut ? [`left out: ${cut}`] : []),
  ];
  return html`<article id="${anchor(key)}" class="${matches.some(({ target }) => target) ? "restricted" : "note"}"><header><h3>${queryName(query)}</h3><span class="quiet">${facts ? `${facts}; ` : ""}${key}</span></header>
${matches.map((one) => resultBlock(one, screened))}${when(notes.length > 0, () => html`<ul class="plain quiet">${notes.map((one) => html`<li>${one}</li>`)}</ul>`)}</article>`;
}

function resultBlock(result: ScreenResult, { asOf, run }: Screened): Markup {
  const decision = decisionWords(result, run);
  const missing = result.missing.map((field) => fieldWords[field]).join(", ");
  return html`<p class="claim"><strong>${scoreWords(result.score)}</strong> ${result.caption} <span class="quiet">(${partyWords(result)})</span> ${stateTag(result)}</p>
<dl><dt>lists</dt><dd>${listingWords(result, asOf)}</dd><dt>matched</dt><dd>${result.matched.listed} (${result.matched.as})</dd>${Object.entries(
    result.explanations,
  ).map(
    ([name, { score, detail }]) =>
      html`<dt>${explanationWords(name)}</dt><dd>${name === "name_match" ? scoreWords(score) : effectWords(score)}: ${detail}</dd>`,
  )}<dt>rarity</dt><dd>the words in common stand together in the names of ${counted(result.bearers, "party", "parties")}</dd>${when(missing, () => html`<dt>not compared</dt><dd>${missing}</dd>`)}${when(decision, () => html`<dt>decided</dt><dd>${decision}</dd>`)}<dt>match id</dt><dd><code>${result.matchId}</code></dd></dl>`;
}

function withoutMatch(unmatched: [string, ScreenResponse][]): Markup {
  const rest = unmatched.length - mostWithoutMatch;
  return html`<details><summary>${counted(unmatched.length, "name")}</summary><ul class="plain">${unmatched
    .slice(0, mostWithoutMatch)
    .map(([key, { query, results, dismissed }]) => {
      const [nearest] = results;
      const near = nearest ? `nearest ${scoreWords(nearest.score)}: ${nearest.caption}` : "nothing near";
      return html`<li>${queryName(query)} <span class="quiet">(${key}): ${near}${dismissed > 0 ? `; ${counted(dismissed, "result")} decided to be somebody else` : ""}</span></li>`;
    })}${when(rest > 0, () => html`<li>and ${grouped(rest)} more</li>`)}</ul></details>`;
}

function stateTag(result: ScreenResult): Markup {
  const state = stateWords(result);
  return html`<span class="tag ${state === "confirmed" ? "confirmed" : state === "unsure" ? "lead" : "review"}">${state}</span>`;
}

/** Keys come from files: in an address of the page only letters and digits stand, the rest as its number. */
function anchor(key: string): string {
  return `q-${key.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`;
}
