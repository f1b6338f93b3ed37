import { z } from "zod";
import { Day, Mark, PartialDate } from "./common.js";

const Cited = { citation: z.string(), mark: Mark };
const Name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const StateName = z.string().regex(/^[A-Z]+(_[A-Z]+)*$/);

/** Ranks of who signs for an agency, lowest first. */
export const ranks = ["below-assistant-secretary", "assistant-secretary", "under-secretary", "deputy-secretary", "secretary"] as const;

/** What an entry has to meet. `otherwise`: it is refused, or kept as logged without effect. */
export const Requirement = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("signed"), ...Cited }),
  z.strictObject({ kind: z.literal("written"), ...Cited, otherwise: z.enum(["refused", "logged"]).default("refused") }),
  z.strictObject({
    kind: z.literal("rank"),
    atLeast: z.enum(ranks),
    ...Cited,
    otherwise: z.enum(["refused", "logged"]).default("refused"),
  }),
  z.strictObject({ kind: z.literal("once"), ...Cited }),
  z.strictObject({ kind: z.literal("agency"), ...Cited }).describe("names the agency that it is about"),
  z
    .strictObject({ kind: z.literal("later-until"), deadline: Name, ...Cited })
    .describe("`until` lies after the day on which the deadline ends"),
  z.strictObject({ kind: z.literal("after"), event: Name, ...Cited }),
  z
    .strictObject({ kind: z.literal("days-since"), event: Name, days: z.int().positive(), ...Cited })
    .describe("so many calendar days or more after the latest such event"),
  z.strictObject({ kind: z.literal("within"), deadline: Name, ...Cited, otherwise: z.enum(["refused", "logged"]).default("refused") }),
  z
    .strictObject({
      kind: z.literal("concurrence"),
      received: Name,
      concurred: Name,
      objected: Name,
      decided: Name,
      window: Name,
      ...Cited,
    })
    .describe("each agency that received it concurred, was silent for the whole window, or had its objection decided"),
]);
export type Requirement = z.infer<typeof Requirement>;

export const ProcedureState = z.strictObject({
  id: StateName,
  title: z.string(),
  actor: z.string().describe("who has the next step"),
  ...Cited,
  note: z.string().optional(),
});

/** What may happen: an event, in which states, where it leads, and what it has to meet. */
export const Move = z.strictObject({
  event: Name,
  title: z.string(),
  actor: z.string(),
  ...Cited,
  from: z.union([z.literal("any"), z.array(z.union([StateName, z.literal("START")])).min(1)]),
  to: z.union([z.literal("same"), StateName, z.record(z.string(), StateName)]).describe("by the outcome that the entry names, where a map"),
  restarts: z.boolean().default(false).describe("begins a new round: what went before counts for the record hold alone"),
  requires: z.array(Requirement).default([]),
  contents: z
    .array(z.strictObject({ id: Name, what: z.string(), mark: Mark }))
    .default([])
    .describe(
      "what the paper has to hold. A missing point that was read refuses the move; one marked OLD, SEC, S or UNCONFIRMED is a remark",
    ),
  elsewhere: z
    .strictObject({ because: z.string(), ...Cited })
    .optional()
    .describe("what forbids it in other states"),
});
export type Move = z.infer<typeof Move>;

/** A period that an event starts. */
export const ProcedureDeadline = z.strictObject({
  id: Name,
  title: z.string(),
  starts: Name.describe("the event; without it there is no deadline"),
  days: z.int().positive().describe("the day of the event is not counted"),
  each: z.enum(["case", "agency"]).default("case").describe("one for the case, or one for each agency that an event names"),
  kind: z.enum(["duty", "window"]).describe("a duty is overdue once it has passed; a window closes"),
  roll: z.enum(["none", "business-day"]).default("none").describe("whether a last day without business moves to the next one"),
  metBy: z.array(Name),
  extendedBy: Name.optional().describe("the event that moves its end to its own `until`"),
  ...Cited,
  note: z.string().optional(),
});
export type ProcedureDeadline = z.infer<typeof ProcedureDeadline>;

