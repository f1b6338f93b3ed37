import { z } from "zod";
import { CaseEntry } from "./case-entry.js";
import { Day, Mark, PartialDate } from "./common.js";
import { letterKinds } from "./letter-template.js";
import { ranks } from "./order.js";

const Cited = { citation: z.string(), mark: Mark };
const Name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const StateName = z.string().regex(/^[A-Z]+(_[A-Z]+)*$/);

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
    .strictObject({ kind: z.literal("confirmed"), point: z.string(), ...Cited })
    .describe("a person confirmed a point of the table that was not read, such as `move/response-extended`"),
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
  record: z.string().optional().describe("what the record of this state has to hold"),
  note: z.string().optional(),
});

/** What may happen: an event, in which states, where it leads, and what it has to meet. */
export const Move = z.strictObject({
  event: Name,
  title: z.string(),
  actor: z.string(),
  ...Cited,
  from: z.union([z.literal("any"), z.array(z.union([StateName, z.literal("START")])).min(1)]),
  to: z
    .union([z.literal("same"), StateName, z.record(z.string(), z.union([StateName, z.literal("same")]))])
    .describe("by the outcome that the entry names, where a map; `none` for an entry that names none"),
  serves: z.boolean().default(false).describe("serves a paper on a party: its day depends on how it was served"),
  restarts: z.boolean().default(false).describe("begins a new round: what went before counts for the record hold alone"),
  requires: z.array(Requirement).default([]),
  contents: z
    .array(
      z.strictObject({
        id: Name,
        what: z.string(),
        mark: Mark,
        citation: z.string().optional().describe("where it is asked for, where more exact than the move"),
      }),
    )
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
  days: z.int().positive().optional().describe("the day of the event is not counted; left out where the event alone names the end"),
  unit: z.enum(["calendar-days", "business-days"]).default("calendar-days"),
  named: z
    .enum(["never", "alone", "later"])
    .default("never")
    .describe("whether the entry that starts it names its end: never, it alone does, or it may give more than the days"),
  each: z
    .enum(["case", "agency", "entry"])
    .default("case")
    .describe("one for the case, one for each agency that an event names, or one for each such event"),
  kind: z.enum(["duty", "window"]).describe("a duty is overdue once it has passed; a window closes"),
  roll: z
    .enum(["none", "business-day", "unconfirmed"])
    .default("none")
    .describe("whether a last day without business moves to the next one; `unconfirmed`: only once a person confirms it"),
  metBy: z.array(Name),
  extendedBy: Name.optional().describe("the event that moves its end to its own `until`"),
  lengthened: z
    .strictObject({ by: Name, days: z.int().positive(), ...Cited })
    .optional()
    .describe("the event that adds so many days, once"),
  paused: z
    .strictObject({ by: Name, until: Name, ...Cited, note: z.string().optional() })
    .optional()
    .describe("the event from whose day on no day is counted, and the one from whose day on days count again"),
  ...Cited,
  note: z.string().optional(),
});
export type ProcedureDeadline = z.infer<typeof ProcedureDeadline>;

/** A way to serve a paper, and what is known of the day on which it counts as served. */
export const ServiceMethod = z.strictObject({
  id: Name,
  title: z.string(),
  counts: z
    .enum(["on-the-day", "once-confirmed"])
    .describe("from the day of the entry, or from the day that a person confirms: until then what follows from it is not settled"),
  ...Cited,
  note: z.string().optional(),
});
export type ServiceMethod = z.infer<typeof ServiceMethod>;

/** Whose case a procedure is for. */
export const kindsOfCase = ["provider-review", "own-exposure"] as const;
export type KindOfCase = (typeof kindsOfCase)[number];

/** What a text can be that is not published, the gravest last: by its handling mark, or by a marking in its words. */
export const withholdingGrounds = ["internal", "business-confidential", "restricted", "controlled-unclassified", "classified"] as const;
export type WithholdingGround = (typeof withholdingGrounds)[number];

/** On what ground something is kept out of a public version. */
export const Withholding = z.strictObject({ what: z.enum(withholdingGrounds), because: z.string(), ...Cited });
export type Withholding = z.infer<typeof Withholding>;

/** A determination made under a procedure, as a model for the timing of a later one: a precedent, never a rule. */
export const WindDownPrecedent = z.strictObject({
  id: Name,
  title: z.string(),
  ...Cited,
  source: z.strictObject({ title: z.string(), url: z.string(), publisher: z.string(), asOf: Day, retrieved: Day.nullable() }),
  determined: Day.describe("day of the determination, which the days below are counted from"),
  newAgreements: z.strictObject({ barredFrom: Day, what: z.string() }),
  everythingElse: z.strictObject({ barredFrom: Day, what: z.string() }),
  outside: z.string().describe("what it left alone"),
});
export type WindDownPrecedent = z.infer<typeof WindDownPrecedent>;

