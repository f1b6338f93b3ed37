import { DeterminationDraft } from "../../model/index.js";
import { inSchemaOrder } from "../json/schema-order.js";
import { letterForms } from "../letter/registry.js";
import type { RenderOptions } from "../report.js";
import { determinationPage } from "./text.js";

/** Forms of a draft determination. */
export type DeterminationFormat = "text" | "md" | "html" | "docx" | "json";

export interface DeterminationRenderOptions extends RenderOptions {
  /** As text: the whole letter, not one page. The other forms hold everything anyway. */
  full?: boolean;
}

/** A draft in one form: JSON holds all of it, the others its letter; text is one page unless all is asked for. */
export async function renderDetermination(
  draft: DeterminationDraft,
  format: DeterminationFormat,
  options: DeterminationRenderOptions,
): Promise<string | Uint8Array> {
  if (format === "json") return `${JSON.stringify(inSchemaOrder(DeterminationDraft, draft), null, 2)}\n`;
  if (format === "text" && !options.full) return determinationPage(draft, options);
  const form = await letterForms[format]();
  return form.render(draft.letter, { width: options.width });
}
