import { html, type Markup, when } from "../html/markup.js";
import { table } from "../html/table.js";
import { counted, listed } from "../words.js";
import type { Page } from "./html.js";
import { amount, dayCount, dollars, revenueText, serviceWords, verdictWords } from "./words.js";

const mostCandidates = 6;

/** The steps by date, with those that each waits for. */
export function exitSection({ impact }: Page): Markup | undefined {
  const { steps, unknown, days, atLeast, available, daysLate, earliestEnd } = impact.exit;
  if (steps.length === 0) return undefined;
  const rows = steps.map(
    (one) =>
      html`<tr id="step-${one.number}"><td class="amount">${one.number}</td><th scope="row">${one.what}</th><td class="day">${one.start}</td><td class="day">${one.end}</td><td class="amount">${lengthWords(one.days, one.atLeast)}</td><td>${one.after.map((number, at) => html`${at > 0 ? ", " : ""}<a href="#step-${number}">${number}</a>`)}</td><td class="wide">${one.because}</td></tr>`,
  );
  const fits =
    daysLate > 0
      ? `${atLeast ? "At least " : ""}${dayCount(daysLate)} late: begun on ${impact.asOf}, it ends on ${earliestEnd} at the earliest.`
      : `${dayCount(available)} are left, and it takes ${days === 0 && atLeast ? "an unknown time" : dayCount(days, atLeast)}.`;
  return html`<p><strong>${fits}</strong></p>
<p class="quiet">Replacements stand before anything is switched to them, and what is left is switched off when nothing needs it any more. The dates are the latest that are in time; what is not declared counts as 0 days.</p>
${table("Steps of the exit", ["Step", "What", "Begin by", "Done by", "Takes", "After", "Because"], rows)}
${when(unknown.length > 0, () => html`<p>To be declared for a better answer:</p><ul class="plain">${unknown.map((one) => html`<li>${one}</li>`)}</ul>`)}`;
}

function lengthWords(days: number, atLeast: boolean): string {
  if (days === 0) return atLeast ? "not known" : "";
  return dayCount(days, atLeast);
}

export function dataSection({ impact }: Page): Markup | undefined {
  if (impact.data.length === 0) return undefined;
  const rows = impact.data.map(
    (one) =>
      html`<tr><th scope="row">${one.name}<span class="sub">${one.certainty === "possible" ? "may have to be moved" : one.holding}</span></th><td class="mono">${one.places.map(({ name }) => name).join(", ")}${when(one.elsewhere.length > 0, () => html`<span class="sub">also in ${one.elsewhere.join(", ")}</span>`)}</td><td class="amount">${one.gigabytes === null ? "not known" : `${amount(one.gigabytes)} GB`}<span class="sub">${one.sizeFrom ?? ""}</span></td><td class="amount">${one.megabitsPerSecond === null ? "not known" : `${amount(one.megabitsPerSecond)} Mbit/s`}<span class="sub">${one.rateFrom ?? ""}</span></td><td class="amount">${one.hours === null ? "not known" : `${amount(one.hours)} h`}</td><td class="amount">${one.costUsd === null ? "not declared" : dollars(one.costUsd)}</td></tr>`,
  );
  const unknown = impact.data.flatMap((one) => one.unknown);
  return html`${table("Holdings that lie where it is cut off", ["Holding", "Lies in", "Size", "Rate", "Takes", "Cost"], rows)}${when(unknown.length > 0, () => html`<ul class="plain">${unknown.map((one) => html`<li>${one}</li>`)}</ul>`)}`;
}

export function replacementSection({ impact }: Page): Markup | undefined {
  if (impact.replacements.length === 0) return undefined;
  const packs = impact.rulePacks.join(", ");
  const rows = impact.replacements.map(({ service, used, candidates, open, refused, note }) => {
    const name = (one: (typeof candidates)[number]) =>
      html`<li><strong>${one.name}</strong> <span class="about">(${one.operator}, ${one.country ?? "country not on file"})</span> ${one.because.join(" ")}</li>`;
    const rest = candidates.slice(mostCandidates);
    return html`<tr><th scope="row">${serviceWords(service)}<span class="sub">${counted(used.length, "thing")} in use</span></th><td class="wide">${note ?? ""}<ul class="plain">${candidates.slice(0, mostCandidates).map(name)}</ul>${when(rest.length > 0, () => html`<details><summary>${rest.length} more</summary><ul class="plain">${rest.map(name)}</ul></details>`)}</td><td class="amount">${open.length}</td><td class="amount">${refused}</td></tr>`;
  });
  return html`<p class="quiet">Providers on file of the same kind that are not cut off and whose operator is not covered under ${packs}. Open: it cannot be excluded that it is. Refused: covered, or cut off too.</p>${table("Where to go, by kind of service", ["Service", "Candidates", "Open", "Refused"], rows)}`;
}

