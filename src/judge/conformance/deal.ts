import {
  type DeclaredDeal,
  type Holding,
  holdsOn,
  Inventory,
  type Reference,
  type RulePack,
  type Transaction,
  type Verdict,
} from "../../model/index.js";
import { applyRules, compileRulePack } from "../apply.js";
import { type Classified, classify, withResult } from "../classify.js";
import { judgeData } from "../data.js";
import { type DealSources, dealDeclared } from "../deal-facts.js";
import { compileDuties, dutiesOwed, type OwedDuty } from "../duties.js";
import { transactionFacts } from "../facts.js";
import { linesInForce } from "../lines-in-force.js";
import { readStatements, type Stated } from "../statements.js";
import { withTerms } from "../terms.js";
import type { ConformanceCase } from "./case.js";
import { holdingsOf, setsTogether } from "./case-data.js";

/** What the pack's rules and duties make of the deal of a case. */
export interface DealJudgement extends Classified {
  coveredDataTransaction: Verdict;
  duties: OwedDuty[];
  /** Ids of duties of which what was done counts. */
  valid: string[];
}

interface DealInput {
  pack: RulePack;
  reference: Reference;
  usPerson: (id: string) => boolean | null;
  covered: (id: string) => Verdict;
  /** Percent of a party that covered owners hold. */
  coveredShare: (id: string) => number;
}

/** Facts that tell the suite what is asked, not the law what happened. */
const aboutTheCase = /^(asks|assess|contract-signed-by|former-pct):/;

/** What the further facts of a case state. */
export function statementsOf({ transaction }: ConformanceCase, pack: RulePack): Stated {
  const facts = transaction.facts.filter((fact) => !aboutTheCase.test(fact));
  return readStatements(facts, pack.deal?.statements ?? [], transaction.date);
}

/**
 * Judges the deal of a case by the pack's own rules: the case becomes a declared deal, its facts those that any review has. All facts of a case
 * are given, so what it does not state is not so.
 */
export function judgeDeal(given: ConformanceCase, input: DealInput): DealJudgement {
  const { pack, reference } = input;
  const { transaction } = given;
  const sides = sidesOf(given, input);
  const stated = statementsOf(given, pack);
  const offered = stated.states.includes("offer-rejected") && transaction.access.length === 0 && sides.counterparty !== null;
  const accessors = offered ? [sides.counterparty ?? ""] : accessorsOf(given, sides, stated, input);
  const holdings = holdingsReached(given, accessors, offered, stated, input);
  const sources: DealSources = {
    deal: declaredDeal(given, sides, holdings),
    pack,
    reference,
    covered: input.covered,
    counterparty: sides.counterparty,
    accessors,
    day: transaction.date,
    allFactsGiven: true,
    conduct: sides.conduct,
  };
  const { facts: deal, stated: read } = dealDeclared(sources);
  const [set = []] = setsTogether(holdings, given, stated);
  const facts = withTerms(compileRulePack(pack).terms, {
    ...transactionFacts({
      transaction: transactionOf(given, sides, set),
      inventory: inventoryOf(given, sides, set, input),
      reference,
      pack,
      counterparties: [],
      reaches: [],
      deal,
      asOf: transaction.date,
    }),
    data: judgeData(set, linesInForce(pack, transaction.date)),
  });
  const judged = { ...facts, subject: { ...facts.subject, domestic: sides.domestic } };
  const results = applyRules(compileRulePack(pack), judged);
  const classified = classify(results, pack);
  const duties = compileDuties(pack);
  const withDuties = withResult(withTerms(compileRulePack(pack).terms, judged), classified);
  return {
    ...classified,
    coveredDataTransaction: coveredTransaction(withDuties.terms, given, pack),
    duties: dutiesOwed(duties, pack, withDuties, { on: transaction.date, events: read.events }),
    valid: duties.flatMap(({ rule, validWhen }) => (validWhen?.holds(withDuties) ? [rule.id] : [])),
  };
}

function coveredTransaction({ met, open }: { met: string[]; open: string[] }, { transaction }: ConformanceCase, pack: RulePack): Verdict {
  const term = pack.deal?.covered ?? "";
  if (!holdsOn({ from: pack.from }, transaction.date)) return "no";
  return met.includes(term) ? "yes" : open.includes(term) ? "cannot-be-excluded" : "no";
}

interface Sides {
  usParty: string | null;
  counterparty: string | null;
  domestic: Verdict;
  conduct: "subject" | "foreign-person";
}

/** Who is on the U.S. side, and whose conduct is judged: a case may assess somebody further along the chain. */
function sidesOf({ transaction, parties }: ConformanceCase, { usPerson }: DealInput): Sides {
  const { usParty: named, counterparty, directedBy, type, facts, access } = transaction;
  const usParty = named ?? (type === "directing" ? directedBy : null);
  const assessed = facts.flatMap((fact) => /^assess:(.+)$/.exec(fact)?.[1] ?? [])[0];
  const domestic: Verdict = usParty === null ? "no" : verdictOf(usPerson(usParty));
  if (assessed !== undefined && usPerson(assessed) !== true) {
    // A foreign person causes a violation of somebody on the U.S. side.
    const others = parties.some(({ id }) => id !== assessed && id !== counterparty && usPerson(id) === true);
    return { usParty, counterparty, domestic: domestic === "yes" || others ? "yes" : domestic, conduct: "foreign-person" };
  }
  if (assessed === undefined || assessed === usParty) return { usParty, counterparty, domestic, conduct: "subject" };
  const next = access.map(({ party }) => party).find((id) => id !== assessed && id !== usParty);
  return {
    usParty: assessed,
    counterparty: counterparty === assessed ? (next ?? null) : counterparty,
    domestic: "yes",
    conduct: "subject",
  };
}

