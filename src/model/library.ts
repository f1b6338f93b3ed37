import { z } from "zod";
import { Calendar } from "./calendar.js";
import { BreachConsequence, Measure } from "./measure.js";

/** The catalogue of measures: what each cuts, what it leaves, and how it is verified. */
export const MeasureCatalogue = z.object({
  schemaVersion: z.literal("1"),
  edition: z.string().describe("of the reference that it stands in"),
  measures: z.array(Measure),
  breaches: z.array(BreachConsequence),
  sources: z.record(z.string(), z.object({ title: z.string(), url: z.string().nullable() })).describe("those that the measures name"),
});
export type MeasureCatalogue = z.infer<typeof MeasureCatalogue>;

/** One day of a calendar on which nobody works. */
export const ListedDay = z.object({
  day: z.string(),
  weekday: z.string(),
  name: z.string(),
  kind: z.enum(["holiday", "closure"]),
  citation: z.string(),
});
export type ListedDay = z.infer<typeof ListedDay>;

/** The calendars that clocks are counted by, with the days of one year. */
export const CalendarList = z.object({
  schemaVersion: z.literal("1"),
  year: z.int(),
  calendars: z.array(
    z.object({
      ...Calendar.pick({ id: true, title: true, zone: true, from: true, weekend: true, notes: true, sources: true }).shape,
      closuresKnownUntil: z.string(),
      days: z.array(ListedDay),
      knows: z.boolean().describe("whether the calendar knows this year: before its first day nothing is known"),
    }),
  ),
});
export type CalendarList = z.infer<typeof CalendarList>;
