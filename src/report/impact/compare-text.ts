import type { ImpactComparison } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { narrowest, nothing, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { counted, legalNotice } from "../words.js";
import { amount, dayCount, rangeWords, revenueText, scenarioName, scenarioWords, timesWords } from "./words.js";

const indent = "  ";
const mostAssets = 20;

/** Rows of the totals: a name, and what each scenario comes to. */
export function totalRows({ scenarios }: ImpactComparison): (readonly [name: string, ...values: string[]])[] {
  const row = (name: string, value: (one: ImpactComparison["scenarios"][number]) => string): readonly [string, ...string[]] => [
    name,
    ...scenarios.map(value),
  ];
  return [
    row("Cut off", ({ scenario }) => scenarioWords(scenario)),
    row("On", ({ scenario }) => scenario.on),
    row("Things cut off", ({ totals }) => amount(totals.blocked)),
    row("Systems that stop", ({ totals }) => amount(totals.systems.stops)),
    row("that degrade", ({ totals }) => amount(totals.systems.degrades)),
    row("cannot be told", ({ totals }) => amount(totals.systems["cannot-be-told"])),
    row("Assets that stop", ({ totals }) => amount(totals.assets.stops)),
    row("Daily revenue, stops", ({ revenue }) => revenueText(revenue.stopsUsd, revenue)),
    row("degrades", ({ revenue }) => revenueText(revenue.degradesUsd, revenue)),
    row("cannot be told", ({ revenue }) => revenueText(revenue.cannotBeToldUsd, revenue)),
    row("Data, as far as known", ({ gigabytes }) => `${amount(gigabytes)} GB`),
    row("Exit, as far as known", ({ exitDays }) => dayCount(exitDays)),
    row("Late", ({ daysLate }) => (daysLate > 0 ? dayCount(daysLate) : nothing)),
  ];
}

/** Headings of the columns: each scenario by its name, else its id. */
export function scenarioHeadings({ scenarios }: ImpactComparison): string[] {
  return scenarios.map(({ scenario }, at) => `${at + 1}. ${scenarioName(scenario)}`);
}

export const movedWords = { yes: "is moved", possible: "may have to be", no: "stays" } as const;

/** Scenarios side by side as text: totals, then only what differs. */
export function comparisonText(comparison: ImpactComparison, options: RenderOptions & { full?: boolean }): string {
  const width = Math.max(narrowest, options.width);
  const style = styleFor(options.color);
  const headings = scenarioHeadings(comparison);
  const room = width - indent.length;
  const set = (lines: string[]) => lines.map((line) => (indent + line).trimEnd());
  const assets = options.full ? comparison.assets : comparison.assets.slice(0, mostAssets);
  const more = comparison.assets.length - assets.length;
  const states = (rows: ImpactComparison["systems"], first: string) =>
    set(
      table(
        [first, "Time", ...headings],
        rows.map(({ name, times, states: all }) => [name, timesWords(times), ...all.map(rangeWords)]),
        room,
      ),
    );
  const lines = [
    ...wrap(`Impact on ${comparison.subject}: ${counted(comparison.scenarios.length, "scenario")} side by side`, { width }).map(
      style.heading,
    ),
    "",
    ...set(table(["", ...headings], totalRows(comparison), room)),
    "",
    ...wrap(`Systems that differ; ${comparison.same.systems} are the same in all`, { width }).map(style.heading),
    ...(comparison.systems.length > 0 ? states(comparison.systems, "System") : [`${indent}None.`]),
    "",
    ...wrap(`Assets that differ; ${comparison.same.assets} are the same in all`, { width }).map(style.heading),
    ...(assets.length > 0 ? states(assets, "Asset") : [`${indent}None.`]),
    ...(more > 0 ? wrap(`and ${counted(more, "more line")} in full`, { width, first: indent }) : []),
    ...(comparison.holdings.length > 0
      ? [
          "",
          style.heading("Data that differ"),
          ...set(
            table(
              ["Holding", ...headings],
              comparison.holdings.map(({ name, moved }) => [name, ...moved.map((one) => movedWords[one])]),
              room,
            ),
          ),
        ]
      : []),
    "",
    ...wrap(`As of ${comparison.asOf}. ${legalNotice}`, { width }),
  ];
  return `${lines.join("\n")}\n`;
}
