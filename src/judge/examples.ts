import { z } from "zod";
import type { RulePack } from "../model/index.js";
import { applyRules, compileRulePack } from "./apply.js";
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
 * `cannot-be-excluded` where it stays open, `none` where it does not apply.
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
  return { passed, failed };
}

function why(when: string, asOf: string, given: Record<string, unknown>): string {
  const facts = Object.entries({ asOf, ...given }).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return `The rule applies when ${when.replace(/\s+/g, " ").trim()}. Given ${facts.join(", ")}; the rest is the neutral case.`;
}
