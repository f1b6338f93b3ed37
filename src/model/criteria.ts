import { z } from "zod";
import { CountryCode, Evidence, Mark, PartialDate } from "./common.js";

/** How an answer weighs: for the finding that a criterion serves, against it, or as evidence that weighs neither way by itself. */
export const leanings = ["for", "against", "evidence"] as const;
export const Leaning = z.enum(leanings);
export type Leaning = z.infer<typeof Leaning>;

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The question of a law that several criteria serve, such as one of the findings that a determination needs. */
export const CriteriaGroup = z.strictObject({
  id: Id,
  title: z.string(),
  citation: z.string(),
  mark: Mark,
  words: z
    .strictObject({ for: z.string(), against: z.string(), evidence: z.string() })
    .default({ for: "speaks for it", against: "speaks against it", evidence: "evidence" })
    .describe("what each leaning means in this group"),
  askedWhen: z.string().optional().describe("CEL: only then are the criteria of this group put to a transaction"),
});
export type CriteriaGroup = z.infer<typeof CriteriaGroup>;

/** Levels that a law or framework grades by. Answers only ever cap them: a level is never claimed. */
export const CriteriaScale = z.strictObject({
  name: z.string(),
  title: z.string(),
  citation: z.string(),
  mark: Mark,
  levels: z.array(z.strictObject({ level: z.int().nonnegative(), name: z.string(), what: z.string() })).min(2),
});
export type CriteriaScale = z.infer<typeof CriteriaScale>;

/** One way in which the facts of a transaction answer a criterion. */
export const CriterionAnswerRule = z.strictObject({
  when: z.string().describe("CEL over the facts of a transaction: the answer holds"),
  leaning: Leaning,
  text: z.string().describe("template; {{a.dotted.fact}} is replaced"),
  mark: Mark.optional().describe("how far this point was checked, where that differs from the criterion"),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  atMost: z.int().nonnegative().optional().describe("the highest level of the scale that this evidence allows"),
});
export type CriterionAnswerRule = z.infer<typeof CriterionAnswerRule>;

/** What is to be asked of whom. */
export const CriterionQuestion = z.strictObject({
  of: z.string().describe("whom; a template"),
  question: z.string().describe("a template"),
  when: z
    .string()
    .optional()
    .describe("CEL: asked where it holds, answered or not; without it, where nothing answers for or against with certainty"),
});

/** What one example expects: the leanings of the answers that hold, each once; `possibly-` where a mark leaves it a possibility. */
export const criterionExpectations = [
  ...leanings,
  "possibly-for",
  "possibly-against",
  "possibly-evidence",
  "open",
  "not-in-force",
] as const;

export const CriterionExample = z.strictObject({
  name: z.string(),
  facts: z.record(z.string(), z.unknown()).describe("facts that differ from the neutral case, by dotted name"),
  expect: z.array(z.enum(criterionExpectations)).min(1),
  atMost: z.int().nonnegative().nullable().optional().describe("the expected cap; null: none"),
});

/** A criterion that a law weighs: answered from evidence, or open with what to ask and of whom. */
export const Criterion = z.strictObject({
  id: Id,
  group: Id,
  title: z.string(),
  question: z.string(),
  citation: z.string(),
  mark: Mark,
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  formerly: z
    .array(z.strictObject({ until: PartialDate, citation: z.string(), mark: Mark }))
    .default([])
    .describe("how the same criterion was cited up to and including a day, oldest first"),
  answers: z.array(CriterionAnswerRule).default([]).describe("every one that holds is given"),
  ask: z.array(CriterionQuestion).min(1).describe("at least one without `when`, so that no open criterion is left without a question"),
  examples: z.array(CriterionExample).min(1),
});
export type Criterion = z.infer<typeof Criterion>;

/** The criteria of a pack: asked of every transaction for which `askedWhen` holds. */
export const PackCriteria = z.strictObject({
  askedWhen: z.string().describe("CEL: the criteria are put to this transaction"),
  groups: z.array(CriteriaGroup).min(1),
  scale: CriteriaScale.optional(),
  list: z.array(Criterion).min(1),
});
export type PackCriteria = z.infer<typeof PackCriteria>;

/** One answer, no more certain than what it stands on. */
export const CriterionAnswer = z.object({
  leaning: Leaning,
  certainty: z.enum(["established", "cannot-be-excluded"]),
  text: z.string(),
  mark: Mark,
  doubts: z.array(z.string()).describe("sentences: what weakens it"),
  atMost: z.int().nullable().describe("the highest level of the pack's scale that it allows; null: it caps nothing"),
  governments: z.array(CountryCode),
  reaches: z.array(z.string()).describe("ids, strongest first"),
  evidence: z.array(Evidence).min(1).describe("beside what stands in the reaches that it names"),
});
export type CriterionAnswer = z.infer<typeof CriterionAnswer>;

/** `partly-answered`: something answers it, and something is still to be asked. */
export const criterionStates = ["answered", "partly-answered", "open"] as const;

/** A criterion put to one transaction. */
export const AnsweredCriterion = z.object({
  criterion: z.string(),
  state: z.enum(criterionStates),
  atMost: z.int().nullable().describe("the lowest cap of its answers: an upper bound, never a level that was reached"),
  answers: z.array(CriterionAnswer),
  ask: z.array(z.object({ of: z.string(), question: z.string() })),
});
export type AnsweredCriterion = z.infer<typeof AnsweredCriterion>;

/** The criteria of one pack in force on the day of a review, and how each transaction that they are put to answers them. */
export const ReviewCriteria = z.object({
  pack: z.string(),
  groups: z.array(CriteriaGroup),
  scale: CriteriaScale.nullable(),
  list: z.array(Criterion.pick({ id: true, group: true, title: true, question: true, citation: true, mark: true })),
  transactions: z.array(z.object({ transaction: z.string(), criteria: z.array(AnsweredCriterion) })),
});
export type ReviewCriteria = z.infer<typeof ReviewCriteria>;
