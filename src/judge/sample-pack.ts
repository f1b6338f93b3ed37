import { type Holding, Holding as HoldingSchema, type RulePack, RulePack as RulePackSchema } from "../model/index.js";

/** A pack for tests, as YAML: one rule on a covered counterparty with a reach to the data. */
export const samplePackText = `schemaVersion: "1"
id: sample
title: A sample law
authority: Sample Act
from: 2020-01-01
mark: R
domestic: [US]
regime:
  governments:
    - { code: CN, mark: R }
  covered:
    limbs: [ownership, organised]
sources:
  - { title: Sample Act }
rules:
  - id: data-access
    title: A covered party gets the data
    citation: Sample Act, section 1
    mark: R
    when: counterparty.covered == "yes" && size(reach.access) > 0
    openWhen: counterparty.covered == "cannot-be-excluded"
    outcome: review
    explanation: "{{counterparty.name}} lets {{reach.access}} reach {{transaction.systemName}}."
    settle: ["{{counterparty.name}}: who owns you?"]
    examples:
      - { name: covered, facts: { counterparty.covered: "yes", reach.access: [CN] }, expect: review }
      - { name: not covered, facts: {}, expect: none }
`;

/** A pack for tests with the rules and other parts given. */
export function samplePack(more: Record<string, unknown> = {}, rule: Record<string, unknown> = {}): RulePack {
  return RulePackSchema.parse({
    schemaVersion: "1",
    id: "sample",
    title: "A sample law",
    authority: "Sample Act",
    mark: "R",
    domestic: ["US"],
    regime: { governments: [{ code: "CN", mark: "R" }], covered: { limbs: ["ownership", "organised"] } },
    sources: [{ title: "Sample Act" }],
    rules: [sampleRule(rule)],
    ...more,
  });
}

/** A rule for tests. */
export function sampleRule(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: "data-access",
    title: "A covered party gets the data",
    citation: "Sample Act, section 1",
    mark: "R",
    when: 'counterparty.covered == "yes" && size(reach.access) > 0',
    outcome: "review",
    explanation: "{{counterparty.name}} lets {{reach.access}} reach {{transaction.systemName}}.",
    examples: [
      { name: "covered", facts: { "counterparty.covered": "yes", "reach.access": ["CN"] }, expect: "review" },
      { name: "not covered", facts: {}, expect: "none" },
    ],
    ...more,
  };
}

/** A holding for tests. */
export function sampleHolding(id: string, more: Partial<Holding>): Holding {
  return HoldingSchema.parse({ id, name: id, categories: ["none-of-note"], ...more });
}
