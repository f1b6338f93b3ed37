import { createHash } from "node:crypto";
import {
  byText,
  type Day,
  holdsOn,
  type Interest,
  type Inventory,
  lastDayOf,
  listingHolds,
  type PartialDate,
  type Reach,
  type RecordedDeclaration,
  type RecordedFacts,
  type RecordedLaw,
  type Reference,
  type Rule,
  type RulePack,
  type Transaction,
} from "./model/index.js";
import { interestsHeld, shareBounds } from "./trace/interests.js";

/** Owners are followed up from the counterparties until this many parties are recorded; a register may know thousands. */
const mostParties = 300;

/** What a pack's law is and when each part of it is in force, as of a day. */
export function recordLaw(pack: RulePack, asOf: Day): RecordedLaw {
  return {
    ...dated(pack, asOf),
    governments: (pack.regime.governments ?? []).map((one) => ({ code: one.code, mark: one.mark, ...dated(one, asOf) })),
    governmentsExcept: pack.regime.governmentsExcept ?? [],
    lists: [...pack.regime.covered.lists, ...(pack.regime.covered.openLists ?? [])],
    ownershipPeriods: (pack.regime.covered.ownershipPeriods ?? []).map((one) => ({
      citation: one.citation,
      mark: one.mark,
      ...dated(one, asOf),
    })),
    bulk: (pack.data?.bulk ?? []).map((one) => ({ ...one, ...dated(one, asOf) })),
    rules: pack.rules.map(({ examples: _, ...rule }) => recordRule(rule, asOf)),
    criteria: (pack.criteria?.list ?? []).map(({ examples: _, ...criterion }) => recordRule(criterion, asOf)),
    duties: pack.duties.map((duty) => recordRule(duty, asOf)),
  };
}

type Ruling = Pick<Rule, "id" | "citation" | "mark"> & Partial<Pick<Rule, "from" | "until" | "formerly">>;

function recordRule(rule: Ruling, asOf: Day): RecordedLaw["rules"][number] {
  const cited = rule.formerly?.find(({ until }) => lastDayOf(until) >= asOf) ?? rule;
  return {
    id: rule.id,
    ...dated(rule, asOf),
    citation: cited.citation,
    mark: cited.mark,
    sha256: createHash("sha256").update(JSON.stringify(rule)).digest("hex"),
  };
}

/** What facts are recorded of. */
export interface RecordInput {
  transactions: Transaction[];
  reaches: Reach[];
  reference: Reference;
  asOf: Day;
}

/**
 * The dated facts behind a review: the counterparties with their owners up to the top, every statement on who holds them, their listings,
 * the instruments of the governments that reach, and the regions used. What does not hold on the day is recorded too: it may on another.
 */
export function recordFacts({ transactions, reaches, reference, asOf }: RecordInput): RecordedFacts {
  const { ids, interests, cut } = withOwners(startingParties(transactions, reaches), reference);
  const speaking = new Set(ids.flatMap((id) => interestsHeld(id, reference, asOf).map((one) => JSON.stringify(one.interest))));
  const governments = new Set(reaches.map((one) => one.government));
  return {
    parties: ids.flatMap((id) => partyRecord(id, reference, asOf)),
    interests: interests.map((one) => interestRecord(one, speaking, reference, asOf)).sort(byContent),
    listings: ids.flatMap((id) => listingRecords(id, reference, asOf)).sort(byContent),
    instruments: reference.catalogue.instruments
      .filter((one) => governments.has(one.government))
      .map(({ id, government, name, effects, mark, ...one }) => ({
        id,
        government,
        name,
        effects,
        mark,
        ...dated(one, asOf),
        sources: addresses(one.sources, reference),
      }))
      .sort(byContent),
    regions: regionRecords(transactions, reference, asOf),
    statements: statementRecords(ids, transactions, reference, asOf),
    cut,
  };
}

/** What is declared, as far as a result can depend on it. */
export function recordDeclaration(inventory: Inventory | null): RecordedDeclaration | null {
  if (!inventory) return null;
  const { subject, systems, holdings, measures, deals, contracts, egress, accepted } = inventory;
  return {
    subject,
    systems,
    holdings,
    measures,
    ...(deals ? { deals } : {}),
    ...(contracts ? { contracts } : {}),
    ...(egress ? { egress } : {}),
    accepted,
  };
}

