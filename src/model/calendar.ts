import { z } from "zod";
import { Day, Mark } from "./common.js";

const Cited = { citation: z.string(), mark: Mark };
const Name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Days of the week, Sunday first, as `Date` counts them. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export type Weekday = (typeof weekdays)[number];

/** On which day of a year a holiday falls. */
export const HolidayRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fixed"), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  z.strictObject({
    kind: z.literal("weekday"),
    month: z.int().min(1).max(12),
    weekday: z.enum(weekdays),
    nth: z.union([z.int().min(1).max(4), z.literal("last")]),
  }),
]);
export type HolidayRule = z.infer<typeof HolidayRule>;

/** What becomes of a holiday on a weekend. */
const observances = ["day-before", "day-after", "none"] as const;

export const Holiday = z.strictObject({
  id: Name,
  name: z.string(),
  rule: HolidayRule,
  every: z
    .strictObject({ years: z.int().min(2), since: z.int() })
    .optional()
    .describe("only each so many years, counted from one that has it"),
  from: Day.optional().describe("the first day on which the rule holds"),
  until: Day.optional().describe("the last one"),
  observed: z
    .strictObject({ saturday: z.enum(observances), sunday: z.enum(observances) })
    .optional()
    .describe("where it differs from the calendar's own observance"),
  ...Cited,
  note: z.string().optional(),
});
export type Holiday = z.infer<typeof Holiday>;

/** A single day on which the offices are closed. */
export const Closure = z.strictObject({
  on: Day,
  name: z.string(),
  ...Cited,
  url: z.string().optional(),
  entry: z.string().optional().describe("the entry of a case that tells of it"),
});
export type Closure = z.infer<typeof Closure>;

/** On which days an office works, and in which zone its days begin and end. */
export const Calendar = z.strictObject({
  schemaVersion: z.literal("1"),
  id: Name,
  title: z.string(),
  extends: Name.optional().describe("the calendar whose holidays and closures it adds to"),
  zone: z.string().describe("IANA name of the time zone of the office"),
  from: Day.describe("the first day that the calendar knows; what was off before it is unknown"),
  closuresKnownFrom: Day.describe("the first day for which closures were looked up"),
  closuresKnownUntil: Day.describe("the last one"),
  weekend: z.array(z.enum(weekdays)).max(6),
  observance: z
    .strictObject({
      saturday: z.strictObject({ on: z.enum(observances), ...Cited }),
      sunday: z.strictObject({ on: z.enum(observances), ...Cited }),
    })
    .describe("where a holiday on a weekend is observed"),
  holidays: z.array(Holiday).default([]),
  closures: z.array(Closure).default([]),
  notes: z.array(z.string()).default([]),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string().optional() })).min(1),
});
export type Calendar = z.infer<typeof Calendar>;

/** Why a day is none of business. */
export const OffDay = z.object({
  kind: z.enum(["weekend", "holiday", "closure"]),
  name: z.string(),
  citation: z.string().nullable(),
  mark: Mark.nullable(),
  entry: z.string().nullable().describe("the entry of the case that tells of a closure"),
});
export type OffDay = z.infer<typeof OffDay>;

/** One day of a count. */
export const CountedDay = z.object({
  day: Day,
  weekday: z.enum(weekdays),
  number: z.int().nullable().describe("which day of the period it is; null where it is not counted"),
  role: z
    .enum(["trigger", "counted", "skipped", "paused", "rolled", "named", "extended"])
    .describe(
      "the day of the event, which is not counted; a day of the period; a day without business in a count of business days; a day on which the clock stood still; one to which the end moved; one up to the end that the event itself names; one that an extension added",
    ),
  off: OffDay.nullable().describe("why it is no business day, whether or not that matters to the count"),
  entry: z.string().nullable().describe("the entry that paused, extended or started"),
});
export type CountedDay = z.infer<typeof CountedDay>;

/** How a deadline was counted, day by day. */
export const DeadlineCount = z.object({
  key: z.string(),
  title: z.string(),
  rule: z.string().describe("the rule in words"),
  trigger: z.object({ event: z.string(), on: Day, entry: z.string().nullable(), method: z.string().nullable() }),
  calendar: z.object({ id: z.string(), title: z.string(), zone: z.string() }),
  due: Day.nullable().describe("the last day; null while the clock stands still with no end"),
  days: z.array(CountedDay),
  ...Cited,
  remarks: z.array(z.string()).describe("what is not sure about it"),
});
export type DeadlineCount = z.infer<typeof DeadlineCount>;

/** A deadline that an entry moved, began or ended. */
export const MovedDeadline = z.object({
  key: z.string(),
  title: z.string(),
  change: z.enum(["began", "moved", "stopped", "ran-again", "ended"]),
  from: Day.nullable().describe("the last day before the entry; null where there was none, or the clock stood still"),
  to: Day.nullable().describe("the last day with it; null where there is none now, or the clock stands still"),
  days: z.int().nullable().describe("by how many calendar days it moved"),
  because: z.object({ entry: z.string().nullable(), event: z.string(), on: Day, note: z.string().nullable() }),
});
export type MovedDeadline = z.infer<typeof MovedDeadline>;
