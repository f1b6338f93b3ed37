import type { AttributedObservation, Reference, Transaction } from "../model/index.js";

/** The system of what no declared system claims. */
export const UNDECLARED = "undeclared";

/** Observations of one use, before they are laid out as a transaction. */
export interface Use {
  kind: Transaction["kind"];
  provider: string;
  operator: string;
  region: string | null;
  system: string;
  observations: AttributedObservation[];
  traffic: AttributedObservation[];
}

/** The operator found for the observation, else the provider's own. */
export function operatorOf({ attribution }: AttributedObservation, reference: Reference): string {
  return attribution.operator ?? reference.provider(attribution.provider ?? "")?.operator ?? "";
}
