import { z } from "zod";
import { DeadlineCount, MovedDeadline } from "./calendar.js";
import { CaseEntry } from "./case-entry.js";
import { Day } from "./common.js";
import { DecisionLine } from "./docket-decision.js";
import { ShownFact } from "./docket-evidence.js";
import { RunLine } from "./docket-run.js";
import { HandlingMark, RestrictedNames } from "./handling.js";
import { DocketManifest, JournalHead, Json, Sha256 } from "./journal.js";
import { Ineffective, kindsOfCase, OpenPoint, Standing } from "./procedure.js";

export const CaseParty = z.strictObject({ name: z.string().min(1).max(300), role: z.string().min(1).max(100) });
export type CaseParty = z.infer<typeof CaseParty>;

/** What a case is, apart from what happened in it. */
export const DocketCase = z.strictObject({
  caption: z.string().min(1).max(300),
  kind: z.enum(kindsOfCase),
  procedure: z.string().nullable().describe("the id of the procedure that it follows; null: none, so it has no clocks"),
  reference: z.string().max(200).nullable().describe("the number that an office or a party gave it"),
  parties: z.array(CaseParty).max(500),
});
export type DocketCase = z.infer<typeof DocketCase>;

/** One event of a case, with its place on the docket. */
export const ShownEvent = z.object({
  number: z.int().positive().describe("its number in the case"),
  version: z.int().describe("the journal's entry that it stands in now"),
  recorded: z.object({ by: z.string(), at: z.string() }),
  corrected: z.enum(["no", "corrected", "struck-out"]).describe("by a later event of the case"),
  entry: CaseEntry.describe("as it was recorded"),
});
export type ShownEvent = z.infer<typeof ShownEvent>;

/** A case with what happened in it and where it stands. */
export const ShownCase = z.object({
  schemaVersion: z.literal("1"),
  id: z.string(),
  version: z.int().describe("the journal's entry that its caption, parties and reference stand in now: what --seen takes"),
  ...DocketCase.shape,
  opened: z.object({ by: z.string(), at: z.string() }),
  events: z.array(ShownEvent),
  standing: Standing.nullable(),
  open: z.array(OpenPoint).describe("rules of the procedure that were not read as they are in force, with who confirmed them"),
  notes: z.array(z.object({ text: z.string(), by: z.string(), at: z.string() })),
  runs: z.array(RunLine).describe("results of reviews and dossiers that belong to the case"),
  decisions: z.array(DecisionLine).describe("each with how it stands to the case as it is now"),
  evidence: z
    .object({ items: z.int(), quotes: z.int(), facts: z.int(), withoutEvidence: z.array(ShownFact) })
    .describe("what the case rests on; facts that rest on no quote that stands are listed"),
  restricted: RestrictedNames,
  head: JournalHead,
});
export type ShownCase = z.infer<typeof ShownCase>;

/** The answer of `beholden docket why`: the count, with the head of the journal that it was made from. */
export const DocketWhy = DeadlineCount.extend({ head: JournalHead });
export type DocketWhy = z.infer<typeof DocketWhy>;

/** One line of the list of cases. */
export const CaseLine = z.object({
  id: z.string(),
  caption: z.string(),
  kind: z.enum(kindsOfCase),
  procedure: z.string().nullable(),
  state: z.string().nullable(),
  since: Day.nullable(),
  next: z
    .object({
      deadline: z.string(),
      title: z.string(),
      agency: z.string().nullable(),
      due: Day,
      status: z.string(),
      days: z.int().describe("calendar days left; negative where it is over"),
    })
    .nullable(),
  overdue: z.int().describe("how many of its deadlines are overdue"),
});
export type CaseLine = z.infer<typeof CaseLine>;

export const CaseList = z.object({
  schemaVersion: z.literal("1"),
  asOf: Day,
  cases: z.array(CaseLine),
  total: z.int().describe("how many cases were asked for, on this page and all others"),
  next: z.string().nullable().describe("what --after takes for the next page; null: this is the last"),
  head: JournalHead,
});
export type CaseList = z.infer<typeof CaseList>;

/** What a command did to a case. */
export const CaseChange = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  did: z.string(),
  event: z.int().nullable().describe("the number of the event in the case"),
  entries: z.array(z.int()).describe("the journal's entries that it made"),
  repeated: z.boolean().describe("the same request had been carried out before: nothing was done now"),
  logged: z.array(Ineffective).describe("what is kept without effect, with the section that says so"),
  withoutEffect: z.array(Ineffective).describe("events that took effect before and no longer do"),
  moved: z.array(MovedDeadline),
  standing: Standing.nullable(),
  head: JournalHead,
});
export type CaseChange = z.infer<typeof CaseChange>;

/** A line of the record: what an entry of the journal says, with its digests. */
export const RecordLine = z.object({
  number: z.int(),
  digest: Sha256,
  content: Sha256.describe(
    "of the entry's text: with the digest of the entry before, the digest follows from it, though the text be withheld",
  ),
  at: z.string(),
  by: z.string(),
  act: z.string(),
  case: z.string().nullable(),
  object: z.string(),
  changed: z.array(z.object({ path: z.array(z.string()), before: Json.optional(), after: Json.optional() })),
  reason: z.string().nullable(),
  handling: HandlingMark.describe(
    "the strictest mark of what the entry says before and after, and of its object as it is now; `internal` where it has none",
  ),
  origin: z.object({ docket: z.string(), at: z.string(), by: z.string() }).nullable(),
});
export type RecordLine = z.infer<typeof RecordLine>;

/** The record, oldest first. */
export const DocketRecord = z.object({
  schemaVersion: z.literal("1"),
  lines: z.array(RecordLine),
  restricted: z.int().describe("lines of restricted items that tell what was done, and not what it says"),
  next: z.int().nullable().describe("what --after takes for the next page; null: this is the last"),
  head: JournalHead,
});
export type DocketRecord = z.infer<typeof DocketRecord>;

/** What a command on the whole docket, or on a bundle, did. */
export const DocketDone = z.union([
  z.strictObject({ schemaVersion: z.literal("1"), case: z.string(), repeated: z.boolean(), head: JournalHead }).describe("docket new"),
  z
    .strictObject({ schemaVersion: z.literal("1"), entries: z.int(), objects: z.int(), mended: z.array(z.string()), head: JournalHead })
    .describe("docket rebuild"),
  z
    .strictObject({ schemaVersion: z.literal("1"), file: z.string(), manifest: DocketManifest, sha256: Sha256 })
    .describe("docket backup, docket export"),
  z
    .strictObject({
      schemaVersion: z.literal("1"),
      case: z.string(),
      from: z.string(),
      bundle: Sha256,
      entries: z.int(),
      repeated: z.boolean(),
      head: JournalHead,
    })
    .describe("docket import"),
]);
export type DocketDone = z.infer<typeof DocketDone>;
