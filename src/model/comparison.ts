import { z } from "zod";
import { Day, PartialDate } from "./common.js";
import { determinationOutcomes } from "./finding.js";

/** What two reviews can differ in before they say anything. */
export const comparedInputs = ["artefacts", "date", "reference", "rules", "tool"] as const;
export const ComparedInput = z.enum(comparedInputs);
export type ComparedInput = z.infer<typeof ComparedInput>;

export const changeAreas = ["artefacts", "facts", "law", "tool"] as const;

/** Something that is another way in the second review, and can be the cause of a difference. */
export const Change = z.object({
  id: z.string().describe("kind and key; the same in both directions"),
  area: z.enum(changeAreas),
  kind: z.string().describe("observation, attribution, system, holding, measure, acceptance, interest, listing, rule, …"),
  change: z.enum(["added", "removed", "changed", "moved"]),
  by: ComparedInput.nullable().describe("the input that brought it; null where the reviews do not tell"),
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  from: PartialDate.nullable().describe("first day of what began or ended"),
  until: PartialDate.nullable().describe("last day of it"),
  about: z.array(z.string()).describe("what it concerns, such as owners:alibaba-group-holding"),
  sources: z.array(z.string()),
});
export type Change = z.infer<typeof Change>;

export const differenceKinds = [
  "determination",
  "finding",
  "government",
  "provider",
  "parent",
  "party",
  "transaction",
  "counterparty",
  "duty",
  "criterion",
  "reach",
  "unattributed",
  "problem",
  "left-out",
  "assumption",
] as const;

/** A difference between the results, with what it comes from. */
export const Difference = z.object({
  id: z.string().describe("kind and key; the same in both directions"),
  kind: z.enum(differenceKinds),
  change: z.enum(["added", "removed", "changed"]),
  title: z.string(),
  ofConcern: z.boolean().describe("a government of concern of one of the rule packs stands behind it, by more than a lead"),
  fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  causes: z.array(z.string()).describe("ids of changes"),
  inputs: z.array(ComparedInput).describe("inputs that it depends on"),
  explained: z
    .enum(["rerun", "recorded", "only-input", "cannot-be-told"])
    .describe("rerun: both were reviewed again with one input changed at a time; only-input: nothing else differs"),
});
export type Difference = z.infer<typeof Difference>;

export const ComparedSide = z.object({
  name: z.string(),
  asOf: Day,
  subject: z.string(),
  tool: z.string(),
  reference: z.object({ edition: z.string(), sha256: z.string() }),
  rulePacks: z.array(z.object({ id: z.string(), sha256: z.string() })),
  determination: z.enum(determinationOutcomes),
});
export type ComparedSide = z.infer<typeof ComparedSide>;

/** What the second review has that the first has not. Findings that nobody answers for; parents and governments as the differences tell. */
export const News = z.object({
  findings: z.array(z.object({ id: z.string(), outcome: z.string(), title: z.string() })),
  providers: z.array(z.object({ id: z.string(), name: z.string(), parents: z.array(z.string()), ofConcern: z.boolean() })),
  parents: z.array(z.object({ id: z.string(), name: z.string(), ofConcern: z.boolean() })),
  governments: z.array(z.object({ code: z.string(), name: z.string(), effects: z.array(z.string()), ofConcern: z.boolean() })),
});
export type News = z.infer<typeof News>;

/** The answer of `beholden diff`: how two reviews differ, and why. */
export const ReviewComparison = z.object({
  schemaVersion: z.literal("1"),
  tool: z.object({ name: z.literal("beholden"), version: z.string() }),
  before: ComparedSide,
  after: ComparedSide,
  varied: z.array(ComparedInput).describe("inputs in which the two differ"),
  answer: z.array(z.string()).min(1),
  news: News,
  differences: z.array(Difference),
  changes: z.array(Change),
  notes: z.array(z.string()).describe("what limits the comparison"),
});
export type ReviewComparison = z.infer<typeof ReviewComparison>;
