import { z } from "zod";
import { HandlingMark, RestrictedNames } from "./handling.js";
import { JournalHead, Sha256 } from "./journal.js";

const Name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected small letters, digits and single hyphens, such as factual-basis");

export const letterKinds = [
  "notice",
  "information-demand",
  "initial-determination",
  "response",
  "mitigation-agreement",
  "final-determination",
  "redacted-release",
  "other",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What a person fills in: one line, passages in which each fact has its source, one of several words, or a day. */
export const fieldKinds = ["line", "passages", "choice", "day"] as const;

export const TemplateField = z.strictObject({
  asks: z.string().min(1).describe("what is to be filled in, for the person who does"),
  kind: z.enum(fieldKinds).default("line"),
  choices: z.array(Name).min(2).optional().describe("of a choice"),
  optional: z.boolean().default(false).describe("whether the letter may be issued without it"),
  handling: HandlingMark.default("internal").describe("how what is filled in may be handled, where it does not say otherwise"),
});
export type TemplateField = z.infer<typeof TemplateField>;

/** What stands between the two lines of three hyphens at the top of a template. */
export const TemplateFront = z.strictObject({
  schemaVersion: z.literal("1"),
  id: Name,
  title: z.string().min(1).max(200),
  kind: z.enum(letterKinds),
  says: z.string().min(1).describe("what it is for"),
  procedures: z
    .array(Name)
    .min(1)
    .optional()
    .describe("the procedures whose law its own sentences tell; left out where it tells none, or takes it from the procedure by `law`"),
  law: z
    .record(Name, z.string().min(1))
    .default({})
    .describe("sentences of law that the procedure of the case gives, `{{law.NAME}}`, each with what it is about"),
  handling: HandlingMark.default("public").describe("of the template's own passages, where one does not say otherwise"),
  fields: z.record(Name, TemplateField).default({}),
  event: z
    .strictObject({
      name: Name,
      signed: Name.optional().describe("the field that names who signs"),
      written: z.boolean().default(false),
      outcome: Name.optional().describe("the field that names the outcome"),
      until: Name.optional().describe("the field that names the last day"),
      agency: Name.optional().describe("the field that names the agency"),
      of: z.array(z.enum(letterKinds)).optional().describe("of a redacted release: the kinds of letters whose public version is the event"),
      holds: z
        .record(Name, Name)
        .default({})
        .describe("contents that the law asks for, each with the section that has it; `unclassified` is found by a check of the words"),
    })
    .optional()
    .describe("the event of the procedure that issuing the letter is"),
});
export type TemplateFront = z.infer<typeof TemplateFront>;

/** A template of a docket's own, as the journal keeps it. */
export const OwnTemplate = z.strictObject({ handling: HandlingMark, title: z.string(), sha256: Sha256, text: z.string().max(200_000) });
export type OwnTemplate = z.infer<typeof OwnTemplate>;

const Line = {
  id: z.string(),
  title: z.string(),
  kind: z.enum(letterKinds),
  says: z.string(),
  origin: z.enum(["shipped", "docket"]).describe("comes with beholden, or is the docket's own"),
  version: z.int().nullable().describe("of the docket's own: the entry that it stands in now, what --seen takes"),
  sha256: Sha256,
  handling: HandlingMark.describe("of its text"),
};

export const TemplateList = z.object({
  schemaVersion: z.literal("1"),
  templates: z.array(z.object(Line)),
  restricted: RestrictedNames,
  head: JournalHead,
});
export type TemplateList = z.infer<typeof TemplateList>;

export const ShownTemplate = z.object({
  schemaVersion: z.literal("1"),
  ...Line,
  fields: z.record(z.string(), TemplateField),
  text: z.string(),
  head: JournalHead,
});
export type ShownTemplate = z.infer<typeof ShownTemplate>;

export const TemplateChange = z.object({
  schemaVersion: z.literal("1"),
  template: z.string(),
  did: z.enum(["template-set", "template-reset"]),
  entries: z.array(z.int()),
  repeated: z.boolean(),
  head: JournalHead,
});
export type TemplateChange = z.infer<typeof TemplateChange>;
