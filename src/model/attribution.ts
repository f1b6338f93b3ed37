import { z } from "zod";
import { Confidence, CountryCode } from "./common.js";
import { Observation, ObservationKind } from "./observation.js";

export const signatureKinds = [
  "domain-suffix",
  "registry-host",
  "prefix",
  "asn",
  "terraform-source",
  "terraform-type",
  "package",
  "vendor-name",
  "marker",
] as const;

/** What matched, and what it stands on. */
export const SignatureMatch = z.object({
  kind: z.enum(signatureKinds),
  value: z.string().describe("the signature, such as aliyuncs.com or AS45102"),
  matched: z.string().describe("the part of the observation that it matched"),
  confidence: Confidence,
  sources: z.array(z.string()),
  note: z.string().optional(),
});
export type SignatureMatch = z.infer<typeof SignatureMatch>;

/**
 * Who stands behind one observation. Four facts stay apart: where it is served (`region`, `servedFrom`), who operates it
 * (`operator`), who owns the operator (`owner`), who wrote the technology (`technology`).
 */
export const Attribution = z.object({
  provider: z.string().nullable(),
  service: z.string().nullable(),
  operator: z.string().nullable().describe("party id"),
  owner: z.string().nullable().describe("top company of the operator's group, party id"),
  region: z.string().nullable(),
  servedFrom: CountryCode.nullable(),
  technology: z.object({ author: z.string(), provider: z.string().nullable(), basis: z.string() }).nullable(),
  signature: SignatureMatch.nullable(),
  confidence: Confidence.nullable(),
  tried: z.array(z.string()).describe("what was looked up, in order"),
});
export type Attribution = z.infer<typeof Attribution>;

export const AttributedObservation = Observation.extend({
  id: z.string().describe("stable: from path, line, column, kind and value"),
  attribution: Attribution,
});
export type AttributedObservation = z.infer<typeof AttributedObservation>;

/** One line of `--format jsonl`: an attributed observation, flat; null where unknown. */
export const ObservationLine = z.object({
  path: z.string(),
  line: z.int().positive().nullable(),
  kind: ObservationKind,
  value: z.string(),
  count: z.int().positive().describe("rows or repeats; 1 if single"),
  provider: z.string().nullable(),
  service: z.string().nullable(),
  operator: z.string().nullable().describe("party id"),
  region: z.string().nullable(),
  governments: z.array(CountryCode).nullable().describe("governments that reach it"),
  signature: z.string().nullable().describe("kind and value of what matched, such as domain-suffix:aliyuncs.com or asn:AS45102"),
  confidence: Confidence.nullable(),
});
export type ObservationLine = z.infer<typeof ObservationLine>;
