import type { Provider, Reference, Region, Service } from "../model/index.js";
import { compilePattern, compilePatterns, type LabelPattern } from "./label-pattern.js";
import { type NameIndex, nameIndex } from "./name-index.js";
import { canonicalPackageName } from "./package-name.js";
import { type PrefixIndex, prefixIndex } from "./prefix-index.js";
import type { Signed } from "./signed.js";

export interface DomainSignature extends Signed {
  suffix: string;
}
export interface RegistrySignature extends Signed {
  pattern: LabelPattern;
  what?: string | undefined;
}
export interface TerraformSignature extends Signed {
  source: string;
  resourcePrefix: string;
}
export interface PackageSignature extends Signed {
  name: string;
  what?: string | undefined;
}
export interface NetworkSignature extends Signed {
  asn: number;
  party: string;
  organisation: string;
}
export interface MarkerSignature extends Signed {
  kind: string;
  value: string;
}
export interface PackageNames {
  exact: Map<string, PackageSignature>;
  /** Longest first. */
  prefixes: PackageSignature[];
}
export interface ServiceSignature {
  service: Service;
  patterns: LabelPattern[];
}

/** The signatures of a reference, each kind indexed when it is first asked for: a single question pays for its own kind only. */
export interface SignatureIndex {
  reference: Reference;
  domain(suffix: string): DomainSignature | undefined;
  /** By the constant end of their patterns. */
  registries(): Map<string, RegistrySignature[]>;
  prefixes(): PrefixIndex;
  asns(): Map<number, NetworkSignature>;
  terraformSources(): Map<string, TerraformSignature>;
  terraformPrefixes(): Map<string, TerraformSignature[]>;
  /** By the namespace of the provider source, such as `aliyun`. */
  terraformNamespaces(): Map<string, TerraformSignature[]>;
  packages(ecosystem: string): PackageNames;
  markers(): Map<string, MarkerSignature[]>;
  names(): NameIndex;
  /** Regions of a provider by lower-case id. */
  regionsOf(provider: Provider): Map<string, Region>;
  /** Providers of the same group, and those that run its brand under a joint operation. */
  partnersOf(provider: Provider): Provider[];
  servicesOf(provider: Provider): ServiceSignature[];
  /** Answers that depend on nothing but the reference and a day, kept for the next question. */
  remembered: Map<string, unknown>;
}

const indexes = new WeakMap<Reference, SignatureIndex>();

/** The index over a reference; the same one at every call. */
export function signatureIndex(reference: Reference): SignatureIndex {
  const known = indexes.get(reference);
  if (known) return known;
  const index = buildIndex(reference);
  indexes.set(reference, index);
  return index;
}

