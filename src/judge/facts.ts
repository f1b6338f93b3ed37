import {
  byText,
  type Counterparty,
  type Day,
  type Effect,
  effects,
  type Holding,
  type Inventory,
  listingsOn,
  type Reach,
  type Reference,
  type RulePack,
  type Transaction,
  type TransactionFacts,
  type Verdict,
} from "../model/index.js";
import { governmentsOfConcern } from "../trace/ownership.js";
import { backgroundFacts } from "./background.js";
import { intellectualPropertyOf, judgeData, sensitiveCategoriesOf } from "./data.js";
import { dealSeen } from "./deal-facts.js";
import { linesInForce } from "./lines-in-force.js";
import { listingFacts } from "./listing-facts.js";
import { supplierFacts } from "./supplier-facts.js";

/** What the facts of one transaction are drawn from. */
export interface FactSources {
  transaction: Transaction;
  /** What the subject declares; null where it declares nothing. */
  inventory: Inventory | null;
  reference: Reference;
  pack: RulePack;
  /** How this pack sees the parties: at least the transaction's operator. */
  counterparties: Counterparty[];
  /** Reaches; those of other transactions are left aside. */
  reaches: Reach[];
  /** Ids of holdings in all transactions with the same operator, for volumes that add up; default: the transaction's own. */
  holdingsWithCounterparty?: string[];
  /** Of a declared deal, what is declared of it; left out for what artefacts show. */
  deal?: TransactionFacts["deal"];
  asOf: Day;
}

/** The facts of one transaction as one pack sees them on a day: all that the pack's rules can name. */
export function transactionFacts(sources: FactSources): TransactionFacts {
  const ofConcern = governmentsOfConcern(sources.pack.regime, sources.reference, sources.asOf);
  const own = sources.reaches.filter((reach) => reach.transaction === sources.transaction.id && ofConcern(reach.government));
  const grounds = own.filter(({ path }) => path.confidence !== "low");
  const reach = byEffect(grounds);
  const holdings = holdingsNamed(sources.transaction.holdings, sources.inventory);
  const counterparty = counterpartyFacts(sources, grounds);
  const measures = measureFacts(sources);
  return {
    asOf: sources.asOf,
    subject: subjectFacts(sources),
    transaction: useFacts(sources),
    counterparty,
    technology: technologyFacts(sources, ofConcern),
    ...backgroundFacts(sources),
    reach,
    residual: byEffect(grounds.filter(({ residual }) => residual)),
    leads: onlyLeads(own, reach),
    data: judgeData(
      holdings,
      linesInForce(sources.pack, sources.asOf),
      holdingsNamed(sources.holdingsWithCounterparty ?? sources.transaction.holdings, sources.inventory),
    ),
    sensitiveData: reachedHoldings(holdings, (one) => sensitiveCategoriesOf(one, sources.pack), grounds),
    intellectualProperty: reachedHoldings(holdings, (one) => intellectualPropertyOf(one, sources.pack), grounds),
    measures,
    deal: sources.deal ?? dealSeen(sources.transaction, sources.pack, { counterparty, reach, measures }),
    terms: { met: [], open: [] },
    result: { classification: "", certain: false, scope: "" },
    supplier: supplierFacts(sources.inventory?.subject),
    listing: listingFacts(sources),
  };
}

/** Holdings of one class, with those that a government of concern can obtain. */
function reachedHoldings(
  holdings: Holding[],
  categoriesOf: (holding: Holding) => string[],
  grounds: Reach[],
): TransactionFacts["intellectualProperty"] {
  const ofClass = holdings.filter((holding) => categoriesOf(holding).length > 0);
  const ids = new Set(ofClass.map(({ id }) => id));
  const reaches = grounds.filter(({ effect, target }) => effect === "access" && target.kind === "holding" && ids.has(target.id));
  const reached = new Set(reaches.map(({ target }) => target.id));
  return {
    holdings: sorted(ofClass.map(({ name }) => name)),
    categories: sorted(ofClass.flatMap(categoriesOf)),
    reached: sorted(ofClass.flatMap(({ id, name }) => (reached.has(id) ? [name] : []))),
    access: sorted(reaches.map(({ government }) => government)),
    residual: sorted(reaches.flatMap(({ government, residual }) => (residual ? [government] : []))),
  };
}

function holdingsNamed(ids: string[], inventory: Inventory | null): Holding[] {
  return inventory?.holdings.filter(({ id }) => ids.includes(id)) ?? [];
}

function byEffect(reaches: Reach[]): Record<Effect, string[]> {
  const of = (effect: Effect) => sorted(reaches.flatMap((reach) => (reach.effect === effect ? [reach.government] : [])));
  return { access: of("access"), disrupt: of("disrupt"), tamper: of("tamper"), launch: of("launch") };
}

function onlyLeads(reaches: Reach[], grounds: Record<Effect, string[]>): Record<Effect, string[]> {
  const leads = byEffect(reaches.filter(({ path }) => path.confidence === "low"));
  for (const effect of effects) leads[effect] = leads[effect].filter((government) => !grounds[effect].includes(government));
  return leads;
}

function sorted(values: string[]): string[] {
  return [...new Set(values)].sort(byText);
}