export function touchedSection({ impact }: Page): Markup | undefined {
  const { contracts, entities, recovery, revenue } = impact;
  const contractRows = contracts.map(
    (one) =>
      html`<tr><th scope="row">${one.name}<span class="sub">with ${one.with}</span></th><td>${one.systems.join(", ")}</td><td class="day">${one.earliestEnd ?? "not declared"}${when(one.daysBeyond > 0, () => html`<span class="sub">${dayCount(one.daysBeyond)} after the cut-off</span>`)}</td><td class="amount">${one.yearlyUsd === null ? "not declared" : dollars(one.yearlyUsd)}</td><td class="amount">${one.people === null ? "not declared" : amount(one.people)}</td></tr>`,
  );
  const entityRows = entities.map((one) => {
    const hit = one.systems.filter(({ verdict }) => verdict !== "goes-on");
    return html`<tr><th scope="row">${one.name}<span class="sub">${one.kind}${one.jurisdiction ? `, ${one.jurisdiction}` : ""}</span></th><td>${hit.length > 0 ? listed(hit.map(({ id, verdict }) => `${id} (${verdictWords[verdict]})`)) : "none"}</td><td class="amount">${one.staff === null ? "not declared" : amount(one.staff)}</td></tr>`;
  });
  const recoveryRows = recovery.map(
    (one) =>
      html`<tr><th scope="row">${one.name}</th><td class="amount">${amount(one.objectiveHours)} h</td><td class="amount">${one.hours === null ? "not known" : `${one.atLeast ? "at least " : ""}${amount(one.hours)} h`}</td><td>${{ yes: "met", no: "missed", "cannot-be-told": "cannot be told" }[one.met]}</td><td class="wide">${one.because}</td></tr>`,
  );
  return html`<dl><dt>Daily revenue of systems that stop while they run</dt><dd>${revenueText(revenue.stopsUsd, revenue)}</dd><dt>of systems that degrade</dt><dd>${revenueText(revenue.degradesUsd, revenue)}</dd><dt>of systems of which it cannot be told</dt><dd>${revenueText(revenue.cannotBeToldUsd, revenue)}</dd>${when(revenue.undeclared.length > 0, () => html`<dt>Not declared</dt><dd>${revenue.undeclared.join(", ")}</dd>`)}</dl>
${when(entityRows.length > 0, () => table("The subject at home and abroad", ["Entity", "Systems that do not go on", "People at work"], entityRows))}
${when(contractRows.length > 0, () => table("Contracts with whom is cut off", ["Contract", "Systems", "Can end on", "A year", "People"], contractRows))}
${when(recoveryRows.length > 0, () => table("Recovery objectives, were it cut off today", ["System", "Objective", "Restoring takes", "Objective is", "Because"], recoveryRows))}`;
}

export function cutOffSection({ impact }: Page): Markup | undefined {
  const { blocked, excepted, sharedFate } = impact;
  const rows = blocked.map(
    (one) =>
      html`<tr><th scope="row" class="mono">${one.name}</th><td>${[one.provider, one.service].filter(Boolean).join(", ")}</td><td>${one.region ?? ""}</td><td>${one.certainty === "sure" ? "yes" : "possible"}</td><td class="wide">${one.rules.join(" ")}</td></tr>`,
  );
  const fate = sharedFate.map(
    ({ name, members }) =>
      html`<tr><th scope="row">${name}</th><td><ul class="plain">${members.map((one) => html`<li>${one.name}, ${serviceWords(one.service)}: ${counted(one.assets, "thing")}${{ yes: ", cut off", possible: ", possibly cut off", no: ", would go on" }[one.cutOff]}</li>`)}</ul></td></tr>`,
  );
  return html`${when(fate.length > 0, () => table("What shares its fate: things of one parent go together", ["Parent", "In use of it"], fate))}
${rows.length > 0 ? html`<details${rows.length <= 12 ? html` open` : ""}><summary>${counted(rows.length, "thing")} cut off, and by which rule</summary>${table("What is cut off, and by which rule", ["Thing", "Of", "Region", "Cut off", "Rule"], rows)}</details>` : html`<p>Nothing that was read is of it.</p>`}
${when(excepted.length > 0, () => html`<p>Left by the exceptions:</p><ul class="plain">${excepted.map((one) => html`<li><span class="mono">${one.name}</span>: ${one.because}</li>`)}</ul>`)}`;
}
