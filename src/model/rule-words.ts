import { z } from "zod";
import { RuleSet } from "./rule-set.js";
import { Rule, RulePack } from "./rules.js";

/**
 * A condition in words, with its and/or structure kept: a sentence; all or any of several; one under a condition or else another; something said of
 * the members of a list; or, where there are no words for it, the expression itself.
 */
export type ConditionWords =
  | { kind: "sentence"; text: string }
  | { kind: "expression"; cel: string }
  | { kind: "all" | "any"; parts: ConditionWords[] }
  | { kind: "choice"; if: ConditionWords; so: ConditionWords; otherwise: ConditionWords }
  | { kind: "members"; which: (typeof quantifiers)[number]; of: string; hold: ConditionWords };

/** Of how many members of a list something is said. */
export const quantifiers = ["at least one", "every one", "exactly one", "none", "not exactly one"] as const;

export const ConditionWords: z.ZodType<ConditionWords> = z.union([
  z.object({ kind: z.literal("sentence"), text: z.string() }),
  z.object({ kind: z.literal("expression"), cel: z.string() }).describe("no words are known for it: the CEL as it stands"),
  z.object({
    kind: z.enum(["all", "any"]),
    get parts() {
      return z.array(ConditionWords);
    },
  }),
  z.object({
    kind: z.literal("choice"),
    get if() {
      return ConditionWords;
    },
    get so() {
      return ConditionWords;
    },
    get otherwise() {
      return ConditionWords;
    },
  }),
  z.object({
    kind: z.literal("members"),
    which: z.enum(quantifiers),
    of: z.string(),
    get hold() {
      return ConditionWords;
    },
  }),
]);

export const ExampleWords = z.object({
  name: z.string(),
  given: z.array(z.string()).describe("sentences; none: the neutral case as it stands"),
  result: z.string(),
});
export type ExampleWords = z.infer<typeof ExampleWords>;

/** What a rule says, in words. The rule's own fields stand beside it, so only what they do not say in words is here. */
export const RuleWords = z.object({
  when: ConditionWords,
  openWhen: ConditionWords.nullable(),
  outcome: z.string(),
  mark: z.string().describe("how far the text was checked"),
  explanation: z.string().describe("blanks that a transaction fills are named in brackets"),
  settle: z.array(z.string()),
  measures: z.array(z.object({ id: z.string(), name: z.string().nullable().describe("null where the catalogue has no such measure") })),
  examples: z.array(ExampleWords),
});
export type RuleWords = z.infer<typeof RuleWords>;

/** What a criterion asks, in words: how the facts answer it, and what is asked of whom. */
export const CriterionWords = z.object({
  id: z.string(),
  mark: z.string().describe("how far the text was checked"),
  answers: z.array(z.object({ when: ConditionWords, leaning: z.string(), text: z.string() })),
  ask: z.array(z.object({ of: z.string(), question: z.string(), when: ConditionWords.nullable() })),
  examples: z.array(ExampleWords),
});
export type CriterionWords = z.infer<typeof CriterionWords>;

/** What a term of the law means, in words. */
export const TermWords = z.object({ id: z.string(), mark: z.string(), when: ConditionWords, openWhen: ConditionWords.nullable() });
export type TermWords = z.infer<typeof TermWords>;

/** When a duty is owed, and when what was done counts, in words. */
export const DutyWords = TermWords.extend({ validWhen: ConditionWords.nullable() });
export type DutyWords = z.infer<typeof DutyWords>;

/** What a pack says of its regime, in words. */
export const PackWords = z.object({
  mark: z.string().describe("how far the text was checked"),
  protects: z.string().describe("the territories whose persons the pack protects or binds"),
  governments: z.array(z.string()),
  covered: z.array(z.string()).describe("a party is covered where one of these holds"),
  exempt: z.string().nullable(),
  bulk: z.array(z.string()),
  terms: z.array(TermWords),
  duties: z.array(DutyWords),
  criteria: z.object({ askedWhen: ConditionWords, list: z.array(CriterionWords) }).nullable(),
});
export type PackWords = z.infer<typeof PackWords>;

/** A pack, or the rule or criterion of it that was asked for, with its words beside it. */
export const ShownPack = RulePack.extend({ inWords: PackWords, rules: z.array(Rule.extend({ inWords: RuleWords })) });
export type ShownPack = z.infer<typeof ShownPack>;

/** `beholden rules show`: one pack, or a set with its packs. */
export const ShownRules = z.union([ShownPack, RuleSet.extend({ packs: z.array(ShownPack) })]);
export type ShownRules = z.infer<typeof ShownRules>;
