import { createHash } from "node:crypto";
import { z } from "zod";
import { readRun, runResult, withdrawRun } from "../../docket/index.js";
import { runShown } from "../../docket-decision.js";
import { HandlingMark, RunOrDecisionDone, ShownRun } from "../../model/index.js";
import { CaseId, Why } from "../fields.js";
import { reviewedFiles } from "../reviewed-files.js";
import { type Reply, type Route, type RouteContext, route } from "../route.js";
import { Folder, files, Name, packs, Rules, Today } from "./tool-fields.js";

const OneCase = z.strictObject({ case: CaseId });
const OneRun = z.strictObject({ case: CaseId, run: z.string().regex(/^r[1-9]\d{0,8}$/, "expected the name of a run, such as r1") });
const Label = { title: z.string().min(1).max(300).optional(), handling: HandlingMark.default("internal") };
const common = { tag: "runs" } as const;

/** Results of reviews and dossiers that belong to a case. */
export const runRoutes: readonly Route[] = [
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/runs",
    id: "attachRun",
    summary: "Attach a saved result of a review or a dossier to a case",
    description: "What is no such result, or does not fit itself, is refused with 422 and what does not fit.",
    permission: "run:attach",
    commands: ["docket attach"],
    params: OneCase,
    query: z.strictObject({
      ...Label,
      sha256: z.string().optional().describe("the digest that the result is said to have"),
    }),
    upload: { result: { description: "the JSON of a review, a dossier or a scenario of impact", needed: true } },
    answer: { status: 201, description: "It is attached", schema: RunOrDecisionDone },
    refusals: ["not-found", "refused", "invalid"],
    // Reading a result of some megabytes takes seconds, for which the server would answer nobody.
    handle: (context) => {
      const [run = ""] = context.upload?.files.get("result") ?? [];
      return attached(context, { values: [context.params.case], options: { ...context.query, run }, folder: context.upload?.folder });
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/runs/review",
    id: "attachReview",
    summary: "Review files, or a folder of one's own machine, and attach the result to a case",
    permission: "run:attach",
    commands: ["docket attach"],
    params: OneCase,
    query: z.strictObject({ ...Label, asOf: Today, rules: Rules, folder: Folder }),
    upload: { files, packs },
    answer: { status: 201, description: "It is reviewed and attached", schema: RunOrDecisionDone },
    refusals: ["not-found", "refused", "invalid"],
    handle: async (context) => {
      const { asOf, rules = [], folder, ...label } = context.query;
      const place = await reviewedFiles(context.upload, folder, context.home);
      const options = { ...label, "as-of": asOf, rules: [...rules, ...(context.upload?.files.get("packs") ?? [])] };
      return attached(context, { values: [context.params.case, place.path], options, folder: place.folder });
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/runs/dossier",
    id: "attachDossier",
    summary: "Make a dossier of a provider and attach it to a case",
    permission: "run:attach",
    commands: ["docket attach"],
    params: OneCase,
    body: z.strictObject({ ...Label, provider: Name.describe("id or name of the provider"), asOf: Today, rules: Rules }),
    example: { provider: "alibaba-cloud", asOf: "2026-11-27" },
    answer: { status: 201, description: "It is made and attached", schema: RunOrDecisionDone },
    refusals: ["not-found", "refused", "invalid"],
    handle: (context) => {
      const { provider, asOf, ...rest } = context.body;
      return attached(context, { values: [context.params.case], options: { ...rest, dossier: provider, "as-of": asOf } });
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/cases/{case}/runs/{run}",
    id: "showRun",
    summary: "A run: what it read by digest, on what it stands, what it found",
    permission: "case:read",
    commands: ["docket run show"],
    params: OneRun,
    answer: { description: "The run", schema: ShownRun },
    refusals: ["not-found"],
    handle: async ({ docket, params, marks }) => {
      const shown = await runShown(docket, params.case, params.run);
      marks.open({ case: params.case, item: `run ${params.run}`, handling: shown.run.handling });
      return { json: shown };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/cases/{case}/runs/{run}/result",
    id: "getRunResult",
    summary: "The result of a run, byte for byte as it was attached",
    permission: "case:read",
    commands: ["docket run result"],
    params: OneRun,
    answer: { description: "The result", types: ["application/json"] },
    refusals: ["not-found"],
    handle: async ({ docket, params, marks }) => {
      const { bytes, handling } = await docket.read(async (view) => {
        const run = await readRun(view, params.case, params.run);
        return { bytes: await runResult(view, run), handling: run.state.handling };
      });
      marks.take({ case: params.case, item: `run ${params.run}`, handling }, createHash("sha256").update(bytes).digest("hex"));
      return { content: bytes, type: "application/json", fileName: `${params.case}-${params.run}.json` };
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/runs/{run}/withdrawal",
    id: "withdrawRun",
    summary: "Withdraw a run that is not to be relied on; the record keeps it",
    permission: "run:attach",
    commands: ["docket run withdraw"],
    params: OneRun,
    body: z.strictObject({ why: Why }),
    example: { why: "the wrong folder was reviewed" },
    answer: { description: "It is withdrawn", schema: RunOrDecisionDone },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await withdrawRun(docket, params.case, params.run, body.why, { by: who.name, at, key }),
    }),
  }),
];

interface Attached {
  values: readonly string[];
  options: Record<string, string | readonly string[] | undefined>;
  folder?: string | undefined;
}

/** Attaches what a command beside the server reads or makes. */
async function attached({ commands, who, key, signal }: RouteContext, { values, options, folder }: Attached): Promise<Reply> {
  const made = await commands.run({
    ...{ name: "docket attach", values, options: { ...options, by: who.name, key, format: "json" }, folder },
    ...{ long: true, signal, caller: who.session },
  });
  return { json: JSON.parse(new TextDecoder().decode(made)), status: 201 };
}
