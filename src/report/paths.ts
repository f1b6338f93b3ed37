import type { Confidence, Effect, Evidence, Path, Place, Reach, Step } from "../model/index.js";
import { effectVerbs, grouped, listed, stepVerbs } from "./words.js";

/** `China can compel Alibaba Cloud US LLC`. */
export function stepSentence(step: Step): string {
  return `${step.from.name} ${stepVerbs[step.kind]} ${step.to.name}`;
}

/** `China can obtain data of Archived orders`: what all the steps of a path come to. */
export function effectSentence(government: string, effect: Effect, target: Place): string {
  return `${government} can ${effectVerbs[effect]} ${target.name}`;
}

/** ` (medium confidence)`, or nothing where it is high. */
export function doubt(confidence: Confidence): string {
  return confidence === "high" ? "" : confidence === "low" ? " (low confidence: a lead)" : " (medium confidence)";
}

/** The steps that hold a path's confidence down; none on a path of high confidence. */
export function weakSteps(path: Path): Step[] {
  return path.confidence === "high" ? [] : path.steps.filter((step) => step.confidence === path.confidence);
}

/** `Weakest: step 2 (medium confidence).`, or nothing on a path of high confidence. */
export function weakestSentence(path: Path): string {
  const numbers = weakSteps(path).map((step) => String(path.steps.indexOf(step) + 1));
  if (numbers.length === 0) return "";
  return `Weakest: ${numbers.length === 1 ? "step" : "steps"} ${listed(numbers)} (${path.confidence} confidence).`;
}

/** Where in the artefacts, or in what was declared, a statement can be checked; what was inferred says so. */
export function placeText(evidence: Evidence): string {
  const place = evidence.line ? `${evidence.locator}:${evidence.line}` : evidence.locator;
  const rows = evidence.count && evidence.count > 1 ? ` (${grouped(evidence.count)} times)` : "";
  const how = { declaration: "declared in ", inference: "inferred: " }[evidence.kind as string] ?? "";
  return `${how}${place}${rows}${evidence.note ? `: ${evidence.note}` : ""}`;
}

/** When a source was opened; an inference has no source to open. */
export function opened(evidence: Evidence): string {
  if (evidence.retrieved) return ` (opened ${evidence.retrieved})`;
  return evidence.retrieved === null ? " (cited, not opened)" : "";
}

/** What measures do to a reach, one sentence each. */
export function cutSentences(reach: Reach): string[] {
  return reach.cutBy.map((one) => `${one.measure} (${one.status}): ${one.explanation}`);
}
