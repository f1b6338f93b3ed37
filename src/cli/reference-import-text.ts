import type { ImportReport, Refusal, SourceReport } from "../model/index.js";

/** Refused records that the text shows; the JSON has more of them. */
const refusalsShown = 20;

/** What an import did, for a terminal. */
export function importReportText({ sources, failed, left }: ImportReport): string {
  const lines = sources.flatMap((source) => [...sourceLines(source), ""]);
  if (failed.length > 0) lines.push("Not read:", ...failed.map(({ place, reason }) => `  ${place}: ${indented(reason)}`), "");
  if (left.length > 0) lines.push("Left in archives:", ...left.map(({ place, reason }) => `  ${place}: ${reason}`), "");
  return `${lines.join("\n").trimEnd()}\n`;
}

/** What became of one source. */
export function sourceLines(source: SourceReport): string[] {
  const { id, title, outcome, counts, refused, passedOver, notes, sha256 } = source;
  const heading = `${id}: ${title}`;
  const edition = source.edition ? `edition of ${source.edition}` : "an edition without a date";
  if (outcome === "failed") return [heading, `  not imported: ${indented(source.reason ?? "")}`, "  what was in force before still is"];
  if (outcome === "unchanged") {
    return [heading, `  unchanged: these bytes are in force since ${source.importedOn} (${edition})`, `  SHA-256 ${sha256}`];
  }
  const passed = Object.entries(passedOver).map(([what, count]) => `${number(count)} ${what}`);
  return [
    heading,
    `  imported, ${edition}, in ${source.seconds.toFixed(1)} s`,
    `  SHA-256 ${sha256}`,
    `  read     ${number(counts.records)} records`,
    `  kept     ${number(counts.parties)} parties, ${number(counts.interests)} interests, ${number(counts.listings)} listings`,
    `  refused  ${number(counts.refused)}`,
    ...refused.slice(0, refusalsShown).map((refusal) => `    ${placeText(refusal)}: ${refusal.reason}`),
    ...(counts.refused > refusalsShown
      ? [`    and ${number(counts.refused - refusalsShown)} more (--format json has the first hundred)`]
      : []),
    `  passed over  ${number(counts.passedOver)}${passed.length > 0 ? `: ${passed.join(", ")}` : ""}`,
    ...notes.map((note) => `  note: ${note}`),
  ];
}

function placeText({ place, line, record }: Refusal): string {
  return [place, line === undefined ? "" : `line ${line}`, record === undefined ? "" : `record ${record}`].filter(Boolean).join(", ");
}

function indented(text: string): string {
  return text.replaceAll("\n", "\n    ");
}

function number(count: number): string {
  return count.toLocaleString("en");
}
