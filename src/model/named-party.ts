import { z } from "zod";
import { Party } from "./party.js";

/** A party that reviews which are kept name. */
export const NamedParty = z.object({
  ...Party.pick({ id: true, name: true, kind: true, jurisdiction: true }).shape,
  reviews: z.array(z.object({ id: z.string(), subject: z.string(), asOf: z.string() })).describe("the newest first"),
});
export type NamedParty = z.infer<typeof NamedParty>;

/** Every party that the kept reviews name, as far as one sees those. */
export const NamedParties = z.object({
  schemaVersion: z.literal("1"),
  parties: z.array(NamedParty),
  read: z.int().describe("reviews whose parties are in it"),
  left: z.int().describe("reviews that were not opened yet: ask again"),
});
export type NamedParties = z.infer<typeof NamedParties>;
