import type { Observation, ObservationContext, Provider, SignatureMatch } from "../model/index.js";
import type { SignatureIndex } from "./signature-index.js";

/** What is asked about: a kind, a value, and what the artefact says around it. Every `Observation` is one. */
export type Question = Pick<Observation, "kind" | "value"> & { context?: ObservationContext | undefined };

/** What a signature said about the thing, before the four facts are read from the reference. */
export interface Match {
  provider: Provider;
  signature: SignatureMatch;
  /** Host that was matched, for the service and the region. */
  host?: string | undefined;
  /** Region as the thing itself says it. */
  region?: string | undefined;
  /** Whether a region in the artefact's context says where this thing is; not so for software and names. */
  placed: boolean;
  /** Party that runs it, where the signature is narrower than the provider. */
  operator?: string | undefined;
  /** Words that may name the service: the rest of a Terraform type, the name of a declared service. */
  serviceWords?: string | undefined;
  /** Where the thing says it comes from, when it is a mirror of another's. */
  mirrorOf?: string | undefined;
}

/** The answer of one kind of lookup: the match, if any, and what was looked up in order. */
export interface Lookup {
  match: Match | null;
  tried: string[];
}

/** How one kind of observation is looked up. */
export type LookUp = (question: Question, index: SignatureIndex, asOf: string) => Lookup;

/** A lookup that found nothing, with what was tried. */
export function notFound(...tried: string[]): Lookup {
  return { match: null, tried };
}
