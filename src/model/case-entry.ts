import { z } from "zod";
import { Day } from "./common.js";
import { ranks } from "./order.js";

const Name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Events that every procedure knows: a correction, two kinds of confirmation, and a day on which the office was closed. */
export const commonEvents = ["entry-corrected", "service-confirmed", "point-confirmed", "office-closed"] as const;
export type CommonEvent = (typeof commonEvents)[number];

const details = {
  agency: z.string().optional(),
  by: z.string().optional().describe("who signed or acted"),
  rank: z.enum(ranks).optional(),
  signed: z.boolean().optional(),
  written: z.boolean().optional(),
  until: Day.optional().describe("of an extension, or the end that the entry itself names"),
  outcome: z.string().optional(),
  contains: z.array(z.string()).optional().describe("ids of the required contents that the paper holds"),
  method: Name.optional().describe("how it was served: one of the procedure's services"),
  answers: z.string().optional().describe("id of the entry that it answers, where several are open"),
  decision: z
    .string()
    .regex(/^d[1-9]\d{0,8}$/)
    .optional()
    .describe("the decision of the case that it carries out, such as d1"),
  note: z.string().optional(),
};

/** An instant with its offset. */
const InstantWithOffset = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/, "expected an instant such as 2026-03-08T17:00:00Z");

/** One thing that happened in a case. */
export const CaseEntry = z.strictObject({
  id: z.string().optional().describe("its name in the case, such as its number in the docket"),
  event: Name,
  on: Day.describe("the day, in the zone of the office"),
  at: InstantWithOffset.optional().describe("the instant, where it is known: its day in the zone of the office has to be `on`"),
  ...details,
  corrects: z.string().optional().describe("of `entry-corrected`: id of the entry that it corrects"),
  reads: z
    .strictObject({ on: Day.optional(), at: InstantWithOffset.optional(), ...details })
    .nullable()
    .optional()
    .describe("of `entry-corrected`: what the entry reads instead; null strikes it out"),
  confirms: z
    .string()
    .optional()
    .describe("of `service-confirmed`: id of the entry of the service, the latest where left out; of `point-confirmed`: the point"),
  effective: Day.optional().describe("of `service-confirmed`: the day of service"),
  holds: z.boolean().optional().describe("of `point-confirmed`: false where the point was found not to hold"),
});
export type CaseEntry = z.infer<typeof CaseEntry>;
