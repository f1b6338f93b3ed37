import { z } from "zod";
import { listedLetters } from "../../docket/index.js";
import { approve, confirm, draft, edit, listLetters, previewLetter, review, showLetter } from "../../letters.js";
import { LetterList, LetterPreview, LetterReview, ShownLetter } from "../../model/index.js";
import { letterForms } from "../../report/letter/registry.js";
import { CaseId, Why } from "../fields.js";
import { mediaTypes, typesOf } from "../report-reply.js";
import { type Route, route } from "../route.js";
import { Fields, letterMade, letterTag, OneLetter, TemplateText } from "./letter-fields.js";

const OneCase = z.strictObject({ case: CaseId });
const TemplateName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected the name of a template")
  .max(100);
const NewLetter = z.union([
  z.strictObject({ template: TemplateName, fields: Fields.default({}) }),
  z.strictObject({ text: TemplateText, fields: Fields.default({}) }),
]);
const Edit = z.strictObject({
  fields: Fields.refine((fields) => Object.keys(fields).length > 0, "expected a field to change"),
  seen: z.int().positive().optional().describe("the version that you saw; the header If-Match says the same"),
  why: Why.optional().describe("on what grounds"),
});
const Word = z.strictObject({ verdict: LetterReview.shape.verdict, note: z.string().max(10_000).nullable().default(null) });
const Confirmation = z.strictObject({
  citation: z.string().min(3).max(300).describe("as the letter cites it"),
  why: Why.optional().describe("where you read it"),
});
const forms = ["json", "text", "md", "html", "docx"] as const;
const Withheld = z.int().describe("letters that are left out, because their mark is above what one sees");
const Letters = z.object({ ...LetterList.shape, withheld: Withheld });

/** Letters of a case while they are written: drafted, changed, reviewed, approved. */
export const letterRoutes: readonly Route[] = [
  route({
    ...letterTag,
    method: "GET",
    path: "/api/cases/{case}/letters",
    id: "listLetters",
    summary: "The letters of a case",
    permission: "case:read",
    commands: ["docket letter list"],
    params: OneCase,
    answer: { description: "The letters that one sees", schema: Letters },
    refusals: ["not-found"],
    rests: ({ case: of = "" }) => ({ case: of }),
    handle: async ({ docket, params, marks }) => {
      return { json: listedLetters(await docket.read((view) => listLetters(view, params.case)), marks.upTo) };
    },
  }),
  route({
    ...letterTag,
    method: "POST",
    path: "/api/cases/{case}/letters",
    id: "draftLetter",
    summary: "Draft a letter from a template; what it lacks is listed",
    permission: "letter:draft",
    commands: ["docket letter draft"],
    params: OneCase,
    body: NewLetter,
    example: { template: "notice", fields: {} },
    answer: { ...letterMade, status: 201 },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => {
      const { fields, ...from } = body;
      const choices = "text" in from ? { file: { text: from.text, path: "template" }, fields } : { template: from.template, fields };
      return { json: await draft(docket, params.case, choices, { by: who.name, at, key }), status: 201 };
    },
  }),
  route({
    ...letterTag,
    method: "GET",
    path: "/api/cases/{case}/letters/{letter}",
    id: "showLetter",
    summary: "A letter as it is now, with what it still lacks; reading a restricted one is an entry",
    permission: "case:read",
    commands: ["docket letter show"],
    params: OneLetter,
    query: z.strictObject({ format: z.enum(forms).default("json") }),
    answer: { description: "The letter", schema: ShownLetter, types: typesOf(forms) },
    refusals: ["not-found"],
    handle: async ({ docket, at, params, query: { format }, marks }) => {
      const shown = await docket.read((view) => showLetter(view, params.case, params.letter, at));
      marks.open({ case: params.case, item: `letter ${params.letter}`, handling: shown.handling });
      if (format === "json") return { json: shown, version: shown.version };
      const content = await (await letterForms[format]()).render(shown.letter, { width: 100 });
      return { content, type: mediaTypes[format], fileName: `${params.case}-${params.letter}.${format === "text" ? "txt" : format}` };
    },
  }),
  route({
    ...letterTag,
    method: "PATCH",
    path: "/api/cases/{case}/letters/{letter}",
    id: "editLetter",
    summary: "Fill in fields of a letter; what was approved is a draft again",
    permission: "letter:draft",
    commands: ["docket letter edit"],
    params: OneLetter,
    body: Edit,
    example: { fields: { to: "Acme Cloud Ltd" }, seen: 12 },
    answer: letterMade,
    refusals: ["not-found", "refused", "conflict"],
    handle: async ({ docket, who, at, key, seen, params, body }) => {
      const doing = { by: who.name, at, key, seen: body.seen ?? seen, reason: body.why ?? null };
      return { json: await edit(docket, params.case, params.letter, body.fields, doing) };
    },
  }),
  route({
    ...letterTag,
    method: "POST",
    path: "/api/cases/{case}/letters/{letter}/preview",
    id: "previewLetter",
    summary: "A letter as it would be with what is typed, and what each field rests on; nothing is saved",
    permission: "case:read",
    commands: ["docket letter show"],
    params: OneLetter,
    body: z.strictObject({ fields: Fields.default({}) }),
    example: { fields: { to: "Acme Cloud Ltd" } },
    answer: { description: "The letter as it would be", schema: LetterPreview },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, params, body: { fields }, marks }) => {
      const { authors } = await docket.read((view) => showLetter(view, params.case, params.letter, at));
      const preview = await docket.read((view) => previewLetter(view, params.case, params.letter, fields, at));
      // Whoever writes it looks at it with each word; that others read a restricted one is an entry.
      if (authors.includes(who.name)) marks.admit(preview.handling);
      else marks.open({ case: params.case, item: `letter ${params.letter}`, handling: preview.handling });
      return { json: preview, version: preview.version };
    },
  }),
  route({
    ...letterTag,
    method: "POST",
    path: "/api/cases/{case}/letters/{letter}/reviews",
    id: "reviewLetter",
    summary: "Say of a letter, as it is now, that it is fit, or that it needs changes",
    permission: "letter:review",
    commands: ["docket letter review"],
    params: OneLetter,
    body: Word,
    example: { verdict: "fit" },
    answer: { ...letterMade, status: 201 },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await review(docket, params.case, params.letter, body, { by: who.name, at, key }),
      status: 201,
    }),
  }),
  route({
    ...letterTag,
    method: "POST",
    path: "/api/cases/{case}/letters/{letter}/citations",
    id: "confirmCitation",
    summary: "Confirm, by name, a provision that a letter cites and that is not on file",
    permission: "letter:review",
    commands: ["docket letter confirm"],
    params: OneLetter,
    body: Confirmation,
    example: { citation: "47 CFR 1.40001", why: "read in the eCFR on 2026-11-02" },
    answer: { ...letterMade, status: 201 },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body: { citation, why } }) => ({
      json: await confirm(docket, params.case, params.letter, { citation, why: why ?? null }, { by: who.name, at, key }),
      status: 201,
    }),
  }),
  route({
    ...letterTag,
    method: "POST",
    path: "/api/cases/{case}/letters/{letter}/approval",
    id: "approveLetter",
    summary: "Approve a letter exactly as it is now; never by somebody who wrote on it, never with something missing",
    permission: "letter:approve",
    commands: ["docket letter approve"],
    params: OneLetter,
    answer: { ...letterMade, status: 201 },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params }) => ({
      json: await approve(docket, params.case, params.letter, { by: who.name, at, key }),
      status: 201,
    }),
  }),
];
