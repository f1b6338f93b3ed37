import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ReferenceStatus, RuleTests, ShownRules } from "../../model/index.js";
import { packageRoot } from "../../package-root.js";
import { typesOf } from "../report-reply.js";
import { type Route, route } from "../route.js";
import { toolReply } from "../tool.js";
import { formats, PackId, packs } from "./tool-fields.js";

const Plain = z.strictObject({ format: formats(["json", "text"]) });
const Shown = z.strictObject({
  rule: PackId.optional().describe("only this rule, criterion, duty or term"),
  cel: z.stringbool().optional().describe("conditions also as they are written, in CEL"),
  format: formats(["json", "text", "md", "html"]),
});

const common = { tag: "rules", permission: "tools:use" } as const;

/** What the rules say, whether they hold their examples, and what the answers stand on. */
export const ruleRoutes: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/api/rules",
    id: "listRules",
    summary: "The built-in rule packs and sets of packs",
    commands: ["rules list"],
    query: Plain,
    answer: { description: "The packs and sets", types: ["application/json", "text/plain"] },
    refusals: [],
    handle: (context) => toolReply(context, { name: "rules list", format: context.query.format }),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/rules/{pack}",
    id: "showRules",
    summary: "A rule pack, a set of packs, or one rule, as a lawyer would read it",
    commands: ["rules show"],
    params: z.strictObject({ pack: PackId.meta({ examples: ["us-icts"] }) }),
    query: Shown,
    answer: { description: "The pack", schema: ShownRules, types: typesOf(["text", "md", "html"]) },
    refusals: ["invalid"],
    handle: (context) => {
      const { rule, cel, format } = context.query;
      const { pack } = context.params;
      return toolReply(context, {
        name: "rules show",
        format,
        options: { cel },
        values: [rule === undefined ? pack : `${pack}:${rule}`],
        fileName: pack,
      });
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/rules/{pack}/tests",
    id: "testPack",
    summary: "Run the worked examples of one built-in pack",
    description: "Examples that fail stand in the answer.",
    commands: ["rules test"],
    params: z.strictObject({ pack: PackId.meta({ examples: ["us-icts"] }) }),
    answer: { description: "What passed and what failed", schema: RuleTests },
    refusals: ["invalid"],
    handle: async ({ commands, who, signal, params }) => {
      const asked = { name: "rules test", options: { format: "json" }, values: [params.pack], long: true, signal, caller: who.session };
      // Where the pack lies on the server is nobody else's business.
      return { json: RuleTests.parse(JSON.parse(new TextDecoder().decode(await commands.run(asked)))) };
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/rule-tests",
    id: "testRules",
    summary: "Run the worked examples of rule packs, and conformance suites in JSON Lines",
    description: "Without files: those of every built-in pack. Examples that fail stand in the answer.",
    commands: ["rules test"],
    query: Plain,
    upload: { packs },
    answer: { description: "What passed and what failed", types: ["application/json", "text/plain"] },
    refusals: ["invalid"],
    handle: (context) => {
      const values = context.upload?.files.get("packs") ?? [];
      return toolReply(context, { name: "rules test", format: context.query.format, values, folder: context.upload?.folder, long: true });
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/rule-schema",
    id: "ruleSchema",
    summary: "The JSON Schema of rule packs, for the completion of an editor",
    commands: ["rules schema"],
    answer: { description: "The schema", types: ["application/schema+json"] },
    refusals: [],
    handle: async () => ({
      content: await readFile(join(packageRoot(), "schemas", "rule-pack.schema.json")),
      type: "application/schema+json",
    }),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/reference",
    id: "referenceStatus",
    summary: "Edition, counts, digest and age of the built-in reference and of every import",
    commands: ["reference status"],
    query: Plain,
    answer: { description: "The state of the reference", schema: ReferenceStatus, types: ["text/plain"] },
    refusals: [],
    handle: (context) => toolReply(context, { name: "reference status", format: context.query.format, options: { "no-folders": true } }),
  }),
];
