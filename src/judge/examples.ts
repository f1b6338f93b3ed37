import { z } from "zod";
import type { Criterion, RulePack } from "../model/index.js";
import { applyRules, compileRulePack } from "./apply.js";
import { applyCriteria, type CriterionResult, compileCriteria, lowestCap } from "./criteria.js";
import { exampleFacts } from "./neutral.js";

/** A worked example that did not come out as its rule says. */
export const FailedExample = z.object({
  rule: z.string(),
  example: z.string(),
  expected: z.string(),
  got: z.string(),
  why: z.string(),
  citation: z.string(),
});
export type FailedExample = z.infer<typeof FailedExample>;

/** How the examples of one pack came out. */
export const ExamplesRun = z.object({ passed: z.int().nonnegative(), failed: z.array(FailedExample) });
export type ExamplesRun = z.infer<typeof ExamplesRun>;

/**
 * Runs the worked examples of a pack: each one's facts are put in place of those of the neutral case (`neutralFacts`), and the pack is
 * applied to it as it is to a transaction. Expected is the outcome of the example's own rule: its outcome where it is established,
 * `cannot-be-excluded` where it stays open, `none` where it does not apply. Expected of a criterion are the leanings of its answers.
 */
export function runExamples(pack: RulePack): ExamplesRun {
  const compiled = compileRulePack(pack);
  const failed: FailedExample[] = [];
  let passed = 0;
  for (const rule of pack.rules) {
    for (const { name, facts, expect } of rule.examples) {
      const all = exampleFacts(pack, rule, facts);
      const result = applyRules(compiled, all).find((one) => one.rule.id === rule.id);
      const got = !result ? "none" : result.certainty === "established" ? rule.outcome : "cannot-be-excluded";
      if (got === expect) passed++;
      else
        failed.push({ rule: rule.id, example: name, expected: expect, got, why: why(rule.when, all.asOf, facts), citation: rule.citation });
    }
  }
  const criteria = runCriteriaExamples(pack);
  return { passed: passed + criteria.passed, failed: [...failed, ...criteria.failed] };
}

function runCriteriaExamples(pack: RulePack): ExamplesRun {
  const compiled = compileCriteria(pack);
  const outcomes = (compiled?.list ?? []).flatMap(({ criterion }) =>
    criterion.examples.map((example) => {
      const all = exampleFacts(pack, criterion, example.facts);
      const result = compiled && applyCriteria(compiled, all).find((one) => one.criterion.id === criterion.id);
      const expected = wordsOf(example.expect, example.atMost);
      const got = wordsOf(leaningsOf(result ?? undefined), example.atMost === undefined ? undefined : lowestCap(result?.answers ?? []));
      return { criterion, example, expected, got, asOf: all.asOf };
    }),
  );
  const failed = outcomes.filter(({ expected, got }) => expected !== got);
  return {
    passed: outcomes.length - failed.length,
    failed: failed.map(({ criterion, example, expected, got, asOf }) => ({
      rule: criterion.id,
      example: example.name,
      expected,
      got,
      why: `${conditionsOf(criterion)} ${given(asOf, example.facts)}`,
      citation: criterion.citation,
    })),
  };
}

function leaningsOf(result: CriterionResult | undefined): string[] {
  if (!result) return ["not-in-force"];
  if (result.answers.length === 0) return ["open"];
  return result.answers.map(({ leaning, certainty }) => (certainty === "established" ? leaning : `possibly-${leaning}`));
}

function wordsOf(leanings: string[], atMost: number | null | undefined): string {
  const words = [...new Set(leanings)].sort().join(", ");
  return atMost === undefined ? words : `${words}; at most ${atMost ?? "not capped"}`;
}

function conditionsOf({ answers }: Criterion): string {
  return answers.map(({ leaning, when }) => `It is answered (${leaning}) when ${oneLine(when)}.`).join(" ");
}

function why(when: string, asOf: string, facts: Record<string, unknown>): string {
  return `The rule applies when ${oneLine(when)}. ${given(asOf, facts)}`;
}

function given(asOf: string, facts: Record<string, unknown>): string {
  const all = Object.entries({ asOf, ...facts }).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return `Given ${all.join(", ")}; the rest is the neutral case.`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
