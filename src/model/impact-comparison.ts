import { z } from "zod";
import { Day } from "./common.js";
import { DependencyTime } from "./dependency.js";
import { Impact, ImpactRange, ImpactScenario, RevenueAtStake } from "./impact.js";

/** A scenario as people write and save it. */
export const ScenarioFile = z.strictObject({
  schemaVersion: z.literal("1").default("1"),
  id: z.string().optional().describe("the id that it had when it was saved; for readers, nothing follows from it"),
  name: z.string().min(1).optional(),
  block: z.array(z.string().min(1)).min(1).describe("providers, parties or governments, by id or name"),
  regions: z.array(z.string().min(1)).default([]).describe("only what stands there; empty: everywhere"),
  except: z.array(z.string().min(1)).default([]).describe("providers, services, regions, systems or assets that are left"),
  on: Day.optional().describe("day of the cut-off; left out: the day of the review"),
  egressMegabitsPerSecond: z.number().positive().optional().describe("how fast data can leave, instead of what beholden.yaml declares"),
});
export type ScenarioFile = z.infer<typeof ScenarioFile>;

const perScenario = <Value extends z.ZodType>(value: Value) => z.array(value).describe("in the order of the scenarios");

/** Two or three scenarios side by side: totals, and what differs. */
export const ImpactComparison = z.object({
  schemaVersion: z.literal("1"),
  tool: z.object({ name: z.literal("beholden"), version: z.string() }),
  asOf: Day,
  subject: z.string(),
  scenarios: z.array(
    z.object({
      scenario: ImpactScenario,
      answer: z.array(z.string()),
      totals: Impact.shape.totals,
      revenue: RevenueAtStake,
      gigabytes: z.number().describe("to be moved, as far as is known"),
      exitDays: z.number(),
      daysLate: z.int(),
    }),
  ),
  systems: z.array(z.object({ id: z.string(), name: z.string(), times: z.array(DependencyTime).min(1), states: perScenario(ImpactRange) })),
  assets: z.array(z.object({ id: z.string(), name: z.string(), times: z.array(DependencyTime).min(1), states: perScenario(ImpactRange) })),
  holdings: z.array(z.object({ id: z.string(), name: z.string(), moved: perScenario(z.enum(["yes", "possible", "no"])) })),
  same: z.object({ systems: z.int(), assets: z.int() }).describe("that are in the same state in all of them"),
});
export type ImpactComparison = z.infer<typeof ImpactComparison>;
