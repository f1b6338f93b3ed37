import { type Confidence, type Provider, weakest } from "../../model/index.js";
import { isWithin, namesRegions, patternIn, patternsIn, plainName, suffixOfPattern, suffixOfRegion } from "./host-pattern.js";

/** A name that the catalogue gives as a provider's, with everything below it. */
export interface OwnName {
  suffix: string;
  /** What is there: in words of the catalogue. */
  use: string | undefined;
  customerSites?: boolean | undefined;
  note: string | undefined;
  confidence: Confidence;
  sources: string[];
}

interface HostFact {
  pattern: string;
  use: string;
  confidence: Confidence;
  sources: string[];
}

/**
 * The names of a provider: its domain suffixes, and the hosts of its registries and services that lie under none of them. What is no
 * host name is in `malformed`, as it is written.
 */
export function ownNames(provider: Provider): { names: OwnName[]; malformed: string[] } {
  const malformed: string[] = [];
  const domains = (provider.signatures.domains ?? []).flatMap((fact): OwnName[] => {
    const suffix = plainName(fact.suffix);
    if (suffix === undefined) malformed.push(fact.suffix);
    return suffix === undefined ? [] : [{ ...fact, suffix, use: fact.use, note: fact.note }];
  });
  const sure = domains.filter(({ confidence }) => confidence !== "low");
  const hosts = hostFacts(provider)
    .flatMap((fact) => expanded(fact, provider).flatMap((pattern) => named(suffixOfPattern(pattern), fact, fact.confidence)))
    .filter(({ suffix }) => !sure.some((domain) => isWithin(suffix, domain.suffix)));
  return { names: surestFirst([...domains, ...hosts]), malformed };
}

/** The names under which only the hosts of one region lie, as the provider's own patterns write them. */
export function namesOfRegion(provider: Provider, region: string): OwnName[] {
  const domains = (provider.signatures.domains ?? []).flatMap((fact) =>
    named(suffixOfRegion(fact.suffix, region), { ...fact, pattern: fact.suffix, use: fact.use ?? "" }, fact.confidence),
  );
  const hosts = hostFacts(provider).flatMap((fact) =>
    // That all below the region's label is the region's is read from the pattern, not said by the source.
    named(suffixOfRegion(fact.pattern, region), fact, weakest(fact.confidence, "medium")),
  );
  return surestFirst([...domains, ...hosts]);
}

/** Host patterns of a provider's services of content delivery: the public sites of its customers answer there. */
export function deliveryPatterns(provider: Provider): string[] {
  return (provider.services ?? [])
    .filter(({ name, what }) => /content delivery|\bCDN\b/i.test(`${name} ${what}`))
    .flatMap(({ host }) => patternsIn(host ?? ""));
}

/** Patterns of all hosts by which a provider's registries and services are known. */
export function patternsOf(provider: Provider): string[] {
  return hostFacts(provider).map(({ pattern }) => pattern);
}

function hostFacts(provider: Provider): HostFact[] {
  const registries = (provider.signatures.registries ?? []).map(({ host, what, confidence, sources }) => ({
    pattern: host.trim().toLowerCase(),
    use: what ?? "image registry",
    confidence,
    sources,
  }));
  const services = (provider.services ?? []).flatMap(({ name, host, confidence, sources }) =>
    patternsIn(host ?? "").map((pattern) => ({ pattern, use: name, confidence, sources })),
  );
  return [...registries, ...services];
}

function expanded({ pattern }: HostFact, { regions }: Provider): string[] {
  return namesRegions(pattern) ? (regions ?? []).map(({ id }) => patternIn(pattern, id)) : [pattern];
}

function named(suffix: string | undefined, { use, sources }: HostFact, confidence: Confidence): OwnName[] {
  return suffix === undefined ? [] : [{ suffix, use: use || undefined, note: undefined, confidence, sources }];
}

/** One entry a suffix: the surest, then the first that the catalogue gives. */
function surestFirst(names: OwnName[]): OwnName[] {
  const bySuffix = new Map<string, OwnName>();
  for (const name of names) {
    const known = bySuffix.get(name.suffix);
    if (!known || weakest(known.confidence, name.confidence) !== name.confidence) bySuffix.set(name.suffix, name);
  }
  return [...bySuffix.values()];
}
