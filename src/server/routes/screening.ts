import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ScreenAnswer, ScreenDecisions } from "../../model/index.js";
import { Why } from "../fields.js";
import { typesOf } from "../report-reply.js";
import { type Route, route } from "../route.js";
import { toolReply } from "../tool.js";
import { withFolder } from "../upload.js";
import { formats, Today } from "./tool-fields.js";

const screenFormats = ["json", "jsonl", "csv", "text", "md", "html"] as const;
const Query = z.strictObject({
  asOf: Today,
  limit: z.coerce.number().int().min(1).max(500).optional().describe("results for a name at most"),
  threshold: z.coerce.number().min(0).max(1).optional().describe("from which score on a result is a match"),
  dismissed: z.stringbool().optional().describe("also what was decided to be somebody else"),
  format: formats(screenFormats),
});

const Value = z.union([z.string().max(2_000), z.number()]);
const Asked = z.strictObject({
  id: z.string().max(200).optional(),
  schema: z.string().max(100).optional().describe("Company, Person, LegalEntity and the like, as FollowTheMoney names them"),
  properties: z.record(z.string().max(100), z.union([Value, z.array(Value).max(100)])),
});
const Request = z
  .strictObject({ queries: z.record(z.string().min(1).max(200), Asked) })
  .describe("a request in the form of yente's /match");

const Decision = z.strictObject({
  matches: z
    .array(
      z
        .string()
        .max(300)
        .regex(/^[A-Za-z0-9][A-Za-z0-9:._-]*$/, "expected a match id, as the screening shows it"),
    )
    .min(1)
    .max(1_000),
  as: z.enum(["same", "different", "unsure"]).describe("what the matches are"),
  why: Why.describe("on what grounds"),
  name: z.string().min(1).max(2_000).optional().describe("the name that was screened, for people who read what was decided"),
});
const Decided = z.strictObject({ schemaVersion: z.literal("1"), matches: z.array(z.string()) });

const common = { tag: "screening", method: "POST" } as const;

/** Names against providers, parties and official lists, and what matches were decided to be. */
export const screeningRoutes: readonly Route[] = [
  route({
    ...common,
    path: "/api/screen",
    id: "screen",
    summary: "Match names with providers, parties and official lists, each score explained part by part",
    permission: "tools:use",
    commands: ["screen"],
    query: Query,
    body: Request,
    example: { queries: { q1: { schema: "Company", properties: { name: ["Alibaba Cloud US LLC"], country: ["us"] } } } },
    answer: { description: "The matches", schema: ScreenAnswer, types: typesOf(screenFormats) },
    refusals: ["invalid"],
    handle: (context) =>
      withFolder(async (folder) => {
        await writeFile(join(folder, "names.json"), JSON.stringify(context.body), { mode: 0o600 });
        const { asOf, format, ...options } = context.query;
        return toolReply(context, { name: "screen", format, options: { ...options, "as-of": asOf }, values: ["./names.json"], folder });
      }),
  }),
  route({
    ...common,
    path: "/api/screen/file",
    id: "screenFile",
    summary: "Match the names of a file: CSV with a header, JSON Lines, a body of yente's /match, or one name a line",
    permission: "tools:use",
    commands: ["screen"],
    query: Query,
    upload: { names: { description: "the names to screen", needed: true } },
    answer: { description: "The matches", schema: ScreenAnswer, types: typesOf(screenFormats) },
    refusals: ["invalid"],
    handle: (context) => {
      const { asOf, format, ...options } = context.query;
      const name = context.upload?.files.get("names")?.[0] ?? "";
      const values = [`./${name}`];
      return toolReply(context, {
        ...{ name: "screen", format, values, folder: context.upload?.folder, long: true },
        options: { ...options, "as-of": asOf },
      });
    },
  }),
  route({
    method: "GET",
    path: "/api/screen/decisions",
    id: "listMatchDecisions",
    tag: "screening",
    summary: "What matches were decided to be, the latest first",
    permission: "tools:use",
    commands: [],
    query: z.strictObject({
      party: z.string().max(300).optional().describe("only those on this party"),
      name: z.string().max(2_000).optional().describe("only those on this name that was screened"),
    }),
    answer: { description: "The decisions", schema: ScreenDecisions },
    refusals: [],
    handle: async ({ commands, query: { party, name } }) => {
      // What compares names is read when it is first asked for, not when the server starts.
      const { readDecisions } = await import("../../screen/index.js");
      const told = (await readDecisions(join(commands.data, "decisions.jsonl"))).told().map(({ names, editions = null, ...one }) => ({
        ...{ party: one.party, decision: one.decision, by: one.by, why: one.why, on: one.on, replaced: one.replaced },
        ...{ screened: names?.query ?? null, editions },
      }));
      const decisions = told.filter((one) => (party === undefined || one.party === party) && (name === undefined || one.screened === name));
      return { json: { schemaVersion: "1", decisions } satisfies ScreenDecisions };
    },
  }),
  route({
    ...common,
    path: "/api/screen/decisions",
    id: "decideMatches",
    summary: "Record that matches are the same party, a different one, or not yet clear",
    permission: "case:write",
    commands: ["screen decide"],
    body: Decision,
    example: { matches: ["q7f3a91c20d4e:ofac-36:n91ab33"], as: "different", why: "Another place of registration." },
    answer: { status: 201, description: "They are recorded", schema: Decided },
    refusals: ["invalid"],
    handle: async ({ commands, who, signal, body }) => {
      const options = { as: body.as, by: who.name, why: body.why, name: body.name };
      await commands.run({ name: "screen decide", options, values: body.matches, signal, caller: who.session });
      return { json: { schemaVersion: "1", matches: body.matches }, status: 201 };
    },
  }),
];
