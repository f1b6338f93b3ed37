import type { CriteriaGroup, CriterionAnswer, ReviewCriteria } from "../../model/index.js";
import { capWords, leaningWords, type ShownCriterion, shownByGroup, standingWords, useWords } from "../criteria.js";
import { counted, markWords } from "../words.js";
import type { Context } from "./context.js";
import { html, type Markup, when } from "./markup.js";
import { citations } from "./paths.js";
import { table } from "./table.js";

/** Uses beyond these are counted: a page has to open; every answer stands in the JSON report. */
const mostUses = 40;

/** What the laws weigh: for each use that they concern a table that opens, with every answer and what is to be asked. */
export function criteriaSection(context: Context): Markup {
  const packs = context.view.review.criteria ?? [];
  const uses = packs.reduce((sum, { transactions }) => sum + transactions.length, 0);
  return html`<section id="criteria" aria-labelledby="criteria-title"><h2 id="criteria-title">Criteria that the laws weigh (${counted(uses, "use")})</h2>
${when(uses === 0, () => html`<p>No rule pack of this review has criteria for the uses found.</p>`)}
${when(uses > 0, () => html`<p>Answers are evidence, each no more certain than its mark. Weighing them is for the authority.</p>`)}
${packs.map((pack) => packBlock(pack, context))}</section>`;
}

function packBlock(pack: ReviewCriteria, context: Context): Markup {
  if (pack.transactions.length === 0) return html``;
  const rest = pack.transactions.length - mostUses;
  return html`<h3>${context.view.packTitle(pack.pack)} (${pack.pack})</h3>${when(pack.scale, () => scaleNote(pack))}
${pack.transactions.slice(0, mostUses).map((one) => useBlock(pack, one, context))}
${when(rest > 0, () => html`<p>And ${counted(rest, "more use")}: see the JSON report.</p>`)}`;
}

function scaleNote({ scale }: ReviewCriteria): Markup {
  if (!scale) return html``;
  const levels = scale.levels.map(({ level, name, what }) => html`<li>${scale.name}-${level} ${name}: ${what}</li>`);
  return html`<details><summary>${scale.title}: only upper bounds are given, no level is claimed</summary><ul class="plain">${levels}</ul><p class="quiet">${scale.citation} (${markWords[scale.mark]})</p></details>`;
}

function useBlock(pack: ReviewCriteria, { transaction, criteria }: ReviewCriteria["transactions"][number], context: Context): Markup {
  const open = criteria.filter(({ state }) => state === "open").length;
  const partly = criteria.filter(({ state }) => state === "partly-answered").length;
  const summary = `${useWords(transaction, context.view)}: ${criteria.length - open - partly} answered, ${partly} in part, ${open} open`;
  return html`<details><summary>${summary}</summary>${shownByGroup(pack, criteria).map(({ group, shown }) => groupTable(pack, group, shown, context))}</details>`;
}

function groupTable(pack: ReviewCriteria, group: CriteriaGroup, shown: ShownCriterion[], context: Context): Markup {
  const rows = shown.map((one) => {
    const { asked, answered } = one;
    const cap = capWords(pack, answered);
    const ask = answered.ask.map(({ of, question }) => html`<li>${of}: ${question}</li>`);
    return html`<tr><th scope="row">${asked.title}<span class="sub">${asked.question}</span><span class="sub">${asked.citation} (${markWords[asked.mark]})</span></th>
<td><strong>${standingWords(one)}</strong>${when(cap, () => html`<span class="sub">${cap}</span>`)}</td>
<td>${answered.answers.map((answer) => answerBlock(answer, group, context))}</td><td>${when(ask.length > 0, () => html`<ul class="plain">${ask}</ul>`)}</td></tr>`;
  });
  return table(`${group.title} (${group.citation}; ${markWords[group.mark]})`, ["Criterion", "Stands", "Answers", "To ask"], rows);
}

function answerBlock(answer: CriterionAnswer, group: CriteriaGroup, context: Context): Markup {
  const cited = citations(answer.evidence, context);
  const doubts = answer.doubts.join(" ");
  return html`<p>${leaningWords(answer, group)}: ${answer.text}${when(cited, () => html` ${cited}`)}${when(doubts, () => html`<span class="sub">${doubts}</span>`)}</p>`;
}
