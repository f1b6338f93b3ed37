import { z } from "zod";
import {
  addEvidence,
  evidenceFile,
  gradeEvidence,
  listEvidence,
  listedEvidence,
  markEvidence,
  showEvidence,
  withdrawEvidence,
} from "../../docket/index.js";
import {
  Credibility,
  credibilityWords,
  EvidenceChange,
  EvidenceGrades,
  EvidenceItem,
  EvidenceList,
  EvidenceShown,
  gradesSource,
  HandlingMark,
  Reliability,
  reliabilityWords,
} from "../../model/index.js";
import { CaseId, numberFrom, RealDay, Why } from "../fields.js";
import { type Route, route } from "../route.js";
import { onlyFile } from "../upload.js";

const OneCase = z.strictObject({ case: CaseId });
const OneItem = z.strictObject({
  case: CaseId,
  evidence: z
    .string()
    .regex(/^e[1-9]\d{0,5}$/, "expected the id of a piece of evidence in the case, such as e1")
    .meta({ examples: ["e1"] }),
});
const Text = (most: number) => z.string().trim().min(1).max(most);
const Withheld = z.int().describe("what is left out, because its mark is above what one sees");
const Listed = z.object({ ...EvidenceList.shape, withheld: Withheld });
/** Kinds of pictures that browsers draw. */
const drawnPictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];
const common = { tag: "evidence" } as const;
const changed = { description: "What was done", schema: EvidenceChange };

