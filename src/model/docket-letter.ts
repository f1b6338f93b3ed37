import { z } from "zod";
import { MovedDeadline } from "./calendar.js";
import { Day, Mark } from "./common.js";
import { HandlingMark, RestrictedNames } from "./handling.js";
import { Instant, JournalHead, Sha256 } from "./journal.js";
import { Letter, LetterIssue } from "./letter.js";
import { letterKinds, TemplateField } from "./letter-template.js";
import { Standing } from "./procedure.js";
import { StoredFile } from "./stored-file.js";

export const letterStatuses = ["draft", "approved", "issued"] as const;

const Doing = { by: z.string(), at: Instant };

/** What a reviewer found of a letter, and of which state of it. */
export const LetterReview = z.strictObject({
  ...Doing,
  verdict: z.enum(["fit", "changes"]),
  note: z.string().max(10_000).nullable(),
  content: Sha256.describe("of the letter that was reviewed"),
});
export type LetterReview = z.infer<typeof LetterReview>;

/** A provision that is not on file, which a person confirmed by name. */
export const ConfirmedCitation = z.strictObject({ ...Doing, citation: z.string().min(3).max(300), why: z.string().max(1000).nullable() });
export type ConfirmedCitation = z.infer<typeof ConfirmedCitation>;

/** A letter of a case, as the journal keeps it. Its words are made from the record until it is issued; then they are files. */
export const DocketLetter = z.strictObject({
  handling: HandlingMark.describe("the strictest mark in it"),
  kind: z.enum(letterKinds),
  title: z.string().max(200).describe("of its template"),
  template: z.strictObject({ id: z.string(), sha256: Sha256 }).describe("its text is among the files"),
  fields: z.record(z.string(), z.string().max(100_000)).describe("what people filled in"),
  confirmed: z.array(ConfirmedCitation).default([]).describe("provisions that are not on file, each with who confirmed it"),
  releaseOf: z.string().nullable().describe("of a public version: the letter that it is made from"),
  status: z.enum(letterStatuses),
  drafted: z.strictObject(Doing),
  reviews: z.array(LetterReview),
  approved: z
    .strictObject({ ...Doing, content: Sha256 })
    .nullable()
    .describe("by whom, and exactly which state of it"),
  issued: z
    .strictObject({ ...Doing, ...LetterIssue.shape, event: z.int().positive().nullable().describe("its event in the case") })
    .nullable(),
  files: z.array(StoredFile),
});
export type DocketLetter = z.infer<typeof DocketLetter>;

/** A passage that a public version leaves out, for those who may see it: never part of the public version. */
export const Removal = z.object({
  section: z.string(),
  text: z.string(),
  ground: z.string(),
  citation: z.string().nullable(),
  mark: Mark.nullable(),
});
export type Removal = z.infer<typeof Removal>;

/** A letter with its words as they are now, and what it still lacks. */
export const ShownLetter = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  id: z.string(),
  version: z.int().describe("the journal's entry that it stands in now: what --seen takes"),
  ...DocketLetter.shape,
  authors: z.array(z.string()).describe("who drafted or changed it; none of them approves it"),
  missing: z.array(z.string()).describe("what keeps it from being issued"),
  unchecked: z.array(z.string()).describe("provisions that it cites, that are not on file, and that nobody confirmed"),
  asks: z.record(z.string(), TemplateField).describe("its fields: what each is to be filled with"),
  letter: Letter,
  head: JournalHead,
});
export type ShownLetter = z.infer<typeof ShownLetter>;

/** A letter as it would be with what is typed, before any of it is saved; and for each field what its sentences rest on. */
export const LetterPreview = z.object({
  ...ShownLetter.pick({ schemaVersion: true, case: true, id: true, version: true, handling: true, missing: true }).shape,
  ...ShownLetter.pick({ unchecked: true, asks: true, letter: true, head: true }).shape,
  sources: z
    .record(
      z.string(),
      z.array(z.object({ text: z.string(), sources: z.array(z.string()), gap: z.string().nullable().describe("what is missing") })),
    )
    .describe("of each field that is filled in with words, its sentences"),
  faults: z.record(z.string(), z.string()).describe("fields that cannot be read as they are, with line and column: they are left out"),
});
export type LetterPreview = z.infer<typeof LetterPreview>;

/** What issuing a letter on a day would give it. Nothing is done. */
export const IssuePreview = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  id: z.string(),
  number: z.string(),
  on: Day,
  service: z.string().nullable(),
  services: z
    .array(z.object({ id: z.string(), title: z.string(), settled: z.boolean() }))
    .describe("ways to serve it, where its event has any"),
  content: Sha256,
  event: z.object({ event: z.string(), title: z.string(), on: Day }).nullable().describe("the event of the case that it is"),
  deadlines: LetterIssue.shape.deadlines,
  remarks: z.array(z.string()),
  refused: z.array(z.string()).describe("why it cannot be issued so; empty where it can"),
  head: JournalHead,
});
export type IssuePreview = z.infer<typeof IssuePreview>;

/** What a public version leaves out. It is as strict as the letter that it is made from. */
export const LetterRemovals = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  letter: z.string(),
  releaseOf: z.string(),
  handling: HandlingMark,
  removals: z.array(Removal),
  head: JournalHead,
});
export type LetterRemovals = z.infer<typeof LetterRemovals>;

export const LetterList = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  letters: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(letterKinds),
      title: z.string(),
      status: z.enum(letterStatuses),
      handling: HandlingMark,
      number: z.string().nullable(),
      on: Day.nullable(),
      releaseOf: z.string().nullable(),
      drafted: z.object(Doing),
    }),
  ),
  restricted: RestrictedNames,
  head: JournalHead,
});
export type LetterList = z.infer<typeof LetterList>;

/** What a command did to a letter. */
export const LetterChange = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  letter: z.string(),
  did: z.string(),
  entries: z.array(z.int()),
  repeated: z.boolean(),
  status: z.enum(letterStatuses),
  missing: z.array(z.string()),
  issued: DocketLetter.shape.issued,
  files: z.array(StoredFile).describe("that its issue made"),
  moved: z.array(MovedDeadline),
  remarks: z.array(z.string()),
  standing: Standing.nullable(),
  head: JournalHead,
});
export type LetterChange = z.infer<typeof LetterChange>;

/** Whether a file is exactly what was issued. */
export const LetterCheck = z.object({
  schemaVersion: z.literal("1"),
  file: z.string(),
  sha256: Sha256,
  bytes: z.int(),
  issued: z.array(
    z.object({ case: z.string(), letter: z.string(), number: z.string(), on: Day, form: z.string(), name: z.string(), head: JournalHead }),
  ),
  names: z.array(z.string()).describe("numbers of letters that stand in the file, where it is none of their files"),
  head: JournalHead,
});
export type LetterCheck = z.infer<typeof LetterCheck>;

/** A file of an issued letter, written out of the docket. */
export const LetterFileWritten = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  letter: z.string(),
  to: z.string(),
  file: StoredFile,
  head: JournalHead,
});
export type LetterFileWritten = z.infer<typeof LetterFileWritten>;
