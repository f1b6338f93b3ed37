import { z } from "zod";
import { knownProcedures } from "../../docket/index.js";
import { Procedure } from "../../model/index.js";
import { RequestProblem } from "../problems.js";
import { type Route, route } from "../route.js";

const Line = Procedure.pick({ id: true, title: true, kind: true, authority: true, from: true, until: true, mark: true });
const Lines = z.strictObject({ schemaVersion: z.literal("1"), procedures: z.array(Line) });

const common = { tag: "clocks", permission: "case:read", commands: [] } as const;

/** Procedures that a case can follow: their states, what may happen in each, and the clocks that run. */
export const procedureRoutes: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/api/procedures",
    id: "listProcedures",
    summary: "The procedures that a case can follow",
    answer: { description: "The procedures", schema: Lines },
    refusals: [],
    handle: async () => ({
      json: { schemaVersion: "1", procedures: [...knownProcedures().values()].map(lineOf) } satisfies z.input<typeof Lines>,
    }),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/procedures/{procedure}",
    id: "showProcedure",
    summary: "A procedure: its states, what may happen in each, and the clocks that run",
    params: z.strictObject({ procedure: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected the id of a procedure, such as us-icts") }),
    answer: { description: "The procedure", schema: Procedure },
    refusals: ["not-found"],
    handle: async ({ params }) => {
      const found = knownProcedures().get(params.procedure);
      if (!found)
        throw new RequestProblem(404, "not-found", `There is no procedure ${params.procedure}.`, {
          action: "GET /api/procedures names those there are.",
        });
      return { json: found };
    },
  }),
];

function lineOf({ id, title, kind, authority, from, until, mark }: Procedure): z.input<typeof Line> {
  return { id, title, kind, authority, from, until, mark };
}
