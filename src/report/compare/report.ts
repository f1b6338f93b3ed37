import { ReviewComparison } from "../../model/index.js";
import { inSchemaOrder } from "../json/schema-order.js";
import type { RenderOptions } from "../report.js";
import { comparisonMarkdown } from "./markdown.js";
import { comparisonText } from "./text.js";

/** Forms of the answer to `diff`. */
export type ComparisonFormat = "text" | "json" | "md";

/** The comparison in one form; all of them are drawn from the same object. */
export function renderComparison(comparison: ReviewComparison, format: ComparisonFormat, options: RenderOptions): string {
  if (format === "json") return `${JSON.stringify(inSchemaOrder(ReviewComparison, comparison), null, 2)}\n`;
  return format === "md" ? comparisonMarkdown(comparison) : comparisonText(comparison, options);
}
