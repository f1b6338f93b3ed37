import { z } from "zod";
import {
  editFact,
  listedFacts,
  listFacts,
  markQuote,
  recheckQuotes,
  showFact,
  stateFact,
  takeQuote,
  withdrawFact,
  withdrawQuote,
} from "../../docket/index.js";
import { EvidenceChange, Fact, FactList, FactShown, HandlingMark, Quote, QuoteRecheck } from "../../model/index.js";
import { CaseId, Why } from "../fields.js";
import { type Route, route } from "../route.js";

const id = (letter: string, what: string) =>
  z
    .string()
    .regex(new RegExp(`^${letter}[1-9]\\d{0,5}$`), `expected the id of ${what} in the case, such as ${letter}1`)
    .meta({ examples: [`${letter}1`] });
const EvidenceId = id("e", "a piece of evidence");
const QuoteId = id("q", "a quote");
const OneCase = z.strictObject({ case: CaseId });
const OneQuote = z.strictObject({ case: CaseId, quote: QuoteId });
const OneFact = z.strictObject({ case: CaseId, fact: id("f", "a fact") });
const Words = z.string().trim().min(1).max(20_000);

const NewQuote = z.strictObject({
  exact: Words.describe("the very words"),
  page: z.int().positive().optional().describe("on this page, counted from 1"),
  prefix: Words.optional().describe("with these words right before it"),
  suffix: Words.optional().describe("with these words right behind it"),
  handling: HandlingMark.optional(),
  translation: Quote.shape.translation.optional(),
  note: Quote.shape.note.optional(),
});
const NewFact = z.strictObject({
  text: Fact.shape.text,
  quotes: z.array(QuoteId).max(100).default([]),
  supposed: z.boolean().default(false),
  handling: HandlingMark.optional(),
  note: Fact.shape.note.default(null),
});
const FactChange = z
  .strictObject({
    text: Fact.shape.text.optional(),
    quotes: z.array(QuoteId).max(100).optional(),
    supposed: z.boolean().optional(),
    handling: HandlingMark.optional(),
    note: Fact.shape.note.optional(),
    why: Why.optional(),
  })
  .refine(({ why: _, ...edit }) => Object.keys(edit).length > 0, "expected text, quotes, supposed, handling or note to change");

const Withheld = z.int().describe("facts that are left out, because their mark is above what one sees");
const changed = { description: "What was done", schema: EvidenceChange };
const quotes = { tag: "quotes" } as const;
const facts = { tag: "facts" } as const;

