import type { EnforcementDryRun, TrafficEnd, TrafficTally } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { narrowest, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { bytes, counted, grouped } from "../words.js";

/** What a block would have cut off, as text. */
export function dryRunText(found: EnforcementDryRun, { width: columns, color }: RenderOptions): string {
  const width = Math.max(narrowest, columns);
  const style = styleFor(color);
  const heading = (text: string) => wrap(text, { width }).map(style.heading);
  const said = (text: string) => wrap(text, { width, first: "  " });
  const { rows, systems, open, logs } = found;
  const lines = [
    ...heading(`Dry run: ${found.title}`),
    ...said(
      `${counted(rows.read, "row")} of ${counted(logs.length, "log")}: ${grouped(rows.cut)} would be cut off, ${grouped(rows.open)} with the same providers would stay open, ${grouped(rows.refused)} refused already, ${grouped(rows.others)} have nothing to do with them.`,
    ),
    "",
    ...heading("Would be cut off"),
    ...(systems.length === 0 ? said("nothing") : []),
    ...systems.flatMap((one) => [
      ...said(`${one.name}${one.system ? ` (${one.system})` : ""}: ${tallyWords(one)}`),
      ...endTable(one, "cut off by", width),
      "",
    ]),
    ...(systems.length === 0 ? [""] : []),
    ...heading("With the same providers, and stays open"),
    ...(open.rows === 0 ? said("nothing") : [...said(tallyWords(open)), ...endTable(open, "because", width)]),
    ...problemLines(found, heading, width),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function tallyWords({ rows, bytes: volume, firstSeen, lastSeen }: TrafficTally): string {
  const time =
    firstSeen === null ? "" : firstSeen === lastSeen || lastSeen === null ? `, at ${firstSeen}` : `, from ${firstSeen} to ${lastSeen}`;
  return `${counted(rows, "row")}${volume === null ? "" : `, ${bytes(volume)}`}${time}`;
}

function endTable({ ends, moreEnds }: { ends: TrafficEnd[]; moreEnds: number }, because: string, width: number): string[] {
  const rows = ends.map((one) => [one.value, grouped(one.rows), one.bytes === null ? "-" : bytes(one.bytes), one.lastSeen ?? "-", one.why]);
  const more = moreEnds > 0 ? [`and ${moreEnds} more`] : [];
  return [...table(["name or address", "rows", "volume", "last seen", because], rows, width - 4), ...more].map((line) =>
    `    ${line}`.trimEnd(),
  );
}

function problemLines({ problems, leftOut, logs }: EnforcementDryRun, heading: (text: string) => string[], width: number): string[] {
  const lines = [
    ...problems.map(
      ({ path, line, message, action }) => `${path}${line === null ? "" : `:${line}`}${path ? ": " : ""}${message}. ${action}`,
    ),
    ...leftOut.map(({ path, reason }) => `${path}: left out, ${reason}`),
    ...(logs.length === 0 ? ["no log of traffic was read: nothing can be said of what would be cut off"] : []),
  ];
  if (lines.length === 0) return [];
  return [
    "",
    ...heading("What was read only in part, or not"),
    ...lines.flatMap((line) => wrap(line, { width, first: "  - ", rest: "    " })),
  ];
}
