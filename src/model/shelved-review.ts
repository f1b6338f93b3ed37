import { z } from "zod";
import { Confidence, Day } from "./common.js";
import { CaseLine } from "./docket-case.js";
import { DecisionLine } from "./docket-decision.js";
import { Determination, Finding } from "./finding.js";
import { HandlingMark } from "./handling.js";
import { Impact } from "./impact.js";
import { ImpactComparison } from "./impact-comparison.js";
import { Instant } from "./journal.js";
import { LawNotCited, Path, Reach, ReachEnds, Step } from "./reach.js";
import { Review } from "./review.js";

/** Where a kept review came from: a folder of this machine, the worked example, files that were handed over, or a file of `--format json`. */
export const ReviewOrigin = z.object({
  kind: z.enum(["folder", "example", "files", "saved"]),
  path: z.string().describe("the folder or file; the name under which files were handed over"),
});
export type ReviewOrigin = z.infer<typeof ReviewOrigin>;

/** One review on the shelf, with what a list says of it. */
export const ShelvedReview = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe("the first 16 digits of the SHA-256 of its JSON: the same review has the same address everywhere"),
  sha256: z.string(),
  kept: Instant.describe("when it was kept, or when its file was last written"),
  origin: ReviewOrigin,
  subject: z.string(),
  asOf: Day,
  outcome: Determination.shape.outcome,
  answer: z.string().describe("the first sentence of the answer"),
  open: z.record(z.string(), z.int()).describe("open findings by outcome"),
  residualReaches: z.int(),
  rulePacks: z.array(z.string()),
  packs: z
    .array(z.object({ id: z.string(), sha256: z.string() }))
    .default([])
    .describe("the packs it was judged by, with their digests"),
  by: z.string().nullable().default(null).describe("who made it; null where that is not known, as of a saved file"),
  handling: HandlingMark.default("internal").describe("how it may be handled: who sees less is not shown it"),
  again: z.boolean().describe("whether its folder is still there, so that it can be reviewed again and asked what breaks"),
});
export type ShelvedReview = z.infer<typeof ShelvedReview>;

/** A file that looks like a saved review and cannot be read. */
export const UnreadReview = z.object({ path: z.string(), what: z.string(), action: z.string() });
export type UnreadReview = z.infer<typeof UnreadReview>;

/** Every review there is, the newest first. */
export const ReviewShelf = z.object({
  schemaVersion: z.literal("1"),
  folder: z
    .string()
    .describe("the folder that the server was started in: where saved reviews are looked for, and below which folders can be reviewed"),
  reviews: z.array(ShelvedReview),
  unread: z.array(UnreadReview),
  withheld: z.int().default(0).describe("reviews that are there and whose mark is above what one sees"),
});
export type ReviewShelf = z.infer<typeof ReviewShelf>;

const OutlinedPath = Path.extend({ steps: z.array(Step.omit({ evidence: true, because: true })) });

/** A review without what a screen asks for one by one: the evidence, the other paths, and everything seen in the artefacts. */
export const ReviewOutline = z.object({
  schemaVersion: z.literal("1"),
  shelved: ShelvedReview,
  review: Review.omit({
    observations: true,
    unattributed: true,
    files: true,
    leftOut: true,
    criteria: true,
    facts: true,
    findings: true,
    reaches: true,
  }).extend({
    findings: z.array(Finding.omit({ evidence: true })),
    reaches: z.array(Reach.omit({ path: true, alternatives: true }).extend({ path: OutlinedPath, alternatives: z.int() })),
  }),
});
export type ReviewOutline = z.infer<typeof ReviewOutline>;

/** One finding of a review with all its evidence, and the reaches that it stands on, whole. */
export const FindingDetail = z.object({
  schemaVersion: z.literal("1"),
  finding: Finding,
  reaches: z.array(Reach).describe("strongest first, at most twenty"),
  furtherReaches: z.int(),
});
export type FindingDetail = z.infer<typeof FindingDetail>;

