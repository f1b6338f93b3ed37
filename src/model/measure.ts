import { z } from "zod";
import { Effect, Mark } from "./common.js";
import { Sources } from "./party.js";
import { StepKind } from "./reach.js";

/** What a measure bears on: access to data, a cut-off, keys, sabotage or manipulation, direction of the company, or all of these. */
export const measureRisks = ["access", "cut-off", "keys", "sabotage", "direction", "all"] as const;

/**
 * What has to be so for a cut to count. `another-government`: the reach is not that of the subject's own government, under whose law the
 * trusted place or operator stands. `keys-held-by-customer`: the inventory says so of the data. `met-in-full`: every requirement is met.
 */
export const cutConditions = ["always", "keys-held-by-customer", "another-government", "met-in-full"] as const;
export const CutCondition = z.enum(cutConditions);
export type CutCondition = z.infer<typeof CutCondition>;

/** What the measure is: a divestiture changes the owner, a cessation ends the use; neither lets the use go on as it is. */
export const measureKinds = ["mitigation", "security-requirements", "divestiture", "cessation"] as const;

/** A measure taken as in place for a question, though nobody declared it. */
export const AssumedMeasure = z.object({
  measure: z.string().describe("id in the measure catalogue"),
  appliesTo: z.array(z.string()).describe("ids of holdings or systems; empty: all"),
});
export type AssumedMeasure = z.infer<typeof AssumedMeasure>;

/** Something that a source says of how a measure is monitored. */
export const MonitoringStatement = z.object({ says: z.string(), mark: Mark, sources: Sources });
export type MonitoringStatement = z.infer<typeof MonitoringStatement>;

/** A mitigation: which steps of which reach it cuts, what it leaves, and how it is verified. Null is what no source on file says. */
export const Measure = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(measureKinds).default("mitigation"),
  risks: z.array(z.enum(measureRisks)).min(1).describe("what it bears on; it ends only what its cuts name"),
  cuts: z.array(
    z.object({
      effects: z.array(Effect).min(1),
      steps: z.array(StepKind).min(1),
      condition: CutCondition.default("always"),
      because: z.string(),
    }),
  ),
  leaves: z.string().describe("what it does not end, for the explanation"),
  evidence: z.string().describe("what would verify it"),
  verifier: MonitoringStatement.nullable().default(null).describe("who verifies it; null: no source on file says"),
  frequency: MonitoringStatement.nullable().default(null).describe("how often; null: no source on file says"),
  breach: z.array(z.string()).min(1).describe("ids of the instruments that it can be owed under, each with what a breach of it means"),
  documentedIn: z.string().describe("where it was asked for or agreed"),
  requirements: z
    .object({ pack: z.string() })
    .optional()
    .describe("rule pack whose security requirements it stands for: the pack holds them, one by one"),
  mark: Mark,
  sources: Sources,
});
export type Measure = z.infer<typeof Measure>;

/** An instrument that a measure can be owed under, and what a breach means there. */
export const BreachConsequence = z.object({
  id: z.string(),
  under: z.string().describe("the instrument, in words"),
  means: z.string().nullable().describe("null: no source on file says"),
  citation: z.string().nullable(),
  mark: Mark,
  sources: Sources,
});
export type BreachConsequence = z.infer<typeof BreachConsequence>;

/** How one measure is monitored, as far as sources say: what a determination has to name for each measure that it relies on. */
export interface Monitoring {
  evidence: string;
  verifier: MonitoringStatement | null;
  frequency: MonitoringStatement | null;
  breach: BreachConsequence[];
}

/** What is printed where a field of the catalogue is null. */
export const noSourceSays = "no source on file says";

/** The monitoring of a measure, with what a breach means under each instrument that it can be owed under. */
export function monitoringOf(
  { evidence, verifier, frequency, breach }: Measure,
  { breaches }: { breaches?: BreachConsequence[] },
): Monitoring {
  return { evidence, verifier, frequency, breach: breach.flatMap((id) => breaches?.find((one) => one.id === id) ?? []) };
}
