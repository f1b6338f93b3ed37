import { type Day, type DutyRule, holdsOn, type Mark, type RulePack, type TransactionFacts } from "../model/index.js";
import { type Condition, compileCondition } from "./conditions.js";
import { dueDay } from "./due.js";

/** A pack's duties with their conditions compiled. */
export interface CompiledDuty {
  rule: DutyRule;
  when: Condition;
  openWhen: Condition | null;
  validWhen: Condition | null;
}

/** A duty that follows for one deal, or may. */
export interface OwedDuty {
  rule: DutyRule;
  certainty: "established" | "cannot-be-excluded";
  due: Day | null;
}

/** Days that the clocks of duties run by. */
export interface DutyDays {
  /** The day of the deal, or of the review where the deal runs on. */
  on: Day;
  events: ReadonlyMap<string, Day | null>;
}

/**
 * Compiles a pack's duties.
 *
 * @throws ConditionError where a condition is not valid; a pack from `readRulePack` has none such
 */
export function compileDuties(pack: RulePack): CompiledDuty[] {
  return pack.duties.map((rule) => {
    const compiled = (source: string | undefined) => (source === undefined ? null : compileCondition(source, `${pack.id}/${rule.id}`));
    return {
      rule,
      when: compileCondition(rule.when, `${pack.id}/${rule.id}`),
      openWhen: compiled(rule.openWhen),
      validWhen: compiled(rule.validWhen),
    };
  });
}

/**
 * The duties that follow from what the rules made of a deal, where the pack and the duty were in force on its day, or on that of the event
 * that starts the clock. Nothing is more certain than the class it follows from and the mark of the duty.
 *
 * @param facts with `terms` and `result` in place
 */
export function dutiesOwed(duties: CompiledDuty[], pack: RulePack, facts: TransactionFacts, days: DutyDays): OwedDuty[] {
  if (!holdsOn(pack, days.on)) return [];
  return duties.flatMap(({ rule, when, openWhen }): OwedDuty[] => {
    if (!holdsOn(rule, dayThatCounts(rule, days))) return [];
    const established = when.holds(facts);
    if (!established && !openWhen?.holds(facts)) return [];
    const certain = established && facts.result.certain && !doubtful(rule.mark);
    return [{ rule, certainty: certain ? "established" : "cannot-be-excluded", due: dueDay(rule.due, days.on, days.events) }];
  });
}

function dayThatCounts({ due }: DutyRule, { on, events }: DutyDays): Day {
  return (due && "after" in due ? events.get(due.after) : null) ?? on;
}

function doubtful(mark: Mark): boolean {
  return mark === "UNCONFIRMED";
}
