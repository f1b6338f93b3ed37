import {
  type Day,
  type DeclaredDeal,
  holdsOn,
  type Party,
  type Reference,
  type RulePack,
  type Transaction,
  type TransactionFacts,
  type Verdict,
} from "../model/index.js";
import { domesticPerson } from "./domestic.js";
import { passiveInvestment, stated } from "./passive.js";
import { readStatements, type Stated } from "./statements.js";
import { anyOf } from "./verdicts.js";

type DealFacts = TransactionFacts["deal"];

/** A declared deal, who is on its other side and gets access, and the day that it is judged on. */
export interface DealParties {
  deal: DeclaredDeal;
  counterparty: string | null;
  accessors: string[];
  day: Day;
}

/** A declared deal with all that decides who gets access through it. */
export interface DealSources extends DealParties {
  pack: RulePack;
  reference: Reference;
  /** How the pack sees a party on the day of the deal. */
  covered: (party: string) => Verdict;
  /** What is not stated is not so: a worked example gives all its facts, a declaration may be silent. */
  allFactsGiven?: boolean;
  conduct?: DealFacts["conduct"];
}

/** The deal facts of what artefacts show: a vendor agreement, or a flow under an agreement that nobody declares. */
export function dealSeen(
  { kind }: Transaction,
  pack: RulePack,
  { counterparty, reach, measures }: Pick<TransactionFacts, "counterparty" | "reach" | "measures">,
): DealFacts {
  const reached = kind === "hosting" || kind === "vendor" || reach.access.length > 0;
  const coveredAccess = reached ? counterparty.covered : "no";
  const measure = pack.securityRequirements?.measure;
  return {
    ...nothingDeclared,
    type: kind === "traffic" ? "unknown" : "vendor",
    coveredAccess,
    otherForeignAccess: !reached || counterparty.domestic || counterparty.covered === "yes" ? "no" : "cannot-be-excluded",
    cloud: kind === "hosting" ? "yes" : kind === "vendor" ? "cannot-be-excluded" : "no",
    securityRequirements: measure !== undefined && measures.inPlace.includes(measure) ? "yes" : "cannot-be-excluded",
  };
}

const nothingDeclared = {
  declared: false,
  conduct: "subject",
  consideration: "cannot-be-excluded",
  recipientCollectedDirectly: "cannot-be-excluded",
  accessBehindCounterparty: "no",
  onwardClause: "cannot-be-excluded",
  passive: "no",
  knowledge: "not-stated",
  evasion: "no",
  directedByDomestic: "no",
  exemptionsClaimed: [],
  states: [],
  denies: [],
} satisfies Partial<DealFacts>;

/** The deal facts of a declared deal, and what its further facts state. */
export function dealDeclared(sources: DealSources): { facts: DealFacts; stated: Stated } {
  const { deal, pack, day, allFactsGiven = false } = sources;
  const statements = pack.deal?.statements ?? [];
  const read = readStatements([...deal.facts, ...deal.events.map(({ what, on }) => `${what}-${on}`)], statements, day);
  const denies = allFactsGiven ? statements.map(({ id }) => id).filter((id) => !read.states.includes(id)) : read.denies;
  const says = (id: string) => read.states.includes(id);
  const facts: DealFacts = {
    type: deal.type === "employment" && says("independent-contractor") ? "vendor" : deal.type,
    declared: true,
    conduct: sources.conduct ?? "subject",
    consideration: stated(deal.consideration),
    recipientCollectedDirectly: stated(deal.recipientCollectedDirectly),
    ...accessOf(sources),
    onwardClause: stated(deal.onwardTransferClause ?? (allFactsGiven ? false : undefined)),
    cloud: cloudOf(deal, read, allFactsGiven),
    passive: deal.type === "investment" ? passiveInvestment(deal.passive, pack) : "no",
    securityRequirements: requirementsOf(deal, read, pack),
    knowledge: deal.knowledge === "not-stated" && says("unknown-to-subject") ? "none" : deal.knowledge,
    evasion: deal.evasion === true ? "yes" : "no",
    directedByDomestic: directedBy(sources),
    exemptionsClaimed: [...deal.exemptions].sort(),
    states: read.states,
    denies,
  };
  return { facts, stated: read };
}

function accessOf({ deal, accessors, counterparty, covered, reference, pack, day }: DealSources) {
  const none = deal.access === false;
  const verdicts = none ? [] : accessors.map((id) => ({ id, covered: covered(id), domestic: domesticOf(id, reference, pack) }));
  const coveredOnes = verdicts.filter((one) => one.covered !== "no");
  const behind =
    counterparty !== null && coveredOnes.length > 0 && coveredOnes.every(({ id }) => standsBehind(id, counterparty, reference, day));
  const foreign = verdicts.map(
    (one): Verdict =>
      one.covered === "yes" || one.domestic === "yes" ? "no" : one.covered === "no" && one.domestic === "no" ? "yes" : "cannot-be-excluded",
  );
  return {
    coveredAccess: anyOf(verdicts.map((one) => one.covered)),
    accessBehindCounterparty: (behind ? "yes" : "no") as Verdict,
    otherForeignAccess: anyOf(foreign),
  };
}

/** What is not stated is treated as foreign only where the pack defines its own persons; a party not on file stays open. */
function domesticOf(id: string, reference: Reference, pack: RulePack): Verdict {
  const party = reference.party(id);
  return party ? domesticPerson(party, pack, reference) : "cannot-be-excluded";
}

/** Whether somebody works for the counterparty, or owns part of it. */
function standsBehind(id: string, counterparty: string, reference: Reference, day: Day): boolean {
  if (id === counterparty) return false;
  const worksFor = (party: Party | undefined) => (party?.engagements ?? []).some((one) => one.with === counterparty && holdsOn(one, day));
  return worksFor(reference.party(id)) || reference.interestsIn(counterparty).some((one) => one.owner === id && holdsOn(one, day));
}

function cloudOf(deal: DeclaredDeal, { states }: Stated, allFactsGiven: boolean): Verdict {
  if (deal.cloud !== undefined) return stated(deal.cloud);
  if (states.includes("cloud-computing")) return "yes";
  return allFactsGiven || deal.type !== "vendor" ? "no" : "cannot-be-excluded";
}

/** All of the groups that are needed whole, and of the combination enough to prevent access; controls of one's own choosing are none. */
function requirementsOf(deal: DeclaredDeal, { states }: Stated, pack: RulePack): Verdict {
  const declared = deal.securityRequirements;
  if (typeof declared === "boolean") return stated(declared);
  const rule = pack.securityRequirements;
  if (declared === undefined || !rule) return states.includes("controls-of-own-choosing") ? "no" : "cannot-be-excluded";
  const missing = missingRequirements(declared.met, rule);
  const combined = rule.requirements.some(({ group, id }) => group === rule.combinationOf && declared.met.includes(id));
  return stated(missing.length === 0 && combined && declared.preventsAccess);
}

/** Ids of the requirements that have to be met each, and are not declared so. */
export function missingRequirements(met: string[], { requirements, allOf }: NonNullable<RulePack["securityRequirements"]>): string[] {
  return requirements.flatMap(({ id, group }) => (allOf.includes(group) && !met.includes(id) ? [id] : []));
}

function directedBy({ deal, reference, pack }: DealSources): Verdict {
  return deal.directedBy === undefined ? "no" : domesticOf(deal.directedBy, reference, pack);
}
