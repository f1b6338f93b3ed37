import { z } from "zod";
import { Effect, Mark } from "./common.js";
import { Sources } from "./party.js";
import { StepKind } from "./reach.js";

/** A mitigation: which steps of which reach it cuts, what it leaves, and how it is verified. */
export const Measure = z.object({
  id: z.string(),
  name: z.string(),
  cuts: z.array(
    z.object({
      effects: z.array(Effect).min(1),
      steps: z.array(StepKind).min(1),
      condition: z.enum(["always", "keys-held-by-customer"]).default("always"),
      because: z.string(),
    }),
  ),
  leaves: z.string().describe("what it does not end, for the explanation"),
  evidence: z.string(),
  mark: Mark,
  sources: Sources,
});
export type Measure = z.infer<typeof Measure>;