/** How a case is run under one law, between two days: states, moves, clocks, record hold. */
export const Procedure = z.strictObject({
  schemaVersion: z.literal("1"),
  id: Name,
  title: z.string(),
  authority: z.string(),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  mark: Mark,
  notes: z.array(z.string()).default([]).describe("what was not confirmed, and what the table leaves to a person"),
  states: z.array(ProcedureState).min(1),
  moves: z.array(Move).min(1).describe("in the order of the procedure: it decides between entries of one day"),
  deadlines: z.array(ProcedureDeadline).default([]),
  lapses: z
    .array(z.strictObject({ deadline: Name, from: z.array(StateName).min(1), to: StateName, ...Cited }))
    .default([])
    .describe("where silence alone moves the case"),
  dates: z
    .array(z.strictObject({ id: Name, title: z.string(), after: Name, days: z.int().positive(), ...Cited, note: z.string().optional() }))
    .default([])
    .describe("days worth knowing that are no deadline"),
  hold: z
    .strictObject({ startsWith: z.array(Name).min(1), years: z.int().positive(), after: Name, unless: Name, ...Cited })
    .optional()
    .describe("records are kept so many years after an event; where `unless` does not come within them, as long after the first notice"),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string().optional() })).min(1),
});
export type Procedure = z.infer<typeof Procedure>;

/** One thing that happened in a case. */
export const CaseEntry = z.strictObject({
  event: Name,
  on: Day,
  agency: z.string().optional(),
  by: z.string().optional().describe("who signed or acted"),
  rank: z.enum(ranks).optional(),
  signed: z.boolean().optional(),
  written: z.boolean().optional(),
  until: Day.optional().describe("of an extension"),
  outcome: z.string().optional(),
  contains: z.array(z.string()).optional().describe("ids of the required contents that the paper holds"),
  note: z.string().optional(),
});
export type CaseEntry = z.infer<typeof CaseEntry>;

/** An entry that changed nothing: `refused` for what the law does not allow, `logged` for what is kept without effect. */
export const Ineffective = z.object({
  entry: CaseEntry,
  as: z.enum(["refused", "logged"]),
  state: z.string().nullable(),
  because: z.string(),
  ...Cited,
});
export type Ineffective = z.infer<typeof Ineffective>;

export const RunningDeadline = z.object({
  id: z.string(),
  title: z.string(),
  agency: z.string().nullable(),
  due: Day.describe("the last day"),
  status: z.enum(["open", "overdue", "closed", "met", "met-late"]),
  metOn: Day.nullable(),
  trigger: z.object({ event: z.string(), on: Day }),
  count: z.string().describe("how it was counted, in words"),
  extendedFrom: Day.nullable().describe("the last day before an extension"),
  ...Cited,
  note: z.string().nullable(),
});
export type RunningDeadline = z.infer<typeof RunningDeadline>;

/** Where a case stands on a day. */
export const Standing = z.object({
  procedure: z.string(),
  asOf: Day,
  state: z.string().nullable(),
  since: Day.nullable(),
  deadlines: z.array(RunningDeadline),
  dates: z.array(z.object({ id: z.string(), title: z.string(), on: Day, ...Cited, note: z.string().nullable() })),
  ineffective: z.array(Ineffective),
  remarks: z.array(z.string()),
  presumed: z.array(z.object({ agency: z.string(), since: Day, ...Cited })).describe("agencies that concur by silence"),
  hold: z
    .object({
      starts: Day,
      ...Cited,
      branches: z.array(
        z.object({
          id: z.enum(["after-determination", "no-initial-notice"]),
          until: Day.nullable().describe("the last day; null while the event that it counts from has not come"),
          applies: z.enum(["yes", "no", "open"]),
        }),
      ),
    })
    .nullable(),
  next: z.array(z.object({ event: z.string(), title: z.string(), actor: z.string(), citation: z.string(), mark: Mark })),
  later: z.array(CaseEntry).describe("entries dated after the day"),
});
export type Standing = z.infer<typeof Standing>;
