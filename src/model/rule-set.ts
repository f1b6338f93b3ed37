import { z } from "zod";

/**
 * Rule packs that belong together, by name: one pack is one regime with its own dates and its own arithmetic of ownership, so a subject such
 * as a country's lists is a set of packs and never one pack.
 */
export const RuleSet = z.strictObject({
  schemaVersion: z.literal("1"),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  packs: z.array(z.string().min(1)).min(1).describe("id of a built-in pack or set, or path of a file, from the folder of this one"),
});
export type RuleSet = z.infer<typeof RuleSet>;
