import {
  type AttributedObservation,
  byText,
  type Counterparty,
  type Day,
  type Finding,
  type Inventory,
  outcomes,
  type Reach,
  type Reference,
  type RulePack,
  type Transaction,
} from "../model/index.js";
import { applyRules, compileRulePack } from "./apply.js";
import { backgroundEvidence } from "./background.js";
import { type DealParties, dealDeclared } from "./deal-facts.js";
import { type CaseSources, inOrderOfPlace } from "./evidence.js";
import { transactionFacts } from "./facts.js";
import { makeFinding } from "./finding.js";
import { personsUnder } from "./persons.js";

/** What one pack is judged on. */
export interface JudgeInput {
  pack: RulePack;
  transactions: Transaction[];
  observations: AttributedObservation[];
  /** How this pack sees the counterparties. */
  counterparties: Counterparty[];
  reaches: Reach[];
  inventory: Inventory | null;
  reference: Reference;
  asOf: Day;
  /** Of transactions that are declared deals, by their ids, what is declared. */
  deals?: ReadonlyMap<string, DealParties>;
}

/**
 * Applies one rule pack to every transaction, by the rules in force on `asOf`: one finding for each rule and transaction that it
 * applies to or may apply to. Gravest first; the order depends on nothing but the facts.
 *
 * @throws ConditionError where a condition of the pack fails on the facts; names the rule
 */
export function judge(input: JudgeInput): Finding[] {
  const { pack } = input;
  const compiled = compileRulePack(pack);
  const findings = judgedCases(input).flatMap((one) =>
    applyRules(compiled, one.facts).map((result) => makeFinding({ ...one, pack, result })),
  );
  return findings.sort(byGravity);
}

/** One transaction as the pack sees it, with all that a result on it draws its evidence from. */
export type JudgedCase = Omit<CaseSources, "pack" | "result"> & {
  /** Of a declared deal: days of events by statement id, for the clocks of duties. */
  events?: ReadonlyMap<string, Day | null>;
};

/** Every transaction with its facts, its observations and its reaches. */
export function judgedCases(input: JudgeInput): JudgedCase[] {
  const { pack, transactions, reference, inventory, counterparties, asOf } = input;
  const seenIn = observationsByTransaction(transactions, input.observations);
  const reachesOf = byTransaction(input.reaches);
  const holdingsOf = holdingsByCounterparty(transactions);
  return transactions.map((transaction) => {
    const reaches = reachesOf.get(transaction.id) ?? [];
    const holdingsWithCounterparty = holdingsOf.get(transaction.operator) ?? [];
    const declared = input.deals?.get(transaction.id);
    const { deal, events, ...own } = declared ? declaredSources(declared, input) : { deal: undefined, events: undefined };
    const shared = { transaction, inventory, reference, pack, counterparties, reaches, holdingsWithCounterparty, asOf };
    const sources = { ...shared, ...own, ...(deal ? { deal } : {}) };
    const facts = transactionFacts(sources);
    const seen = seenIn.get(transaction.id) ?? [];
    const background = (names: string[]) => backgroundEvidence(names, sources);
    return { facts, transaction, observations: seen, reaches, reference, background, ...(events ? { events } : {}) };
  });
}

/** What is declared of a deal, with the parties as they were on its day. */
function declaredSources(parties: DealParties, { pack, reference }: JudgeInput) {
  const assess = personsUnder(pack, reference, parties.day);
  const { facts, stated } = dealDeclared({ ...parties, pack, reference, covered: (id) => assess(id).covered });
  const others = [...parties.accessors, ...(parties.counterparty === null ? [] : [parties.counterparty])];
  const counterparties = [...new Set(others)].map((id) => ({ ...assess(id), pack: pack.id }));
  return { deal: facts, events: stated.events, counterparties, asOf: parties.day };
}

/** In order of place. All are sorted at once, before they are given out: as they come, they almost are. */
function observationsByTransaction(
  transactions: Transaction[],
  observations: AttributedObservation[],
): Map<string, AttributedObservation[]> {
  const seenIn = new Map(transactions.map(({ id }): [string, AttributedObservation[]] => [id, []]));
  const users = new Map<string, AttributedObservation[][]>();
  for (const transaction of transactions) {
    const list = seenIn.get(transaction.id) ?? [];
    for (const id of transaction.observations) {
      const lists = users.get(id);
      if (lists) lists.push(list);
      else users.set(id, [list]);
    }
  }
  for (const one of inOrderOfPlace(observations)) for (const list of users.get(one.id) ?? []) list.push(one);
  return seenIn;
}

function byTransaction(reaches: Reach[]): Map<string, Reach[]> {
  const all = new Map<string, Reach[]>();
  for (const reach of reaches) {
    const known = all.get(reach.transaction);
    if (known) known.push(reach);
    else all.set(reach.transaction, [reach]);
  }
  return all;
}

function holdingsByCounterparty(transactions: Transaction[]): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { operator, holdings } of transactions) all.set(operator, [...new Set([...(all.get(operator) ?? []), ...holdings])]);
  return all;
}

function byGravity(left: Finding, right: Finding): number {
  return (
    outcomes.indexOf(left.outcome) - outcomes.indexOf(right.outcome) ||
    Number(left.certainty !== "established") - Number(right.certainty !== "established") ||
    byText(left.rule, right.rule) ||
    byText(left.provider, right.provider) ||
    byText(left.transaction, right.transaction) ||
    byText(left.id, right.id)
  );
}
