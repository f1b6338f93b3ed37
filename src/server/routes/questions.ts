import { z } from "zod";
import { Dossier, TracedParty, WhoAnswer } from "../../model/index.js";
import { typesOf } from "../report-reply.js";
import { type Route, route } from "../route.js";
import { toolReply } from "../tool.js";
import { formats, Name, PackId, Regimes, Today } from "./tool-fields.js";

const Thing = z.string().trim().min(1).max(2_000);
const Who = z.strictObject({
  thing: z
    .array(Thing)
    .min(1)
    .max(500)
    .describe("host, URL, IP address, network, AS number, image, package URL, Terraform type or company name")
    .meta({ examples: [["oss-us-west-1.aliyuncs.com"]] }),
  asOf: Today,
  format: formats(["json", "jsonl", "text"]),
});
const Party = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^\P{Cc}*$/u, "expected no control characters");
const Trace = z.strictObject({
  party: Party.describe("id, LEI, identifier (gb-coh:01234567), provider, or name").meta({ examples: ["alibaba-group"] }),
  regime: Regimes,
  multiplied: z.stringbool().optional().describe("also with shares multiplied, which is no law"),
  sideBySide: z.stringbool().optional().describe("the regimes in one table: which applies on the day, and why the others do not"),
  ended: z.stringbool().optional().describe("also the interests among the parties shown that had ended by the day"),
  most: z.coerce.number().int().min(4).max(2_000).optional().describe("parties in the answer, the nearest and largest first; usually 60"),
  asOf: Today,
  format: formats(["json", "text", "html", "md"]),
});
const Covered = z.strictObject({ regime: PackId, asOf: Today, format: z.enum(["jsonl", "csv", "text"]).default("jsonl") });
const About = z.strictObject({
  since: Today.describe("tell what has changed since this earlier day"),
  regime: Regimes,
  full: z.stringbool().optional().describe("as text: every part in full"),
  asOf: Today,
  format: formats(["json", "text", "html"]),
});

const common = { tag: "questions", permission: "tools:use" } as const;

/** Questions about one thing, party or provider, answered from the reference. */
export const questionRoutes: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/api/who",
    id: "who",
    summary: "Who runs a host, address, image, package or company, and the path to each government",
    commands: ["who"],
    query: Who,
    answer: {
      description: "An answer for each thing; unknown is one",
      schema: z.union([WhoAnswer, z.array(WhoAnswer)]),
      types: typesOf(["jsonl", "text"]),
    },
    refusals: ["invalid"],
    handle: (context) => {
      const { thing, asOf, format } = context.query;
      return toolReply(context, { name: "who", format, options: { "as-of": asOf }, values: thing });
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/trace",
    id: "trace",
    summary: "Whether a party is owned, controlled or reached, under which regime, with the proof",
    commands: ["trace"],
    query: Trace,
    answer: { description: "The party under each regime", schema: TracedParty, types: typesOf(["text", "html", "md"]) },
    refusals: ["not-found", "invalid"],
    handle: (context) => {
      const { party, regime = [], multiplied, sideBySide, ended, most, asOf, format } = context.query;
      const regimes = [...regime, ...(multiplied ? ["multiplicative"] : [])];
      const options = { regime: regimes, "side-by-side": sideBySide, ended, most: most?.toString(), "as-of": asOf };
      return toolReply(context, { name: "trace", format, options, values: [party] });
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/trace/covered",
    id: "traceAll",
    summary: "Every party that is covered, or cannot be excluded, through its owners under one regime",
    commands: ["trace"],
    query: Covered,
    answer: { description: "A party a line (schema trace-line)", types: typesOf(["jsonl", "csv", "text"]) },
    refusals: ["invalid"],
    handle: (context) => {
      const { regime, asOf, format } = context.query;
      return toolReply(context, { name: "trace", format, options: { all: true, regime, "as-of": asOf }, long: true, fileName: "covered" });
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/dossiers/{provider}",
    id: "dossier",
    summary: "Everything known about a provider on a day, ownership to government, with the questions of a review",
    commands: ["dossier"],
    params: z.strictObject({ provider: Name.describe("id or name").meta({ examples: ["alibaba-cloud"] }) }),
    query: About,
    answer: { description: "The dossier", schema: Dossier, types: typesOf(["text", "html"]) },
    refusals: ["not-found", "invalid"],
    handle: (context) => {
      const { since, regime, full, asOf, format } = context.query;
      const options = { since, regime, full, "as-of": asOf };
      return toolReply(context, { name: "dossier", format, options, values: [context.params.provider] });
    },
  }),
];
