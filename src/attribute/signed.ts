import type { Confidence, Provider } from "../model/index.js";
import { confidences } from "../model/order.js";

/** A fact of the reference that recognises a provider, with what it stands on. */
export interface Signed {
  provider: Provider;
  confidence: Confidence;
  sources: string[];
  note?: string | undefined;
}

/** The surest of several facts; of equally sure ones the first. */
export function surest<T extends { confidence: Confidence }>(facts: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const fact of facts) {
    if (!best || confidences.indexOf(fact.confidence) < confidences.indexOf(best.confidence)) best = fact;
  }
  return best;
}

/** The providers behind several facts, each once, in the order met. */
export function providersOf(facts: readonly Signed[]): Provider[] {
  return [...new Set(facts.map((fact) => fact.provider))];
}
