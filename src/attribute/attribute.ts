import { hash } from "node:crypto";
import type { AttributedObservation, Attribution, Confidence, Day, Observation, ObservationKind, Reference } from "../model/index.js";
import { byText, weakest } from "../model/order.js";
import { lookUpAddress, sharedAnswerKey } from "./addresses.js";
import { lookUpHost } from "./hosts.js";
import { imageReferenceOf } from "./image-reference.js";
import { lookUpImage, lookUpPackageSource } from "./images.js";
import type { LookUp, Match, Question } from "./lookup.js";
import { lookUpMarker, lookUpNamedHost } from "./markers.js";
import { lookUpPackage } from "./packages.js";
import { type Placement, placeOn } from "./regions.js";
import { serviceOfHost, serviceOfWords } from "./service-names.js";
import { type SignatureIndex, signatureIndex } from "./signature-index.js";
import { standingOf } from "./standing.js";
import { lookUpTerraformBackend, lookUpTerraformProvider, lookUpTerraformType } from "./terraform.js";
import { lookUpTerraformModule } from "./terraform-modules.js";
import { lookUpService, lookUpVendor } from "./vendors.js";

/** How each kind of observation is looked up. */
const lookups = {
  "terraform-resource": lookUpTerraformType,
  "terraform-data": lookUpTerraformType,
  "terraform-module": lookUpTerraformModule,
  "terraform-provider": lookUpTerraformProvider,
  "terraform-backend": lookUpTerraformBackend,
  image: lookUpImage,
  package: lookUpPackage,
  "package-source": lookUpPackageSource,
  host: lookUpHost,
  address: lookUpAddress,
  "dns-record": lookUpNamedHost,
  service: lookUpService,
  vendor: lookUpVendor,
  certificate: lookUpNamedHost,
  credential: lookUpMarker,
} as const satisfies Record<ObservationKind, LookUp>;

/**
 * Says of each observation who stands behind it, as of a day (UTC). Nothing is dropped: what cannot be attributed keeps what was tried.
 * The order given is the order returned; what an observation gets does not depend on it.
 */
export function attribute(observations: Observation[], reference: Reference, asOf: Day): AttributedObservation[] {
  const index = signatureIndex(reference);
  const known = new Map<string, Attribution>();
  const ids = identify(observations);
  return observations.map((observation, position) => {
    const key = questionKey(observation, index);
    let attribution = known.get(key);
    if (!attribution) {
      attribution = answer(observation, index, asOf);
      known.set(key, attribution);
    }
    // A spread of so many properties takes five times as long: half a second for a large log.
    return Object.assign({}, observation, { id: ids[position] ?? "", attribution });
  });
}

/**
 * The same for one thing, whether or not it was seen in an artefact.
 * @example attributeOne({ kind: "host", value: "oss-us-west-1.aliyuncs.com" }, reference, "2026-11-23").provider // "alibaba-cloud"
 */
export function attributeOne(question: Question, reference: Reference, asOf: Day): Attribution {
  return answer(question, signatureIndex(reference), asOf);
}

function answer(question: Question, index: SignatureIndex, asOf: Day): Attribution {
  const lookUp: LookUp = lookups[question.kind];
  const { match, tried } = lookUp(question, index, asOf);
  return match ? withFourFacts(match, tried, question, index, asOf) : { ...unknown, tried };
}

const unknown: Omit<Attribution, "tried"> = {
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

/** From what matched to where it is served, who operates it, who owns the operator, and who wrote the technology. */
function withFourFacts(match: Match, tried: string[], question: Question, index: SignatureIndex, asOf: Day): Attribution {
  const service = match.host ? serviceOfHost(match.host, match.provider, index) : undefined;
  const placement = placeOn(match, { serviceRegion: service?.region, contextRegion: question.context?.region }, index, asOf);
  const { provider, region } = placement;
  const { operator, owner, technology } = standingOf(provider, region, match.operator, index, asOf);
  const words = match.serviceWords;
  return {
    provider: provider.id,
    service: service?.name ?? (words ? serviceOfWords(words, provider, index) : null),
    operator,
    owner,
    region: region?.id ?? null,
    servedFrom: region?.country ?? null,
    technology: mirrored(match.mirrorOf, provider.id, index, asOf) ?? technology,
    signature: match.signature,
    confidence: weakest(match.signature.confidence, operatorConfidence(operator, placement, index)),
    tried: placement.remark ? [...tried, placement.remark] : tried,
  };
}

/** How sure it is who operates it: as sure as the company is known, and the region where that is what decided. */
function operatorConfidence(operator: string, { provider, region, moved }: Placement, index: SignatureIndex): Confidence {
  const company = index.reference.party(operator)?.confidence ?? "low";
  const decided = region && (moved || (region.operator && region.operator !== provider.operator));
  return weakest(company, decided ? region.confidence : "high");
}

/** A mirror's technology is its origin's: the company behind the origin, or else the origin by its name. */
function mirrored(origin: string | undefined, provider: string, index: SignatureIndex, asOf: Day): Attribution["technology"] {
  if (!origin) return null;
  const basis = `a mirror of ${origin}, as the artefact says`;
  const { match } = lookUpImage({ kind: "image", value: origin }, index);
  if (match?.provider.id === provider) return null;
  if (match) {
    const { operator } = standingOf(match.provider, undefined, match.operator, index, asOf);
    return { author: index.reference.party(operator)?.name ?? operator, provider: match.provider.id, basis };
  }
  const { registry, repository } = imageReferenceOf(origin);
  const organisation = repository.includes("/") ? `/${repository.slice(0, repository.lastIndexOf("/"))}` : "";
  return { author: `${registry}${organisation}`, provider: null, basis };
}

/** The same for questions with the same answer; a large log holds many addresses of few networks. */
function questionKey({ kind, value, context }: Observation, index: SignatureIndex): string {
  const shared = kind === "address" && !context?.region ? sharedAnswerKey(value, index) : undefined;
  if (shared) return shared;
  if (!context) return `${kind} ${value}`;
  const { region, providerSource, claimedOrigin, claimedProvider } = context;
  return JSON.stringify([kind, value, region, providerSource, claimedOrigin, claimedProvider?.name]);
}

/** Ids from path, line, column, kind and value; of several the same in these, the rest of their content decides who is first. */
function identify(observations: Observation[]): string[] {
  const firstWith = new Map<string, number>();
  const same = new Map<string, number[]>();
  const keys = observations.map(({ path, line, column, kind, value }) => JSON.stringify([path, line, column, kind, value]).slice(0, -1));
  for (const [position, key] of keys.entries()) {
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, position);
    else same.set(key, [...(same.get(key) ?? [first]), position]);
  }
  const ids = keys.map((key) => (same.has(key) ? "" : idOf(key, 0)));
  for (const [key, positions] of same) {
    positions.sort((left, right) => byText(JSON.stringify(observations[left]), JSON.stringify(observations[right])));
    for (const [n, position] of positions.entries()) ids[position] = idOf(key, n);
  }
  return ids;
}

function idOf(key: string, n: number): string {
  return hash("sha256", `${key},${n}]`, "hex").slice(0, 16);
}
