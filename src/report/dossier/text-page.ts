import type { Dossier } from "../../model/index.js";
import { isSource, type SourceRegister } from "../sources.js";
import { pairs, wrap } from "../text/layout.js";
import type { Style } from "../text/style.js";
import { counted } from "../words.js";
import { onePage, type PageItem } from "./page.js";
import { sourceTag } from "./words.js";

/** What every part of the text is written with. */
export interface TextContext {
  dossier: Dossier;
  width: number;
  style: Style;
  sources: SourceRegister;
}

/** The dossier on one page, its sources by name only. */
export function pageLines(context: TextContext, tightness: number): string[] {
  const { dossier, width, sources } = context;
  const rows = onePage(dossier, tightness).flatMap(({ title, together, items, more }) => {
    const rest = more > 0 ? ` (+${more} in full)` : "";
    const lines = together ? [joined(items, context)] : items.map((item) => `${item.text}${aboutItem(item, context)}`);
    return lines.map((text, at) => [at === 0 ? title : "", `${text}${at === lines.length - 1 ? rest : ""}`] as const);
  });
  const tags = sources.cited().map((one, at) => `[${at + 1}] ${sourceTag(one)}`);
  const apart = [
    dossier.leads.length > 0 ? `${counted(dossier.leads.length, "lead")} of low confidence apart` : "",
    ...leftOutWords(dossier),
  ];
  return [
    ...pairs(rows, width, "  "),
    ...pairs([["Sources", tags.join(" ")]], width, "  ", Math.max(...rows.map(([title]) => title.length))),
    ...wrap([...apart.filter(Boolean), "everything, with the addresses of the sources: --full"].join("; "), { width, first: "  " }),
  ];
}

/** Texts of items that stand in one paragraph. What several in a row rest on stands once, after the last of them. */
function joined(items: readonly PageItem[], context: TextContext): string {
  const abouts = items.map((item) => aboutItem(item, context));
  const texts = items.map(({ text }, at) => {
    const about = abouts[at] ?? "";
    if (about === abouts[at + 1]) return text;
    return `${text}${at > 0 && about === abouts[at - 1] ? about.replace(" (", " (each ") : about}`;
  });
  return texts.join("; ");
}

/** ` (Canalys, 2022-01-18, medium) [3 +1]`: one source stands on the page; the others are counted, and stand in full. */
function aboutItem({ text, statement }: PageItem, { sources }: TextContext): string {
  if (!statement) return "";
  const { date, confidence, evidence, saidBy } = statement;
  const about = [saidBy && !text.includes(saidBy) ? saidBy : "", date && !text.includes(date) ? date : "", confidence].filter(Boolean);
  const outside = evidence.filter(isSource);
  const cited = sources.cite(outside.slice(0, 1));
  const more = outside.length > 1 ? ` +${outside.length - 1}` : "";
  return ` (${about.join(", ")})${cited.length > 0 ? ` [${cited.join(" ")}${more}]` : ""}`;
}

function leftOutWords({ leftOut, asOf }: Dossier): string[] {
  const count = leftOut.reduce((sum, one) => sum + one.count, 0);
  return count > 0 ? [`${counted(count, "fact")} left out, later than ${asOf} or without a date that reaches back to it`] : [];
}
