import type { CoveredThrough } from "../../model/index.js";
import { csvLine } from "../csv-line.js";
import { visible } from "../visible.js";
import { counted, grouped } from "../words.js";
import { rangeWords, verdictWords } from "./words.js";

export type AllFormat = "text" | "jsonl" | "csv";

/** Every party of a bulk trace in pieces, for they may be millions: one a line, as text with a count at the end, as JSON Lines, or as CSV. */
export function* renderAll(all: Iterable<CoveredThrough>, format: AllFormat): Generator<string> {
  if (format === "csv") yield csvLine(["party", "name", "jurisdiction", "covered", "through", "share_min", "share_max"]);
  const counts = { yes: 0, "cannot-be-excluded": 0 };
  for (const one of all) {
    if (format === "jsonl") yield `${JSON.stringify(one)}\n`;
    else if (format === "csv") yield csvRow(one);
    else yield textLine(one);
    counts[one.covered]++;
  }
  if (format !== "text") return;
  const sure = counted(counts.yes, "party", "parties");
  yield `${sure} covered through owners or controllers, ${grouped(counts["cannot-be-excluded"])} cannot be excluded.\n`;
}

function csvRow({ party, name, jurisdiction, covered, through, shareMin, shareMax }: CoveredThrough): string {
  return csvLine([party, name, jurisdiction ?? "", covered, through, shareMin, shareMax]);
}

function textLine({ party, name, jurisdiction, covered, through, shareMin, shareMax }: CoveredThrough): string {
  const place = jurisdiction ? ` (${jurisdiction})` : "";
  const share = through === "control" ? "control" : rangeWords(shareMin, shareMax);
  return `${verdictWords[covered].padEnd(18)}  ${share.padEnd(12)}  ${visible(name)}${place}  ${party}\n`;
}
