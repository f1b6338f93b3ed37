import type { Impact, ImpactComparison } from "../../model/index.js";
import type { RenderOptions } from "../report.js";
import { type FileLook, sceneFile } from "../scene/file.js";
import { ofComparison, ofImpact } from "../scene/impact/compared.js";
import { impactScene } from "../scene/impact/scene.js";
import { comparisonHtml } from "./compare-html.js";
import { comparisonText } from "./compare-text.js";
import { impactCsv } from "./csv.js";
import { impactHtml } from "./html.js";
import { comparisonMarkdown, impactMarkdown } from "./markdown.js";
import { impactText } from "./text.js";

/** Forms of the answer. */
export type ImpactFormat = "text" | "json" | "jsonl" | "md" | "html" | "csv" | "svg";

export interface ImpactRenderOptions extends RenderOptions {
  /** As text: every asset and chain, not one page. The other forms hold everything anyway. */
  full?: boolean;
  /** Of a drawing in a file of its own. Default: as its viewer wants it. */
  look?: FileLook;
}

/** The answer for one scenario in one form; all of them are drawn from the same object. */
export function renderImpact(impact: Impact, format: ImpactFormat, options: ImpactRenderOptions): string {
  return {
    text: () => impactText(impact, options),
    json: () => `${JSON.stringify(impact, null, 2)}\n`,
    jsonl: () => impactLines([impact]),
    md: () => impactMarkdown(impact),
    html: () => impactHtml(impact),
    csv: () => impactCsv([impact]),
    svg: () => sceneFile(impactScene(ofImpact(impact)), options.look),
  }[format]();
}

/** Several scenarios in one form; as CSV the rows of each after the other, as JSON Lines the whole of each. */
export function renderImpacts(
  impacts: readonly Impact[],
  comparison: ImpactComparison,
  format: ImpactFormat,
  options: ImpactRenderOptions,
): string {
  return {
    text: () => comparisonText(comparison, options),
    json: () => `${JSON.stringify(comparison, null, 2)}\n`,
    jsonl: () => impactLines(impacts),
    md: () => comparisonMarkdown(comparison),
    html: () => comparisonHtml(comparison),
    csv: () => impactCsv(impacts),
    svg: () => sceneFile(impactScene(ofComparison(comparison)), options.look),
  }[format]();
}

function impactLines(impacts: readonly Impact[]): string {
  return impacts.map((one) => `${JSON.stringify(one)}\n`).join("");
}
