import { createHash } from "node:crypto";
import {
  type AttributedObservation,
  type Attribution,
  type Day,
  type Observation,
  type ObservationKind,
  type Provider,
  type Reference,
  weakest,
} from "../model/index.js";
import { lookUpAddress, sharedAnswerKey } from "./addresses.js";
import { lookUpHost } from "./hosts.js";
import type { LookUp, Match, Question } from "./lookup.js";
import { lookUpMarker, lookUpService, lookUpVendor } from "./names.js";
import { placeOf } from "./place.js";
import { serviceOf } from "./service-name.js";
import { type SignatureIndex, signatureIndex } from "./signature-index.js";
import { lookUpImage, lookUpPackage } from "./software.js";
import { technologyOf } from "./technology.js";
import { lookUpTerraformBackend, lookUpTerraformModule, lookUpTerraformProvider, lookUpTerraformType } from "./terraform.js";

/** How each kind of observation is looked up. */
const lookUps: Record<ObservationKind, LookUp> = {
  "terraform-resource": lookUpTerraformType,
  "terraform-data": lookUpTerraformType,
  "terraform-module": lookUpTerraformModule,
  "terraform-provider": lookUpTerraformProvider,
  "terraform-backend": lookUpTerraformBackend,
  image: lookUpImage,
  package: lookUpPackage,
  "package-source": lookUpHost,
  host: lookUpHost,
  address: lookUpAddress,
  "dns-record": lookUpHost,
  service: lookUpService,
  vendor: lookUpVendor,
  certificate: lookUpHost,
  credential: lookUpMarker,
};

/**
 * Says of each observation who stands behind it, as of a day, in the order given. What cannot be attributed keeps what was tried.
 */
export function attribute(observations: Observation[], reference: Reference, asOf: Day): AttributedObservation[] {
  const repeats = new Map<string, number>();
  const answers = new Map<string, Attribution>();
  const index = signatureIndex(reference);
  return observations.map((observation) => {
    const question = questionKey(observation, index);
    const answer = answers.get(question) ?? attributeOne(observation, reference, asOf);
    answers.set(question, answer);
    return { id: idOf(observation, repeats), ...observation, attribution: answer };
  });
}

/** The same for observations with the same answer; a large log holds many addresses of few networks. */
function questionKey({ kind, value, context }: Observation, index: SignatureIndex): string {
  const shared = kind === "address" && !context ? sharedAnswerKey(value, index) : undefined;
  return shared ?? JSON.stringify([kind, value, context]);
}

/** Who stands behind one thing. The four facts stay apart: where it is served, who operates it, who owns the operator, who wrote it. */
export function attributeOne(question: Question, reference: Reference, asOf: Day): Attribution {
  const index = signatureIndex(reference);
  const { match, tried } = lookUps[question.kind](question, index);
  if (!match) return { ...nobody, tried };
  const { provider, region } = placeOf(match, question.context, index);
  const operator = match.operator ?? region?.operator ?? provider.operator;
  return {
    provider: provider.id,
    service: serviceOf(match, provider, index),
    operator,
    owner: provider.group,
    region: region?.id ?? null,
    servedFrom: region?.country ?? null,
    technology: technologyOf(match, provider, operator, index, asOf),
    signature: match.signature,
    confidence: confidenceOf(match, provider, operator, region?.confidence, index),
    tried: provider === match.provider ? tried : [...tried, `region ${region?.id ?? ""} belongs to ${provider.names.english}`],
  };
}

const nobody: Omit<Attribution, "tried"> = {
  provider: null,
  service: null,
  operator: null,
  owner: null,
  region: null,
  servedFrom: null,
  technology: null,
  signature: null,
  confidence: null,
};

function confidenceOf(
  match: Match,
  provider: Provider,
  operator: string,
  region: Attribution["confidence"] | undefined,
  index: SignatureIndex,
): Attribution["confidence"] {
  const party = index.reference.party(operator)?.confidence ?? "low";
  const moved = provider !== match.provider && region ? [region] : [];
  return weakest(match.signature.confidence, party, ...moved);
}

/** First 16 hexadecimal digits of a SHA-256 over where and what; of identical ones the number tells them apart. */
function idOf({ path, line, column, kind, value }: Observation, repeats: Map<string, number>): string {
  const key = JSON.stringify([path, line, column, kind, value]);
  const number = repeats.get(key) ?? 0;
  repeats.set(key, number + 1);
  return createHash("sha256")
    .update(JSON.stringify([path, line, column, kind, value, number]))
    .digest("hex")
    .slice(0, 16);
}
