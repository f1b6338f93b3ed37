import { z } from "zod";
import { Confidence, CountryCode, Effect, Evidence } from "./common.js";

export const stepKinds = [
  "jurisdiction",
  "ownership",
  "control",
  "listing",
  "operation",
  "territory",
  "hosting",
  "dependency",
  "supply",
  "traffic",
] as const;
export const StepKind = z.enum(stepKinds);
export type StepKind = z.infer<typeof StepKind>;

/** One end of a step. `id` is an ISO code, a party id, `provider` or `provider/region`, a system id, or a holding id. */
export const Place = z.object({
  kind: z.enum(["government", "list", "party", "service", "region", "system", "holding"]),
  id: z.string(),
  name: z.string(),
});
export type Place = z.infer<typeof Place>;

export const Step = z.object({
  kind: StepKind,
  from: Place,
  to: Place,
  because: z.string().describe("why it holds, one sentence"),
  instrument: z.string().optional().describe("id of the law that a jurisdiction step cites"),
  confidence: Confidence,
  evidence: z.array(Evidence).min(1),
});
export type Step = z.infer<typeof Step>;

export const Path = z.object({ steps: z.array(Step).min(1), confidence: Confidence.describe("the weakest step's") });
export type Path = z.infer<typeof Path>;

/** What a government can do to a holding or system, by the strongest path, with the alternatives. */
export const Reach = z.object({
  id: z.string(),
  government: CountryCode,
  effect: Effect,
  target: Place,
  transaction: z.string(),
  path: Path,
  alternatives: z.array(Path),
  cutBy: z.array(
    z.object({
      measure: z.string(),
      status: z
        .enum(["promised", "in-place", "verified", "assumed"])
        .describe("as declared; assumed: taken as in place for this review with --with, declared by nobody"),
      explanation: z.string(),
      conditions: z.array(z.string()).optional().describe("of an assumed measure: what is taken to be so and is not declared"),
    }),
  ),
  residual: z.boolean().describe("true where no measure in place, or assumed to be, ends all its paths"),
  endedBy: z
    .enum(["verified", "in-place", "assumed"])
    .nullable()
    .optional()
    .describe("the weakest standing among the measures that it takes to end all paths; null: not ended"),
  endedIfPromisesKept: z
    .boolean()
    .optional()
    .describe("not ended by what is declared in place, and would be if what is promised were in place too"),
});
export type Reach = z.infer<typeof Reach>;

/** What would end a reach: where all its paths can be cut at once, and the measures that cut any of them. */
export const ReachEnds = z.object({
  paths: z.int().describe("paths that it was told from"),
  cutPoints: z
    .array(z.object({ step: z.int().positive(), measures: z.array(z.string()) }))
    .describe("steps of the strongest path, from 1, that every path passes, each with the measures that cut it"),
  measures: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        endsAll: z.boolean().describe("alone, it cuts every one of the paths"),
        steps: z.array(z.int().positive()).describe("steps of the strongest path that it cuts"),
        because: z.string(),
        leaves: z.string(),
        conditions: z.array(z.string()).describe("what is taken to be so and is not declared"),
      }),
    )
    .describe("those that alone end all first"),
});
export type ReachEnds = z.infer<typeof ReachEnds>;

/** A law of a reach's government that none of its paths rests on. */
export const LawNotCited = z.object({ id: z.string(), name: z.string(), why: z.string().describe("why it is not cited") });
export type LawNotCited = z.infer<typeof LawNotCited>;
