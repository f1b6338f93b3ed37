import { z } from "zod";
import { AttributedObservation } from "./attribution.js";
import { Day, PartialDate } from "./common.js";
import { ReviewCriteria } from "./criteria.js";
import { Duty } from "./deal.js";
import { Counterparty, Determination, Finding } from "./finding.js";
import { DeclaredMeasure, Inventory } from "./inventory.js";
import { AssumedMeasure, Measure } from "./measure.js";
import { FileRead, LeftOut, Problem } from "./observation.js";
import { Party } from "./party.js";
import { Reach } from "./reach.js";
import { RecordedDeclaration, RecordedFacts, RecordedLaw } from "./recorded.js";
import { SideBySide } from "./side-by-side.js";
import { Transaction } from "./transaction.js";

/** The whole result of a review; `--format json` prints it, every report is drawn from it and from nothing else. */
export const Review = z.object({
  schemaVersion: z.literal("1"),
  tool: z.object({ name: z.literal("beholden"), version: z.string() }),
  asOf: Day,
  subject: Inventory.shape.subject,
  reference: z.object({
    edition: z.string(),
    sha256: z.string(),
    imports: z.array(z.object({ id: z.string(), title: z.string(), edition: PartialDate.nullable(), sha256: z.string() })).optional(),
  }),
  rulePacks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      governments: z.array(z.string()),
      sha256: z.string(),
      law: RecordedLaw.optional().describe("what of it is in force when, so that two reviews can be compared"),
    }),
  ),
  answer: z.array(z.string()).min(1).describe("the answer in sentences"),
  summary: z.object({
    files: z.int(),
    observations: z.int(),
    attributed: z.int(),
    unattributed: z.int(),
    providers: z.int(),
    transactions: z.int(),
    reaches: z.int(),
    residualReaches: z.int(),
    reachesEnded: z
      .object({
        verified: z.int().describe("by verified measures alone"),
        inPlace: z.int().describe("by measures in place, at least one of them not verified"),
        assumed: z.int().describe("by measures that are only assumed with --with"),
        ifPromisesKept: z.int().describe("not ended, and would be if what is promised were in place"),
      })
      .optional()
      .describe("kept apart, never added up"),
    findings: z.record(z.string(), z.int()).describe("open findings by outcome"),
    accepted: z.int(),
    acceptanceExpired: z.int(),
    inBaseline: z.int(),
    problems: z.int(),
    leftOut: z.int(),
  }),
  determination: Determination,
  determinations: z.array(Determination),
  findings: z.array(Finding),
  criteria: z
    .array(ReviewCriteria)
    .optional()
    .describe("of the packs that have criteria: answered from evidence, or open with what to ask"),
  sideBySide: z.array(SideBySide).optional().describe("with --side-by-side: every regime asked about every counterparty"),
  duties: z.array(Duty).optional().describe("what the law makes the subject do, by when; what has a day comes first"),
  transactions: z.array(Transaction),
  counterparties: z.array(Counterparty),
  reaches: z.array(Reach),
  observations: z.array(AttributedObservation),
  providers: z.array(z.object({ id: z.string(), name: z.string(), operator: z.string(), governments: z.array(z.string()) })),
  parties: z.array(Party.pick({ id: true, name: true, kind: true, jurisdiction: true })),
  measures: z
    .array(
      Measure.pick({ id: true, name: true, leaves: true }).extend({
        declared: z.array(DeclaredMeasure.pick({ status: true, appliesTo: true, evidence: true })).describe("empty: not declared"),
      }),
    )
    .optional()
    .describe("every measure that a finding, a determination, a reach or the inventory names"),
  assumed: z
    .array(
      AssumedMeasure.extend({ name: z.string(), conditions: z.array(z.string()).describe("what is taken to be so and is not declared") }),
    )
    .optional()
    .describe("with --with: measures taken as in place, which nobody declared"),
  unattributed: z.array(z.object({ kind: z.string(), value: z.string(), count: z.int(), paths: z.array(z.string()) })),
  files: z.array(FileRead),
  problems: z.array(Problem),
  leftOut: z.array(LeftOut),
  assumptions: z.array(z.string()),
  facts: RecordedFacts.optional().describe("the dated facts behind the transactions and reaches, so that two reviews can be compared"),
  declared: RecordedDeclaration.nullable().optional().describe("what beholden.yaml declares; null where there is none"),
});
export type Review = z.infer<typeof Review>;
