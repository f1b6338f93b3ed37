import type { EvidenceGrades } from "../../model/index.js";
import { pairs, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import type { Shown } from "./words.js";

/** What the grades mean. */
export function gradesText({ source, reliability, credibility }: EvidenceGrades, { width, color }: Shown): string {
  const style = styleFor(color);
  const rows = (all: Meanings) =>
    Object.entries(all).map(([grade, { title, meaning }]): [string, string] => [grade, `${title}: ${meaning}`]);
  const lines = [
    style.heading("How far a source can be relied on"),
    ...pairs(rows(reliability), width, "  "),
    "",
    style.heading("How far what it says can be believed"),
    ...pairs(rows(credibility), width, "  "),
    "",
    ...wrap(`${source}. The two are judged apart: a good source can be wrong.`, { width }),
  ];
  return `${lines.join("\n")}\n`;
}

type Meanings = Readonly<Record<string, { title: string; meaning: string }>>;
