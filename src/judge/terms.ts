import type { RulePack, TransactionFacts } from "../model/index.js";
import { type Condition, compileCondition } from "./conditions.js";

/** A pack's terms with their conditions compiled, in the pack's order. */
export interface CompiledTerm {
  id: string;
  mark: string;
  when: Condition;
  openWhen: Condition | null;
}

export function compileTerms(pack: RulePack): CompiledTerm[] {
  return pack.terms.map(({ id, mark, when, openWhen }) => ({
    id,
    mark,
    when: compileCondition(when, `${pack.id}/${id}`),
    openWhen: openWhen === undefined ? null : compileCondition(openWhen, `${pack.id}/${id}`),
  }));
}

/** The facts with the terms that they meet, and those that stay open. A term that is not confirmed is never met for certain. */
export function withTerms(terms: CompiledTerm[], facts: TransactionFacts): TransactionFacts {
  const [met, open]: [string[], string[]] = [[], []];
  const so = { ...facts, terms: { met, open } };
  for (const { id, mark, when, openWhen } of terms) {
    if (when.holds(so)) (mark === "UNCONFIRMED" ? open : met).push(id);
    else if (openWhen?.holds(so)) open.push(id);
  }
  return so;
}

/** Facts that a condition reads, those of the terms that it names included. */
export function factsRead(condition: Condition, terms: CompiledTerm[]): string[] {
  if (!condition.facts.some((name) => name.startsWith("terms."))) return condition.facts;
  const named = terms.filter(({ id }) => condition.source.includes(`"${id}"`));
  return [
    ...new Set([
      ...condition.facts.filter((name) => !name.startsWith("terms.")),
      ...named.flatMap((term) => [...factsRead(term.when, terms), ...(term.openWhen ? factsRead(term.openWhen, terms) : [])]),
    ]),
  ];
}
