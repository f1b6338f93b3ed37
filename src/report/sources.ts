import type { Evidence } from "../model/index.js";
import { opened, placeText } from "./paths.js";

/** The sources that a report cites, numbered from 1 in the order of their first citation, so that each is printed once. */
export interface SourceRegister {
  /** Numbers of the sources among pieces of evidence, each once, ascending. */
  cite(evidence: readonly Evidence[]): number[];
  /** Every source cited so far; the first has number 1. */
  cited(): readonly Evidence[];
}

export function newSourceRegister(): SourceRegister {
  const numbers = new Map<string, number>();
  const sources: Evidence[] = [];
  const numberOf = (one: Evidence) => {
    const key = JSON.stringify([one.locator, one.title]);
    const known = numbers.get(key);
    if (known) return known;
    sources.push(one);
    numbers.set(key, sources.length);
    return sources.length;
  };
  return {
    cite: (evidence) => [...new Set(evidence.filter(isSource).map(numberOf))].sort((left, right) => left - right),
    cited: () => sources,
  };
}

/** Whether evidence stands outside the artefacts: a law, or a document of the reference. */
export function isSource(evidence: Evidence): boolean {
  return evidence.kind === "law" || evidence.kind === "reference";
}

/** Evidence that is no source: places in the artefacts, declarations, inferences. */
export function places(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter((one) => !isSource(one));
}

/** Title, publisher, date and address of a source, when it was opened, and what is said of a law. */
export function sourceText(source: Evidence): string {
  const parts = [source.title, source.publisher, source.asOf, source.locator === source.title ? undefined : source.locator];
  return `${parts.filter(Boolean).join(", ")}${opened(source)}${aboutLaw(source)}`;
}

/** How far a law was read and whom it binds stand with its evidence; other notes belong to the one step that cites the source. */
export function aboutLaw({ kind, note }: Evidence): string {
  return kind === "law" && note ? `: ${note}` : "";
}

/** One piece of evidence in one line, whatever its kind. */
export function evidenceText(evidence: Evidence): string {
  return isSource(evidence) ? sourceText(evidence) : placeText(evidence);
}
