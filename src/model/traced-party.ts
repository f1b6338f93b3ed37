import { z } from "zod";
import { Confidence, CountryCode, Day, Evidence, PartialDate, Verdict } from "./common.js";
import { capacities } from "./order.js";
import { InterestKind, PartyKind } from "./party.js";
import { Path } from "./reach.js";
import { RegimeStanding } from "./side-by-side.js";

/** A party of the drawn family, with how each regime asked about sees it. */
export const TracedNode = z.object({
  id: z.string(),
  name: z.string(),
  nativeName: z.string().nullable(),
  kind: PartyKind,
  form: z
    .string()
    .nullable()
    .describe(
      "company, state-company, state-organ, fund, trust, … ; of somebody unknown: not-disclosed, not-known or not-looked-for; null: no record says",
    ),
  jurisdiction: CountryCode.nullable(),
  principalPlace: CountryCode.nullable(),
  lists: z.array(z.string()).describe("government lists that name it on that day"),
  note: z.string().nullable().describe("of a party that is withheld: why"),
  onFile: z
    .object({ owners: z.int(), holdings: z.int() })
    .describe("how many parties hold it and how many it holds on that day, whether they are in the answer or not"),
  standing: z.array(z.object({ regime: z.string(), covered: Verdict })).describe("in the order of the regimes"),
});
export type TracedNode = z.infer<typeof TracedNode>;

/** An interest of the family, numbered from 1; shares in percent, 0 to 100 where none is stated. */
export const TracedLink = z.object({
  number: z.int().positive(),
  owner: z.string(),
  owned: z.string(),
  kind: InterestKind,
  shareMin: z.number(),
  shareMax: z.number(),
  minExclusive: z.boolean(),
  maxExclusive: z.boolean(),
  stated: z.boolean().describe("false where the source states neither a share nor a bound"),
  capacity: z.enum(capacities).nullable(),
  joint: z.string().nullable(),
  from: PartialDate.nullable(),
  until: PartialDate.nullable(),
  asOf: PartialDate.nullable().describe("last day that the source vouches for"),
  recordedLater: z.boolean().describe("the source vouches for a later day only"),
  note: z.string().nullable(),
  confidence: Confidence,
  evidence: z.array(Evidence),
});
export type TracedLink = z.infer<typeof TracedLink>;

/** What sources say of a party: one attribute, one value, and who says so. A source that is not among them says nothing of it, or something else. */
export const StatedAttribute = z.object({
  attribute: z.string().describe("name, own spelling, alias, former name, …; of a number: its scheme, such as lei"),
  value: z.string(),
  evidence: z.array(Evidence).describe("every source that states it"),
});
export type StatedAttribute = z.infer<typeof StatedAttribute>;

/** What the answer under one regime is. */
export const TracedRegime = z.object({
  id: z.string(),
  title: z.string(),
  authority: z.string().nullable().describe("null: no law, a view for comparison"),
  remarks: z.array(z.string()).describe("what limits it: dates, an unconfirmed state of the law, a comparison that is no law"),
  verdict: Verdict,
  shareMin: z.number().describe("share that covered parties hold together, in percent, at least"),
  shareMax: z.number(),
  threshold: z.number(),
  limbs: z.array(z.string()),
  governments: z.array(z.string()),
  because: z.string(),
  proof: z.array(z.string()).describe("each statement that makes it true, in order; none where the verdict is no"),
  proofLinks: z.array(z.int().positive()).describe("numbers of the interests that the proof consists of"),
  unrecorded: z
    .array(z.object({ party: z.string(), share: z.number() }))
    .describe("share of a party that nobody on file holds, in percent"),
  settle: z.array(z.string()).describe("the smallest set of facts that would settle it, as questions"),
});
export type TracedRegime = z.infer<typeof TracedRegime>;

/** The answer to `beholden trace PARTY`. */
export const TracedParty = z.object({
  schemaVersion: z.literal("1"),
  asOf: Day,
  reference: z.object({
    edition: z.string(),
    sha256: z.string(),
    imports: z.array(z.object({ id: z.string(), title: z.string(), edition: PartialDate.nullable(), sha256: z.string() })),
  }),
  asked: z.string(),
  foundBy: z.enum(["id", "lei", "identifier", "provider", "name"]),
  party: z.string(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  attributes: z.array(StatedAttribute).describe("names, spellings, numbers and places of the party, each with the sources that state it"),
  regimes: z.array(TracedRegime),
  sideBySide: z
    .array(RegimeStanding)
    .optional()
    .describe("with --side-by-side: the same regimes in one table, which applies on that day, and why the others do not"),
  parties: z.array(TracedNode).describe("the party itself first, then owners tier by tier, then what it owns"),
  owners: z.array(TracedLink).describe("interests in the party and, tier by tier, in its owners"),
  holdings: z.array(TracedLink).describe("interests that the party holds itself"),
  ended: z
    .array(TracedLink)
    .optional()
    .describe("when asked for: interests among the same parties that had ended by that day; no verdict stands on them"),
  hidden: z.object({ owners: z.int(), holdings: z.int() }).describe("parties left out to keep the answer small"),
  listings: z.array(
    z.object({
      party: z.string(),
      list: z.string(),
      name: z.string().nullable(),
      programme: z.string().nullable(),
      from: PartialDate,
      until: PartialDate.nullable(),
      citation: z.string(),
    }),
  ),
  governments: z.array(z.object({ code: z.string(), name: z.string(), effects: z.array(z.string()), path: Path, others: z.int() })),
});
export type TracedParty = z.infer<typeof TracedParty>;

/** A line of `beholden trace --all`: a party that is covered, or cannot be excluded, through its owners or controllers. */
export const CoveredThrough = z.object({
  party: z.string(),
  name: z.string(),
  jurisdiction: CountryCode.nullable(),
  covered: Verdict.exclude(["no"]),
  through: z.enum(["ownership", "control"]),
  shareMin: z.number().describe("share that covered parties hold together, in percent, at least"),
  shareMax: z.number(),
});
export type CoveredThrough = z.infer<typeof CoveredThrough>;
