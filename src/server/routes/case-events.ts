import { z } from "zod";
import { confirmPoint, confirmService, correctEvent, recordEvent } from "../../docket/index.js";
import { CaseChange, CaseEntry } from "../../model/index.js";
import { CaseId, numberFrom, RealDay, Why } from "../fields.js";
import { type Route, route } from "../route.js";

const OneCase = z.strictObject({ case: CaseId });
const OneEvent = z.strictObject({ case: CaseId, number: numberFrom(1, 999_999_999).describe("number of the event in the case") });

/** What is told of an event, by the names that it has in the record. */
const details = CaseEntry.pick({
  at: true,
  agency: true,
  by: true,
  rank: true,
  signed: true,
  written: true,
  outcome: true,
  contains: true,
  method: true,
  answers: true,
  decision: true,
  note: true,
}).extend({ until: RealDay.optional().describe("of an extension, or the end that the entry itself names") }).shape;

const Happened = z.strictObject({
  event: CaseEntry.shape.event.describe("what happened, as the case names what may come next"),
  on: RealDay.describe("the day, in the zone of the office: a deadline is counted from it"),
  ...details,
  why: Why.optional().describe("on what grounds"),
});

const Served = z.strictObject({
  ...Happened.shape,
  event: Happened.shape.event.default("initial-determination-served"),
  method: CaseEntry.shape.method.unwrap().describe("how it was served, as the procedure names it, such as by-hand"),
});

const Correction = z.strictObject({
  reads: z
    .strictObject({ on: RealDay.optional(), ...details })
    .refine((reads) => Object.keys(reads).length > 0, "expected a day or another field that reads otherwise")
    .describe("what the event reads instead"),
  why: Why.describe("on what it rests"),
});

const Confirmation = z.union([
  z.strictObject({
    service: z.int().positive().describe("number of the event of a service"),
    day: RealDay.optional().describe("the day on which the paper counts as served (default: the day of the event)"),
    why: Why.describe("on what source"),
  }),
  z.strictObject({
    point: z.string().min(1).max(200).describe("a rule of the procedure, as the case names its open points, such as deadline/response"),
    holds: z.boolean().default(true).describe("false: the rule was found not to hold"),
    why: Why.describe("on what source"),
  }),
]);

/** A signature that is named is one. */
function signed<Details extends { by?: string | undefined; signed?: boolean | undefined }>(details: Details): Details {
  return details.by !== undefined && details.signed === undefined ? { ...details, signed: true } : details;
}

const common = { tag: "events", permission: "case:write" } as const;

/** What happened in a case: recorded, corrected, withdrawn, confirmed. */
export const caseEventRoutes: readonly Route[] = [
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/events",
    id: "recordEvent",
    summary: "Record that something happened",
    description: "What the law does not allow is refused with 409 and the section that forbids it.",
    commands: ["docket move"],
    params: OneCase,
    body: Happened,
    example: { event: "review-started", on: "2025-02-11" },
    answer: { status: 201, description: "It is recorded", schema: CaseChange },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body: { why, ...entry } }) => ({
      json: await recordEvent(docket, params.case, signed(entry), why ?? null, { by: who.name, at, key }),
      status: 201,
    }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/services",
    id: "recordService",
    summary: "Record the service of a paper, which starts its clocks: the Initial Determination, where no other event is named",
    commands: ["docket serve-notice"],
    params: OneCase,
    body: Served,
    example: { on: "2025-04-01", method: "by-hand", by: "Secretary", contains: ["criteria", "proposal", "factual-basis", "unclassified"] },
    answer: { status: 201, description: "It is recorded", schema: CaseChange },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body: { why, ...entry } }) => ({
      json: await recordEvent(docket, params.case, signed(entry), why ?? null, { by: who.name, at, key }),
      status: 201,
    }),
  }),
  route({
    ...common,
    method: "PATCH",
    path: "/api/cases/{case}/events/{number}",
    id: "correctEvent",
    summary: "Correct what was recorded; everything that hangs on it is computed anew, and what moved is told",
    commands: ["docket correct"],
    params: OneEvent,
    body: Correction,
    example: { reads: { on: "2025-02-12" }, why: "The letter bears this day." },
    answer: { description: "It is corrected", schema: CaseChange },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body: { reads, why } }) => ({
      json: await correctEvent(docket, params.case, params.number, signed(reads), why, { by: who.name, at, key }),
    }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/events/{number}/withdrawal",
    id: "withdrawEvent",
    summary: "Take back an event that was recorded by mistake; the journal keeps it",
    commands: ["docket withdraw"],
    params: OneEvent,
    body: z.strictObject({ why: Why.describe("on what grounds") }),
    example: { why: "Entered in the wrong case." },
    answer: { status: 201, description: "It is withdrawn", schema: CaseChange },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await correctEvent(docket, params.case, params.number, null, body.why, { by: who.name, at, key }),
      status: 201,
    }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/confirmations",
    id: "confirm",
    summary: "Confirm a day of service, or a rule that was not read as it is in force",
    commands: ["docket confirm"],
    params: OneCase,
    body: Confirmation,
    example: { point: "deadline/response", why: "Read in the Federal Register of that day." },
    answer: { status: 201, description: "It is confirmed", schema: CaseChange },
    refusals: ["not-found", "refused"],
    handle: async ({ docket, who, at, key, params, body }) => {
      const doing = { by: who.name, at, key };
      const done =
        "service" in body
          ? confirmService(docket, params.case, body.service, body.day, body.why, doing)
          : confirmPoint(docket, params.case, body.point, body.holds, body.why, doing);
      return { json: await done, status: 201 };
    },
  }),
];