function verdictOf(truth: boolean | null): Verdict {
  return truth === null ? "cannot-be-excluded" : truth ? "yes" : "no";
}

/**
 * Who gets access through the deal that is judged. Of a sale, what the buyer passes on is the next deal, judged by itself: where the buyer is a
 * U.S. person, where a clause bars it, or where the case says that it was passed on.
 */
function accessorsOf({ transaction }: ConformanceCase, { usParty, counterparty }: Sides, { states }: Stated, input: DealInput): string[] {
  const { type, access, onwardTransferClause, knowledge, usParty: named } = transaction;
  const others = access.map(({ party }) => party).filter((id) => id !== usParty && id !== named);
  if (type !== "data-brokerage" || counterparty === null || !others.includes(counterparty)) return others;
  const nextDeal =
    input.usPerson(counterparty) === true || states.includes("passed-on") || (onwardTransferClause === true && knowledge !== "actual");
  return nextDeal && input.covered(counterparty) === "no" ? [counterparty] : others;
}

/** The data that those who matter reach: the covered ones where there are any, else every foreign person. */
function holdingsReached(given: ConformanceCase, accessors: string[], offered: boolean, stated: Stated, input: DealInput): Holding[] {
  const { access } = given.transaction;
  if (offered) return holdingsOf(given.data, stated);
  const coveredOnes = accessors.filter((id) => input.covered(id) !== "no");
  const deciding = new Set(coveredOnes.length > 0 ? coveredOnes : accessors);
  const reached = new Set(access.flatMap(({ party, data }) => (deciding.has(party) ? data : [])));
  const all = holdingsOf(given.data, stated);
  return all.filter(({ id }) => reached.has(id));
}

function declaredDeal({ transaction, data }: ConformanceCase, sides: Sides, reached: Holding[]): DeclaredDeal {
  const { type, consideration, recipientCollectedDirectly, onwardTransferClause, passive, facts } = transaction;
  const of = data.filter(({ id }) => reached.some((one) => one.id === id));
  const [first] = of;
  const forms = (first?.forms ?? []).filter((form) => of.every((one) => one.forms.includes(form)));
  const directedBy = transaction.directedBy ?? (type === "directing" ? sides.usParty : null);
  const given = <Name extends string, Value>(name: Name, value: Value | null | undefined) =>
    (value === null || value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value };
  return {
    id: "deal",
    type,
    counterparty: { organisedIn: [], citizenOf: [], engagements: [], owners: [] },
    holdings: reached.map(({ id }) => id),
    furtherAccess: [],
    ...given("consideration", consideration ?? (type === "none" ? false : null)),
    ...given("recipientCollectedDirectly", recipientCollectedDirectly),
    ...given("onwardTransferClause", onwardTransferClause),
    ...given("securityRequirements", transaction.securityRequirementsMet),
    ...given("evasion", transaction.purposeEvasion),
    ...given("directedBy", directedBy),
    // A case that speaks of no passive stake has none: what is excluded has to be shown.
    passive: passive
      ? {
          ...given("instrument", passive.instrument),
          ...given("votingAndEquityPercent", passive.votingAndEquityPct),
          ...given("capitalOnly", passive.capitalOnly),
          ...given("influence", passive.influence),
        }
      : { instrument: "none-stated" },
    exemptions: transaction.exemptionInPoint === null ? [] : [transaction.exemptionInPoint],
    knowledge: transaction.knowledge ?? "not-stated",
    facts: [...facts.filter((fact) => !aboutTheCase.test(fact)), ...forms, ...of.flatMap(({ exclusions }) => exclusions)],
    events: [],
  };
}

function transactionOf({ transaction }: ConformanceCase, { counterparty }: Sides, holdings: Holding[]): Transaction {
  const { type } = transaction;
  return {
    id: "deal",
    kind: type === "vendor" || type === "employment" || type === "investment" || type === "data-brokerage" ? type : "other",
    provider: counterparty ?? "nobody",
    services: [],
    region: null,
    servedFrom: null,
    operator: counterparty ?? "nobody",
    owner: null,
    technology: [],
    system: "undeclared",
    holdings: holdings.map(({ id }) => id),
    deal: "deal",
    join: "declared-no-traffic-read",
    observations: [],
    bytesSent: 0,
    bytesReceived: 0,
    confidence: "high",
  };
}

function inventoryOf({ transaction }: ConformanceCase, { usParty }: Sides, holdings: Holding[], { coveredShare }: DealInput): Inventory {
  const percent = transaction.usPartyCoveredEquityPct ?? (usParty === null ? 0 : coveredShare(usParty));
  return { ...Inventory.parse({ subject: { name: usParty ?? "nobody", coveredEquityPercent: percent } }), holdings };
}
