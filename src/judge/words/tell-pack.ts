import type {
  ConditionWords,
  Criterion,
  CriterionWords,
  ExampleWords,
  Mark,
  Rule,
  RulePack,
  RuleWords,
  ShownPack,
  TermWords,
} from "../../model/index.js";
import { withThousands } from "../template.js";
import { blank, type Names } from "./phrases.js";
import { series } from "./sentences.js";
import { tellCondition } from "./tell-condition.js";
import { tellFact } from "./tell-fact.js";
import { coveredWords, exemptWords, governmentWords } from "./tell-regime.js";

/** Names from the reference: of governments by ISO code, and of measures by id; undefined where it has none. */
export interface ReferenceNames {
  government(code: string): string | undefined;
  measure(id: string): string | undefined;
}

/**
 * A pack with what it says in words; with an id only the rule, criterion, term or duty of that id, and the terms that it needs.
 *
 * @example tellPack(pack, undefined, { government: (code) => code, measure: () => undefined }).rules[0].inWords.when
 */
export function tellPack(pack: RulePack, id: string | undefined, reference: ReferenceNames): ShownPack {
  const names = namesFor(pack, reference);
  const asked = (one: { id: string }) => id === undefined || one.id === id;
  const criteria = pack.criteria?.list.filter(asked) ?? [];
  return {
    ...pack,
    inWords: {
      mark: markWords[pack.mark],
      protects: series(pack.domestic.map(names.government)),
      governments: governmentWords(pack.regime, names),
      covered: coveredWords(pack.regime),
      exempt: exemptWords(pack.regime, names),
      bulk: bulkWords(pack),
      terms: termsNeeded(pack, id).map((one) => tellTerm(one, names)),
      duties: pack.duties.filter(asked).map((one) => ({ ...tellTerm(one, names), validWhen: tellOptional(one.validWhen, names) })),
      criteria:
        pack.criteria && criteria.length > 0
          ? { askedWhen: tellCondition(pack.criteria.askedWhen, names), list: criteria.map((one) => tellCriterion(one, names)) }
          : null,
    },
    rules: pack.rules.filter(asked).map((rule) => ({ ...rule, inWords: tellRule(rule, names, reference) })),
  };
}

/** All terms; for one rule, term or duty those that its conditions name, directly or through another. */
function termsNeeded({ terms, rules, duties, criteria }: RulePack, id: string | undefined): RulePack["terms"] {
  if (id === undefined) return terms;
  let needed = new Set<string>();
  let texts = [...rules, ...duties, ...(criteria?.list ?? []), ...terms].filter((one) => one.id === id).map((one) => JSON.stringify(one));
  while (texts.length > 0) {
    // An id stands in quotes in an expression, and the quotes are escaped here.
    const found = terms.filter(
      (term) => !needed.has(term.id) && (term.id === id || texts.some((text) => text.includes(`\\"${term.id}\\"`))),
    );
    needed = new Set([...needed, ...found.map((term) => term.id)]);
    texts = found.map((term) => JSON.stringify(term));
  }
  return terms.filter((term) => needed.has(term.id));
}

function tellTerm(
  { id, mark, when, openWhen }: { id: string; mark: Mark; when: string; openWhen?: string | undefined },
  names: Names,
): TermWords {
  return { id, mark: markWords[mark], when: tellCondition(when, names), openWhen: tellOptional(openWhen, names) };
}

function tellOptional(source: string | undefined, names: Names): ConditionWords | null {
  return source === undefined ? null : tellCondition(source, names);
}

function tellRule(rule: Rule, names: Names, reference: ReferenceNames): RuleWords {
  return {
    when: tellCondition(rule.when, names),
    openWhen: tellOptional(rule.openWhen, names),
    outcome: outcomeWords[rule.outcome],
    mark: markWords[rule.mark],
    explanation: tellTemplate(rule.explanation),
    settle: rule.settle.map(tellTemplate),
    measures: rule.measures.map((id) => ({ id, name: reference.measure(id) ?? null })),
    examples: rule.examples.map((example) => tellExample(example, expectationWords[example.expect] ?? example.expect, names)),
  };
}

function tellCriterion(criterion: Criterion, names: Names): CriterionWords {
  return {
    id: criterion.id,
    mark: markWords[criterion.mark],
    answers: criterion.answers.map(({ when, leaning, text }) => ({ when: tellCondition(when, names), leaning, text: tellTemplate(text) })),
    ask: criterion.ask.map(({ of, question, when }) => ({
      of: tellTemplate(of),
      question: tellTemplate(question),
      when: tellOptional(when, names),
    })),
    examples: criterion.examples.map((example) =>
      tellExample(example, series(example.expect.map((one) => expectationWords[one] ?? one)), names),
    ),
  };
}

function tellExample(example: { name: string; facts: Record<string, unknown> }, result: string, names: Names): ExampleWords {
  return { name: example.name, given: Object.entries(example.facts).map(([fact, value]) => tellFact(fact, value, names)), result };
}

const expectationWords: Record<string, string> = {
  none: "the rule does not apply",
  "cannot-be-excluded": "it stays open whether the rule applies",
  for: "an answer for it",
  against: "an answer against it",
  evidence: "evidence that weighs neither way by itself",
  "possibly-for": "possibly an answer for it",
  "possibly-against": "possibly an answer against it",
  "possibly-evidence": "possibly evidence that weighs neither way by itself",
  open: "open, to be asked",
  "not-in-force": "not in force on that day",
};

function namesFor(pack: RulePack, reference: ReferenceNames): Names {
  const government = (code: string) => {
    const name = reference.government(code) ?? code;
    return name.startsWith("United ") ? `the ${name}` : name;
  };
  const few = pack.domestic.length > 0 && pack.domestic.length <= 3;
  return {
    government,
    ownSide: few ? series(pack.domestic.map(government), "or") : `one of the pack's ${pack.domestic.length} own countries`,
  };
}

/** A template with each blank named in brackets. */
function tellTemplate(template: string): string {
  return template
    .replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => blank(name.trim()))
    .replace(/\s+/g, " ")
    .trim();
}

function bulkWords({ data }: RulePack): string[] {
  const unitWords = { "us-persons": "U.S. persons", "us-devices": "U.S. devices" };
  return (data?.bulk ?? []).map(
    ({ category, moreThan, unit, citation, mark }) =>
      `${category}: more than ${withThousands(moreThan)} ${unitWords[unit]} (${citation}; ${mark}: ${markWords[mark]})`,
  );
}

const markWords: Record<Mark, string> = {
  R: "the text was read",
  "R*": "the text was read in part",
  OLD: "only wording that has since been replaced was read; check it against the text in force",
  SAME: "older wording was read, which was not changed since",
  SEC: "the text was not read; a good secondary source on it confirms this",
  S: "the text was not read; a secondary source says this",
  UNCONFIRMED: "not confirmed; never more than a possibility",
};

const outcomeWords: Record<Rule["outcome"], string> = {
  prohibited: "the deal is prohibited",
  restricted: "the deal is allowed only under the conditions that the explanation names",
  review: "the deal calls for a review",
  note: "a point to know, which decides nothing by itself",
  exempt: "the deal is exempt: the pack's other rules say nothing of it",
};