function startingParties(transactions: Transaction[], reaches: Reach[]): string[] {
  const ids = new Set(transactions.flatMap((one) => [one.operator, ...(one.owner ? [one.owner] : []), ...one.technology]));
  for (const { path, alternatives } of reaches) {
    for (const { steps } of [path, ...alternatives])
      for (const step of steps) for (const place of [step.from, step.to]) if (place.kind === "party") ids.add(place.id);
  }
  return [...ids].sort(byText);
}

/** Tier by tier, so that what is cut is furthest away; in an order that no input file decides. */
function withOwners(start: string[], reference: Reference): { ids: string[]; interests: Interest[]; cut: number } {
  const ids = new Set(start);
  const left = new Set<string>();
  const interests: Interest[] = [];
  for (const id of ids) {
    const held = reference.interestsIn(id);
    interests.push(...held);
    for (const owner of [...new Set(held.map((one) => one.owner))].sort(byText)) {
      if (ids.size < mostParties || ids.has(owner)) ids.add(owner);
      else left.add(owner);
    }
  }
  return { ids: [...ids].sort(byText), interests, cut: left.size };
}

function partyRecord(id: string, reference: Reference, asOf: Day): RecordedFacts["parties"] {
  const party = reference.party(id);
  if (!party) return [];
  const { name, kind, jurisdiction, principalPlace, confidence, sources } = party;
  return [
    {
      id: party.id,
      name,
      kind,
      jurisdiction,
      principalPlace: principalPlace?.country ?? null,
      confidence,
      ...dated(party, asOf),
      sources: addresses(sources, reference),
    },
  ];
}

function interestRecord(interest: Interest, speaking: Set<string>, reference: Reference, asOf: Day): RecordedFacts["interests"][number] {
  const { owner, owned, kind, joint, confidence } = interest;
  const share = shareBounds(interest);
  return {
    owner,
    owned,
    kind,
    joint: joint ?? null,
    shareMin: share.min,
    shareMax: share.max,
    asOf: interest.asOf ?? null,
    confidence,
    ...dated(interest, asOf),
    held: speaking.has(JSON.stringify(interest)),
    sources: addresses(interest.sources, reference),
  };
}

function listingRecords(id: string, reference: Reference, asOf: Day): RecordedFacts["listings"] {
  return reference.listingsOf(id).map((one) => ({
    party: one.party,
    list: one.list,
    programme: one.programme ?? null,
    citation: one.citation,
    ...dated(one, asOf),
    held: listingHolds(one, reference.catalogue.lists, asOf),
    sources: addresses(one.sources, reference),
  }));
}

function regionRecords(transactions: Transaction[], reference: Reference, asOf: Day): RecordedFacts["regions"] {
  const used = new Set(transactions.map((one) => one.provider));
  return [...used].sort(byText).flatMap((id) => {
    const provider = reference.provider(id);
    return (provider?.regions ?? [])
      .filter((region) => transactions.some((one) => one.provider === id && one.region === region.id))
      .map((region) => ({
        provider: id,
        region: region.id,
        operator: region.operator ?? provider?.operator ?? "",
        country: region.country,
        confidence: region.confidence,
        ...dated(region, asOf),
        sources: addresses(region.sources, reference),
      }))
      .sort(byContent);
  });
}

function statementRecords(parties: string[], transactions: Transaction[], reference: Reference, asOf: Day): RecordedFacts["statements"] {
  const ties = parties.flatMap((id) =>
    reference.tiesOf(id).map((tie) => ({ about: id, kind: tie.basis, text: tie.detail, asOf: tie.asOf, sources: tie.sources })),
  );
  const told = [...new Set(transactions.map((one) => one.provider))].flatMap((id) =>
    (reference.provider(id)?.relationships ?? []).map((one) => ({
      about: id,
      kind: one.kind,
      text: `${one.party}: ${one.detail}`,
      asOf: one.asOf,
      sources: one.sources,
    })),
  );
  return [...ties, ...told]
    .map((one) => ({
      about: one.about,
      kind: one.kind,
      text: one.text,
      ...dated({ from: one.asOf }, asOf),
      sources: addresses(one.sources, reference),
    }))
    .sort(byContent);
}

function dated(interval: { from?: PartialDate | undefined; until?: PartialDate | undefined }, asOf: Day) {
  return { from: interval.from ?? null, until: interval.until ?? null, held: holdsOn(interval, asOf) };
}

function addresses(sources: string[], reference: Reference): string[] {
  return [...new Set(sources.flatMap((id) => reference.source(id)?.url ?? []))].sort(byText);
}

function byContent(left: unknown, right: unknown): number {
  return byText(JSON.stringify(left), JSON.stringify(right));
}
