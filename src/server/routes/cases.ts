import { z } from "zod";
import { addNote, editCase, listCases, listedCase, marksIn, openCase, showCase } from "../../docket/index.js";
import {
  CaseChange,
  CaseList,
  CaseParty,
  DocketCase,
  HandlingMark,
  isOpenTo,
  JournalHead,
  ShownCase,
  strictestMark,
} from "../../model/index.js";
import { AsOf, CaseId, Why } from "../fields.js";
import { type Route, route } from "../route.js";

const OneCase = z.strictObject({ case: CaseId });
const Look = z.strictObject({ asOf: AsOf });
const Text = z.string().min(1).max(300).optional();
const Which = Look.extend({
  state: z.string().max(100).optional().describe("only those in this state, such as ID_SERVED"),
  overdue: z.stringbool().optional().describe("only those with a deadline that is overdue"),
  party: Text.describe("only those with a party whose name has this in it"),
  text: Text.describe("only those with this in their id, caption, reference or a party's name"),
  limit: z.coerce.number().int().min(1).max(1_000).default(200).describe("cases at most"),
  after: z.string().max(100).optional().describe("go on behind this place: the `next` of the page before"),
});

/** What is given of a case, to open or to change it. */
const Caption = DocketCase.shape.caption.describe("what the case is called");
const Reference = DocketCase.shape.reference;
const Parties = z.array(CaseParty).max(500);
const Procedure = z.string().max(100).nullable().describe("the procedure that it follows, such as us-icts; null: no clocks");

const NewCase = z.strictObject({
  id: CaseId.optional().describe("its id (default: the year and the next number)"),
  caption: Caption,
  kind: DocketCase.shape.kind.default("provider-review").describe("what is reviewed: a provider, or one's own exposure"),
  procedure: Procedure.optional(),
  reference: Reference.default(null),
  parties: Parties.default([]),
});

const Edit = z
  .strictObject({
    caption: Caption.optional(),
    procedure: Procedure.optional(),
    reference: Reference.optional(),
    parties: Parties.optional(),
    seen: z.int().positive().optional().describe("the version that you saw; the header If-Match says the same"),
    why: Why.optional().describe("on what grounds"),
  })
  .refine(({ seen: _, why: __, ...edit }) => Object.keys(edit).length > 0, "expected caption, reference, procedure or parties to change");

const Shown = z.object({
  ...ShownCase.shape,
  withheld: z.int().describe("runs, decisions and facts that are left out, because their mark is above what one sees"),
  handling: HandlingMark.nullable().describe("the strictest mark of what one sees of it; null where nothing in it bears one"),
});

const Opened = z.strictObject({ schemaVersion: z.literal("1"), case: z.string(), repeated: z.boolean(), head: JournalHead });

/** Cases: the list, one with what happened in it, and what it is called. */
export const caseRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/cases",
    id: "listCases",
    tag: "cases",
    summary: "Every case, with where it stands and its next deadline, the most pressing first",
    permission: "case:read",
    commands: ["docket list"],
    query: Which,
    answer: { description: "The cases", schema: CaseList },
    refusals: ["invalid"],
    rests: () => ({ kinds: ["case", "event"] }),
    handle: async ({ docket, at, query: { asOf, ...which } }) => ({
      json: await docket.read((view) => listCases(view, { at, asOf }, which)),
    }),
  }),
  route({
    method: "POST",
    path: "/api/cases",
    id: "openCase",
    tag: "cases",
    summary: "Open a case; the first one begins the docket",
    permission: "case:write",
    commands: ["docket new"],
    body: NewCase,
    example: { caption: "Review of Acme Cloud", parties: [{ role: "provider", name: "Acme Cloud Ltd" }] },
    answer: { status: 201, description: "The case is opened", schema: Opened },
    refusals: ["refused", "not-found"],
    handle: async ({ docket, who, at, key, body }) => {
      const { procedure = body.kind === "provider-review" ? "us-icts" : "own-exposure", ...given } = body;
      const { id, repeated, head } = await openCase(docket, { ...given, procedure }, { by: who.name, at, key });
      return { json: { schemaVersion: "1", case: id, repeated, head }, status: 201, location: `/api/cases/${id}` };
    },
  }),
  route({
    method: "GET",
    path: "/api/cases/{case}",
    id: "showCase",
    tag: "cases",
    summary: "A case: what happened, where it stands, its deadlines, what may happen next",
    description: "The ETag names the version of its caption, parties and reference: what If-Match takes to change them.",
    permission: "case:read",
    commands: ["docket show"],
    params: OneCase,
    query: Look,
    answer: { description: "What one sees of the case", schema: Shown },
    refusals: ["not-found"],
    rests: ({ case: of = "" }) => ({ case: of }),
    handle: async ({ docket, at, params, query, marks }) => {
      const { shown, held } = await docket.read(async (view) => ({
        shown: await showCase(view, params.case, { at, asOf: query.asOf }),
        held: await marksIn(view, params.case),
      }));
      const seen = held.filter((mark) => isOpenTo(mark, marks.upTo));
      return { json: { ...listedCase(shown, marks.upTo), handling: seen.length > 0 ? strictestMark(seen) : null }, version: shown.version };
    },
  }),
  route({
    method: "PATCH",
    path: "/api/cases/{case}",
    id: "editCase",
    tag: "cases",
    summary: "Change the caption, the reference, the parties or the procedure of a case",
    description:
      "With If-Match (or `seen`) a change of a version that is no longer there is refused with 409, and `conflict` has mine, theirs and both in one. To save then, send it again with the version that is there.",
    permission: "case:write",
    commands: ["docket edit"],
    params: OneCase,
    body: Edit,
    example: { reference: "ICTS-2026-04", seen: 2 },
    answer: { description: "The case is changed", schema: CaseChange },
    refusals: ["not-found", "conflict"],
    handle: async ({ docket, who, at, key, seen, params, body }) => {
      const { seen: saw, why, ...edit } = body;
      const doing = { by: who.name, at, key, seen: saw ?? seen, reason: why ?? null };
      return { json: await editCase(docket, params.case, edit, doing) };
    },
  }),
  route({
    method: "POST",
    path: "/api/cases/{case}/notes",
    id: "addNote",
    tag: "cases",
    summary: "Add a note to a case",
    permission: "case:write",
    commands: ["docket note"],
    params: OneCase,
    body: z.strictObject({ text: z.string().trim().min(1).max(10_000) }),
    example: { text: "Counsel asked for a call." },
    answer: { status: 201, description: "The note is added", schema: CaseChange },
    refusals: ["not-found"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await addNote(docket, params.case, body.text, { by: who.name, at, key }),
      status: 201,
    }),
  }),
];
