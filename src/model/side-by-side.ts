import { z } from "zod";
import { Day, Mark, PartialDate, Verdict } from "./common.js";
import { Outcome } from "./finding.js";

export const regimeStandings = ["applies", "cannot-be-excluded", "does-not-apply", "not-in-force"] as const;

/** What one regime says of a party on a day, and why. */
export const RegimeStanding = z.object({
  pack: z.string(),
  title: z.string(),
  standing: z.enum(regimeStandings),
  covered: Verdict.describe("whether the party is covered under the regime, in force or not"),
  outcome: Outcome.nullable().describe("gravest outcome of the rules that apply or may apply; null where none does, or no rule was asked"),
  because: z.string(),
  citation: z.string(),
  mark: Mark,
  from: PartialDate.nullable().describe("in force since; null: no date of its own"),
  until: PartialDate.nullable(),
});
export type RegimeStanding = z.infer<typeof RegimeStanding>;

/** All regimes asked about one party on one day: which applies, and why the others do not. */
export const SideBySide = z.object({ party: z.string(), name: z.string(), asOf: Day, regimes: z.array(RegimeStanding) });
export type SideBySide = z.infer<typeof SideBySide>;
