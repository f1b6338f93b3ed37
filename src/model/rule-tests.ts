import { z } from "zod";

/** How the worked examples of rule packs came out. */
export const RuleTests = z.object({
  schemaVersion: z.literal("1"),
  passed: z.int(),
  failed: z.int(),
  packs: z.array(
    z.object({
      pack: z.string(),
      passed: z.int(),
      failed: z.array(
        z.object({
          rule: z.string(),
          example: z.string(),
          expected: z.string(),
          got: z.string(),
          why: z.string(),
          citation: z.string(),
        }),
      ),
    }),
  ),
});
export type RuleTests = z.infer<typeof RuleTests>;
