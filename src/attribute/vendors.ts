import type { Interest, Party, Provider } from "../model/index.js";
import { holdsOn, weakest } from "../model/order.js";
import { keysOfName } from "../screen/name-keys.js";
import { type Lookup, type Match, notFound, type Question } from "./lookup.js";
import { companyNames, type NameSignature, normalName } from "./name-index.js";
import type { SignatureIndex } from "./signature-index.js";
import { providersOf, type Signed, surest } from "./signed.js";
import { likeNames } from "./vendor-likeness.js";

/** Owners of owners are followed this far; more steps would be a circle. */
const longestChain = 8;

/**
 * Vendor by name: the names of providers, of the companies that operate them, and of their groups, then of companies that one of those
 * owns. A name that is the same after normalisation comes first; where there is none, one that is the same name written otherwise
 * counts, with medium confidence at most. A name that several bear is nobody's.
 */
export function lookUpVendor({ value }: Question, index: SignatureIndex, asOf: string): Lookup {
  return lookUpCompany(value, index, asOf);
}

/** A service that a document declares: by the provider that it names. What a document claims gives medium confidence at most. */
export function lookUpService({ value, context }: Question, index: SignatureIndex, asOf: string): Lookup {
  const claimed = context?.claimedProvider?.name;
  if (!claimed) return notFound(`service ${value}: the document names no provider`);
  const { match, tried } = lookUpCompany(claimed, index, asOf);
  if (!match) return { match, tried };
  const { signature } = match;
  const note = ["as the document claims", signature.note].filter(Boolean).join("; ");
  const claim = { ...signature, confidence: weakest(signature.confidence, "medium"), note };
  return { match: { ...match, signature: claim, placed: true, serviceWords: value }, tried };
}

/** The provider that bears a name, or is run by the company that bears it; undefined where several do or nobody does. */
export function providerNamed(name: string, index: SignatureIndex): Provider | undefined {
  const bearers = providersOf(index.names().bearers(name));
  return bearers.length === 1 ? bearers[0] : undefined;
}

function lookUpCompany(name: string, index: SignatureIndex, asOf: string): Lookup {
  const exact = lookUpExactly(name, index, asOf);
  if (exact.known) return exact.lookup;
  const registered = lookUpRegistered(name, index, asOf);
  const tried = [...exact.lookup.tried, ...registered.tried];
  return registered.match ? { match: registered.match, tried } : lookUpLike(name, tried, index, asOf);
}

/** By the same name in what was imported, and whoever owns the company that bears it. */
function lookUpRegistered(name: string, index: SignatureIndex, asOf: string): Lookup {
  const { reference } = index;
  if (reference.imports.length === 0) return notFound();
  const wanted = normalName(name);
  const [key] = keysOfName(name, "entity");
  const ids = key ? reference.importedByNameKey(key) : [];
  const bearers = new Map(ids.flatMap((id) => reference.party(id) ?? []).map((party) => [party.id, party]));
  const parties = [...bearers.values()].filter(
    (party) => party.kind !== "individual" && companyNames(party).some((one) => normalName(one.name) === wanted),
  );
  const [party] = parties;
  if (!party) return notFound();
  return parties.length > 1 ? notFound(`registers: ${parties.length} parties are called ${name}`) : lookUpOwners(party, name, index, asOf);
}

/** Follows each name that is the same written otherwise; where they lead to several providers, to none. */
function lookUpLike(name: string, tried: string[], index: SignatureIndex, asOf: string): Lookup {
  const like = likeNames(name, index.reference, asOf);
  if ("tried" in like) return notFound(...tried, ...like.tried);
  const found = like.names.flatMap(({ name: listed, note }) => {
    const { match } = lookUpExactly(listed, index, asOf).lookup;
    return match ? [{ match, note, listed }] : [];
  });
  const [best] = found;
  const providers = [...new Set(found.map(({ match }) => match.provider))];
  const listed = like.names.map((one) => one.name).join(", ");
  if (!best) return notFound(...tried, `names like ${name}: ${listed}, which leads to no provider`);
  if (providers.length > 1) return notFound(...tried, `names like ${name}: ${listed}, which lead to ${englishNames(providers)}`);
  const { signature } = best.match;
  const confidence = weakest(signature.confidence, "medium");
  const note = [best.note, signature.note].filter(Boolean).join("; ");
  return {
    match: { ...best.match, signature: { ...signature, matched: name, confidence, note } },
    tried: [...tried, `names like ${name}: ${best.listed}, ${best.match.provider.names.english}`],
  };
}