/** Evidence of a case: files with where they come from, how far they can be relied on, and their text. */
export const evidenceRoutes: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/api/evidence-grades",
    id: "evidenceGrades",
    summary: "What the grades A to F and 1 to 6 mean",
    permission: "tools:use",
    commands: ["docket evidence grades"],
    answer: { description: "The grades", schema: EvidenceGrades },
    refusals: [],
    handle: async () => ({
      json: {
        schemaVersion: "1",
        source: gradesSource,
        reliability: reliabilityWords,
        credibility: credibilityWords,
      } satisfies EvidenceGrades,
    }),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/cases/{case}/evidence",
    id: "listEvidence",
    summary: "The evidence of a case with its grades, the quotes, and the facts that rest on none",
    permission: "case:read",
    commands: ["docket evidence list"],
    params: OneCase,
    answer: { description: "What one sees of it", schema: Listed },
    refusals: ["not-found"],
    rests: ({ case: of = "" }) => ({ case: of }),
    handle: async ({ docket, params, marks }) => {
      return { json: listedEvidence(await docket.read((view) => listEvidence(view, params.case)), marks.upTo) };
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/evidence",
    id: "addEvidence",
    summary: "Add a file; what it claims to be is held against its content",
    description: "Nothing in the file is run, opened or fetched. What it is not, or what would harm whoever opens it, is refused with 422.",
    permission: "evidence:write",
    commands: ["docket evidence add"],
    params: OneCase,
    query: z.strictObject({
      title: EvidenceItem.shape.title.optional().describe("what it is called (default: the name of the file)"),
      source: Text(2000).optional().describe("where it comes from: an address, or words; never fetched"),
      publisher: Text(300).optional(),
      published: RealDay.optional(),
      retrieved: RealDay.optional(),
      language: Text(35).optional().describe("the language that it is written in, such as en or zh-Hans"),
      obtained: Text(1000).optional().describe("how it was obtained"),
      reliability: Reliability.optional(),
      credibility: Credibility.optional(),
      handling: HandlingMark.default("internal"),
      replaces: OneItem.shape.evidence.optional().describe("the earlier capture of the same source"),
      encoding: Text(40).optional().describe("how a text is encoded where it does not say so itself"),
    }),
    upload: { file: { description: "the file", needed: true } },
    answer: { ...changed, status: 201 },
    refusals: ["not-found", "invalid"],
    handle: async ({ docket, who, at, key, params, query, upload }) => {
      const { name, content } = await onlyFile(upload, "file");
      const { reliability = null, credibility = null, title = name, ...said } = query;
      const given = { ...said, name, bytes: content, title, grade: { reliability, credibility } };
      return { json: await addEvidence(docket, params.case, given, { by: who.name, at, key }), status: 201 };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/cases/{case}/evidence/{evidence}",
    id: "showEvidence",
    summary: "A piece of evidence with its quotes, and the text of a page; reading a restricted one is an entry",
    permission: "case:read",
    commands: ["docket evidence show"],
    params: OneItem,
    query: z.strictObject({ page: numberFrom(1, 5_000).optional().describe("the page whose text is wanted") }),
    answer: { description: "The piece of evidence, with the quotes that one sees", schema: EvidenceShown },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, params, query: { page }, marks }) => {
      const shown = await docket.read(async (view) => {
        // The mark is looked at before a page is even searched for.
        const head = await showEvidence(view, params.case, params.evidence, []);
        marks.open({ case: params.case, item: `evidence ${params.evidence}`, handling: head.item.handling });
        return page === undefined ? head : showEvidence(view, params.case, params.evidence, [page]);
      });
      return { json: { ...shown, quotes: marks.quotes(params.case, shown.quotes) }, version: shown.version };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/cases/{case}/evidence/{evidence}/file",
    id: "getEvidenceFile",
    summary: "The file as it was added, or the text that was taken out of it; taking it out is an entry",
    permission: "case:read",
    commands: ["docket evidence get"],
    params: OneItem,
    query: z.strictObject({ part: z.enum(["original", "text"]).default("original") }),
    answer: { description: "The file, to be kept: no browser shows it", types: ["application/octet-stream"] },
    refusals: ["not-found"],
    handle: async ({ docket, params, query: { part }, marks }) => {
      const { item } = await docket.read((view) => showEvidence(view, params.case, params.evidence, []));
      const marked = { case: params.case, item: `evidence ${params.evidence}`, handling: item.handling };
      const { file, content } = await docket.read((view) => evidenceFile(view, params.case, params.evidence, part));
      marks.take(marked, file.sha256);
      // What came from outside is given as bytes, so that nothing of it is taken for a page of this site.
      return { content, type: "application/octet-stream", fileName: file.name };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/cases/{case}/evidence/{evidence}/drawing",
    id: "drawEvidence",
    summary: "A picture, or the bytes of a PDF document, for a page of the workbench to draw; reading a restricted one is an entry",
    permission: "case:read",
    commands: ["docket evidence get"],
    params: OneItem,
    answer: { description: "The picture, or the bytes", types: ["application/octet-stream", ...drawnPictures] },
    refusals: ["not-found"],
    handle: async ({ docket, params, marks }) => {
      const { item } = await docket.read((view) => showEvidence(view, params.case, params.evidence, []));
      marks.open({ case: params.case, item: `evidence ${params.evidence}`, handling: item.handling });
      const { file, content } = await docket.read((view) => evidenceFile(view, params.case, params.evidence, "original"));
      // Only what its content was found to be is named as a picture; nothing else is ever shown by a browser itself.
      const type = drawnPictures.find((one) => one === file.mediaType) ?? "application/octet-stream";
      return { content, type, fileName: file.name };
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/evidence/{evidence}/grade",
    id: "gradeEvidence",
    summary:
      "Grade how far its source can be relied on, and how far what it says can be believed; with If-Match, of the version that was seen",
    permission: "evidence:write",
    commands: ["docket evidence grade"],
    params: OneItem,
    body: z
      .strictObject({ reliability: Reliability.optional(), credibility: Credibility.optional(), why: Why.optional() })
      .refine(
        ({ reliability, credibility }) => reliability !== undefined || credibility !== undefined,
        "expected reliability, credibility, or both",
      ),
    example: { reliability: "B", credibility: "2", why: "two registers agree" },
    answer: changed,
    refusals: ["not-found", "refused", "conflict"],
    handle: async ({ docket, who, at, key, seen, params, body: { why, reliability, credibility } }) => {
      const grade = { ...(reliability ? { reliability } : {}), ...(credibility ? { credibility } : {}) };
      return { json: await gradeEvidence(docket, params.case, params.evidence, grade, why ?? null, { by: who.name, at, key, seen }) };
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/evidence/{evidence}/handling",
    id: "markEvidence",
    summary: "Change how it may be handled; its quotes become as strict as it is",
    permission: "evidence:write",
    commands: ["docket evidence mark"],
    params: OneItem,
    body: z.strictObject({ handling: HandlingMark, why: Why.optional() }),
    example: { handling: "business-confidential" },
    answer: changed,
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await markEvidence(docket, params.case, params.evidence, body.handling, body.why ?? null, { by: who.name, at, key }),
    }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/evidence/{evidence}/withdrawal",
    id: "withdrawEvidence",
    summary: "Withdraw a piece of evidence that nothing rests on; the record keeps it",
    permission: "evidence:write",
    commands: ["docket evidence withdraw"],
    params: OneItem,
    body: z.strictObject({ why: Why }),
    example: { why: "the wrong file" },
    answer: changed,
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await withdrawEvidence(docket, params.case, params.evidence, body.why, { by: who.name, at, key }),
    }),
  }),
];
