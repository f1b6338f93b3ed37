import { type AnsweredCriterion, type CriterionAnswer, holdsOn, type ReviewCriteria, type RulePack, weakest } from "../model/index.js";
import { citationOn } from "./apply.js";
import {
  type AnswerResult,
  applyCriteria,
  type CriterionResult,
  compileCriteria,
  criteriaAsked,
  criterionState,
  lowestCap,
} from "./criteria.js";
import { type CaseSources, carryingReaches, doubtSentences, evidenceBesidePaths, evidenceOf } from "./evidence.js";
import { type JudgeInput, judgedCases } from "./judge.js";
import { renderTemplate } from "./template.js";

/**
 * Puts a pack's criteria to every transaction that they concern, each answered from evidence or open with what to ask and of whom. Null
 * where the pack has no criteria or is not in force. Transactions come in their own order, criteria in the order of the pack.
 *
 * @throws ConditionError where a condition of the pack fails on the facts; names the criterion
 */
export function answerCriteria(input: JudgeInput): ReviewCriteria | null {
  const { pack, asOf } = input;
  const compiled = compileCriteria(pack);
  if (!compiled || !pack.criteria || !holdsOn(pack, asOf)) return null;
  const transactions = judgedCases(input).flatMap((one) =>
    criteriaAsked(compiled, one.facts)
      ? [
          {
            transaction: one.transaction.id,
            criteria: applyCriteria(compiled, one.facts).map((result) => answered(result, { ...one, pack })),
          },
        ]
      : [],
  );
  const { groups, scale, list } = pack.criteria;
  return { pack: pack.id, groups, scale: scale ?? null, list: inForce(list, asOf), transactions };
}

function inForce(list: NonNullable<RulePack["criteria"]>["list"], asOf: string): ReviewCriteria["list"] {
  return list
    .filter((one) => holdsOn(one, asOf))
    .map((one) => ({ id: one.id, group: one.group, title: one.title, question: one.question, ...citationOnly(one, asOf) }));
}

function citationOnly(one: Parameters<typeof citationOn>[0], asOf: string) {
  const { citation, mark } = citationOn(one, asOf);
  return { citation, mark };
}

type Sources = Omit<CaseSources, "result">;

function answered(result: CriterionResult, sources: Sources): AnsweredCriterion {
  const answers = result.answers.map((one) => answer(one, { ...sources, result: one }));
  const ask = result.ask.map(({ of, question }) => ({ of: render(of, sources), question: render(question, sources) }));
  return { criterion: result.criterion.id, state: criterionState(result), atMost: lowestCap(answers), answers, ask };
}

function answer(result: AnswerResult, sources: CaseSources): CriterionAnswer {
  const carrying = result.reachFacts.length > 0 || result.facts.some(isAboutParties) ? carryingReaches(sources) : [];
  const [strongest] = carrying;
  const lead = weakest(sources.transaction.confidence, ...(strongest ? [strongest.path.confidence] : [])) === "low";
  return {
    leaning: result.leaning,
    certainty: lead ? "cannot-be-excluded" : result.certainty,
    text: render(result.text, sources),
    mark: result.mark,
    doubts: [...(lead ? ["It rests on low confidence only: a lead to follow, not a ground to act on."] : []), ...doubtSentences(result)],
    atMost: result.atMost,
    governments: result.governments,
    reaches: carrying.map(({ id }) => id),
    evidence: carrying.length > 0 ? evidenceBesidePaths(sources) : evidenceOf(sources, undefined),
  };
}

/** An answer about who stands behind the transaction is carried by their paths; one about dates or services by none. */
function isAboutParties(fact: string): boolean {
  return /^(counterparty|technology|laws)\./.test(fact);
}

function render(text: string, { facts, reference }: Sources): string {
  return renderTemplate(text, facts, (code) => reference.catalogue.governments.find((one) => one.code === code)?.name ?? code);
}
