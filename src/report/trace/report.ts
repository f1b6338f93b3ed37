import type { TracedParty } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { type FileLook, sceneFile } from "../scene/file.js";
import { ownershipScene } from "../scene/ownership/scene.js";
import { shownFamily } from "../scene/ownership/view.js";
import { traceBods } from "./bods.js";
import { familyCsv } from "./family-csv.js";
import { traceHtml } from "./html.js";
import { traceMarkdown } from "./markdown.js";
import { traceText } from "./text.js";

/** Forms of the answer to `trace`. */
export type TraceFormat = "text" | "json" | "html" | "md" | "svg" | "bods" | "csv";

export interface TraceRenderOptions extends RenderOptions {
  /** Of drawings: shares that are surely below it, in percent, are hidden. */
  minimumShare?: number;
  /** Of a drawing in a file of its own. Default: as its viewer wants it. */
  look?: FileLook;
}

/** The answer in one form; all of them are drawn from the same object. */
export function renderTrace(traced: TracedParty, format: TraceFormat, options: TraceRenderOptions): string {
  if (format === "json") return `${JSON.stringify(traced, null, 2)}\n`;
  if (format === "html") return traceHtml(traced, options);
  if (format === "svg") return sceneFile(ownershipScene(traced, { ended: true, minimumShare: options.minimumShare ?? 0 }), options.look);
  if (format === "bods" || format === "csv") {
    const shown = shownFamily(traced, { ended: true, minimumShare: options.minimumShare ?? 0 });
    return format === "bods" ? traceBods(traced, shown) : familyCsv(traced, shown);
  }
  return format === "md" ? traceMarkdown(traced) : traceText(traced, options);
}
