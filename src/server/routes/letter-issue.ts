import { z } from "zod";
import { checkLetterFile, draft, letterFileOf, previewIssue, releaseRemovals, showLetter } from "../../letters.js";
import { CaseEntry, IssuePreview, LetterCheck, LetterRemovals } from "../../model/index.js";
import { RealDay } from "../fields.js";
import { typesOf } from "../report-reply.js";
import { type Route, route } from "../route.js";
import { toolReply } from "../tool.js";
import { onlyFile } from "../upload.js";
import { Fields, letterMade, letterTag, OneLetter, TemplateText } from "./letter-fields.js";

const Issue = z.strictObject({
  on: RealDay.optional().describe("the day of the letter (default: today where the office is)"),
  service: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(100)
    .optional()
    .describe("how it is served, as the procedure names it"),
  rank: CaseEntry.shape.rank.describe("the rank of who signs, where the procedure asks for one"),
});
const Release = z.strictObject({ fields: Fields.default({}), text: TemplateText.optional() });

/** Letters as they go out: issued, made public without what is not, and their files held against the record. */
export const letterIssueRoutes: readonly Route[] = [
  route({
    ...letterTag,
    method: "GET",
    path: "/api/cases/{case}/letters/{letter}/issue",
    id: "previewIssue",
    summary: "What issuing a letter would give it: number, day, digest, event and deadlines; nothing is done",
    permission: "letter:issue",
    commands: ["docket letter issue"],
    params: OneLetter,
    query: Issue,
    answer: { description: "What it would be", schema: IssuePreview },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, at, params, query, marks }) => {
      const { handling } = await docket.read((view) => showLetter(view, params.case, params.letter, at));
      marks.admit(handling);
      return { json: await docket.read((view) => previewIssue(view, params.case, params.letter, query, at)) };
    },
  }),
  route({
    ...letterTag,
    method: "POST",
    path: "/api/cases/{case}/letters/{letter}/issue",
    id: "issueLetter",
    summary: "Issue an approved letter in one step: number, files with their digests, the event and the deadlines that it starts",
    permission: "letter:issue",
    commands: ["docket letter issue"],
    params: OneLetter,
    body: Issue,
    example: { service: "by-hand" },
    answer: letterMade,
    refusals: ["not-found", "refused"],
    handle: (context) => {
      const { who, key, params, body } = context;
      const options = { ...body, by: who.name, key };
      return toolReply(context, { name: "docket letter issue", format: "json", options, values: [params.case, params.letter], long: true });
    },
  }),
  route({
    ...letterTag,
    method: "POST",
    path: "/api/cases/{case}/letters/{letter}/release",
    id: "releaseLetter",
    summary: "Draft the public version of a letter that was issued: what is not public is taken out, with the ground in its place",
    permission: "release:make",
    commands: ["docket letter release"],
    params: OneLetter,
    body: Release,
    example: { fields: {} },
    answer: { ...letterMade, status: 201 },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body: { fields, text } }) => {
      const file = text === undefined ? undefined : { text, path: "template" };
      const choices = { template: "redacted-release", file, fields, releaseOf: params.letter };
      return { json: await draft(docket, params.case, choices, { by: who.name, at, key }), status: 201 };
    },
  }),
  route({
    ...letterTag,
    method: "GET",
    path: "/api/cases/{case}/letters/{letter}/removals",
    id: "showRemovals",
    summary: "What a public version leaves out, each passage with its ground; reading what is restricted is an entry",
    permission: "case:read",
    commands: ["docket letter removals"],
    params: OneLetter,
    answer: { description: "The removals", schema: LetterRemovals },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, at, params, marks }) => {
      const found = await docket.read((view) => releaseRemovals(view, params.case, params.letter, at));
      marks.open({ case: params.case, item: `removals ${params.letter}`, handling: found.handling });
      return { json: found };
    },
  }),
  route({
    ...letterTag,
    method: "GET",
    path: "/api/cases/{case}/letters/{letter}/files/{form}",
    id: "getLetterFile",
    summary: "A file of a letter as it was issued; that it was taken out is an entry",
    permission: "case:read",
    commands: ["docket letter get"],
    params: OneLetter.extend({ form: z.enum(["md", "html", "docx", "pdf", "json"]) }),
    answer: { description: "The file", types: ["application/json", "application/pdf", ...typesOf(["md", "html", "docx"])] },
    refusals: ["not-found"],
    handle: async ({ docket, params, marks }) => {
      const { file, content, handling } = await docket.read((view) => letterFileOf(view, params.case, params.letter, params.form));
      marks.take({ case: params.case, item: `letter ${params.letter}`, handling }, file.sha256);
      return { content, type: file.mediaType, fileName: file.name };
    },
  }),
  route({
    ...letterTag,
    method: "POST",
    path: "/api/letters/check",
    id: "checkLetterFile",
    summary: "Whether a file is exactly what was issued, as which letter",
    permission: "case:read",
    commands: ["docket letter check"],
    upload: { file: { description: "the file", needed: true } },
    answer: { description: "What it was issued as", schema: LetterCheck },
    refusals: [],
    handle: async ({ docket, upload }) => {
      const { name, content } = await onlyFile(upload, "file");
      return { json: await docket.read((view) => checkLetterFile(view, name, content)) };
    },
  }),
];
