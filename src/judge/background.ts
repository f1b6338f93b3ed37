import {
  byText,
  type Evidence,
  firstDayOf,
  holdsOn,
  type Listing,
  listingsOn,
  type Party,
  type Provider,
  type Reach,
  type TransactionFacts,
} from "../model/index.js";
import { governmentsOfConcern, sourcesAsEvidence } from "../trace/index.js";
import type { FactSources } from "./facts.js";

/** Facts that the reference adds to a transaction: about the provider, and about everybody behind the counterparty. */
export type BackgroundFacts = Pick<TransactionFacts, "provider" | "behind" | "laws" | "context">;

type Sources = Pick<FactSources, "transaction" | "reference" | "pack" | "reaches" | "asOf">;

/**
 * What the reference knows by the day of the review of the provider, of the parties behind the counterparty, and of the laws that
 * the paths stand on. Governments that are of no concern to the pack are kept apart: context, never a ground.
 */
export function backgroundFacts(sources: Sources): BackgroundFacts {
  const { reference, asOf, pack } = sources;
  const ofConcern = governmentsOfConcern(pack.regime, reference, asOf);
  const own = sources.reaches.filter(({ transaction, path }) => transaction === sources.transaction.id && path.confidence !== "low");
  const [concerning, others] = [own.filter((reach) => ofConcern(reach.government)), own.filter((reach) => !ofConcern(reach.government))];
  const parties = partiesBehind(sources, concerning);
  return {
    provider: providerFacts(sources, ofConcern),
    behind: {
      parties: sorted(parties.map(({ name }) => name)),
      lists: sorted(listingsOf(parties, sources).map(({ listing }) => listing.list)),
      listings: sorted(listingsOf(parties, sources).map((one) => listingWords(one, sources))),
      ties: sorted(tiesOf(parties, sources).map(({ words }) => words)),
    },
    laws: { ofConcern: lawsOf(concerning, sources), context: lawsOf(others, sources) },
    context: byEffect(others),
  };
}

/** Where facts of the background can be checked. */
export function backgroundEvidence(facts: string[], sources: Sources): Evidence[] {
  const { reference, asOf, pack } = sources;
  const ofConcern = governmentsOfConcern(pack.regime, reference, asOf);
  const own = sources.reaches.filter(({ transaction, path, government }) => {
    return transaction === sources.transaction.id && path.confidence !== "low" && ofConcern(government);
  });
  const parties = partiesBehind(sources, own);
  const cited: Record<string, () => string[]> = {
    "provider.partners": () => partnersOf(sources, ofConcern).flatMap((one) => one.sources),
    "provider.market": () => marketFactsOf(sources).flatMap((one) => one.sources),
    "behind.lists": () => listingsOf(parties, sources).flatMap(({ listing }) => listing.sources),
    "behind.listings": () => listingsOf(parties, sources).flatMap(({ listing }) => listing.sources),
    "behind.ties": () => tiesOf(parties, sources).flatMap((one) => one.sources),
  };
  return sourcesAsEvidence([...new Set(facts.flatMap((name) => cited[name]?.() ?? []))], reference);
}

function providerFacts(sources: Sources, ofConcern: (territory: string) => boolean): BackgroundFacts["provider"] {
  const { reference, asOf } = sources;
  const provider = providerOf(sources);
  const onSoil = (provider?.regions ?? []).filter(
    (region) => region.country !== null && holdsOn(region, asOf) && ofConcern(region.country),
  );
  return {
    kinds: sorted(provider?.kinds ?? []),
    soil: sorted(onSoil.flatMap(({ country }) => (country ? [reference.governmentOf(country)] : []))),
    regionsOnSoil: onSoil.length,
    partners: sorted(partnersOf(sources, ofConcern).map(({ party, kind }) => `${party} (${kind})`)),
    market: sorted(marketFactsOf(sources).map(({ detail }) => detail)),
  };
}

function providerOf({ reference, transaction }: Sources): Provider | undefined {
  return reference.provider(transaction.provider);
}

/** Kinds of a relationship that tell of the provider itself, not of a partner. */
const remarks = /^(market fact|risk disclosure)/;

type Relationship = NonNullable<Provider["relationships"]>[number];

function relationshipsOf(sources: Sources): Relationship[] {
  const known = providerOf(sources)?.relationships ?? [];
  return known.filter(({ confidence, asOf }) => confidence !== "low" && knownBy(asOf, sources));
}

function partnersOf(sources: Sources, ofConcern: (territory: string) => boolean): Relationship[] {
  return relationshipsOf(sources).filter(({ kind, country }) => !remarks.test(kind) && country !== null && ofConcern(country));
}

function marketFactsOf(sources: Sources): Relationship[] {
  return relationshipsOf(sources).filter(({ kind }) => kind.startsWith("market fact"));
}

/** A fact of a later day says nothing of an earlier one. */
function knownBy(date: string | undefined, { asOf }: Sources): boolean {
  return date === undefined || firstDayOf(date) <= asOf;
}

/** The counterparty, the top of its group, the authors of its technology, and every party on a path to the transaction. */
function partiesBehind({ transaction, reference }: Sources, reaches: Reach[]): Party[] {
  const onPaths = reaches.flatMap(({ path, alternatives }) =>
    [path, ...alternatives].flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from, to]).filter(({ kind }) => kind === "party")),
  );
  const ids = new Set([transaction.operator, transaction.owner, ...transaction.technology, ...onPaths.map(({ id }) => id)]);
  return [...ids].flatMap((id) => (id ? (reference.party(id) ?? []) : [])).filter(({ kind }) => kind !== "government");
}

interface Listed {
  party: Party;
  listing: Listing;
}

function listingsOf(parties: Party[], { reference, asOf }: Sources): Listed[] {
  return parties.flatMap((party) =>
    listingsOn(party.id, reference, asOf).flatMap((listing) => (listing.confidence !== "low" ? [{ party, listing }] : [])),
  );
}

function listingWords({ party, listing }: Listed, { reference }: Sources): string {
  const name = reference.catalogue.lists.find(({ id }) => id === listing.list)?.name ?? listing.list;
  const scope = listing.scope ? `, for ${listing.scope}` : "";
  return `${party.name} on ${name}${scope} since ${listing.from}`;
}

function tiesOf(parties: Party[], sources: Sources): { words: string; sources: string[] }[] {
  const { reference, asOf, pack } = sources;
  const ofConcern = governmentsOfConcern(pack.regime, reference, asOf);
  return parties.flatMap((party) =>
    reference
      .tiesOf(party.id)
      .filter((tie) => tie.basis !== "law" && tie.confidence !== "low" && ofConcern(tie.government) && knownBy(tie.asOf, sources))
      .map((tie) => ({ words: `${party.name}: ${tie.detail}`, sources: tie.sources })),
  );
}

function lawsOf(reaches: Reach[], { reference }: Sources): string[] {
  const ids = reaches.flatMap(({ path, alternatives }) =>
    [path, ...alternatives].flatMap(({ steps }) => steps.flatMap(({ instrument }) => instrument ?? [])),
  );
  return sorted([...new Set(ids)].map((id) => reference.catalogue.instruments.find((one) => one.id === id)?.name ?? id));
}

function byEffect(reaches: Reach[]): TransactionFacts["context"] {
  const of = (effect: Reach["effect"]) => sorted(reaches.flatMap((reach) => (reach.effect === effect ? [reach.government] : [])));
  return { access: of("access"), disrupt: of("disrupt"), tamper: of("tamper"), launch: of("launch") };
}

function sorted(values: string[]): string[] {
  return [...new Set(values)].sort(byText);
}
