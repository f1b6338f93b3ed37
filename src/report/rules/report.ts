import type { RuleSet, ShownPack } from "../../model/index.js";
import { rulesHtml } from "./html.js";
import { rulesMarkdown } from "./markdown.js";
import { rulesText } from "./text.js";

/** Forms of the answer to `rules show`. */
export type ShownFormat = "text" | "json" | "md" | "html";

/**
 * Packs in one form, alone or as a set; `cel`: conditions also as they are written. JSON always has both, as
 * `schemas/rules-show.schema.json` describes.
 */
export function renderRules(
  set: RuleSet | null,
  packs: ShownPack[],
  format: ShownFormat,
  options: { width: number; cel: boolean },
): string {
  if (format === "json") return `${JSON.stringify(set ? { ...set, packs } : packs[0], null, 2)}\n`;
  if (format === "html") return rulesHtml(set, packs, options);
  return format === "md" ? rulesMarkdown(set, packs, options) : rulesText(set, packs, options);
}
