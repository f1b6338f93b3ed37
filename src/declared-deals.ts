import { findParty } from "./find-party.js";
import type { DealParties } from "./judge/deal-facts.js";
import { readStatements } from "./judge/statements.js";
import type { Day, DeclaredDeal, Interest, Inventory, Party, Reference, RulePack, Transaction } from "./model/index.js";

/** Deals of the declaration as transactions, with the parties that they tell of. */
export interface FormedDeals {
  transactions: Transaction[];
  /** The reference, and beside it the counterparties that only the declaration tells of. */
  reference: Reference;
  deals: Map<string, DealParties>;
  assumptions: string[];
}

/**
 * Makes transactions of the declared deals: employment, investments, sales of data, vendors that no artefact shows. A counterparty is found on
 * file, or taken as it is declared; one that neither gives stays unknown, and the assumptions say so.
 */
export function formDeals(inventory: Inventory | null, reference: Reference, packs: RulePack[], asOf: Day): FormedDeals {
  const declared = inventory?.deals ?? [];
  if (declared.length === 0) return { transactions: [], reference, deals: new Map(), assumptions: [] };
  const parties = new Map<string, Party>();
  const interests: Interest[] = [];
  const assumptions: string[] = [];
  const deals = new Map<string, DealParties>();
  const transactions = declared.map((deal) => {
    const told = (sentence: string) => assumptions.push(`The deal ${deal.id} ${sentence}`);
    const counterparty = counterpartyOf(deal, reference, parties, interests, told);
    const further = deal.furtherAccess.map((name) => partyNamed(name, reference, told) ?? name);
    const directedBy = deal.directedBy === undefined ? undefined : (partyNamed(deal.directedBy, reference, told) ?? deal.directedBy);
    const day = dayOf(deal, asOf);
    const id = `deal:${deal.id}`;
    for (const note of [...missing(deal, inventory), ...notUnderstood(deal, packs, day)]) told(note);
    deals.set(id, {
      deal: { ...deal, ...(directedBy === undefined ? {} : { directedBy }) },
      counterparty,
      accessors: deal.access === false ? further : [counterparty, ...further],
      day,
    });
    return transactionOf(id, deal, counterparty);
  });
  return { transactions, reference: besides(reference, parties, interests), deals, assumptions };
}

/** The day that it is judged on: that of the review, or its last or first where that lies outside. */
function dayOf({ from, until }: DeclaredDeal, asOf: Day): Day {
  if (from !== undefined && from > asOf) return from;
  return until !== undefined && until < asOf ? until : asOf;
}

type Told = (sentence: string) => unknown;

function partyNamed(text: string, reference: Reference, told: Told): string | undefined {
  const { parties } = findParty(text, reference);
  const [first, ...more] = parties;
  if (!first) told(`names ${text}, who is not on file: what follows from who that is stays open.`);
  else if (more.length > 0)
    told(`names ${text}, which is ${parties.map(({ id }) => id).join(", ")} on file: give the id. The deal stays open.`);
  return more.length > 0 ? undefined : first?.id;
}

function counterpartyOf(deal: DeclaredDeal, reference: Reference, parties: Map<string, Party>, interests: Interest[], told: Told): string {
  const { party, name, kind = "entity", organisedIn, principalPlace, presentIn, citizenOf, engagements, owners } = deal.counterparty;
  const known = party === undefined ? undefined : partyNamed(party, reference, told);
  if (known !== undefined) return known;
  const id = `declared-${deal.id}`;
  const [first, ...further] = organisedIn;
  const jurisdiction = kind === "individual" ? (principalPlace ?? null) : (first ?? principalPlace ?? null);
  if (jurisdiction === null) told("does not say where its counterparty is organised, resides or has its principal place of business.");
  parties.set(id, {
    id,
    name: name ?? party ?? deal.name ?? deal.id,
    kind: jurisdiction === null ? "unknown" : kind,
    jurisdiction,
    ...(further.length > 0 ? { alsoOrganisedIn: further } : {}),
    ...(principalPlace === undefined ? {} : { principalPlace: { country: principalPlace } }),
    ...(presentIn === undefined ? {} : { presentIn }),
    ...(citizenOf.length > 0 ? { nationalities: citizenOf } : {}),
    ...(engagements.length > 0 ? { engagements } : {}),
    sources: [],
    confidence: "high",
  });
  for (const { owner, percent } of owners) {
    const share = percent === undefined ? {} : { share: percent };
    const known = partyNamed(owner, reference, told);
    // Nothing is known of who is not on file, so neither is whose the stake is.
    if (known === undefined)
      parties.set(owner, { id: owner, name: owner, kind: "unknown", jurisdiction: null, sources: [], confidence: "low" });
    interests.push({
      owner: known ?? owner,
      owned: id,
      kind: "equity",
      ...share,
      sources: [],
      confidence: "high",
    });
  }
  return id;
}

function besides(reference: Reference, parties: Map<string, Party>, interests: Interest[]): Reference {
  if (parties.size === 0) return reference;
  return {
    ...reference,
    party: (id) => parties.get(id) ?? reference.party(id),
    interestsIn: (owned) => [...reference.interestsIn(owned), ...interests.filter((one) => one.owned === owned)],
    interestsOf: (owner) => [...reference.interestsOf(owner), ...interests.filter((one) => one.owner === owner)],
  };
}

function missing({ holdings, system }: DeclaredDeal, inventory: Inventory | null): string[] {
  const known = new Set(inventory?.holdings.map(({ id }) => id));
  const systems = new Set(inventory?.systems.map(({ id }) => id));
  return [
    ...holdings.filter((id) => !known.has(id)).map((id) => `gives access to ${id}, which is no declared holding.`),
    ...(system !== undefined && !systems.has(system) ? [`belongs to ${system}, which is no declared system.`] : []),
  ];
}

/** A fact that no pack of the review understands must not pass for one that was weighed. */
function notUnderstood({ facts, events }: DeclaredDeal, packs: RulePack[], day: Day): string[] {
  const statements = packs.flatMap(({ deal }) => deal?.statements ?? []);
  const tokens = [...facts, ...events.map(({ what }) => what)];
  return readStatements(tokens, statements, day).notUnderstood.map(
    (fact) => `states ${fact}, which no rule pack of this review understands.`,
  );
}

function transactionOf(id: string, deal: DeclaredDeal, counterparty: string): Transaction {
  const { type } = deal;
  return {
    id,
    kind: type === "vendor" || type === "employment" || type === "investment" || type === "data-brokerage" ? type : "other",
    provider: counterparty,
    services: [deal.name ?? deal.id],
    region: null,
    servedFrom: null,
    operator: counterparty,
    owner: null,
    technology: [],
    system: deal.system ?? "undeclared",
    holdings: deal.holdings,
    deal: deal.id,
    join: "declared-no-traffic-read",
    observations: [],
    bytesSent: 0,
    bytesReceived: 0,
    confidence: "high",
  };
}
