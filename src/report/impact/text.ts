import { dependencyTimes, type ExitStep, type Impact, type ImpactedSystem } from "../../model/index.js";
import { narrowest, nothing, pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { counted, legalNotice, listed } from "../words.js";
import type { ImpactRenderOptions } from "./report.js";
import { part, type TextContext } from "./text-context.js";
import { assetLines, chainLines, providerSideLines } from "./text-full.js";
import {
  amount,
  byGravity,
  chainNames,
  dayCount,
  dollars,
  exitLead,
  exitWords,
  headingOf,
  limitWords,
  placeOf,
  scenarioName,
  serviceWords,
  timeWords,
  touchedAssets,
  verdictWords,
  weightiest,
} from "./words.js";

const most = { chains: 4, steps: 8, names: 4, candidates: 3, services: 5, blocked: 5, partners: 3 };
const indent = "  ";

/** The impact of one scenario as text: on a page, or with every asset and chain. */
export function impactText(impact: Impact, options: ImpactRenderOptions): string {
  const width = Math.max(narrowest, options.width);
  const context: TextContext = { impact, width, style: styleFor(options.color), full: options.full === true };
  const lines = [
    ...wrap(headingOf(impact), { width }).map(context.style.heading),
    ...impact.answer.flatMap((one) => wrap(one, { width, first: indent })),
    ...systemLines(context),
    ...assetLines(context),
    ...blockedLines(context),
    ...dataLines(context),
    ...exitLines(context),
    ...replacementLines(context),
    ...touchedLines(context),
    ...providerSideLines(context),
    "",
    ...footerLines(context),
  ];
  return `${lines.join("\n")}\n`;
}

function systemLines(context: TextContext): string[] {
  const { impact, width, full } = context;
  const systems = byGravity(impact.systems);
  if (systems.length === 0) return [];
  const rows = systems.map((one) => [
    one.criticality ? `${one.name} (${one.criticality})` : one.name,
    ...dependencyTimes.map((time) => verdictWords[one.times[time].verdict]),
  ]);
  const headings = ["System", ...dependencyTimes.map((time) => timeWords[time])];
  const told = table(headings, rows, width - indent.length).map((line) => (line ? indent + line : line));
  const chains = full ? systems.flatMap((one) => chainLines(one, context)) : shortChains(systems, width);
  return [...part("Systems, by time", told, context), ...part("Why", chains, context)];
}

/** Of each system that does not go on the chain that weighs most, on one line if it fits. */
function shortChains(systems: readonly ImpactedSystem[], width: number): string[] {
  const hit = systems.filter(({ verdict }) => verdict !== "goes-on");
  const lines = hit.slice(0, most.chains).flatMap(({ chains }) => {
    const chain = weightiest(chains);
    if (!chain) return [];
    const last = chain.hops.at(-1);
    const place = last ? placeOf(last) : "";
    const verb = chain.certainty === "sure" ? verdictWords[chain.state] : `may be that it ${verdictWords[chain.state]}`;
    return wrap(`${chainNames(chain)}: ${verb} at ${listed(chain.times)}${place ? ` [${place}]` : ""}`, {
      width,
      first: indent,
      rest: `${indent}  `,
    });
  });
  const rest = hit.length - most.chains;
  return [...lines, ...(rest > 0 ? wrap(`and ${counted(rest, "more system")} in full`, { width, first: indent }) : [])];
}

function blockedLines(context: TextContext): string[] {
  const { impact, width, full } = context;
  const { blocked, excepted, sharedFate } = impact;
  const shown = full ? blocked : blocked.slice(0, most.blocked);
  const rules = [...new Set(blocked.flatMap((one) => one.rules))];
  const lines = full
    ? shown.flatMap((one) =>
        wrap(
          `- ${one.name}${one.region ? `, ${one.region}` : ""}${one.certainty === "possible" ? " (possible)" : ""}: ${one.rules.join(" ")}`,
          {
            width,
            first: indent,
            rest: `${indent}  `,
          },
        ),
      )
    : wrap(
        listed([...shown.map(({ name }) => name), ...(blocked.length > shown.length ? [`${blocked.length - shown.length} more`] : [])]),
        {
          width,
          first: indent,
        },
      );
  const why = full || blocked.length === 0 ? [] : rules.slice(0, 2).flatMap((one) => wrap(one, { width, first: indent }));
  const left = excepted
    .slice(0, full ? excepted.length : 2)
    .flatMap(({ name, because }) => wrap(`Left: ${name}. ${because}`, { width, first: indent }));
  const fate = sharedFate.flatMap(({ name, members }) => {
    const parts = members.map(
      (one) =>
        `${one.name} ${serviceWords(one.service)} (${one.assets}${one.cutOff === "no" ? ", would go on" : one.cutOff === "possible" ? ", possible" : ""})`,
    );
    return wrap(`Of one parent, ${name}: ${parts.join("; ")}`, { width, first: indent, rest: `${indent}  ` });
  });
  return part(
    `Cut off (${blocked.length})`,
    blocked.length === 0 && excepted.length === 0 ? [] : [...lines, ...why, ...left, ...fate],
    context,
  );
}

function dataLines(context: TextContext): string[] {
  const { impact, width } = context;
  if (impact.data.length === 0) return [];
  const rows = impact.data.map((one) => [
    one.certainty === "possible" ? `${one.name} (possible)` : one.name,
    one.places.map(({ name }) => name).join(", "),
    one.gigabytes === null ? "unknown" : `${amount(one.gigabytes)} GB, ${one.sizeFrom}`,
    one.megabitsPerSecond === null ? "unknown" : `${amount(one.megabitsPerSecond)} Mbit/s, ${one.rateFrom}`,
    one.hours === null ? "unknown" : `${amount(one.hours)} h`,
    one.costUsd === null ? nothing : dollars(one.costUsd),
  ]);
  const told = table(["Data to be moved", "From", "Size", "Rate", "Takes", "Cost"], rows, width - indent.length).map(
    (line) => indent + line,
  );
  return part(
    "Data",
    told.map((line) => line.trimEnd()),
    context,
  );
}

function exitLines(context: TextContext): string[] {
  const { impact, width, full } = context;
  const { steps, unknown } = impact.exit;
  if (steps.length === 0) return [];
  const rows = full ? steps.map(stepRow) : stepGroups(steps).map(groupRow);
  const shown = full ? rows : rows.slice(0, most.steps);
  const told = table(["Step", "Latest", "What", "Takes", "After"], shown, width - indent.length).map((line) => (indent + line).trimEnd());
  const rest = rows.length - shown.length;
  const open = (full ? unknown : unknown.slice(0, 3)).flatMap((one) => wrap(one, { width, first: indent }));
  return part(
    "Order of exit",
    [...told, ...(rest > 0 ? wrap(`and ${counted(rest, "more line")} in full`, { width, first: indent }) : []), ...open],
    context,
  );
}

function stepRow({ number, start, end, what, days, atLeast, after }: ExitStep): string[] {
  return [String(number), daysText(start, end), what, lengthText(days, atLeast), after.length > 0 ? after.join(", ") : nothing];
}

/** On the page, steps of one kind and date that follow each other stand on one line. */
function groupRow(group: readonly ExitStep[]): string[] {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last || group.length === 1) return first ? stepRow(first) : [];
  const names = group.slice(0, most.names).map((one) => one.what.replace(exitLead, ""));
  const more = group.length - names.length;
  const what = `${exitWords[first.action]} ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const after = [...new Set(group.flatMap((one) => one.after))].sort((left, right) => left - right);
  const length = lengthText(
    Math.max(...group.map((one) => one.days)),
    group.some((one) => one.atLeast),
  );
  return [
    `${first.number}-${last.number}`,
    daysText(first.start, last.end),
    what,
    length,
    after.length > 3 ? `${after[0]}-${after.at(-1)}` : after.join(", ") || nothing,
  ];
}

function stepGroups(steps: readonly ExitStep[]): ExitStep[][] {
  const groups: ExitStep[][] = [];
  for (const step of steps) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open && last && last.action === step.action && last.start === step.start && last.end === step.end) open.push(step);
    else groups.push([step]);
  }
  return groups;
}

function daysText(start: string, end: string): string {
  return start === end ? end : `${start} to ${end}`;
}

function lengthText(days: number, atLeast: boolean): string {
  if (days === 0) return atLeast ? "not known" : nothing;
  return dayCount(days, atLeast);
}

function replacementLines(context: TextContext): string[] {
  const { impact, width, full } = context;
  const services = full ? impact.replacements : impact.replacements.slice(0, most.services);
  const rows = services.map(({ service, candidates, open, refused, note }) => {
    const shown = full ? candidates : candidates.slice(0, most.candidates);
    const more = candidates.length - shown.length;
    const names = shown.map((one) => (full ? `${one.name} (${one.country ?? "country not on file"}): ${one.because.join(" ")}` : one.name));
    if (note) return [serviceWords(service), `None. ${note}`] as const;
    const told = `${names.join(full ? " " : ", ")}${more > 0 ? ` and ${more} more` : ""}`;
    return [serviceWords(service), `${told}; ${open.length} open, ${refused} refused`] as const;
  });
  return part("Where to go, by kind of service", pairs(rows, width, indent), context);
}

function touchedLines(context: TextContext): string[] {
  const { impact, width, full } = context;
  const { contracts, entities, recovery } = impact;
  const rows = [
    ...contracts.map(
      (one) =>
        [
          "Contract",
          [
            `${one.name} with ${one.with}`,
            one.earliestEnd === null
              ? "no end or notice declared"
              : `can end on ${one.earliestEnd}${one.daysBeyond > 0 ? `, ${dayCount(one.daysBeyond)} after the cut-off` : ""}`,
            one.yearlyUsd === null ? "" : `${dollars(one.yearlyUsd)} a year`,
            one.people === null ? "" : `touches ${counted(one.people, "person", "people")}`,
          ]
            .filter(Boolean)
            .join(", "),
        ] as const,
    ),
    ...entities
      .filter(({ systems }) => systems.some((one) => one.verdict !== "goes-on"))
      .map((one) => {
        const hit = one.systems.filter(({ verdict }) => verdict !== "goes-on").map(({ id }) => id);
        const where = one.jurisdiction ? ` (${one.kind}, ${one.jurisdiction})` : ` (${one.kind})`;
        return [
          "Touched",
          `${one.name}${where}: ${listed(hit)}${one.staff === null ? "" : `; ${counted(one.staff, "person", "people")} at work`}`,
        ] as const;
      }),
    ...recovery
      .filter(({ met }) => full || met !== "yes")
      .map(
        (one) =>
          [
            one.met === "no" ? "Objective missed" : one.met === "yes" ? "Objective met" : "Objective open",
            `${one.name}: ${one.because}`,
          ] as const,
      ),
  ];
  return rows.length === 0 ? [] : part("Whom and what it touches", pairs(rows, width, indent), context);
}

function footerLines({ impact, width, full }: TextContext): string[] {
  const { scenario, reference, asOf, rulePacks } = impact;
  const limits = limitWords(impact).join(" ");
  const open = full ? "" : ` Everything, with each chain: --full.`;
  const assets = touchedAssets(impact).length;
  return [
    ...wrap(`${counted(assets, "asset")} touched; ${limits}${open}`.replace("; .", "."), { width }),
    ...wrap(
      `Scenario ${scenarioName(scenario)}; as of ${asOf}; reference edition ${reference.edition}; rule packs ${rulePacks.join(", ")}. ${legalNotice}`,
      { width },
    ),
    ...(full ? impact.assumptions.flatMap((one) => wrap(`Assumed: ${one}`, { width, rest: indent })) : []),
  ];
}
