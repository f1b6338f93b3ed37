import {
  type AnsweredCriterion,
  type Criterion,
  type CriterionAnswer,
  type CriterionAnswerRule,
  holdsOn,
  type Leaning,
  type Mark,
  type RulePack,
  type TransactionFacts,
} from "../model/index.js";
import { citationOn, confirmed, type Grounds, groundsOf } from "./apply.js";
import { type Condition, compileCondition } from "./conditions.js";

/** The criteria of a pack with their conditions compiled, for many transactions. */
export interface CompiledCriteria {
  pack: RulePack;
  askedWhen: Condition;
  list: CompiledCriterion[];
}

interface CompiledCriterion {
  criterion: Criterion;
  askedWhen: Condition | null;
  answers: { rule: CriterionAnswerRule; when: Condition }[];
  ask: { of: string; question: string; when: Condition | null }[];
}

/** An answer that holds; the text is still a template. */
export interface AnswerResult extends Grounds {
  leaning: Leaning;
  certainty: CriterionAnswer["certainty"];
  text: string;
  atMost: number | null;
}

/** A criterion applied to the facts of one transaction; texts are still templates. */
export interface CriterionResult {
  criterion: Criterion;
  citation: string;
  mark: Mark;
  answers: AnswerResult[];
  ask: { of: string; question: string }[];
}

/**
 * Compiles the conditions of a pack's criteria; null where it has none.
 *
 * @throws ConditionError where one is not valid; a pack from `readRulePack` has none such
 */
export function compileCriteria(pack: RulePack): CompiledCriteria | null {
  if (!pack.criteria) return null;
  const groups = new Map(pack.criteria.groups.map(({ id, askedWhen }) => [id, askedWhen]));
  const list = pack.criteria.list.map((criterion) => {
    const name = `${pack.id}/${criterion.id}`;
    const askedWhen = groups.get(criterion.group);
    return {
      criterion,
      askedWhen: askedWhen === undefined ? null : compileCondition(askedWhen, name),
      answers: criterion.answers.map((rule) => ({ rule, when: compileCondition(rule.when, name) })),
      ask: criterion.ask.map(({ of, question, when }) => ({
        of,
        question,
        when: when === undefined ? null : compileCondition(when, name),
      })),
    };
  });
  return { pack, askedWhen: compileCondition(pack.criteria.askedWhen, `${pack.id}/criteria`), list };
}

/** Whether the criteria are put to a transaction: the pack is in force and its `askedWhen` holds. */
export function criteriaAsked({ pack, askedWhen }: CompiledCriteria, facts: TransactionFacts): boolean {
  return holdsOn(pack, facts.asOf) && askedWhen.holds(facts);
}

/**
 * Puts the criteria in force on `facts.asOf` to the facts of a transaction: every answer that holds, and what is still to be asked. No
 * answer is more certain than the marks it stands on; a criterion that nothing answers for or against with certainty keeps its questions.
 */
export function applyCriteria({ pack, list }: CompiledCriteria, facts: TransactionFacts): CriterionResult[] {
  return list
    .filter(({ criterion, askedWhen }) => holdsOn(criterion, facts.asOf) && (askedWhen?.holds(facts) ?? true))
    .map(({ criterion, answers, ask }) => {
      const cited = citationOn(criterion, facts.asOf);
      const given = answers.flatMap(({ rule, when }) =>
        holdsOn(rule, facts.asOf) && when.holds(facts) ? [answerResult(pack, rule, when, { ...cited, ...marked(rule) }, facts)] : [],
      );
      const settled = given.some(({ certainty, leaning }) => certainty === "established" && leaning !== "evidence");
      const questions = ask.filter(({ when }) => (when ? when.holds(facts) : !settled)).map(({ of, question }) => ({ of, question }));
      return { criterion, citation: cited.citation, mark: cited.mark, answers: given, ask: questions };
    });
}

function marked({ mark }: CriterionAnswerRule): { mark?: Mark } {
  return mark ? { mark } : {};
}

function answerResult(
  pack: RulePack,
  { leaning, text, atMost }: CriterionAnswerRule,
  { facts: read }: Condition,
  cited: { citation: string; mark: Mark },
  facts: TransactionFacts,
): AnswerResult {
  const grounds = groundsOf(pack, read, cited, facts);
  return { ...grounds, leaning, text, atMost: atMost ?? null, certainty: confirmed(grounds) ? "established" : "cannot-be-excluded" };
}

/** How far a criterion is answered. */
export function criterionState({ answers, ask }: { answers: unknown[]; ask: unknown[] }): AnsweredCriterion["state"] {
  if (answers.length === 0) return "open";
  return ask.length === 0 ? "answered" : "partly-answered";
}

/** The lowest of some caps; null where there is none. */
export function lowestCap(answers: { atMost: number | null }[]): number | null {
  const caps = answers.flatMap(({ atMost }) => (atMost === null ? [] : [atMost]));
  return caps.length > 0 ? Math.min(...caps) : null;
}
