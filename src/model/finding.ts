import { z } from "zod";
import { Confidence, CountryCode, Day, Evidence, Mark, Verdict } from "./common.js";
import { outcomes } from "./order.js";

export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/** A rule applied to a transaction and its reaches. */
export const Finding = z.object({
  id: z.string().describe("stable over line moves: from pack, rule, provider, operator, region and system"),
  pack: z.string(),
  rule: z.string(),
  title: z.string(),
  outcome: Outcome,
  certainty: z.enum(["established", "cannot-be-excluded"]),
  citation: z.string(),
  mark: Mark,
  explanation: z.string(),
  transaction: z.string(),
  provider: z.string(),
  governments: z.array(CountryCode),
  reaches: z.array(z.string()).describe("ids, strongest first"),
  evidence: z.array(Evidence).min(1),
  location: z.object({ path: z.string(), line: z.int().positive().nullable(), column: z.int().positive().nullable() }),
  confidence: Confidence,
  measures: z.array(z.string()).describe("measures that would lift it"),
  settle: z.array(z.string()).describe("what to ask, and of whom, to settle it"),
  status: z.enum(["open", "accepted", "acceptance-expired", "in-baseline"]),
  acceptance: z.object({ by: z.string(), why: z.string(), until: Day }).nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const determinationOutcomes = ["prohibited", "permitted-with-measures", "cannot-be-judged", "not-prohibited"] as const;

/** The answer for one transaction, or for the whole case (`transaction` null). */
export const Determination = z.object({
  transaction: z.string().nullable(),
  outcome: z.enum(determinationOutcomes),
  reasons: z.array(z.string()).min(1),
  findings: z.array(z.string()),
  residualReaches: z.array(z.string()),
  measures: z.array(z.string()).describe("measures that the outcome depends on"),
  settle: z.array(z.string()),
});
export type Determination = z.infer<typeof Determination>;

/** How one rule pack sees a counterparty. */
export const Counterparty = z.object({
  party: z.string(),
  pack: z.string(),
  covered: Verdict,
  limbs: z.array(z.string()),
  governments: z.array(CountryCode),
  shareMin: z.number(),
  shareMax: z.number(),
  because: z.string(),
});
export type Counterparty = z.infer<typeof Counterparty>;
