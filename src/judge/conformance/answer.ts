import { type Day, holdsOn, type Reference, type RulePack, type Verdict } from "../../model/index.js";
import { domesticPerson } from "../domestic.js";
import { personsUnder } from "../persons.js";
import type { ConformanceCase } from "./case.js";
import { judgeCaseData } from "./case-data.js";
import { type DealJudgement, judgeDeal, statementsOf } from "./deal.js";
import { numberedLimbs } from "./limbs.js";
import { propertyStaysBlocked, redFlag, signatories } from "./ties.js";

/** Yes, no, or null where the facts do not decide. */
export type Truth = boolean | null;

/** What came out for one case, under the keys of its `expected`. */
export interface CaseOutcome {
  answer: Truth;
  usPerson(id: string): Truth;
  coveredPerson(id: string): Truth;
  blocked(id: string): Truth;
  affiliateRestricted(id: string): Truth;
  limbs(id: string): string[];
  redFlag(id: string): Truth;
  conditions: string[];
  bulk: Truth;
  coveredPersonalIdentifiers: Truth;
  sensitivePersonalData: Truth;
  governmentRelated: Truth;
  dataCategory: string;
  classification: string | null;
  duties: string[];
  due: Day | null;
  provision: string | null;
  coveredDataTransaction: Truth;
  dealingProhibited: Truth;
  ruleInForce: Truth;
  /** In a sentence, for the subject. */
  because: string;
}

/** The question that a case asks, as far as it is answered here. */
export const answeredQuestions = [
  "covered-person",
  "us-person",
  "blocked",
  "affiliate-restricted",
  "bulk",
  "identifiers",
  "data-category",
  "government-related",
  "covered-data-transaction",
  "prohibited",
  "restricted",
  "exempt",
  "duty",
] as const;

/** Questions of the Data Security Program only. */
export const dealQuestions: ReadonlySet<string> = new Set(answeredQuestions.slice(4));

/** Judges one case by the pack that its regime stands for, on the day of its transaction. */
export function judgeCase(given: ConformanceCase, pack: RulePack, reference: Reference): CaseOutcome {
  const asOf = given.transaction.date;
  const asWritten = byTheRulesOwnText(pack);
  const standing = personsUnder(asWritten, reference, asOf);
  const covered = (id: string) => truth(standing(id).covered);
  const blocked = (id: string) => (id.startsWith("property:") ? propertyBlocked(id, given, covered) : covered(id));
  const ids = given.parties.map(({ id }) => id);
  const limbs = numberedLimbs({ ids, standing, reference, pack: asWritten, asOf });
  const usPerson = (id: string) => {
    const party = reference.party(id);
    // What is not stated is to be treated as foreign.
    return party ? domesticPerson(party, pack, reference) === "yes" : null;
  };
  const deal = judgeDeal(given, {
    pack: asWritten,
    reference,
    usPerson,
    covered: (id) => standing(id).covered,
    coveredShare: (id) => standing(id).shareMin,
  });
  const data = judgeCaseData(given.subject, given, statementsOf(given, pack), pack);
  const { classification } = deal;
  const isClass = (...wanted: string[]) => (classification === null ? null : wanted.includes(classification));
  const duty = dutyAsked(given);
  const owed = deal.duties.find(({ rule }) => rule.id === duty);
  const answers: Record<string, () => Truth> = {
    "covered-person": () => covered(given.subject),
    "us-person": () => usPerson(given.subject),
    blocked: () => blocked(given.subject),
    "affiliate-restricted": () => covered(given.subject),
    bulk: () => truth(data.bulk),
    identifiers: () => truth(data.identifiers),
    "data-category": () => truth(data.sensitive),
    "government-related": () => truth(data.governmentRelated),
    "covered-data-transaction": () => truth(deal.coveredDataTransaction),
    prohibited: () => isClass("prohibited"),
    restricted: () => isClass("restricted", "restricted-authorized"),
    exempt: () => isClass("exempt"),
    duty: () => dutyAnswer(duty, deal, inForce(asWritten, asOf)),
  };
  const aboutDeal = given.regime === "dsp" && dealQuestions.has(given.asks);
  return {
    answer: answers[given.asks]?.() ?? null,
    usPerson,
    coveredPerson: covered,
    blocked,
    affiliateRestricted: covered,
    limbs: (id) => [...(limbs.get(id) ?? [])],
    redFlag: (id) => redFlag(id, given, reference, asOf),
    conditions: [...deal.conditions, ...(!aboutDeal && covered(given.subject) === null ? ["resolve-share-or-obtain-license"] : [])],
    bulk: truth(data.bulk),
    coveredPersonalIdentifiers: truth(data.identifiers),
    sensitivePersonalData: truth(data.sensitive),
    governmentRelated: truth(data.governmentRelated),
    dataCategory: data.category,
    classification,
    provision: deal.provision,
    coveredDataTransaction: truth(deal.coveredDataTransaction),
    duties: deal.duties.flatMap(({ rule }) => [rule.id, ...rule.labels]),
    due: owed?.due ?? null,
    dealingProhibited: [given.transaction.counterparty, ...signatories(given.transaction.facts)].some(
      (id) => id !== null && covered(id) === true,
    ),
    ruleInForce: inForce(asWritten, asOf),
    because: aboutDeal
      ? deal.because
      : reference.party(given.subject)
        ? standing(given.subject).because
        : `${given.subject} is no party of the case.`,
  };
}

/** `asks:audit`: the duty that a case is about. */
function dutyAsked({ transaction }: ConformanceCase): string {
  return transaction.facts.flatMap((fact) => /^asks:(.+)$/.exec(fact)?.[1] ?? [])[0] ?? "";
}

/** Whether a duty is owed; of `in-force`, whether the pack is; of `…-valid`, whether what was done counts. */
function dutyAnswer(duty: string, deal: DealJudgement, packInForce: boolean): Truth {
  if (duty === "in-force") return packInForce;
  const valid = /^(.+)-valid$/.exec(duty)?.[1];
  if (valid !== undefined) return deal.valid.includes(valid);
  const owed = deal.duties.find(({ rule }) => rule.id === duty);
  if (owed) return owed.certainty === "established" ? true : null;
  return deal.classification === null ? null : false;
}

function truth(verdict: Verdict): Truth {
  return verdict === "cannot-be-excluded" ? null : verdict === "yes";
}

/**
 * A case asks what follows from the rule's text on its day. Whether the text was changed since, which a mark may leave unconfirmed, is no
 * fact of the case: it leaves answers about the world open, not these.
 */
function byTheRulesOwnText(pack: RulePack): RulePack {
  const { covered } = pack.regime;
  const periods = covered.ownershipPeriods?.map((one) => ({ ...one, mark: "R" as const }));
  return { ...pack, regime: { ...pack.regime, covered: { ...covered, ...(periods ? { ownershipPeriods: periods } : {}) } } };
}

function inForce({ from, until, regime }: RulePack, asOf: Day): boolean {
  const periods = regime.covered.ownershipPeriods;
  return holdsOn({ from, until }, asOf) && (!periods?.length || periods.some((one) => holdsOn(one, asOf)));
}

/** `property:A-account` is property of A that was blocked earlier. */
function propertyBlocked(subject: string, given: ConformanceCase, covered: (id: string) => Truth): Truth {
  if (propertyStaysBlocked(given.transaction.facts)) return true;
  const name = subject.slice("property:".length);
  const owner = given.parties.find(({ id }) => name === id || name.startsWith(`${id}-`));
  return owner ? covered(owner.id) : null;
}
