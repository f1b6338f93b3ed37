import { z } from "zod";
import { Day } from "./common.js";
import { LeftOut, Problem } from "./observation.js";

/** Rows of a log added up. */
export const TrafficTally = z.object({
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative().nullable().describe("null: the log tells no volume"),
  firstSeen: z.string().nullable().describe("UTC, ISO 8601"),
  lastSeen: z.string().nullable(),
});
export type TrafficTally = z.infer<typeof TrafficTally>;

/** A far end of the traffic: a name that was asked for, or an address, with what decides on it. */
export const TrafficEnd = TrafficTally.extend({
  value: z.string(),
  provider: z.string().nullable(),
  why: z.string().describe("cut: the name or prefix that cuts it off; open: why it stays open"),
});
export type TrafficEnd = z.infer<typeof TrafficEnd>;

const ends = {
  ends: z.array(TrafficEnd).describe("most rows first"),
  moreEnds: z.int().nonnegative().describe("further far ends that are not listed"),
};

/** What a block would have cut off of the traffic that logs show, had it been in place. */
export const EnforcementDryRun = z.object({
  schemaVersion: z.literal("1"),
  tool: z.object({ name: z.literal("beholden"), version: z.string() }),
  asOf: Day,
  reference: z.object({ edition: z.string(), sha256: z.string() }),
  title: z.string(),
  logs: z.array(z.object({ path: z.string(), format: z.string(), rows: z.int().nonnegative(), sha256: z.string() })),
  rows: z.object({
    read: z.int().nonnegative(),
    cut: z.int().nonnegative(),
    open: z.int().nonnegative().describe("of the providers to be cut off, and not cut"),
    refused: z.int().nonnegative().describe("refused already, by a firewall or a resolver"),
    others: z.int().nonnegative().describe("nothing to do with the providers"),
  }),
  systems: z.array(
    TrafficTally.extend({
      system: z.string().nullable().describe("id of a declared system; null: none is declared for it"),
      name: z.string(),
      ...ends,
    }),
  ),
  open: TrafficTally.extend(ends).describe("traffic with the providers that would not be cut"),
  problems: z.array(Problem),
  leftOut: z.array(LeftOut),
});
export type EnforcementDryRun = z.infer<typeof EnforcementDryRun>;
