import ipaddr from "ipaddr.js";
import { type EnforcementPlan, neverAnotherParty, type Provider, reservedNetworks, weakest } from "../../model/index.js";
import { common, type Family, type Interval, merged, networksOf, without } from "./intervals.js";
import type { Candidate, EnforcementRequest, EnforcementTarget, RoutedRange, SharedWith, Withheld } from "./request.js";
import { settle } from "./settle.js";

type Prefixes = Pick<EnforcementPlan, "prefixes" | "withheld">;
type NetworkFact = NonNullable<Provider["signatures"]["asns"]>[number];
type PrefixFact = NonNullable<Provider["signatures"]["prefixes"]>[number];

const families: Family[] = [4, 6];

/** Addresses that are nobody's on the internet. */
const nobodys = [...neverAnotherParty, ...reservedNetworks].flatMap((prefix) => rangeOf(prefix) ?? []);

/**
 * The address ranges of the targets: those that they publish, and those that their networks announce in the routing table, in the
 * fewest prefixes for each network. Ranges that other providers publish as theirs are taken out; networks that carry others, and
 * networks whose region nobody tells, are withheld.
 */
export function prefixesOf(request: EnforcementRequest): Prefixes {
  const result: Prefixes = { prefixes: [], withheld: [] };
  const neighbours = neighbouringPrefixes(request);
  const done: Record<Family, Interval[]> = { 4: [], 6: [] };
  for (const target of request.targets) {
    for (const fact of target.provider.signatures.asns ?? []) {
      for (const family of families) {
        add(networkCandidate(fact, target, request), ofFamily(routesOf(fact.asn, request), family), family, fact.asn);
      }
    }
    for (const fact of target.provider.signatures.prefixes ?? []) {
      if (target.regions.length > 0 && fact.region !== undefined && !target.regions.includes(fact.region)) continue;
      const range = rangeOf(fact.prefix);
      const candidate = prefixCandidate(fact, target);
      if (range) add(candidate, without([range], done[range.family]), range.family, null);
      else result.withheld.push({ kind: "prefix", value: fact.prefix, why: "it is no prefix in CIDR notation", sharedWith: [] });
    }
  }
  return { ...result, prefixes: inOrder(result.prefixes) };

  function add(candidate: Candidate, given: readonly Interval[], family: Family, asn: number | null): void {
    let ranges = without(
      given,
      nobodys.filter((one) => one.family === family),
    );
    if (ranges.length === 0) return;
    for (const neighbour of neighbours) {
      if (neighbour.family !== family || neighbour.asn === asn) continue;
      const overlap = common(ranges, [neighbour]);
      if (overlap.length === 0) continue;
      const kept = request.kept.some(({ provider }) => provider.id === neighbour.provider.id);
      if (request.includeShared && !kept) candidate.served.push(sharing(neighbour, overlap, family));
      else {
        ranges = without(ranges, overlap);
        result.withheld.push(overlapping(neighbour, overlap, family, candidate));
      }
    }
    const networks = networksOf(ranges, family);
    const settled = settle({ ...candidate, value: amount(candidate.value, networks, family) }, request);
    if ("withheld" in settled) {
      if (networks.length > 0) result.withheld.push(settled.withheld);
      return;
    }
    done[family] = merged([...done[family], ...ranges]);
    for (const prefix of networks) result.prefixes.push({ prefix, family, asn, ...settled.blocked });
  }
}

function networkCandidate(fact: NetworkFact, { provider, regions }: EnforcementTarget, request: EnforcementRequest): Candidate {
  const name = `AS${fact.asn}`;
  const remark = fact.note ? `: ${fact.note}` : "";
  const others: SharedWith[] = [];
  if (fact.carriesOthers)
    others.push({
      name: `others in the network of ${fact.organisation}`,
      because: `${name} carries more than ${provider.names.english}${remark}`,
    });
  for (const other of alsoAnnouncing(fact.asn, request)) others.push({ name: other.names.english, because: `${name} is its network too` });
  const served = request.reference.catalogue.providers
    .filter((other) => runsWithoutNetwork(other, fact, request))
    .map((other) => ({
      name: other.names.english,
      because: `${fact.organisation}, which announces ${name}, also runs it, and no network of its own is on file`,
    }));
  const needed = served.filter(({ name: other }) => request.kept.some((kept) => kept.provider.names.english === other));
  return {
    kind: "prefix",
    value: name,
    provider,
    why: `${fact.organisation} announces it as ${name}, a network of ${provider.names.english}`,
    confidence: weakest(fact.confidence, "medium"),
    sources: fact.sources,
    others: [...others, ...needed],
    served: served.filter((one) => !needed.includes(one)),
    bar:
      regions.length === 0 || isOfRegions(fact, provider, regions)
        ? undefined
        : `the routing table does not tell which of its addresses are in ${regions.join(", ")}`,
  };
}

