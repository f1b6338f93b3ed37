import { dependencyTimes, type Impact, type ImpactComparison } from "../../model/index.js";
import { code, escaped } from "../markdown-text.js";
import { counted, legalNotice } from "../words.js";
import { movedWords, scenarioHeadings, totalRows } from "./compare-text.js";
import {
  amount,
  byGravity,
  chainNames,
  dayCount,
  headingOf,
  limitWords,
  placeOf,
  rangeWords,
  scenarioName,
  serviceWords,
  timesWords,
  timeWords,
  touchedAssets,
  verdictWords,
  weightiest,
} from "./words.js";

/** A comment on a code host has room for some 65,000 characters: more rows than these are counted. */
const most = { assets: 60, steps: 60, candidates: 4 };

/** The impact of one scenario in Markdown (CommonMark with tables). */
export function impactMarkdown(impact: Impact): string {
  const lines = [
    `# ${escaped(headingOf(impact))}`,
    "",
    ...impact.answer.map((one) => `- ${escaped(one)}`),
    ...systemsPart(impact),
    ...exitPart(impact),
    ...dataPart(impact),
    ...replacementPart(impact),
    ...assetsPart(impact),
    "",
    ...limitWords(impact).map((one) => `- ${escaped(one)}`),
    "",
    `Scenario ${escaped(scenarioName(impact.scenario))}; as of ${impact.asOf}; reference edition ${escaped(impact.reference.edition)}; rule packs ${impact.rulePacks.map(escaped).join(", ")}. ${legalNotice}`,
  ];
  return `${lines.join("\n")}\n`;
}

export function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)];
}

function systemsPart({ systems }: Impact): string[] {
  if (systems.length === 0) return [];
  const rows = byGravity(systems).map((one) => {
    const chain = weightiest(one.chains);
    const last = chain?.hops.at(-1);
    const place = last ? placeOf(last) : "";
    return [
      escaped(one.name),
      ...dependencyTimes.map((time) => verdictWords[one.times[time].verdict]),
      chain ? `${escaped(chainNames(chain))}${place ? ` (${code(place)})` : ""}` : "",
    ];
  });
  return ["", "## Systems, by time", "", ...tableOf(["System", ...dependencyTimes.map((time) => timeWords[time]), "Why"], rows)];
}

function exitPart({ exit }: Impact): string[] {
  if (exit.steps.length === 0) return [];
  const rows = exit.steps
    .slice(0, most.steps)
    .map((one) => [
      String(one.number),
      escaped(one.what),
      one.start,
      one.end,
      one.days === 0 ? (one.atLeast ? "not known" : "") : dayCount(one.days, one.atLeast),
      one.after.join(", "),
    ]);
  const rest = exit.steps.length - rows.length;
  return [
    "",
    "## Order of exit",
    "",
    ...tableOf(["Step", "What", "Begin by", "Done by", "Takes", "After"], rows),
    ...(rest > 0 ? ["", `${counted(rest, "more step")} in the other forms.`] : []),
    ...(exit.unknown.length > 0 ? ["", ...exit.unknown.map((one) => `- ${escaped(one)}`)] : []),
  ];
}

function dataPart({ data }: Impact): string[] {
  if (data.length === 0) return [];
  const known = (value: number | null, unit: string) => (value === null ? "not known" : `${amount(value)} ${unit}`);
  const rows = data.map((one) => [
    escaped(one.name),
    one.places.map(({ name }) => code(name)).join(", "),
    known(one.gigabytes, "GB"),
    known(one.megabitsPerSecond, "Mbit/s"),
    known(one.hours, "h"),
  ]);
  return ["", "## Data to be moved", "", ...tableOf(["Holding", "Lies in", "Size", "Rate", "Takes"], rows)];
}

function replacementPart({ replacements }: Impact): string[] {
  if (replacements.length === 0) return [];
  const rows = replacements.map(({ service, candidates, open, refused, note }) => {
    const names = candidates.slice(0, most.candidates).map(({ name }) => escaped(name));
    const rest = candidates.length - names.length;
    return [
      serviceWords(service),
      note ? escaped(note) : `${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`,
      String(open.length),
      String(refused),
    ];
  });
  return ["", "## Where to go", "", ...tableOf(["Service", "Candidates", "Open", "Refused"], rows)];
}

function assetsPart(impact: Impact): string[] {
  const touched = touchedAssets(impact);
  if (touched.length === 0) return [];
  const rows = touched.slice(0, most.assets).map((one) => {
    const chain = weightiest(one.chains);
    return [
      code(one.name),
      ...dependencyTimes.map((time) => verdictWords[one.times[time].verdict]),
      chain ? escaped(chainNames(chain)) : "",
    ];
  });
  const rest = touched.length - rows.length;
  return [
    "",
    `## Assets that do not go on (${touched.length})`,
    "",
    ...tableOf(["Asset", ...dependencyTimes.map((time) => timeWords[time]), "Why"], rows),
    ...(rest > 0 ? ["", `${counted(rest, "more asset")} in the other forms.`] : []),
  ];
}

/** Scenarios side by side: totals, and what differs. */
export function comparisonMarkdown(comparison: ImpactComparison): string {
  const headings = scenarioHeadings(comparison).map(escaped);
  const states = (rows: ImpactComparison["systems"], first: string) =>
    rows.length === 0
      ? ["None."]
      : tableOf(
          [first, "Time", ...headings],
          rows.slice(0, most.assets).map(({ name, times, states: all }) => [escaped(name), timesWords(times), ...all.map(rangeWords)]),
        );
  const lines = [
    `# Impact on ${escaped(comparison.subject)}: ${counted(comparison.scenarios.length, "scenario")} side by side`,
    "",
    ...tableOf(
      ["", ...headings],
      totalRows(comparison).map((row) => row.map(escaped)),
    ),
    "",
    `## Systems that differ (${comparison.same.systems} are the same in all)`,
    "",
    ...states(comparison.systems, "System"),
    "",
    `## Assets that differ (${comparison.same.assets} are the same in all)`,
    "",
    ...states(comparison.assets, "Asset"),
    ...(comparison.holdings.length > 0
      ? [
          "",
          "## Data that differ",
          "",
          ...tableOf(
            ["Holding", ...headings],
            comparison.holdings.map(({ name, moved }) => [escaped(name), ...moved.map((one) => movedWords[one])]),
          ),
        ]
      : []),
    "",
    `As of ${comparison.asOf}. ${legalNotice}`,
  ];
  return `${lines.join("\n")}\n`;
}