/** By the same name; `known`: somebody bears it, even where that leads to no provider. */
function lookUpExactly(name: string, index: SignatureIndex, asOf: string): { known: boolean; lookup: Lookup } {
  const bearers = index.names().bearers(name);
  const providers = providersOf(bearers);
  if (providers.length > 1) {
    return { known: true, lookup: notFound(`names of providers and their companies: ${name} is borne by ${englishNames(providers)}`) };
  }
  const bearer = surest(bearers);
  if (bearer) {
    return { known: true, lookup: { match: vendorMatch(bearer, name), tried: [`name ${bearer.name}: ${bearer.provider.names.english}`] } };
  }
  const tried = `names of providers and their companies: none is ${name}`;
  const parties = index.names().otherParties(name);
  const [party] = parties;
  if (!party) return { known: false, lookup: notFound(tried) };
  if (parties.length > 1) return { known: true, lookup: notFound(tried, `parties: more than one is called ${name}`) };
  const owned = lookUpOwners(party, name, index, asOf);
  return { known: true, lookup: { ...owned, tried: [tried, ...owned.tried] } };
}

/**
 * Follows the owners of a company upwards to the nearest one that stands behind a provider. Where that one stands behind several, the
 * company belongs to the one in whose file of the reference it is described.
 */
function lookUpOwners(party: Party, name: string, index: SignatureIndex, asOf: string): Lookup {
  let level = [{ id: party.id, confidence: party.confidence, sources: party.sources }];
  for (let step = 0; step < longestChain && level.length > 0; step += 1) {
    level = level.flatMap(({ id, confidence }) =>
      controllingInterests(id, index, asOf).map(({ owner, confidence: sureness, sources }) => ({
        id: owner,
        confidence: weakest(confidence, sureness),
        sources,
      })),
    );
    const standing = level.flatMap((owner) => providersBehind(owner.id, index).map((provider) => ({ ...owner, provider })));
    const described = standing.filter(({ provider }) => party.sources.every((source) => source.startsWith(`${provider.id}/`)));
    const providers = providersOf(standing);
    const chosen = surest(providers.length > 1 ? described : standing);
    if (chosen) return ownedMatch(chosen, party, name, index);
    if (providers.length > 1) return notFound(`owners of ${party.name}: stand behind ${englishNames(providers)}`);
  }
  return notFound(`owners of ${party.name}: stand behind no provider`);
}

function controllingInterests(party: string, index: SignatureIndex, asOf: string): Interest[] {
  return index.reference.interestsIn(party).filter((one) => !noControl.has(one.kind) && leastShare(one) >= 50 && holdsOn(one, asOf));
}

const noControl = new Set<Interest["kind"]>(["joint-operation", "influence", "linked"]);

/** What is held at least; all of it where no share is told, since the kind of interest is then one that controls. */
function leastShare({ share, shareMin, shareMax }: Interest): number {
  return share ?? shareMin ?? (shareMax === undefined ? 100 : 0);
}

function providersBehind(party: string, index: SignatureIndex): Provider[] {
  return index.reference.catalogue.providers.filter(({ operator, group }) => operator === party || group === party);
}

function ownedMatch(owner: Signed & { id: string }, party: Party, name: string, index: SignatureIndex): Lookup {
  const { provider, sources } = owner;
  const note = `${party.name} belongs to ${index.reference.party(owner.id)?.name ?? owner.id}`;
  const confidence = weakest(owner.confidence, "medium");
  const signature = {
    kind: "vendor-name" as const,
    value: party.name,
    matched: name,
    confidence,
    sources: [...party.sources, ...sources],
    note,
  };
  return { match: { provider, signature, placed: false }, tried: [`owners of ${party.name}: ${provider.names.english}`] };
}

function vendorMatch({ provider, role, name, party, confidence, sources }: NameSignature, matched: string): Match {
  return {
    provider,
    signature: { kind: "vendor-name", value: name, matched, confidence, sources },
    placed: false,
    operator: role === "region-operator" ? party : undefined,
  };
}

function englishNames(providers: Provider[]): string {
  return providers.map(({ names }) => names.english).join(", ");
}
