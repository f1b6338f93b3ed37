import { z } from "zod";
import { Day } from "./common.js";
import { HandlingMark, RestrictedNames } from "./handling.js";
import { Instant, JournalHead, Sha256 } from "./journal.js";
import { credibilities, reliabilities } from "./order.js";
import { StoredFile } from "./stored-file.js";

/** How far a source can be relied on. */
export const Reliability = z.enum(reliabilities);
export type Reliability = z.infer<typeof Reliability>;

/** How far what it says can be believed. */
export const Credibility = z.enum(credibilities);
export type Credibility = z.infer<typeof Credibility>;

const ItemId = (letter: string) => z.string().regex(new RegExp(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}/${letter}[1-9][0-9]{0,5}$`));

/** A grade of each kind; null: nobody gave one. */
export const Grade = z.strictObject({ reliability: Reliability.nullable(), credibility: Credibility.nullable() });
export type Grade = z.infer<typeof Grade>;

/** A file that is attached to another one. It is listed and not opened. */
export const ListedAttachment = z.strictObject({
  name: z.string().max(255),
  mediaType: z.string().max(200).describe("what it is declared to be"),
  bytes: z.int().nonnegative(),
  sha256: Sha256.nullable(),
});
export type ListedAttachment = z.infer<typeof ListedAttachment>;

/** Evidence of a case: a file with where it comes from, how far it can be relied on, and its text page by page. Object kind `evidence`. */
export const EvidenceItem = z.strictObject({
  title: z.string().min(1).max(300),
  format: z.string().max(40).describe("what its content was found to be, such as pdf, html, email, docx, png"),
  source: z.string().max(2000).nullable().describe("an address, or words for where it comes from; never fetched"),
  publisher: z.string().max(300).nullable(),
  published: Day.nullable(),
  retrieved: Day.nullable().describe("the day on which it was taken from its source"),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "expected a language as BCP 47 writes it, such as en or zh-Hans")
    .max(35)
    .nullable()
    .default(null)
    .describe("the language that it is written in, as BCP 47 writes it"),
  obtained: z.string().max(1000).nullable().describe("how it was obtained, such as saved from a browser"),
  grade: Grade,
  handling: HandlingMark,
  replaces: ItemId("e").nullable().describe("the earlier capture of the same source"),
  text: z
    .strictObject({
      extractor: z.string().max(100).describe("what took the text out of it, with its version"),
      pages: z.int().nonnegative(),
      characters: z.int().nonnegative(),
    })
    .nullable()
    .describe("null: it has no text, such as an image"),
  attachments: z.array(ListedAttachment).max(1000),
  remarks: z.array(z.string().max(1000)).max(100).describe("what was noticed about its content, in sentences"),
  withdrawn: z.string().max(10_000).nullable().describe("why it was withdrawn; null: it was not"),
  files: z.array(StoredFile).max(2).describe("`original`, and `text` for the text page by page"),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/** The text that was taken out of a file: what is kept under the role `text`. */
export const PageTexts = z.strictObject({
  schemaVersion: z.literal("1"),
  extractor: z.string().describe("its name and version"),
  pages: z.array(
    z.strictObject({ label: z.string().describe("as the file numbers or names it: page, sheet, slide, part"), text: z.string() }),
  ),
});
export type PageTexts = z.infer<typeof PageTexts>;

/** Words with what stands around them, after the W3C's TextQuoteSelector. Space is made even in all three. */
export const TextQuote = z.strictObject({
  exact: z.string().min(1).max(20_000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
});
export type TextQuote = z.infer<typeof TextQuote>;

/** A place in the kept text of a file. */
export const QuotePlace = z.strictObject({
  page: z.int().positive().describe("counted from 1"),
  label: z.string(),
  start: z.int().nonnegative().describe("UTF-16 code units from the start of the page's kept text"),
  end: z.int().positive(),
});
export type QuotePlace = z.infer<typeof QuotePlace>;

/** What became of a quote in a file. Only the very words are found; what is merely alike never is. */
export const QuoteOutcome = z.enum(["found", "moved", "changed", "gone"]);
export type QuoteOutcome = z.infer<typeof QuoteOutcome>;

/** Words that both have, words that were taken out, words that were put in. */
export const WordChange = z.strictObject({ kind: z.enum(["same", "removed", "added"]), text: z.string() });
export type WordChange = z.infer<typeof WordChange>;

/** One look at whether a quote still stands where it was taken. */
export const QuoteCheck = z.strictObject({
  at: Instant,
  against: ItemId("e"),
  file: Sha256.describe("the file that was looked into"),
  outcome: QuoteOutcome,
  because: z.string().max(1000),
  place: QuotePlace.nullable().describe("where it stands now, or where its neighbours stand"),
  now: z.string().max(40_000).nullable().describe("what stands between its neighbours now, where it changed"),
  changes: z.array(WordChange).max(5000).describe("word by word, where it changed"),
});
export type QuoteCheck = z.infer<typeof QuoteCheck>;

/** A quote out of a piece of evidence. Object kind `quote`. */
export const Quote = z.strictObject({
  evidence: ItemId("e"),
  file: Sha256.describe("of the original that it was taken from"),
  text: Sha256.describe("of the kept text that it was found in"),
  selector: TextQuote,
  place: QuotePlace,
  translation: z.string().max(20_000).nullable(),
  note: z.string().max(10_000).nullable(),
  handling: HandlingMark.describe("never more open than that of its file"),
  checked: QuoteCheck.nullable().describe("the newest re-check"),
  withdrawn: z.string().max(10_000).nullable(),
});
export type Quote = z.infer<typeof Quote>;

/** A statement of fact with the quotes that it rests on. Object kind `fact`. */
export const Fact = z.strictObject({
  text: z.string().min(1).max(10_000),
  quotes: z.array(ItemId("q")).max(100),
  supposed: z.boolean().describe("taken as given by a person, without evidence and told as that"),
  handling: HandlingMark,
  note: z.string().max(10_000).nullable(),
  withdrawn: z.string().max(10_000).nullable(),
});
export type Fact = z.infer<typeof Fact>;

/** What a fact rests on: quotes that stand; quotes of which none stands, or none at all; or somebody's supposition. */
export const FactSupport = z.enum(["quoted", "weakened", "none", "supposed"]);
export type FactSupport = z.infer<typeof FactSupport>;

const Made = z.object({ by: z.string(), at: z.string() });

export const ShownEvidence = z.object({ id: z.string(), version: z.int(), added: Made, item: EvidenceItem, quotes: z.int() });
export type ShownEvidence = z.infer<typeof ShownEvidence>;
export const ShownQuote = z.object({
  id: z.string(),
  version: z.int(),
  taken: Made,
  title: z.string().describe("of its evidence"),
  grade: Grade,
  quote: Quote,
});
export type ShownQuote = z.infer<typeof ShownQuote>;
export const ShownFact = z.object({ id: z.string(), version: z.int(), stated: Made, support: FactSupport, fact: Fact });
export type ShownFact = z.infer<typeof ShownFact>;

/** The evidence of a case, with the quotes and the facts. */
export const EvidenceList = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  evidence: z.array(ShownEvidence),
  quotes: z.array(ShownQuote),
  withoutEvidence: z.array(ShownFact).describe("facts that rest on no quote that stands, supposed ones included"),
  restricted: RestrictedNames,
  head: JournalHead,
});
export type EvidenceList = z.infer<typeof EvidenceList>;

/** One piece of evidence with its quotes and, where asked for, the text of pages. */
export const EvidenceShown = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  ...ShownEvidence.omit({ quotes: true }).shape,
  quotes: z.array(ShownQuote),
  pages: z.array(z.object({ page: z.int(), label: z.string(), text: z.string() })).describe("those that were asked for"),
  read: z.int().nullable().describe("the entry that says that it was read; null: it is not restricted"),
  head: JournalHead,
});
export type EvidenceShown = z.infer<typeof EvidenceShown>;

export const FactList = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  facts: z.array(ShownFact),
  quotes: z.array(ShownQuote),
  restricted: RestrictedNames,
  head: JournalHead,
});
export type FactList = z.infer<typeof FactList>;

/** One fact with the quotes that it rests on. */
export const FactShown = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  ...ShownFact.shape,
  quotes: z.array(ShownQuote).describe("that it rests on"),
  head: JournalHead,
});
export type FactShown = z.infer<typeof FactShown>;

/** What a command did to evidence, a quote or a fact. */
export const EvidenceChange = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  did: z.string(),
  id: z.string().describe("of what was made or changed"),
  entries: z.array(z.int()),
  repeated: z.boolean(),
  state: z.union([EvidenceItem, Quote, Fact]),
  remarks: z.array(z.string()),
  head: JournalHead,
});
export type EvidenceChange = z.infer<typeof EvidenceChange>;

/** What became of quotes in a file, each with its words then and now. */
export const QuoteRecheck = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  checks: z.array(z.object({ id: z.string(), exact: z.string(), was: QuotePlace, check: QuoteCheck })),
  recorded: z.boolean(),
  entries: z.array(z.int()),
  head: JournalHead,
});
export type QuoteRecheck = z.infer<typeof QuoteRecheck>;

const Meaning = z.object({ title: z.string(), meaning: z.string() });

/** What the grades mean, with where that comes from. */
export const EvidenceGrades = z.object({
  schemaVersion: z.literal("1"),
  source: z.string(),
  reliability: z.strictObject({ A: Meaning, B: Meaning, C: Meaning, D: Meaning, E: Meaning, F: Meaning }),
  credibility: z.strictObject({ "1": Meaning, "2": Meaning, "3": Meaning, "4": Meaning, "5": Meaning, "6": Meaning }),
});
export type EvidenceGrades = z.infer<typeof EvidenceGrades>;

/** What was written of a piece of evidence to a file. */
export const EvidenceWritten = z.object({
  schemaVersion: z.literal("1"),
  case: z.string(),
  id: z.string(),
  file: z.string(),
  sha256: Sha256,
  bytes: z.int(),
  mediaType: z.string(),
  read: z.int().describe("the entry that says that it was taken out"),
  head: JournalHead,
});
export type EvidenceWritten = z.infer<typeof EvidenceWritten>;
