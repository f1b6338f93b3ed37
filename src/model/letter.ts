import { z } from "zod";
import { Day, Evidence, Mark } from "./common.js";
import { HandlingMark } from "./handling.js";
import { JournalHead, Sha256 } from "./journal.js";

/** What a sentence does: tells a fact, cites the law, says something of the letter itself, or tells somebody to do something. */
export const sentenceKinds = ["fact", "law", "statement", "instruction"] as const;

/** What is missing from a sentence, and stays visible in every form: a source, or words that a person has to write. */
export const LetterGap = z.object({ kind: z.enum(["source", "content"]), what: z.string() });
export type LetterGap = z.infer<typeof LetterGap>;

/** One sentence. A fact, or what is said of the law, has a note or a gap: `newLetterWriter` in report/letter sees to that. */
export const LetterSentence = z.object({
  text: z.string(),
  kind: z.enum(sentenceKinds),
  notes: z.array(z.int().positive()).describe("numbers of its sources, ascending"),
  gap: LetterGap.nullable(),
  handling: HandlingMark.optional().describe("how it may be handled, in letters of a docket; a draft from a review marks nothing"),
});
export type LetterSentence = z.infer<typeof LetterSentence>;

const sentences = z.array(LetterSentence);

export const LetterBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paragraph"), sentences }),
  z.object({ kind: z.literal("list"), ordered: z.boolean(), items: z.array(sentences) }),
  z.object({
    kind: z.literal("table"),
    caption: z.string(),
    headings: z.array(z.string()).min(1),
    rows: z.array(z.array(sentences)).describe("row by row, each with a cell for every heading"),
  }),
]);
export type LetterBlock = z.infer<typeof LetterBlock>;

export const LetterSection = z.object({
  id: z.string().describe("its address in the letter"),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  heading: z.string(),
  handling: HandlingMark.optional().describe("of the heading"),
  blocks: z.array(LetterBlock),
});
export type LetterSection = z.infer<typeof LetterSection>;

/** A deadline that the issue of a letter starts. `due` null: what settles it is in `unsettled`. */
export const StartedDeadline = z.object({
  key: z.string(),
  title: z.string(),
  due: Day.nullable(),
  unsettled: z.string().nullable().describe("what a person has to confirm before the day is sure"),
  citation: z.string(),
  mark: Mark,
});
export type StartedDeadline = z.infer<typeof StartedDeadline>;

/** What issuing gives a letter, printed at its end in every form. */
export const LetterIssue = z.object({
  number: z.string().describe("its number in the docket, by year"),
  on: Day,
  service: z.string().nullable().describe("how it was served"),
  handling: HandlingMark.describe("the strictest mark in it"),
  content: Sha256.describe("of title, head, sections and sources, without what issuing adds, as canonical JSON"),
  head: JournalHead.describe("the newest entry of the journal when the letter was made; its own entries come later"),
  deadlines: z.array(StartedDeadline),
});
export type LetterIssue = z.infer<typeof LetterIssue>;

/** A letter as data: what every form of it is drawn from. */
export const Letter = z.object({
  schemaVersion: z.literal("1"),
  title: z.string(),
  titleHandling: HandlingMark.optional(),
  stamp: z.string().describe("stands on every page"),
  on: Day,
  head: z.array(z.object({ label: z.string(), sentences })).describe("what stands above the letter: to, from, day, case"),
  sections: z.array(LetterSection),
  notes: z.array(z.object({ number: z.int().positive(), evidence: Evidence })).describe("the sources, numbered as they are first cited"),
  gaps: z
    .array(z.object({ number: z.int().positive(), section: z.string().describe("heading"), kind: LetterGap.shape.kind, what: z.string() }))
    .describe("every gap of the letter, in its order"),
  issue: LetterIssue.optional().describe("absent: it is a draft"),
});
export type Letter = z.infer<typeof Letter>;
