import { z } from "zod";
import type { ImportedSource } from "./catalogue.js";
import { Day, PartialDate } from "./common.js";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();

const Counts = z.object({
  records: Count,
  parties: Count,
  interests: Count,
  listings: Count,
  refused: Count,
  passedOver: Count,
});

const Files = z.array(z.object({ name: z.string(), bytes: Count, sha256: Sha256 }));

/** A record that should have been read and could not. */
export const Refusal = z.object({
  place: z.string().describe("the file, or the entry of an archive"),
  line: z.int().positive().optional(),
  record: z.string().optional().describe("the record's own number or id"),
  reason: z.string(),
});
export type Refusal = z.infer<typeof Refusal>;

/** What became of one source in one import. */
export const SourceReport = z.object({
  id: z.string(),
  title: z.string(),
  formats: z.array(z.string()).describe("ids of the formats it was read with"),
  outcome: z
    .enum(["imported", "unchanged", "failed"])
    .describe("unchanged: the same files are in force already, and nothing was read; failed: what was in force before still is"),
  reason: z.string().optional().describe("why, where it failed"),
  files: Files,
  edition: PartialDate.nullable().describe("date that the data itself bears"),
  importedOn: Day,
  sha256: Sha256.describe("the edition's own name: over the digests of its files and the importer's version"),
  counts: Counts.describe("records read; parties that differ, interests and listings kept; records refused; records passed over"),
  refused: z.array(Refusal).describe("the first hundred of them"),
  passedOver: z.record(z.string(), Count).describe("sound records that beholden has no use for, by what they are"),
  notes: z.array(z.string()),
  seconds: z.number().nonnegative(),
});
export type SourceReport = z.infer<typeof SourceReport>;

/** What became of everything that was given to one import. */
export const ImportReport = z.object({
  schemaVersion: z.literal("1"),
  sources: z.array(SourceReport),
  failed: z
    .array(z.object({ place: z.string(), reason: z.string(), fault: z.boolean().describe("a fault of beholden's own") }))
    .describe("files that cannot be read"),
  left: z
    .array(z.object({ place: z.string(), reason: z.string() }))
    .describe("entries of archives that no format recognises or that cannot be unpacked"),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What became of one source that was asked for at its publisher's. */
export const SourceUpdate = z.object({
  source: z.string(),
  outcome: z.enum(["updated", "unchanged", "failed"]).describe("unchanged: the publisher has nothing newer than what is in force"),
  url: z.string(),
  reason: z.string().optional().describe("why, where it failed: what was in force before still is"),
  resumedFrom: Count.optional().describe("bytes that an earlier, cut off download had brought already"),
  import: SourceReport.optional(),
});
export type SourceUpdate = z.infer<typeof SourceUpdate>;

export const UpdateReport = z.object({ schemaVersion: z.literal("1"), updates: z.array(SourceUpdate) });
export type UpdateReport = z.infer<typeof UpdateReport>;

const DatedSource = z.object({ id: z.string(), date: z.string(), daysOld: z.int() });

const Imported = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  publisher: z.string().optional(),
  licence: z.string().optional(),
  edition: PartialDate.nullable(),
  importedOn: Day,
  format: z.string(),
  files: Files,
  counts: Counts,
  sha256: Sha256,
}) satisfies z.ZodType<ImportedSource>;

/** One imported source. `daysOld` counts from the edition's date, or from the import where the data bears none. */
export const ImportStatus = z.object({
  id: z.string(),
  intact: z.boolean(),
  damage: z.string().nullable().describe("what is wrong, where it is not intact"),
  folder: z.string().nullable().describe("null: it is not told where it lies"),
  daysOld: z.int().nullable(),
  source: Imported.nullable(),
});
export type ImportStatus = z.infer<typeof ImportStatus>;

/** What the built-in reference and the imports hold. Ages in whole days before today, UTC. */
export const ReferenceStatus = z.object({
  schemaVersion: z.literal("1"),
  edition: z.string(),
  sha256: Sha256,
  intact: z.boolean(),
  folder: z.string().nullable().describe("null: it is not told where it lies"),
  counts: z.record(z.string(), Count),
  sources: z.object({ newest: DatedSource, oldest: DatedSource, undated: Count, notOpened: Count }),
  networks: z.object({
    source: z.string(),
    edition: z.string(),
    licence: z.string(),
    attribution: z.string(),
    ipv4: Count,
    ipv6: Count,
    organisations: Count,
  }),
  imports: z.object({ folder: z.string().nullable(), sources: z.array(ImportStatus) }),
});
export type ReferenceStatus = z.infer<typeof ReferenceStatus>;
