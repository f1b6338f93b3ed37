import { z } from "zod";
import { Day } from "./common.js";
import { JournalHead } from "./journal.js";
import { workGroups } from "./order.js";

/** By what clock something waits. */
export const WorkGroup = z.enum(workGroups);
export type WorkGroup = z.infer<typeof WorkGroup>;

/** Something that waits in a case. */
export const WorkItem = z.object({
  case: z.string(),
  caption: z.string(),
  group: WorkGroup.describe(
    "overdue; due within five business days of the office; later; waiting for somebody else; without a clock that is sure",
  ),
  ask: z.string().describe("what is asked, the verb first"),
  about: z.enum(["deadline", "decision", "letter", "fact", "quote", "step"]),
  object: z.string().nullable().describe("the deadline, the decision or the letter by its name in the case"),
  due: Day.nullable(),
  days: z.int().nullable().describe("calendar days left; negative where it is over"),
  owner: z.string().describe("who has the next step, as the procedure or the record names them"),
  changed: z.object({ by: z.string(), at: z.string() }).describe("the last entry of the case"),
});
export type WorkItem = z.infer<typeof WorkItem>;

export const WorkList = z.object({
  schemaVersion: z.literal("1"),
  asOf: Day,
  items: z.array(WorkItem),
  cases: z.int().describe("how many cases there are"),
  withheld: z.int().describe("what is left out, because its mark is above what one sees"),
  head: JournalHead,
});
export type WorkList = z.infer<typeof WorkList>;
