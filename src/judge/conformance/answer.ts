import { type Day, holdsOn, type Reference, type RulePack, type Verdict } from "../../model/index.js";
import { domesticPerson } from "../domestic.js";
import { personsUnder } from "../persons.js";
import type { ConformanceCase } from "./case.js";
import { dealOf } from "./deal.js";
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
  classification: string | null;
  provision: string | null;
  coveredDataTransaction: Truth;
  dealingProhibited: Truth;
  ruleInForce: Truth;
  /** In a sentence, for the subject. */
  because: string;
}

/** The question that a case asks, as far as it is answered here. */
export const answeredQuestions = ["covered-person", "us-person", "blocked", "affiliate-restricted"] as const;

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
  const deal = dealOf(given, { pack, usPerson, covered });
  const answers: Record<string, () => Truth> = {
    "covered-person": () => covered(given.subject),
    "us-person": () => usPerson(given.subject),
    blocked: () => blocked(given.subject),
    "affiliate-restricted": () => covered(given.subject),
  };
  return {
    answer: answers[given.asks]?.() ?? null,
    usPerson,
    coveredPerson: covered,
    blocked,
    affiliateRestricted: covered,
    limbs: (id) => [...(limbs.get(id) ?? [])],
    redFlag: (id) => redFlag(id, given, reference, asOf),
    conditions: covered(given.subject) === null ? ["resolve-share-or-obtain-license"] : [],
    ...deal,
    dealingProhibited: [given.transaction.counterparty, ...signatories(given.transaction.facts)].some(
      (id) => id !== null && covered(id) === true,
    ),
    ruleInForce: inForce(asWritten, asOf),
    because: reference.party(given.subject) ? standing(given.subject).because : `${given.subject} is no party of the case.`,
  };
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
