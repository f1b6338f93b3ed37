import type { CoveredThrough } from "../../model/index.js";
import { csvLine } from "../csv-line.js";
import { visible } from "../visible.js";
import { counted, grouped } from "../words.js";
import { rangeWords, verdictWords } from "./words.js";

export type AllFormat = "text" | "jsonl" | "csv";

/** Every party of a bulk trace: one a line, as text with a count at the end, as JSON Lines, or as CSV. */
export function renderAll(all: Iterable<CoveredThrough>, format: AllFormat): string {
  if (format === "jsonl") return [...all].map((one) => `${JSON.stringify(one)}\n`).join("");
  if (format === "csv") return csvText(all);
  const lines: string[] = [];
  const counts = { yes: 0, "cannot-be-excluded": 0 };
  for (const one of all) {
    counts[one.covered]++;
    const place = one.jurisdiction ? ` (${one.jurisdiction})` : "";
    const share = one.through === "control" ? "control" : rangeWords(one.shareMin, one.shareMax);
    lines.push(`${verdictWords[one.covered].padEnd(18)}  ${share.padEnd(12)}  ${visible(one.name)}${place}  ${one.party}`);
  }
  lines.push(
    `${counted(counts.yes, "party", "parties")} covered through owners or controllers, ${grouped(counts["cannot-be-excluded"])} cannot be excluded.`,
  );
  return `${lines.join("\n")}\n`;
}

function csvText(all: Iterable<CoveredThrough>): string {
  const rows = [csvLine(["party", "name", "jurisdiction", "covered", "through", "share_min", "share_max"])];
  for (const { party, name, jurisdiction, covered, through, shareMin, shareMax } of all) {
    rows.push(csvLine([party, name, jurisdiction ?? "", covered, through, shareMin, shareMax]));
  }
  return rows.join("");
}