/** What letters of one kind say of the law under a procedure. */
export const ProcedureLetter = z.strictObject({
  title: z.string().max(200).optional().describe("what such a letter is called there, where it is not the title of the template"),
  event: Name.optional().describe("the event that its issue is there, where it is not the one that the template names"),
  law: z
    .record(Name, z.string().min(1))
    .describe("sentences of law by what they are about, in the language of templates: each with its provision and mark in brackets"),
});
export type ProcedureLetter = z.infer<typeof ProcedureLetter>;

/** How a case is run under one law, between two days: states, moves, clocks, record hold. */
export const Procedure = z.strictObject({
  schemaVersion: z.literal("1"),
  id: Name,
  title: z.string(),
  kind: z.enum(kindsOfCase).default("provider-review").describe("review of a provider, or of one's own exposure"),
  authority: z.string(),
  calendar: Name.default("us-federal").describe("the calendar of the office"),
  receipt: z
    .strictObject({ closes: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), ...Cited })
    .optional()
    .describe("the time of day after which what arrives counts as received on the next business day"),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  mark: Mark,
  notes: z.array(z.string()).default([]).describe("what was not confirmed, and what the table leaves to a person"),
  states: z.array(ProcedureState).min(1),
  stages: z
    .array(z.strictObject({ title: z.string(), states: z.array(StateName).min(1) }))
    .default([])
    .describe("the states put together as people speak of how far a case is, in order: for overviews alone, nothing follows from them"),
  moves: z.array(Move).min(1).describe("in the order of the procedure: it decides between entries of one day"),
  deadlines: z.array(ProcedureDeadline).default([]),
  services: z.array(ServiceMethod).default([]),
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
  withholding: z.array(Withholding).default([]).describe("on what grounds something is kept out of what is published"),
  letters: z
    .partialRecord(z.enum(letterKinds), ProcedureLetter)
    .default({})
    .describe("what letters say of its law, by kind; what is not on file is left out, and a letter that needs it is not issued"),
  packs: z.array(z.string()).default([]).describe("ids of the rule packs whose law it carries out"),
  precedents: z.array(WindDownPrecedent).default([]).describe("determinations made under it whose timing is on file"),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string().optional() })).min(1),
});
export type Procedure = z.infer<typeof Procedure>;

/** An entry that changed nothing: `refused` for what the law does not allow, `logged` for what is kept without effect. */
export const Ineffective = z.object({
  entry: CaseEntry,
  as: z.enum(["refused", "logged"]),
  state: z.string().nullable(),
  because: z.string(),
  ...Cited,
});
export type Ineffective = z.infer<typeof Ineffective>;

/** A person's entry that confirms a point of the table, or says that it does not hold. */
export const Confirmation = z.object({
  entry: z.string().nullable(),
  by: z.string(),
  on: Day,
  holds: z.boolean(),
  source: z.string(),
});
export type Confirmation = z.infer<typeof Confirmation>;

/** A point of a procedure whose wording was not read in force. */
export const OpenPoint = z.object({
  point: z.string().describe("such as `deadline/response`, to be confirmed by an entry"),
  title: z.string(),
  ...Cited,
  confirmed: Confirmation.nullable(),
});
export type OpenPoint = z.infer<typeof OpenPoint>;

export const RunningDeadline = z.object({
  key: z.string().describe("its name in the case: the rule's id, with the agency or the entry where there are several"),
  id: z.string(),
  title: z.string(),
  agency: z.string().nullable(),
  due: Day.nullable().describe("the last day; null while the clock stands still with no end"),
  status: z
    .enum(["open", "overdue", "closed", "met", "met-late", "paused", "unsettled"])
    .describe("`unsettled`: it would have passed, but the day of service is not confirmed"),
  metOn: Day.nullable(),
  trigger: z.object({ event: z.string(), on: Day, entry: z.string().nullable(), at: z.string().nullable(), method: z.string().nullable() }),
  unsettled: z.string().nullable().describe("what a person has to confirm before it is sure"),
  count: z.string().describe("how it was counted, in words"),
  extendedFrom: Day.nullable().describe("the last day before an extension"),
  ...Cited,
  confirmed: Confirmation.nullable(),
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
  calendar: z.string().describe("id of the calendar that days of business were taken from"),
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
