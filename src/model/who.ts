import { z } from "zod";
import { Attribution } from "./attribution.js";
import { Confidence, Day, Effect, Evidence } from "./common.js";
import { Party } from "./party.js";
import { Path } from "./reach.js";

/** The answer to `beholden who THING`: who runs it, and the path to each government. */
export const WhoAnswer = z.object({
  schemaVersion: z.literal("1"),
  asOf: Day,
  reference: z.object({ edition: z.string(), sha256: z.string() }),
  thing: z.string(),
  understoodAs: z.string().describe("host, address, network, image, package, terraform-type, name"),
  attribution: Attribution,
  provider: z.object({ id: z.string(), name: z.string() }).nullable(),
  parties: z.array(Party.pick({ id: true, name: true, kind: true, jurisdiction: true })).describe("operator first, then owners"),
  governments: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      effects: z.array(z.object({ effect: Effect, confidence: Confidence.describe("of the strongest path for this effect") })),
      path: Path,
      alternatives: z.array(Path),
    }),
  ),
  listings: z.array(z.object({ party: z.string(), list: z.string(), from: z.string(), citation: z.string() })),
  evidence: z.array(Evidence).describe("sources of the attribution"),
});
export type WhoAnswer = z.infer<typeof WhoAnswer>;
