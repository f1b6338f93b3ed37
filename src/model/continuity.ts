import { z } from "zod";
import { CountryCode, Day } from "./common.js";
import { DependencyNeed, DependencyTime } from "./dependency.js";

/** A legal entity or a branch of the subject: rules on its persons reach it at home and abroad. */
export const SubjectEntity = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(["subsidiary", "branch"]).describe("a branch is the subject itself at another place; a subsidiary is a company of its own"),
  jurisdiction: CountryCode.describe("of a subsidiary: whose law it is organised under; of a branch: where it is"),
  ownedPercent: z.number().min(0).max(100).optional().describe("share of a subsidiary that the subject holds"),
});
export type SubjectEntity = z.infer<typeof SubjectEntity>;

const needed = ["system", "asset", "host", "vendor"] as const;

/** One thing that a system cannot do without, said in full. */
export const DeclaredNeed = z
  .strictObject({
    system: z.string().min(1).optional().describe("id of a declared system"),
    asset: z.string().min(1).optional().describe("resource address, workload, image, package or path; * at the end allowed"),
    host: z.string().min(1).optional(),
    vendor: z.string().min(1).optional(),
    need: DependencyNeed.optional().describe("left out: required"),
    times: z.array(DependencyTime).min(1).optional().describe("left out: run and restore"),
    fallback: z.string().min(1).optional().describe("system, asset, host or vendor that takes over: while it goes on, the need is partial"),
    because: z.string().min(1).optional(),
  })
  .refine((one) => needed.filter((name) => one[name] !== undefined).length === 1, {
    error: `expected exactly one of ${needed.join(", ")}`,
  });
export type DeclaredNeed = z.infer<typeof DeclaredNeed>;

/** A contract with a provider, for what ends with it. */
export const DeclaredContract = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1).optional(),
    provider: z.string().min(1).optional().describe("id or name of a provider"),
    party: z.string().min(1).optional().describe("id or name of the company that signed"),
    systems: z.array(z.string()).optional().describe("ids of systems that it serves; left out: those that use the provider"),
    from: Day.optional(),
    until: Day.optional().describe("last day; left out: it runs on"),
    noticeDays: z.number().nonnegative().optional().describe("days from notice to its end"),
    yearlyUsd: z.number().nonnegative().optional(),
    people: z.int().nonnegative().optional().describe("people whose work it touches"),
  })
  .refine((one) => one.provider !== undefined || one.party !== undefined, { error: "expected provider or party" });
export type DeclaredContract = z.infer<typeof DeclaredContract>;

/** How fast data can leave, and what that costs. */
export const DeclaredEgress = z.strictObject({
  provider: z.string().min(1).optional().describe("id or name of a provider; left out: wherever none is named"),
  megabitsPerSecond: z.number().positive(),
  usdPerGigabyte: z.number().nonnegative().optional(),
});
export type DeclaredEgress = z.infer<typeof DeclaredEgress>;
