import { z } from "zod";
import { Day } from "./common.js";
import { ReviewComparison } from "./comparison.js";
import { RunFinding } from "./docket-run.js";
import { determinationOutcomes } from "./finding.js";
import { HandlingMark } from "./handling.js";
import { JournalHead, Sha256 } from "./journal.js";
import { StoredFile } from "./stored-file.js";

/** The parts of the state of a case that a decision is taken on. */
export const stateParts = ["procedure", "parties", "events", "evidence", "quotes", "facts", "runs", "findings"] as const;
export const StatePart = z.enum(stateParts);
export type StatePart = z.infer<typeof StatePart>;

/**
 * The state of a case by digests. Of each thing that counts, the SHA-256 of its canonical JSON (RFC 8785); of each part, that of the object of
 * its items and their digests; of the whole, that of `{"form":"1","parts":{…}}` with the digests of the parts.
 */
export const CaseState = z.strictObject({
  form: z.literal("1"),
  digest: Sha256,
  parts: z.array(z.strictObject({ part: StatePart, digest: Sha256, items: z.record(z.string(), Sha256) })),
});
export type CaseState = z.infer<typeof CaseState>;

const ByAt = z.strictObject({ by: z.string(), at: z.string() });
const Grounded = ByAt.extend({ why: z.string() });

/** A determination in a case: what was decided, on what findings, on which state of the case, who proposed and who approved it. */
export const DocketDecision = z.strictObject({
  title: z.string().min(1).max(300),
  handling: HandlingMark,
  run: z.string().describe("the attached run whose findings it cites"),
  outcome: z.enum(determinationOutcomes),
  on: Day.describe("the day of the decision"),
  until: Day.optional().describe("the last day for which it holds, as of a risk that is accepted for a time; left out: without an end"),
  owner: z.string().min(1).max(200).optional().describe("who answers for what it accepts; never who approves it"),
  findings: z.array(RunFinding).max(10_000).describe("cited, as they were"),
  facts: z.array(z.string()).max(1_000).describe("cited facts of the case"),
  evidence: z.array(z.string()).max(1_000).describe("cited evidence of the case"),
  measures: z.array(z.strictObject({ id: z.string(), name: z.string() })).max(1_000),
  grounds: z.string().max(20_000).nullable(),
  draft: Sha256.nullable().describe("a draft of `beholden determination` on this run, which is its content: a file of the docket"),
  state: CaseState.describe("what it was proposed on, or, once it is approved, approved on"),
  authors: z.array(z.string()).min(1).describe("everybody who proposed it; none of them can approve it"),
  proposed: ByAt,
  approved: ByAt.extend({
    state: Sha256,
    note: z.string().nullable(),
    moved: z.boolean().describe("for another state than it was proposed on"),
  })
    .nullable()
    .describe("by another person, for this state"),
  returned: Grounded.nullable().describe("sent back to its author"),
  withdrawn: Grounded.nullable(),
  files: z.array(StoredFile).max(10),
});
export type DocketDecision = z.infer<typeof DocketDecision>;

/** Something that is another way than in the state that a decision was taken on. */
export const StateDifference = z.object({
  part: StatePart,
  item: z.string(),
  change: z.enum(["added", "removed", "changed"]),
  handling: HandlingMark.describe("of what it tells"),
  what: z.string().describe("in one sentence"),
  fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type StateDifference = z.infer<typeof StateDifference>;

/** How a decision stands to the case as it is now. */
export const DecisionStanding = z.object({
  status: z.enum(["proposed", "approved", "returned", "withdrawn"]),
  current: z.boolean().describe("false: it was decided on an older state"),
  state: Sha256.describe("the state of the case now"),
  differences: z.array(StateDifference),
  carriedOut: z.int().nullable().describe("number of the event of the case that names it"),
  reproduced: z.boolean().describe("the journal gives the state that it was decided on, digest for digest"),
});
export type DecisionStanding = z.infer<typeof DecisionStanding>;

/** A decision as a case shows it. The digests of the items of its state stand in `docket decision show`. */
export const DecisionLine = z.object({
  id: z.string().describe("its name in the case, such as d1"),
  version: z.int(),
  ...DocketDecision.omit({ state: true }).shape,
  decidedOn: Sha256.describe("the state that it was proposed on, or approved on"),
  standing: DecisionStanding,
});
export type DecisionLine = z.infer<typeof DecisionLine>;

/** The answer of `beholden docket decision show`. */
export const ShownDecision = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  decision: DecisionLine,
  state: CaseState,
  newerRun: z
    .object({ run: z.string(), comparison: ReviewComparison.nullable().describe("null: it can be told of reviews only") })
    .nullable()
    .describe("the newest later run of the same subject, against the run that was decided on"),
  head: JournalHead,
});
export type ShownDecision = z.infer<typeof ShownDecision>;

/** What a command on a run or a decision did. */
export const RunOrDecisionDone = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  did: z.string(),
  object: z.string().describe("r1, d1"),
  entries: z.array(z.int()),
  repeated: z.boolean(),
  state: Sha256.nullable().describe("of a decision: the state that it stands on"),
  head: JournalHead,
});
export type RunOrDecisionDone = z.infer<typeof RunOrDecisionDone>;
