import type { SourceUpdate } from "../model/index.js";
import { sourceLines } from "./reference-import-text.js";

/** What an update did, for a terminal. */
export function updateReportText(updates: readonly SourceUpdate[]): string {
  if (updates.length === 0) return "Nothing to fetch.\n";
  return `${updates.map((update) => updateLines(update).join("\n")).join("\n\n")}\n`;
}

function updateLines({ source, outcome, url, reason, resumedFrom, import: imported }: SourceUpdate): string[] {
  if (outcome === "failed") return [`${source}: NOT UPDATED`, `  ${url}`, `  ${reason}`, "  what was in force before still is"];
  if (outcome === "unchanged") return [`${source}: unchanged`, `  ${url} has nothing newer than what is in force`];
  return [
    ...(imported ? sourceLines(imported) : [source]),
    `  fetched from ${url}${resumedFrom === undefined ? "" : `, going on after ${resumedFrom} bytes of an earlier attempt`}`,
  ];
}
