import { z } from "zod";

/** A SHA-256 digest in hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits");

/** A moment in UTC, to the millisecond. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, "expected a moment such as 2026-11-27T09:30:00.000Z");
export type Instant = z.infer<typeof Instant>;

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export const Json = z.unknown() as unknown as z.ZodType<Json>;

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/, "expected letters, digits and . _ : / - only, 200 at most");

/** What an entry is about. */
export const ObjectName = z.strictObject({ kind: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), id: Id });
export type ObjectName = z.infer<typeof ObjectName>;

/** What one entry of the journal says: who, when, what, the object, before and after, the reason. */
export const JournalBody = z.strictObject({
  at: Instant.describe("when it was recorded, by the clock of the machine that recorded it"),
  by: z.string().min(1).max(200).describe("who did it"),
  act: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe("what was done"),
  case: Id.nullable().describe("the case that it belongs to"),
  object: ObjectName,
  before: Json.describe("the object as it was; null where there was none"),
  after: Json.describe("the object as it is from here on; null where it is gone"),
  reason: z.string().max(10_000).nullable(),
  change: z
    .strictObject({ key: z.string().min(1).max(200), request: Sha256, part: z.int().positive(), of: z.int().positive() })
    .describe("the request that it is part of: its idempotency key, the digest of what was asked, and which of how many entries this is"),
  origin: z
    .strictObject({ docket: Id, number: z.int().positive(), digest: Sha256, at: Instant, by: z.string() })
    .nullable()
    .describe("of an entry that came from another docket: its place there, when and by whom it was recorded"),
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .describe("random, so that a digest does not let anyone guess what it stands for"),
});
export type JournalBody = z.infer<typeof JournalBody>;

/**
 * An entry in its place. `content` is the SHA-256 of the body as canonical JSON (RFC 8785), `digest` that of
 * `{content, number, previous}`, `previous` the digest of the entry before; sixty-four zeros before the first.
 */
