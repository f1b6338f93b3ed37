import { z } from "zod";
import { LetterChange } from "../../model/index.js";
import { CaseId } from "../fields.js";

/** Names a letter of a case. */
export const OneLetter = z.strictObject({
  case: CaseId,
  letter: z
    .string()
    .regex(/^l\d{1,9}$/, "expected the id of a letter in the case, such as l1")
    .meta({ examples: ["l1"] }),
});

/** What a request fills in. */
export const Fields = z
  .record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.string().max(100_000))
  .describe("what each field is filled with, by its id");

/** A template's own text. */
export const TemplateText = z.string().min(1).max(200_000).describe("a template's own text instead");

/** What all routes of letters say of themselves. */
export const letterTag = { tag: "letters" } as const;

/** What whoever changes a letter is answered. */
export const letterMade = { description: "What was done, and what the letter still lacks", schema: LetterChange };
