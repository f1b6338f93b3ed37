import { z } from "zod";
import { CountryCode, Mark, PartialDate } from "./common.js";
import { PackCriteria } from "./criteria.js";
import { DutyRule, PassiveInvestment, SecurityRequirements, Statement, Term } from "./deal.js";
import { Outcome } from "./finding.js";
import { DomesticPersons, OwnershipExample, Regime } from "./regime.js";

/** A line above which a set of data is bulk. */
export const BulkLine = z.strictObject({
  category: z.string(),
  moreThan: z.int().nonnegative(),
  unit: z.enum(["us-persons", "us-devices"]),
  citation: z.string(),
  mark: Mark,
  from: PartialDate.optional(),
  until: PartialDate.optional(),
});

export const RuleExample = z.strictObject({
  name: z.string(),
  facts: z.record(z.string(), z.unknown()).describe("facts that differ from the neutral case, by dotted name"),
  expect: z.union([Outcome, z.enum(["none", "cannot-be-excluded"])]),
});

export const Rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  citation: z.string(),
  mark: Mark,
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  formerly: z
    .array(z.strictObject({ until: PartialDate, citation: z.string(), mark: Mark }))
    .default([])
    .describe("how the same rule was cited up to and including a day, oldest first"),
  when: z.string().describe("CEL over the facts of a transaction: the rule applies"),
  openWhen: z.string().optional().describe("CEL: the facts do not settle whether it applies"),
  outcome: Outcome,
  provision: z.string().optional().describe("the section that decides, as short as people write it, such as 202.301"),
  classification: z.string().optional().describe("the class that a deal has by this rule; of several rules the first in the pack decides"),
  scope: z.string().optional().describe("of an exemption: what it switches off, as duties name it"),
  conditions: z.array(z.string()).default([]).describe("short names of what the outcome depends on"),
  explanation: z.string().describe("template; {{a.dotted.fact}} is replaced"),
  measures: z.array(z.string()).default([]),
  settle: z.array(z.string()).default([]).describe("what to ask, and of whom, when it stays open"),
  examples: z.array(RuleExample).min(2, "a rule needs an example that it catches and one that it does not"),
});
export type Rule = z.infer<typeof Rule>;

/** A law, or a perspective on one, as data. */
export const RulePack = z.strictObject({
  schemaVersion: z.literal("1"),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  authority: z.string(),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  mark: Mark,
  domestic: z.array(CountryCode).describe("the perspective: territories whose persons the rules protect or bind"),
  domesticPersons: DomesticPersons.optional(),
  regime: Regime,
  ownershipExamples: z.array(OwnershipExample).default([]).describe("worked examples of the regime, run as its tests"),
  data: z
    .strictObject({
      bulk: z.array(BulkLine).default([]),
      omicCategories: z.array(z.string()).default([]),
      sensitiveCategories: z.array(z.string()).default([]),
      contactGroups: z.array(z.string()).default([]).describe("identifier groups that do not count when linked only to each other"),
      networkGroups: z
        .array(z.string())
        .default([])
        .describe("identifier groups that do not count when linked only to each other for a network service"),
      identifierGroups: z
        .array(z.strictObject({ group: z.string(), what: z.string(), fullOnly: z.boolean().default(false) }))
        .default([])
        .describe(
          "groups of listed identifiers; fullOnly: a name that says it is not the whole, such as account-number-truncated, does not count",
        ),
      identifierCategory: z.string().optional().describe("category that listed identifiers make up when they count together"),
      listedAreaCategories: z.array(z.string()).default([]).describe("categories that are government-related inside a listed area"),
      intellectualPropertyCategories: z
        .array(z.string())
        .optional()
        .describe("instead of the categories of intellectual property that beholden knows"),
      exclusions: z
        .array(z.strictObject({ name: z.string(), categories: z.array(z.string()).default([]), citation: z.string() }))
        .default([])
        .describe("facts that take data out of the categories named; of all, where none is named"),
      becomes: z
        .array(
          z.strictObject({
            category: z.string(),
            to: z.string(),
            withinMetres: z.number().positive().optional().describe("only where it locates somebody so closely; also asked of `to` itself"),
            citation: z.string(),
            mark: Mark,
          }),
        )
        .default([])
        .describe("what people call data, and the category that it is in law"),
    })
    .optional(),
  deal: z
    .strictObject({
      statements: z.array(Statement).default([]).describe("what the declared facts of a deal state"),
      passive: PassiveInvestment.optional(),
      covered: z.string().optional().describe("id of the term by which a deal is one that the law covers"),
      unclassified: z.string().optional().describe("the class of a deal that no rule reaches"),
    })
    .optional(),
  terms: z.array(Term).default([]).describe("terms of the law, in order: later ones and rules can name earlier ones"),
  securityRequirements: SecurityRequirements.optional(),
  duties: z.array(DutyRule).default([]),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string().optional() })).min(1),
  rules: z.array(Rule).min(1),
  criteria: PackCriteria.optional().describe("what the law weighs, each point answered from evidence or open with what to ask"),
});
export type RulePack = z.infer<typeof RulePack>;
