import { byText, type Day, type Duty } from "../model/index.js";
import { applyRules, compileRulePack } from "./apply.js";
import { classify, withResult } from "./classify.js";
import { compileDuties, dutiesOwed } from "./duties.js";
import { type JudgeInput, judgedCases } from "./judge.js";
import { withTerms } from "./terms.js";

/** The duties of one pack for all transactions: one entry for each duty, certainty and day. What has a day comes first, soonest first. */
export function dutiesOf(input: JudgeInput): Duty[] {
  const { pack, asOf } = input;
  const duties = compileDuties(pack);
  if (duties.length === 0) return [];
  const compiled = compileRulePack(pack);
  const entries = new Map<string, Duty>();
  for (const { facts, transaction, events = new Map<string, Day | null>() } of judgedCases(input)) {
    const classified = classify(applyRules(compiled, facts), pack);
    const complete = withResult(withTerms(compiled.terms, facts), classified);
    for (const { rule, certainty, due } of dutiesOwed(duties, pack, complete, { on: facts.asOf ?? asOf, events })) {
      const key = [rule.id, certainty, due ?? ""].join(" ");
      const entry = entries.get(key);
      if (entry) entry.transactions.push(transaction.id);
      else {
        const { id, title, citation, mark, who, does, dueInWords, content } = rule;
        const transactions = [transaction.id];
        entries.set(key, { pack: pack.id, duty: id, title, certainty, citation, mark, transactions, who, does, due, dueInWords, content });
      }
    }
  }
  return [...entries.values()].sort(byDay);
}

/** Established before open, dated before standing, soonest first. */
function byDay(left: Duty, right: Duty): number {
  return (
    Number(left.certainty !== "established") - Number(right.certainty !== "established") ||
    byText(left.due ?? "9999", right.due ?? "9999") ||
    byText(left.citation, right.citation) ||
    byText(left.duty, right.duty)
  );
}