export const JournalEntry = z.strictObject({
  number: z.int().positive(),
  previous: Sha256,
  content: Sha256,
  digest: Sha256,
  body: JournalBody,
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** The newest entry of a journal; number 0 and zeros where there is none. What letters, reports and exports print. */
export const JournalHead = z.strictObject({ number: z.int().nonnegative(), digest: Sha256 });
export type JournalHead = z.infer<typeof JournalHead>;

/** An entry beside a break. */
const Neighbour = z.object({
  number: z.int(),
  digest: z.string(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  act: z.string().nullable(),
  object: z.string().nullable(),
});
export type Neighbour = z.infer<typeof Neighbour>;

/** Where a chain is broken first. */
export const ChainBreak = z.object({
  number: z.int().describe("the entry that does not fit"),
  what: z.string(),
  before: Neighbour.nullable(),
  entry: Neighbour.nullable(),
  after: Neighbour.nullable(),
});
export type ChainBreak = z.infer<typeof ChainBreak>;

/** An entry as it is verified: its digests, and its text where whoever asks may see it. */
export const ChainLink = z.object({
  number: z.int(),
  previous: z.string(),
  content: z.string(),
  digest: z.string(),
  text: z
    .string()
    .nullable()
    .describe("the body as it is kept, which `content` is the SHA-256 of; null where its mark is above what one sees"),
  found: z
    .object({ case: z.string().nullable(), kind: z.string(), id: z.string(), key: z.string().nullable(), by: z.string(), act: z.string() })
    .nullable()
    .describe("the columns by which it is found, which repeat its text"),
});
export type ChainLink = z.infer<typeof ChainLink>;

/** Entries of the journal in order, to be verified by whoever asks. */
export const ChainPage = z.object({
  schemaVersion: z.literal("1"),
  links: z.array(ChainLink),
  next: z.int().nullable().describe("what `after` takes for the next page; null: this is the last"),
  withheld: z.int().describe("entries whose text is withheld: their place in the chain is verified by digest alone"),
  head: JournalHead,
});
export type ChainPage = z.infer<typeof ChainPage>;

/** Whether a journal is unbroken, and what that shows. */
export const DocketVerification = z.object({
  schemaVersion: z.literal("1"),
  store: z.string().describe("what was read, without its password"),
  docket: z.string().nullable().describe("the id that the first entry gave it"),
  entries: z.int().describe("entries that verified, up to the first break"),
  from: z.string().nullable(),
  until: z.string().nullable(),
  head: JournalHead,
  unbroken: z.boolean(),
  break: ChainBreak.nullable(),
  shown: z
    .object({ agrees: z.boolean(), differing: z.array(z.string()).describe("at most the first hundred objects") })
    .nullable()
    .describe("whether what is shown is what the journal says; null where the chain is broken"),
  files: z
    .object({
      named: z.int().describe("files that the entries name"),
      bytes: z.int().describe("of those that have their digests"),
      faults: z
        .array(z.object({ sha256: Sha256, entry: z.int().nullable().describe("the first entry that names it"), what: z.string() }))
        .describe("files that are missing, were changed, or are named by none; at most the first hundred"),
    })
    .describe("whether every file that an entry names is kept and has its digest"),
  heads: z.array(z.object({ given: z.string(), number: z.int().nullable().describe("the entry that has it; null: none has") })),
  clockBack: z.int().nullable().describe("the first entry that is dated before the one in front of it: clocks differ, no break"),
  remarks: z.array(z.string()),
  proves: z.array(z.string()),
  provesNot: z.array(z.string()),
});
export type DocketVerification = z.infer<typeof DocketVerification>;

/** One field of an object that two people changed. */
export const MergedField = z.object({
  path: z.array(z.string()),
  base: Json.optional(),
  mine: Json.optional(),
  theirs: Json.optional(),
  merged: Json.optional(),
  from: z.enum(["mine", "theirs", "both", "clash"]).describe("whose change it is; `clash`: both changed it, and differently"),
});
export type MergedField = z.infer<typeof MergedField>;

/** A save that came after another one: mine, theirs, and both in one where they do not clash. A field that is absent is not there. */
export const DocketConflict = z.object({
  schemaVersion: z.literal("1"),
  object: ObjectName,
  seen: z.int().describe("the version that the later save was made on; 0: none"),
  current: z.int().describe("the version that is there"),
  theirs: z.object({ by: z.string(), at: z.string(), state: Json }),
  base: Json,
  mine: Json,
  fields: z.array(MergedField),
  merged: Json.nullable().describe("null where fields clash"),
  head: JournalHead,
});
export type DocketConflict = z.infer<typeof DocketConflict>;

/** What a bundle says of itself: a case with its part of the journal, or a whole docket. */
export const DocketManifest = z.strictObject({
  schemaVersion: z.literal("1"),
  form: z.literal("beholden-docket"),
  kind: z.enum(["case", "backup"]),
  docket: z.string().describe("the id of the docket that it was made from"),
  case: Id.nullable(),
  head: JournalHead,
  made: z.strictObject({ at: Instant, by: z.string(), version: z.string() }),
  files: z
    .array(z.strictObject({ path: z.string().regex(/^[a-z0-9][a-z0-9./-]{0,199}$/), bytes: z.int().nonnegative(), sha256: Sha256 }))
    .max(250_000),
});
export type DocketManifest = z.infer<typeof DocketManifest>;

/** What was found in a bundle, without any docket at hand. */
export const BundleVerification = z.object({
  schemaVersion: z.literal("1"),
  bundle: z.string(),
  sha256: Sha256.describe("of the manifest, which holds the digests of all else"),
  manifest: DocketManifest,
  intact: z.boolean().describe("every file has its digest, the chain is unbroken and ends in the head that the manifest names"),
  faults: z.array(z.string()),
  entries: z.int().describe("entries whose text is in it"),
  closed: z.int().describe("entries of other cases, which are there by digest alone"),
  files: z.int().describe("files that those entries name"),
  break: ChainBreak.nullable(),
  heads: z.array(z.object({ given: z.string(), number: z.int().nullable() })),
  proves: z.array(z.string()),
  provesNot: z.array(z.string()),
});
export type BundleVerification = z.infer<typeof BundleVerification>;
