import { z } from "zod";
import { Confidence, Day, PartialDate, Verdict } from "./common.js";
import { capacities } from "./order.js";
import { InterestKind, PartyKind } from "./party.js";

/** Bounds in percent, exact to four decimals. */
export const ShareRange = z.object({ min: z.number(), max: z.number() });
export type ShareRange = z.infer<typeof ShareRange>;

/** One interest that an answer rests on; a jointly held block is one, with all its holders. */
export const ProofInterest = z.object({
  owner: z.string(),
  owned: z.string(),
  kind: InterestKind,
  share: ShareRange.describe("as stated; 0 to 100 where nothing is stated"),
  stated: z.boolean(),
  counted: ShareRange.describe("what it adds to the aggregate share of the owned party; 0 to 0 for control without a share"),
  as: z.enum(["ownership", "control"]),
  capacity: z.enum(capacities).nullable(),
  joint: z.string().nullable(),
  asOf: PartialDate.nullable(),
  record: z.string().nullable(),
  note: z.string().nullable(),
  sources: z.array(z.string()).describe("ids of sources in the reference"),
  confidence: Confidence,
});
export type ProofInterest = z.infer<typeof ProofInterest>;

/** A fact that is not known. `rule`: whether the law's rule on owners is in force on that day. */
export const SettlingFact = z.object({
  kind: z.enum(["share", "holder", "residence", "listing", "beneficiary", "joint", "control", "rule"]),
  question: z.string().describe("in words, such as who holds the other 31 % of X"),
  party: z.string().nullable().describe("whom it is about; null for a rule"),
  owned: z.string().nullable().describe("in whom the stake is held"),
  share: ShareRange.nullable().describe("what is known of the share now"),
});
export type SettlingFact = z.infer<typeof SettlingFact>;

/** A party of the family of owners, with how the regime sees it. */
export const OwnershipNode = z.object({
  id: z.string(),
  name: z.string(),
  kind: PartyKind.nullable(),
  tier: z.int().nonnegative().describe("interests between it and the party asked about, at least"),
  covered: Verdict,
  counts: Verdict.describe("whether it counts in full for what it owns: as covered, or an exempt party that covered ones own"),
  limbs: z.array(z.string()),
});
export type OwnershipNode = z.infer<typeof OwnershipNode>;

/** Whether a party is covered under a regime, how far its owners make it so, on which facts that rests, and what would settle it. */
export const OwnershipAnswer = z.object({
  party: z.string(),
  regime: z.string().nullable().describe("id of the rule pack"),
  asOf: Day,
  verdict: Verdict,
  threshold: z.number().describe("percent"),
  share: ShareRange.describe("aggregate share of covered owners: the larger of the two classes"),
  classes: z.object({ equity: ShareRange, voting: ShareRange }),
  multiplied: ShareRange.describe("for comparison: products along all chains from parties that are covered by themselves"),
  unrecorded: z
    .object({ equity: z.number(), voting: z.number() })
    .describe("percent that nobody on file holds; it counts for neither side"),
  limbs: z.array(z.string()),
  governments: z.array(z.string()),
  proof: z.array(ProofInterest).describe("these interests alone give the verdict and no fewer of them do; none where it is no"),
  settle: z
    .object({
      facts: z.array(SettlingFact),
      smallest: z.boolean().describe("false: these facts settle it, and fewer might"),
    })
    .nullable()
    .describe("null where the verdict is yes or no"),
  parties: z.array(OwnershipNode).describe("the party, then its owners tier by tier"),
  interests: z.array(ProofInterest.omit({ counted: true, as: true })).describe("interests among these parties"),
  cut: z.int().nonnegative().describe("parties of the family left out of the two lists above; the verdict is over all of them"),
  because: z.string(),
});
export type OwnershipAnswer = z.infer<typeof OwnershipAnswer>;