function prefixCandidate(fact: PrefixFact, { provider, regions }: EnforcementTarget): Candidate {
  const place = [fact.service, fact.region].filter(Boolean).join(", ");
  return {
    kind: "prefix",
    value: fact.prefix,
    provider,
    why: `${provider.names.english} publishes it as its own${place ? ` (${place})` : ""}`,
    confidence: fact.confidence,
    sources: fact.sources,
    others: [],
    served: [],
    bar: regions.length === 0 || fact.region !== undefined ? undefined : "it is published without a region",
  };
}

/** A network held by the company that runs nothing of the provider but these regions. */
function isOfRegions(fact: NetworkFact, provider: Provider, regions: readonly string[]): boolean {
  const run = (provider.regions ?? []).filter(({ operator }) => operator === fact.party).map(({ id }) => id);
  return fact.party !== provider.operator && run.length > 0 && run.every((id) => regions.includes(id));
}

function isTarget(provider: Provider, { targets }: EnforcementRequest): boolean {
  return targets.some((target) => target.provider.id === provider.id);
}

function alsoAnnouncing(asn: number, request: EnforcementRequest): Provider[] {
  return request.reference.catalogue.providers.filter(
    (other) => !isTarget(other, request) && (other.signatures.asns ?? []).some((one) => one.asn === asn),
  );
}

function runsWithoutNetwork(other: Provider, fact: NetworkFact, request: EnforcementRequest): boolean {
  return other.operator === fact.party && !isTarget(other, request) && (other.signatures.asns ?? []).length === 0;
}

interface Neighbour extends Interval {
  family: Family;
  provider: Provider;
  /** Null: a prefix that it publishes. */
  asn: number | null;
  text: string;
}

/** What other providers publish as theirs, and what their networks announce of the ranges that the targets publish. */
function neighbouringPrefixes(request: EnforcementRequest): Neighbour[] {
  const others = request.reference.catalogue.providers.filter((provider) => !isTarget(provider, request));
  const published = others.flatMap((provider) =>
    (provider.signatures.prefixes ?? []).flatMap(({ prefix, region }): Neighbour[] => {
      const range = rangeOf(prefix);
      return range ? [{ ...range, provider, asn: null, text: region ? `${prefix} in ${region}` : prefix }] : [];
    }),
  );
  const own = request.targets.flatMap(({ provider }) =>
    (provider.signatures.prefixes ?? []).flatMap(({ prefix }) => rangeOf(prefix) ?? []),
  );
  if (own.length === 0) return published;
  const announced = others.flatMap((provider) =>
    (provider.signatures.asns ?? []).flatMap(({ asn }) =>
      families.flatMap((family) => {
        const overlap = common(ofFamily(own, family), ofFamily(routesOf(asn, request), family));
        return overlap.map((range): Neighbour => ({ ...range, family, provider, asn, text: `AS${asn}` }));
      }),
    ),
  );
  return [...published, ...announced];
}

function ofFamily<Range extends { family: Family }>(ranges: readonly Range[], family: Family): Range[] {
  return ranges.filter((range) => range.family === family);
}

function routesOf(asn: number, { routes }: EnforcementRequest): RoutedRange[] {
  return routes.filter((route) => route.asn === asn);
}

function sharing({ provider, text }: Neighbour, overlap: readonly Interval[], family: Family): SharedWith {
  return { name: provider.names.english, because: `${networksOf(overlap, family).join(", ")} is its own too (${text})` };
}

function overlapping(neighbour: Neighbour, overlap: readonly Interval[], family: Family, candidate: Candidate): Withheld {
  return {
    kind: "prefix",
    value: networksOf(overlap, family).join(", "),
    why: `part of ${candidate.value}, and also published by ${neighbour.provider.names.english}`,
    sharedWith: [sharing(neighbour, overlap, family)],
  };
}

function amount(value: string, networks: readonly string[], family: Family): string {
  return value.startsWith("AS") ? `${value} (${networks.length} IPv${family} prefix${networks.length === 1 ? "" : "es"})` : value;
}

/** The addresses of a network in CIDR notation; undefined where the text is none. */
export function rangeOf(prefix: string): (Interval & { family: Family }) | undefined {
  if (!ipaddr.isValidCIDR(prefix)) return undefined;
  const [address, length] = ipaddr.parseCIDR(prefix);
  const bytes = address.toByteArray();
  const rest = BigInt(bytes.length * 8 - length);
  const first = (bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> rest) << rest;
  return { family: address.kind() === "ipv4" ? 4 : 6, first, last: first + (1n << rest) - 1n };
}

function inOrder(prefixes: readonly EnforcementPlan["prefixes"][number][]): EnforcementPlan["prefixes"] {
  const placed = prefixes.map((one) => ({ one, first: rangeOf(one.prefix)?.first ?? 0n }));
  placed.sort((left, right) => left.one.family - right.one.family || (left.first < right.first ? -1 : left.first > right.first ? 1 : 0));
  return placed.map(({ one }) => one);
}