function buildIndex(reference: Reference): SignatureIndex {
  const providers = [...reference.catalogue.providers];
  const terraform = once(() =>
    signed(
      providers,
      ({ signatures }) => signatures.terraform,
      (fact) => fact,
    ),
  );
  const packages = once(() =>
    signed(
      providers,
      ({ signatures }) => signatures.packages,
      ({ ecosystem, name, what }) => ({ ecosystem, name: canonicalPackageName(ecosystem, name), what }),
    ),
  );
  // Thousands, of which a question needs one: no signature is made of a suffix before it is asked for.
  const domains = once(() => {
    const facts = providers.flatMap((provider) => (provider.signatures.domains ?? []).map((fact) => ({ provider, fact })));
    return firstBy(facts, ({ fact }) => fact.suffix.toLowerCase());
  });
  const packagesByEcosystem = new Map<string, PackageNames>();
  const regionsByProvider = new Map<Provider, Map<string, Region>>();
  const partners = new Map<Provider, Provider[]>();
  const servicesByProvider = new Map<Provider, ServiceSignature[]>();
  return {
    reference,
    remembered: new Map(),
    domain: (suffix) => {
      const found = domains().get(suffix);
      if (!found) return undefined;
      const { confidence, sources, note } = found.fact;
      return { suffix, provider: found.provider, confidence, sources, note };
    },
    registries: once(() => {
      const facts = signed(
        providers,
        ({ signatures }) => signatures.registries,
        ({ host, what }) => ({ pattern: compilePattern(host), what }),
      );
      const compiled = facts.flatMap(({ pattern, ...fact }) => (pattern ? [{ ...fact, pattern }] : []));
      return grouped(compiled, ({ pattern }) => pattern.constantEnd);
    }),
    prefixes: once(() =>
      prefixIndex(
        signed(
          providers,
          ({ signatures }) => signatures.prefixes,
          (fact) => fact,
        ),
      ),
    ),
    asns: once(() =>
      firstBy(
        signed(
          providers,
          ({ signatures }) => signatures.asns,
          (fact) => fact,
        ),
        ({ asn }) => asn,
      ),
    ),
    terraformSources: once(() => firstBy(terraform(), ({ source }) => source.toLowerCase())),
    terraformPrefixes: once(() => grouped(terraform(), ({ resourcePrefix }) => resourcePrefix)),
    terraformNamespaces: once(() => grouped(terraform(), ({ source }) => source.toLowerCase().split("/").at(-2) ?? "")),
    packages: (ecosystem) =>
      remembered(packagesByEcosystem, ecosystem, () => packageNames(packages().filter((fact) => fact.ecosystem === ecosystem))),
    markers: once(() => {
      const facts = signed(
        providers,
        ({ signatures }) => signatures.markers,
        ({ kind, value }) => ({ kind, value: bareMarker(value) }),
      );
      return grouped(facts, ({ value }) => value);
    }),
    names: once(() => nameIndex(reference)),
    regionsOf: (provider) =>
      remembered(regionsByProvider, provider, () => new Map((provider.regions ?? []).map((region) => [region.id.toLowerCase(), region]))),
    partnersOf: (provider) => remembered(partners, provider, () => partnersOf(provider, reference)),
    servicesOf: (provider) =>
      remembered(servicesByProvider, provider, () =>
        (provider.services ?? []).map((service) => ({ service, patterns: service.host ? compilePatterns(service.host) : [] })),
      ),
  };
}

function partnersOf(provider: Provider, reference: Reference): Provider[] {
  const run = [provider.group, provider.operator]
    .flatMap((owner) => reference.interestsOf(owner))
    .flatMap(({ kind, owned }) => (kind === "joint-operation" ? [owned] : []));
  return reference.catalogue.providers.filter((other) => {
    const operators = [other.operator, ...(other.regions ?? []).flatMap(({ operator }) => operator ?? [])];
    return other !== provider && (other.group === provider.group || operators.some((operator) => run.includes(operator)));
  });
}

type Fact = { confidence: Signed["confidence"]; sources: string[]; note?: string | undefined };

function signed<F extends Fact, T extends object>(
  providers: Provider[],
  facts: (provider: Provider) => F[] | undefined,
  keep: (fact: F) => T,
): (Signed & T)[] {
  return providers.flatMap((provider) =>
    (facts(provider) ?? []).map((fact) => {
      const { confidence, sources, note } = fact;
      return { ...keep(fact), provider, confidence, sources, note };
    }),
  );
}

function packageNames(facts: PackageSignature[]): PackageNames {
  const prefixes = facts.filter(({ name }) => name.endsWith("*")).map((fact) => ({ ...fact, name: fact.name.slice(0, -1) }));
  prefixes.sort((left, right) => right.name.length - left.name.length);
  return {
    exact: firstBy(
      facts.filter(({ name }) => !name.endsWith("*")),
      ({ name }) => name,
    ),
    prefixes,
  };
}

/** A marker's value without the remark that may stand behind it in parentheses. */
function bareMarker(value: string): string {
  return value.replace(/\s*\([^()]*\)\s*$/, "");
}

function firstBy<T, K>(facts: T[], keyOf: (fact: T) => K): Map<K, T> {
  const index = new Map<K, T>();
  for (const fact of facts) {
    const key = keyOf(fact);
    if (!index.has(key)) index.set(key, fact);
  }
  return index;
}

function grouped<T, K>(facts: T[], key: (fact: T) => K): Map<K, T[]> {
  const index = new Map<K, T[]>();
  for (const fact of facts) {
    const group = index.get(key(fact));
    if (group) group.push(fact);
    else index.set(key(fact), [fact]);
  }
  return index;
}

function once<T>(build: () => T): () => T {
  let built: { value: T } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}

function remembered<K, T>(known: Map<K, T>, key: K, build: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const built = build();
  known.set(key, built);
  return built;
}