/** One reach of a review with every path. */
export const ReachDetail = z.object({
  schemaVersion: z.literal("1"),
  reach: Reach,
  ends: ReachEnds,
  notCited: z.array(LawNotCited).describe("laws on file of its government that no path of it rests on"),
});
export type ReachDetail = z.infer<typeof ReachDetail>;

/** What of a review would be otherwise if one step did not hold; nothing of the review is changed by asking. */
export const WithoutStep = z.object({
  schemaVersion: z.literal("1"),
  step: Step.pick({ kind: true, from: true, to: true }),
  reaches: z
    .array(
      z.object({
        number: z.int().positive().describe("its place in the review"),
        ...Reach.pick({ id: true, government: true, effect: true, target: true, residual: true }).shape,
        becomes: z
          .enum(["falls", "cannot-be-told", "other-way", "stays"])
          .describe("cannot-be-told: all ways that the review keeps pass the step, and there may be more; stays: only weaker ways pass it"),
        waysLost: z.int().positive(),
        confidence: z.object({ before: Confidence, after: Confidence.nullable().describe("null: no way is left that is kept") }),
      }),
    )
    .describe("those with a way through the step"),
  unchanged: z.int(),
  findings: z
    .array(
      z.object({
        ...Finding.pick({ id: true, title: true, outcome: true }).shape,
        reaches: z.int().describe("that it stands on"),
        fallen: z.int(),
        cannotBeTold: z.int(),
      }),
    )
    .describe("those that would lose a reach, or might; no rule is asked anew"),
});
export type WithoutStep = z.infer<typeof WithoutStep>;

/** What a review leaves open: read in part, left out, assumed, or seen with nobody on file behind it. */
export const ReviewLeftOpen = z.object({
  schemaVersion: z.literal("1"),
  ...Review.pick({ unattributed: true, problems: true, leftOut: true, assumptions: true, files: true }).shape,
});
export type ReviewLeftOpen = z.infer<typeof ReviewLeftOpen>;

/** Whether the files that a kept review read are still as it read them. */
export const FolderState = z.object({
  schemaVersion: z.literal("1"),
  checked: z.boolean().describe("false: its folder cannot be read here"),
  files: z.int().describe("that the review read"),
  changed: z.array(z.string()),
  gone: z.array(z.string()),
});
export type FolderState = z.infer<typeof FolderState>;

/** What a cut-off breaks, by scenario. */
export const ReviewImpact = z.object({ schemaVersion: z.literal("1"), impacts: z.array(Impact), comparison: ImpactComparison.nullable() });
export type ReviewImpact = z.infer<typeof ReviewImpact>;

/** The cases that a kept review belongs to, with what was decided on it there. */
export const CasesOfReview = z.object({
  schemaVersion: z.literal("1"),
  cases: z.array(
    z.object({
      ...CaseLine.pick({ id: true, caption: true, state: true, next: true }).shape,
      run: z.string().describe("the run of the case that the review is, such as r1"),
      decisions: z.array(DecisionLine).describe("that rest on that run"),
      disputes: z
        .array(z.object({ hop: z.int().positive(), reach: z.int().positive(), text: z.string(), by: z.string(), at: z.string() }))
        .describe("notes of the case that dispute a hop of a reach of that run"),
    }),
  ),
  withheld: z.int().describe("runs and decisions that are there and are shown in their case only, or not to whom it is shown"),
});
export type CasesOfReview = z.infer<typeof CasesOfReview>;

/** What other kept reviews of the same subject say of a finding. */
export const FindingHistory = z.object({
  schemaVersion: z.literal("1"),
  reviews: z
    .array(
      z.object({
        ...ShelvedReview.pick({ id: true, asOf: true, kept: true, by: true }).shape,
        finding: Finding.pick({ outcome: true, status: true, certainty: true, confidence: true })
          .nullable()
          .describe("null: that review does not have it"),
      }),
    )
    .describe("the newest first, this one among them"),
  further: z.int().describe("older reviews that were not read for this"),
});
export type FindingHistory = z.infer<typeof FindingHistory>;
