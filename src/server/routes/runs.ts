import { createHash } from "node:crypto";
import { z } from "zod";
import { readRun, runResult, withdrawRun } from "../../docket/index.js";
import { runShown } from "../../docket-decision.js";
import { HandlingMark, RunOrDecisionDone, ShownRun } from "../../model/index.js";
import { CaseId, Why } from "../fields.js";
import { type Route, route } from "../route.js";

const OneCase = z.strictObject({ case: CaseId });
const OneRun = z.strictObject({ case: CaseId, run: z.string().regex(/^r[1-9]\d{0,8}$/, "expected the name of a run, such as r1") });
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
      title: z.string().min(1).max(300).optional(),
      handling: HandlingMark.default("internal"),
      sha256: z.string().optional().describe("the digest that the result is said to have"),
    }),
    upload: { result: { description: "the JSON of a review or a dossier", needed: true } },
    answer: { status: 201, description: "It is attached", schema: RunOrDecisionDone },
    refusals: ["not-found", "refused", "invalid"],
    handle: async ({ commands, who, key, params, query, upload, signal }) => {
      const [path = ""] = upload?.files.get("result") ?? [];
      // Reading a result of some megabytes takes seconds, for which the server would answer nobody.
      const made = await commands.run({
        ...{ name: "docket attach", values: [params.case], options: { ...query, run: path, by: who.name, key, format: "json" } },
        ...{ folder: upload?.folder, long: true, signal, caller: who.session },
      });
      return { json: JSON.parse(new TextDecoder().decode(made)), status: 201 };
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
