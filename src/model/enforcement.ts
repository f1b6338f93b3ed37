import { z } from "zod";
import { Confidence, Day } from "./common.js";

/** Who else stands behind the same name, prefix or package, so that a block would hit them too. */
export const SharedWith = z.object({ name: z.string(), because: z.string() });

const blocked = {
  provider: z.string(),
  why: z.string().describe("why it is the provider's, one sentence"),
  confidence: Confidence,
  sources: z.array(z.string()).min(1).describe("addresses of the sources"),
  sharedWith: z.array(SharedWith).describe("empty: nobody else, as far as is known"),
};

/** What carries a prohibition out: everything by which the prohibited services are reached, each with its source and who shares it. */
export const EnforcementPlan = z.object({
  schemaVersion: z.literal("1"),
  tool: z.object({ name: z.literal("beholden"), version: z.string() }),
  asOf: Day,
  reference: z.object({ edition: z.string(), sha256: z.string() }),
  title: z.string().describe("what is enforced, such as: Prohibition of Alibaba Cloud"),
  determination: z.object({ subject: z.string(), sha256: z.string() }).nullable().describe("the determination that is carried out"),
  from: Day.describe("first day that the block is meant to hold"),
  review: Day.describe("day by which it must be looked at again"),
  expires: Day.describe("last day; after it the block is to be taken out or renewed"),
  providers: z.array(z.object({ id: z.string(), name: z.string(), regions: z.array(z.string()).describe("empty: all") })).min(1),
  notes: z.array(z.string()).describe("what has to be known before it is loaded, one sentence each"),
  names: z.array(
    z.object({
      suffix: z.string().describe("the name itself and every name below it"),
      except: z.array(z.string()).describe("names below it that others have, each with all below it; they stay open"),
      ...blocked,
    }),
  ),
  prefixes: z.array(z.object({ prefix: z.string(), family: z.union([z.literal(4), z.literal(6)]), asn: z.int().nullable(), ...blocked })),
  registries: z.array(z.object({ host: z.string().describe("<placeholders> stand for one or more labels"), ...blocked })),
  terraform: z.array(z.object({ source: z.string(), resourcePrefix: z.string(), ...blocked })),
  packages: z.array(z.object({ ecosystem: z.string(), name: z.string().describe("* at the end is a prefix"), ...blocked })),
  withheld: z
    .array(
      z.object({
        kind: z.enum(["name", "prefix", "registry", "terraform", "package"]),
        value: z.string(),
        why: z.string(),
        sharedWith: z.array(SharedWith),
      }),
    )
    .describe("what would hit others too, and is not blocked"),
});
export type EnforcementPlan = z.infer<typeof EnforcementPlan>;