function subjectFacts({ inventory, pack }: FactSources): TransactionFacts["subject"] {
  const subject = inventory?.subject;
  return {
    name: subject?.name ?? "the subject",
    jurisdiction: subject?.jurisdiction ?? "",
    domestic: domesticSubject(subject, pack),
    coveredEquityKnown: subject?.coveredEquityPercent !== undefined,
    coveredEquityPercent: subject?.coveredEquityPercent ?? 0,
  };
}

/** Organised abroad with its principal place at home: the law decides by facts that an inventory does not hold. */
function domesticSubject(subject: Inventory["subject"] | undefined, pack: RulePack): Verdict {
  if (!subject?.jurisdiction) return "cannot-be-excluded";
  if (pack.domestic.includes(subject.jurisdiction)) return "yes";
  return subject.principalPlace && pack.domestic.includes(subject.principalPlace) ? "cannot-be-excluded" : "no";
}

function useFacts({ transaction, inventory, reference }: FactSources): TransactionFacts["transaction"] {
  const system = inventory?.systems.find(({ id }) => id === transaction.system);
  const deal = inventory?.deals?.find(({ id }) => id === transaction.deal);
  return {
    kind: transaction.kind,
    provider: transaction.provider,
    providerName:
      reference.provider(transaction.provider)?.names.english ?? reference.party(transaction.provider)?.name ?? transaction.provider,
    services: sorted(transaction.services),
    region: transaction.region ?? "",
    servedFrom: transaction.servedFrom ?? "",
    operator: transaction.operator,
    owner: transaction.owner ?? "",
    system: transaction.system,
    systemName: system?.name ?? deal?.name ?? (deal ? `the deal ${deal.id}` : "no declared system"),
    criticality: system?.criticality ?? "unknown",
    declared: transaction.join !== "seen-never-declared",
    observed: transaction.join === "declared-and-seen" || transaction.join === "seen-never-declared",
    join: transaction.join,
    bytesSent: transaction.bytesSent,
    bytesReceived: transaction.bytesReceived,
  };
}

function counterpartyFacts(sources: FactSources, grounds: Reach[]): TransactionFacts["counterparty"] {
  const { transaction, reference, pack, asOf } = sources;
  const party = reference.party(transaction.operator);
  const { limbs, governments, shareMin, shareMax, covered, because } = withOperation(assessmentOf(sources), sources, grounds);
  return {
    name: party?.name ?? transaction.operator,
    jurisdiction: party?.jurisdiction ?? "",
    principalPlace: party?.principalPlace?.country ?? "",
    covered,
    limbs: sorted(limbs),
    governments: sorted(governments),
    shareMin,
    shareMax,
    lists: sorted(listingsOn(transaction.operator, reference, asOf).map(({ list }) => list)),
    domestic: party?.jurisdiction ? pack.domestic.includes(party.jurisdiction) : false,
    because,
  };
}

type Assessed = Omit<Counterparty, "party" | "pack">;

function assessmentOf({ transaction, counterparties, pack }: FactSources): Assessed {
  const assessed = counterparties.find((one) => one.party === transaction.operator && one.pack === pack.id);
  const because = "Who owns and runs it was not assessed.";
  return assessed ?? { covered: "cannot-be-excluded", limbs: [], governments: [], shareMin: 0, shareMax: 100, because };
}

/** Where the regime knows the limb, a covered party that runs the service counts although the counterparty's owners are clean. */
function withOperation(assessed: Assessed, { transaction, pack }: FactSources, grounds: Reach[]): Assessed {
  if (assessed.covered === "yes" || !pack.regime.covered.limbs.includes("operation")) return assessed;
  const run = grounds.flatMap(({ government, path }) =>
    path.steps.flatMap((step) => (step.kind === "operation" && step.from.id !== transaction.operator ? [{ government, step }] : [])),
  );
  const [first] = run;
  if (!first) return assessed;
  return {
    ...assessed,
    covered: "yes",
    limbs: [...assessed.limbs, "operation"],
    governments: [...assessed.governments, ...run.map(({ government }) => government)],
    because: `${assessed.because} But ${first.step.from.name} runs the service: ${first.step.because}.`,
  };
}

/** An author behind whom no assessment stands counts by where it is organised or has its principal place. */
function technologyFacts(
  { transaction, counterparties, reference, pack }: FactSources,
  ofConcern: (territory: string) => boolean,
): TransactionFacts["technology"] {
  const governments = transaction.technology.flatMap((author) => {
    const assessed = counterparties.find((one) => one.party === author && one.pack === pack.id);
    if (assessed) return assessed.covered === "yes" ? assessed.governments : [];
    const party = reference.party(author);
    const places = [party?.jurisdiction, party?.principalPlace?.country].flatMap((place) => (place ? [reference.governmentOf(place)] : []));
    return places.filter(ofConcern);
  });
  return {
    authors: sorted(transaction.technology.map((author) => reference.party(author)?.name ?? author)),
    governments: sorted(governments),
  };
}

function measureFacts({ transaction, inventory }: FactSources): TransactionFacts["measures"] {
  const targets = new Set([transaction.system, ...transaction.holdings]);
  const applying = (inventory?.measures ?? []).filter(
    ({ appliesTo }) => appliesTo.length === 0 || appliesTo.some((target) => targets.has(target)),
  );
  const of = (...statuses: string[]) => sorted(applying.flatMap(({ id, status }) => (statuses.includes(status) ? [id] : [])));
  return { inPlace: of("in-place", "verified"), verified: of("verified"), promised: of("promised") };
}
