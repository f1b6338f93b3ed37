import type { MeasureProposals } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { measuresHtml } from "./html.js";
import { measuresMarkdown } from "./markdown.js";
import { measuresText } from "./text.js";

/** Forms of the answer of `beholden measures`. */
export type MeasuresFormat = "text" | "json" | "html" | "md";

/** The answer in one form; all of them are drawn from the same object. */
export function renderMeasures(found: MeasureProposals, format: MeasuresFormat, options: RenderOptions): string {
  if (format === "json") return `${JSON.stringify(found, null, 2)}\n`;
  if (format === "html") return measuresHtml(found);
  return format === "md" ? measuresMarkdown(found) : measuresText(found, options);
}
