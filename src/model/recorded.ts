import { z } from "zod";
import { Confidence, CountryCode, Effect, Mark, PartialDate } from "./common.js";
import { Inventory } from "./inventory.js";
import { InterestKind, PartyKind } from "./party.js";
import { BulkLine } from "./rules.js";

/**
 * What a review writes down of the facts, the law and the declaration that it stood on, with their dates, so that a later comparison of
 * two saved reviews can tell what changed. `held`: it counted on the day of the review.
 */
const dated = { from: PartialDate.nullable(), until: PartialDate.nullable(), held: z.boolean() };
const sources = z.array(z.string()).describe("addresses of the sources");

export const RecordedRule = z.object({
  id: z.string(),
  ...dated,
  citation: z.string().describe("as the rule is cited on the day of the review"),
  mark: Mark,
  sha256: z.string().describe("of the rule without its examples"),
});

export const RecordedLaw = z.object({
  ...dated,
  governments: z.array(z.object({ code: CountryCode, mark: Mark, ...dated })),
  governmentsExcept: z.array(CountryCode),
  lists: z.array(z.string()),
  ownershipPeriods: z.array(z.object({ citation: z.string(), mark: Mark, ...dated })),
  bulk: z.array(BulkLine.omit({ from: true, until: true }).extend(dated)),
  rules: z.array(RecordedRule),
  criteria: z.array(RecordedRule).describe("without their answers' own dates"),
  duties: z.array(RecordedRule),
});
export type RecordedLaw = z.infer<typeof RecordedLaw>;

export const RecordedFacts = z.object({
  parties: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: PartyKind,
      jurisdiction: CountryCode.nullable(),
      principalPlace: CountryCode.nullable(),
      confidence: Confidence,
      ...dated,
      sources,
    }),
  ),
  interests: z
    .array(
      z.object({
        owner: z.string(),
        owned: z.string(),
        kind: InterestKind,
        joint: z.string().nullable(),
        shareMin: z.number(),
        shareMax: z.number(),
        asOf: PartialDate.nullable(),
        confidence: Confidence,
        ...dated,
        sources,
      }),
    )
    .describe("every statement on who holds these parties; held: the one of each stake that speaks for the day"),
  listings: z.array(
    z.object({ party: z.string(), list: z.string(), programme: z.string().nullable(), citation: z.string(), ...dated, sources }),
  ),
  instruments: z.array(
    z.object({ id: z.string(), government: CountryCode, name: z.string(), effects: z.array(Effect), mark: Mark, ...dated, sources }),
  ),
  regions: z.array(
    z.object({
      provider: z.string(),
      region: z.string(),
      operator: z.string(),
      country: CountryCode.nullable(),
      confidence: Confidence,
      ...dated,
      sources,
    }),
  ),
  statements: z
    .array(z.object({ about: z.string(), kind: z.string(), text: z.string(), ...dated, sources }))
    .describe("ties of the parties to governments, and what is on file of the providers' partners and market; known from `from` on"),
  cut: z.int().nonnegative().describe("owners further up that were left out to keep the record small"),
});
export type RecordedFacts = z.infer<typeof RecordedFacts>;

export const RecordedDeclaration = Inventory.pick({
  subject: true,
  systems: true,
  holdings: true,
  measures: true,
  deals: true,
  contracts: true,
  egress: true,
  accepted: true,
});
export type RecordedDeclaration = z.infer<typeof RecordedDeclaration>;
