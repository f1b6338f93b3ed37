import { byText, type EnforcementPlan, type Provider } from "../../model/index.js";
import { isWithin, openTo, standsBelow } from "./host-pattern.js";
import { deliveryPatterns, namesOfRegion, type OwnName, ownNames } from "./own-names.js";
import type { Candidate, EnforcementRequest, EnforcementTarget, SharedWith, Withheld } from "./request.js";
import { settle } from "./settle.js";

type Names = Pick<EnforcementPlan, "names" | "withheld">;

/**
 * The names of the targets. Names below them that others have stay open as exceptions; names under which others publish are withheld,
 * and so are those that tell no region where only some regions are to be cut off.
 */
export function namesToBlock(request: EnforcementRequest): Names {
  const neighbours = neighbouringNames(request);
  const found: Names["names"] = [];
  const withheld: Withheld[] = [];
  for (const target of request.targets) {
    const { candidates, malformed } = candidatesOf(target);
    for (const value of malformed) withheld.push({ kind: "name", value, why: "it is no host name", sharedWith: [] });
    for (const { candidate, below } of candidates.map((name) => withNeighbours(name, target.provider, neighbours, request))) {
      const settled = settle(candidate, request);
      if ("withheld" in settled) {
        withheld.push(settled.withheld);
        continue;
      }
      found.push({ suffix: candidate.value, except: below.map(({ value }) => value), ...settled.blocked });
      withheld.push(...below);
    }
  }
  const names = outermost(found).map((name) => ({ ...name, except: exceptions(name, withheld) }));
  return { names: names.sort((left, right) => byText(left.suffix, right.suffix)), withheld: once(withheld) };
}

interface NameCandidate extends OwnName {
  bar?: string;
}

function candidatesOf({ provider, regions }: EnforcementTarget): { candidates: NameCandidate[]; malformed: string[] } {
  const { names, malformed } = ownNames(provider);
  if (regions.length === 0) return { candidates: names, malformed };
  const regional = regions.flatMap((region) => namesOfRegion(provider, region));
  const others = (provider.regions ?? []).filter(({ id }) => !regions.includes(id)).flatMap(({ id }) => namesOfRegion(provider, id));
  const known = new Set([...regional, ...others].map(({ suffix }) => suffix));
  const bar = `it does not tell the region: names of ${regions.join(", ")} and of other regions lie under it`;
  return { candidates: [...regional, ...names.filter(({ suffix }) => !known.has(suffix)).map((name) => ({ ...name, bar }))], malformed };
}

interface Neighbour {
  suffix: string;
  provider: Provider;
}

/** Names of every provider that is not to be cut off as a whole. */
function neighbouringNames({ reference, targets }: EnforcementRequest): Neighbour[] {
  const whole = new Set(targets.filter(({ regions }) => regions.length === 0).map(({ provider }) => provider.id));
  return reference.catalogue.providers
    .filter(({ id }) => !whole.has(id))
    .flatMap((provider) => ownNames(provider).names.map(({ suffix }) => ({ suffix, provider })));
}

/** A candidate with who shares it, and what of others lies below it and is to stay open. */
function withNeighbours(
  name: NameCandidate,
  provider: Provider,
  neighbours: readonly Neighbour[],
  request: EnforcementRequest,
): { candidate: Candidate; below: Withheld[] } {
  const { suffix, use, note } = name;
  const others = openness(name, provider);
  const served: SharedWith[] = [];
  const below: Withheld[] = [];
  for (const neighbour of neighbours) {
    if (neighbour.provider.id === provider.id || !isWithin(neighbour.suffix, suffix)) continue;
    const owner = neighbour.provider.names.english;
    const sharedWith = { name: owner, because: neighbour.suffix === suffix ? "the name is its own too" : `${neighbour.suffix} is its own` };
    const kept = request.kept.some((one) => one.provider.id === neighbour.provider.id);
    if (neighbour.suffix === suffix) others.push(sharedWith);
    else if (request.includeShared && !kept) served.push(sharedWith);
    else below.push({ kind: "name", value: neighbour.suffix, why: `lies under ${suffix}, and is ${owner}'s`, sharedWith: [sharedWith] });
  }
  const why = `${use ? `${use}: a` : "A"} name of ${provider.names.english}${note ? ` (${note})` : ""}`;
  const { confidence, sources, bar } = name;
  return { candidate: { kind: "name", value: suffix, provider, why, confidence, sources, others, served, bar }, below };
}

function openness({ suffix, use, customerSites }: NameCandidate, provider: Provider): SharedWith[] {
  const open = openTo(suffix);
  if (open === "everybody") return [{ name: "everybody who registers a name below it", because: "it is a public suffix" }];
  const customers = `customers of ${provider.names.english}`;
  if (open === "customers")
    return [{ name: customers, because: "the Public Suffix List has it as a suffix under which customers publish" }];
  if (customerSites) return [{ name: customers, because: `their sites answer there${use ? `: ${use}` : ""}` }];
  if (deliveryPatterns(provider).some((pattern) => standsBelow(pattern, suffix)))
    return [{ name: customers, because: "their sites answer there: content delivery" }];
  return [];
}

/** Without the names that lie under another one of them anyway. */
function outermost(names: Names["names"]): Names["names"] {
  const bySuffix = new Map(names.map((name) => [name.suffix, name]));
  return [...bySuffix.values()].filter(
    ({ suffix }) =>
      ![...bySuffix.values()].some(
        (other) => other.suffix !== suffix && isWithin(suffix, other.suffix) && !other.except.some((one) => isWithin(suffix, one)),
      ),
  );
}

/** What stays open below a name: what others have there, and what of the provider is withheld for the sake of others. */
function exceptions({ suffix, except }: Names["names"][number], withheld: readonly Withheld[]): string[] {
  const shared = withheld.filter(
    ({ kind, value, sharedWith }) => kind === "name" && sharedWith.length > 0 && value !== suffix && isWithin(value, suffix),
  );
  const all = [...new Set([...except, ...shared.map(({ value }) => value)])];
  return all.filter((one) => !all.some((other) => other !== one && isWithin(one, other))).sort(byText);
}

function once(withheld: readonly Withheld[]): Withheld[] {
  return [...new Map(withheld.map((one) => [`${one.value} ${one.why}`, one])).values()];
}
