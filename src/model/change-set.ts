import { z } from "zod";
import { PartialDate } from "./common.js";

const Edition = z.object({
  edition: z.string().describe("the first 16 digits of its SHA-256: the name of its folder"),
  date: PartialDate.nullable().describe("date that the data itself bears"),
  importedOn: z.string(),
  records: z.int().describe("of a rule pack its rules, criteria, terms and duties; it has no parties, interests and listings"),
  parties: z.int(),
  interests: z.int(),
  listings: z.int(),
});

/** What somebody decided on a change set. */
export const ChangeDecision = z.object({
  state: z.enum(["accepted", "rejected"]),
  by: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
});
export type ChangeDecision = z.infer<typeof ChangeDecision>;

/** How many rows of a change set were decided one by one. */
const RowDecisions = z.object({ accepted: z.int(), rejected: z.int() });

/** An import or update of a source, as a change from the edition before it. */
export const ChangeSet = z.object({
  id: z.string().describe("source and edition, such as us-ofac-sdn/0123456789abcdef or rules:us-dsp/0123456789abcdef"),
  kind: z.enum(["source", "rule-pack"]).describe("an import of a list, register or table, or another edition of a rule pack"),
  source: z.string().describe("id of the source; of a rule pack its id after `rules:`"),
  title: z.string(),
  after: Edition,
  before: Edition.nullable().describe("null: the source was not there before, or its earlier edition is not kept"),
  held: z.boolean().describe("imported to be looked at first: nothing of it is in force until it is accepted"),
  inForce: z
    .enum(["after", "part", "before", "neither"])
    .describe("the edition that reviews stand on; part: some rows stand as the one has them, the others as the other"),
  decision: ChangeDecision.nullable().describe("on all rows that were not decided one by one; null: nobody decided yet"),
  decidedRows: RowDecisions,
  open: z.boolean().describe("somebody still has to decide: on the whole, or on rows that are left"),
});
export type ChangeSet = z.infer<typeof ChangeSet>;

/** A rule pack that is otherwise than when reviews that are kept were made. */
export const ChangedPack = z.object({
  id: z.string(),
  now: z.string().nullable().describe("SHA-256 of the pack as it is; null: it is none of the built-in ones"),
  reviews: z.array(z.object({ id: z.string(), subject: z.string(), asOf: z.string(), sha256: z.string() })),
});
export type ChangedPack = z.infer<typeof ChangedPack>;

/** Every change set that is kept, the newest first. A pack that this folder of data knows in one edition only is one with nothing before it. */
export const ChangeList = z.object({
  schemaVersion: z.literal("1"),
  changes: z.array(ChangeSet),
  packEditions: z.array(ChangeSet).describe("the rule packs that came with beholden, as change sets"),
  rulePacks: z.array(ChangedPack),
});
export type ChangeList = z.infer<typeof ChangeList>;

/** One party of a source, or one rule, term or other part of a rule pack, that an edition adds, changes or leaves out. */
export const ChangedRecord = z.object({
  party: z.string().describe("id of the row: of a party, or of what a rule pack holds, such as rule:omic-access"),
  name: z.string(),
  change: z.enum(["added", "changed", "gone"]),
  lists: z
    .array(z.string())
    .describe("that it stands on, after or, where it is gone, before; of a rule pack what kind of thing the row is"),
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  decision: ChangeDecision.nullable().describe("on this row alone; null: what is decided on the whole counts"),
});
export type ChangedRecord = z.infer<typeof ChangedRecord>;

/** What a change set does to a review that is kept: it is made again on each of the two editions. */
export const KnockOn = z.object({
  review: z.string(),
  subject: z.string(),
  asOf: z.string(),
  answer: z.array(z.string()).describe("in sentences"),
  findings: z.array(z.object({ id: z.string(), title: z.string(), change: z.string() })),
});
export type KnockOn = z.infer<typeof KnockOn>;

/** A change set with its rows. */
export const ShownChange = z.object({
  schemaVersion: z.literal("1"),
  change: ChangeSet,
  counts: z
    .object({ added: z.int(), changed: z.int(), gone: z.int(), same: z.int() })
    .nullable()
    .describe("null: too large to compare row by row"),
  rows: z.array(ChangedRecord).describe("the first thousand"),
  knockOn: z.array(KnockOn).nullable().describe("null: it was not asked for"),
});
export type ShownChange = z.infer<typeof ShownChange>;
