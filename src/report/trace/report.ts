import type { TracedParty } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { traceHtml } from "./html.js";
import { traceMarkdown } from "./markdown.js";
import { traceText } from "./text.js";

/** Forms of the answer to `trace`. */
export type TraceFormat = "text" | "json" | "html" | "md";

/** The answer in one form; all of them are drawn from the same object. */
export function renderTrace(traced: TracedParty, format: TraceFormat, options: RenderOptions): string {
  if (format === "json") return `${JSON.stringify(traced, null, 2)}\n`;
  if (format === "html") return traceHtml(traced);
  return format === "md" ? traceMarkdown(traced) : traceText(traced, options);
}