/** Quotes of a case and what became of them, and the facts that rest on them. */
export const quoteRoutes: readonly Route[] = [
  route({
    ...quotes,
    method: "POST",
    path: "/api/cases/{case}/evidence/{evidence}/quotes",
    id: "takeQuote",
    summary: "Take the very words as a quote; where they stand in several places, say which",
    permission: "evidence:write",
    commands: ["docket evidence quote"],
    params: z.strictObject({ case: CaseId, evidence: EvidenceId }),
    body: NewQuote,
    example: { exact: "The provider keeps the keys.", page: 3 },
    answer: { ...changed, status: 201 },
    refusals: ["not-found", "refused", "invalid"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await takeQuote(docket, params.case, params.evidence, body, { by: who.name, at, key }),
      status: 201,
    }),
  }),
  route({
    ...quotes,
    method: "POST",
    path: "/api/cases/{case}/quotes/recheck",
    id: "recheckQuotes",
    summary: "Look for quotes in the newest capture of their source: found, moved, changed or gone",
    permission: "evidence:write",
    commands: ["docket evidence recheck"],
    params: OneCase,
    body: z.strictObject({
      quotes: z.array(QuoteId).max(1000).default([]).describe("all of the case where none is named"),
      against: EvidenceId.optional().describe("look in this piece of evidence"),
      record: z.boolean().default(true).describe("false: nothing is recorded"),
    }),
    example: { quotes: [], record: false },
    answer: { description: "What became of each", schema: QuoteRecheck },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await recheckQuotes(docket, params.case, body, { by: who.name, at, key }),
    }),
  }),
  route({
    ...quotes,
    method: "POST",
    path: "/api/cases/{case}/quotes/{quote}/handling",
    id: "markQuote",
    summary: "Change how a quote may be handled; never more openly than its evidence",
    permission: "evidence:write",
    commands: ["docket evidence mark"],
    params: OneQuote,
    body: z.strictObject({ handling: HandlingMark, why: Why.optional() }),
    example: { handling: "restricted" },
    answer: changed,
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await markQuote(docket, params.case, params.quote, body.handling, body.why ?? null, { by: who.name, at, key }),
    }),
  }),
  route({
    ...quotes,
    method: "POST",
    path: "/api/cases/{case}/quotes/{quote}/withdrawal",
    id: "withdrawQuote",
    summary: "Withdraw a quote that no fact rests on; the record keeps it",
    permission: "evidence:write",
    commands: ["docket evidence withdraw"],
    params: OneQuote,
    body: z.strictObject({ why: Why }),
    example: { why: "another clause is meant" },
    answer: changed,
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await withdrawQuote(docket, params.case, params.quote, body.why, { by: who.name, at, key }),
    }),
  }),
  route({
    ...facts,
    method: "GET",
    path: "/api/cases/{case}/facts",
    id: "listFacts",
    summary: "The facts of a case with their quotes, and what each rests on",
    permission: "case:read",
    commands: ["docket fact list"],
    params: OneCase,
    answer: { description: "The facts that one sees", schema: z.object({ ...FactList.shape, withheld: Withheld }) },
    refusals: ["not-found"],
    handle: async ({ docket, params, marks }) => {
      return { json: listedFacts(await docket.read((view) => listFacts(view, params.case)), marks.upTo) };
    },
  }),
  route({
    ...facts,
    method: "GET",
    path: "/api/cases/{case}/facts/{fact}",
    id: "showFact",
    summary: "A fact with the quotes that it rests on; reading what is restricted of it is an entry",
    permission: "case:read",
    commands: ["docket fact show"],
    params: OneFact,
    answer: { description: "The fact, with the quotes that one sees", schema: FactShown },
    refusals: ["not-found"],
    handle: async ({ docket, params, marks }) => {
      const shown = await docket.read((view) => showFact(view, params.case, params.fact));
      marks.open({ case: params.case, item: `fact ${params.fact}`, handling: shown.fact.handling });
      return { json: { ...shown, quotes: marks.quotes(params.case, shown.quotes) }, version: shown.version };
    },
  }),
  route({
    ...facts,
    method: "POST",
    path: "/api/cases/{case}/facts",
    id: "stateFact",
    summary: "State a fact with the quotes that it rests on; one without is listed as that",
    permission: "evidence:write",
    commands: ["docket fact add"],
    params: OneCase,
    body: NewFact,
    example: { text: "The provider holds the keys.", quotes: ["q1"] },
    answer: { ...changed, status: 201 },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await stateFact(docket, params.case, body, { by: who.name, at, key }),
      status: 201,
    }),
  }),
  route({
    ...facts,
    method: "PATCH",
    path: "/api/cases/{case}/facts/{fact}",
    id: "editFact",
    summary: "Change the words of a fact, its quotes or its mark; with If-Match, of the version that was seen",
    permission: "evidence:write",
    commands: ["docket fact edit"],
    params: OneFact,
    body: FactChange,
    example: { quotes: ["q2"], why: "the newer capture says so" },
    answer: changed,
    refusals: ["not-found", "refused", "conflict"],
    handle: async ({ docket, who, at, key, seen, params, body: { why, ...edit } }) => {
      const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
      return { json: await editFact(docket, params.case, params.fact, given, why ?? null, { by: who.name, at, key, seen }) };
    },
  }),
  route({
    ...facts,
    method: "POST",
    path: "/api/cases/{case}/facts/{fact}/withdrawal",
    id: "withdrawFact",
    summary: "Withdraw a fact; the record keeps it",
    permission: "evidence:write",
    commands: ["docket fact withdraw"],
    params: OneFact,
    body: z.strictObject({ why: Why }),
    example: { why: "it was another company" },
    answer: changed,
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await withdrawFact(docket, params.case, params.fact, body.why, { by: who.name, at, key }),
    }),
  }),
];
