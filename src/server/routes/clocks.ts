import { z } from "zod";
import { calendarFile, deadlinesFor, listedCase, showCases, whyDeadline } from "../../docket/index.js";
import { DocketWhy, ShownCase } from "../../model/index.js";
import { AsOf, CaseId } from "../fields.js";
import { type Reply, type Route, type RouteContext, route } from "../route.js";

const OneCase = z.strictObject({ case: CaseId });

const Look = z.strictObject({
  asOf: AsOf,
  format: z.enum(["ics", "json"]).default("ics").describe("a calendar file for a mail program, or the cases"),
});

const Why = z.strictObject({
  deadline: z
    .string()
    .min(1)
    .max(200)
    .describe("the deadline as the case names it, such as response, or concurrence/Justice where each agency has one")
    .meta({ examples: ["response"] }),
  asOf: AsOf,
});

const common = { tag: "clocks", permission: "case:read" } as const;
const calendar = {
  description: "The deadlines, as a calendar file; with format=json, the cases",
  schema: z.array(ShownCase),
  types: ["text/calendar"],
};

/** Deadlines: counted day by day, and as a calendar. */
export const clockRoutes: readonly Route[] = [
  route({
    ...common,
    method: "GET",
    path: "/api/cases/{case}/count",
    id: "countDeadline",
    summary: "Why a deadline ends on its day: every day counted, weekends and federal holidays named, pauses and extensions shown",
    commands: ["docket why"],
    params: OneCase,
    query: Why,
    answer: { description: "The count", schema: DocketWhy },
    refusals: ["not-found"],
    rests: ({ case: of = "" }) => ({ case: of }),
    handle: async ({ docket, at, params, query }) => ({
      json: await docket.read(async (view) => ({
        ...(await whyDeadline(view, params.case, query.deadline, { at, asOf: query.asOf })),
        head: await view.head(),
      })),
    }),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/cases/{case}/calendar",
    id: "calendarOfCase",
    summary: "The deadlines of a case as a calendar file (.ics) for a mail program",
    commands: ["docket calendar"],
    params: OneCase,
    query: Look,
    answer: calendar,
    refusals: ["not-found"],
    handle: (context) => calendarReply(context, context.params.case),
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/calendar",
    id: "calendar",
    summary: "The deadlines of every case as a calendar file (.ics) for a mail program",
    commands: ["docket calendar"],
    query: Look,
    answer: calendar,
    refusals: [],
    handle: (context) => calendarReply(context, undefined),
  }),
];

async function calendarReply(
  { docket, at, query, marks }: RouteContext<unknown, z.output<typeof Look>>,
  id: string | undefined,
): Promise<Reply> {
  const { cases, head } = await docket.read(async (view) => ({
    cases: await showCases(view, id, { at, asOf: query.asOf }),
    head: await view.head(),
  }));
  if (query.format === "json") return { json: cases.map((one) => listedCase(one, marks.upTo)) };
  const content = calendarFile(cases.flatMap(deadlinesFor), head);
  return { content, type: "text/calendar; charset=utf-8", fileName: `${id ?? "docket"}.ics` };
}
