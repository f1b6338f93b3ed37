import { z } from "zod";
import { Confidence, CountryCode, Day, PartialDate } from "./common.js";
import { GovernmentTie, Interest, Listing, Party, Sources } from "./party.js";

const fact = { sources: Sources, confidence: Confidence, note: z.string().optional() };

export const Source = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  publisher: z.string().optional(),
  asOf: PartialDate.optional(),
  retrieved: Day.nullable().describe("null: cited, not opened"),
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

export const Service = z.object({
  name: z.string(),
  nativeName: z.string().optional(),
  what: z.string(),
  host: z.string().optional(),
  ...fact,
});
export type Service = z.infer<typeof Service>;

export const Region = z.object({
  id: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  country: CountryCode.nullable().describe("null: the source does not say"),
  operator: z.string().optional().describe("party that runs this region where it is not the provider's operator"),
  status: z.string().optional(),
  what: z.string().optional(),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  ...fact,
});
export type Region = z.infer<typeof Region>;

/** A figure or standing in the market, by whoever said it: a rank, customers, revenue. */
export const MarketFact = z.object({
  measure: z.string().describe("what is measured: rank, customers, revenue, share-of-group-sales, us-revenue, …"),
  statement: z.string().describe("the fact in one sentence, without who said it"),
  value: z.number().optional(),
  bound: z.enum(["exact", "about", "below", "above"]).optional().describe("how the source states the value; absent: exact"),
  unit: z.string().optional().describe("USD, percent, customers, place, …"),
  period: z.string().optional().describe("what the value is over, such as 2020"),
  saidBy: z.string(),
  estimate: z.boolean().optional().describe("an estimate of whoever said it, not a count of the company"),
  asOf: PartialDate.describe("when it was said"),
  ...fact,
});
export type MarketFact = z.infer<typeof MarketFact>;

/** What a company says itself about the risk: in its annual report, in a prospectus, to a court. */
export const Disclosure = z.object({ by: z.string(), statement: z.string(), document: z.string(), asOf: PartialDate, ...fact });
export type Disclosure = z.infer<typeof Disclosure>;

export const priorActionKinds = [
  "review",
  "blocked-transaction",
  "determination",
  "order",
  "finding",
  "warning",
  "suit",
  "list-edition",
  "statute",
] as const;

/** What an authority has done about a company before, or the company about that: a review, a blocked purchase, an order, a suit. */
export const PriorAction = z.object({
  kind: z.enum(priorActionKinds),
  government: CountryCode,
  authority: z.string().describe("who acted, or before which court"),
  party: z.string().describe("party id of whom it concerns"),
  statement: z.string().describe("what was done, in one sentence that holds from its first day on"),
  outcome: z.object({ statement: z.string(), on: PartialDate }).optional().describe("how it ended, with the day"),
  citation: z.string().optional(),
  from: PartialDate.describe("when it was done, or became known"),
  until: PartialDate.optional(),
  ...fact,
});
export type PriorAction = z.infer<typeof PriorAction>;

/** A statement that bears on a question of a review: where data is kept, who can get at it, who can cut it off. */
export const Practice = z.object({
  topic: z.enum(["storage", "access", "disruption", "launch", "onward"]),
  statement: z.string(),
  saidBy: z.string(),
  asOf: PartialDate,
  ...fact,
});
export type Practice = z.infer<typeof Practice>;

/** Everything that recognises a provider's services in an artefact. */
export const Signatures = z.object({
  domains: z
    .array(
      z.object({
        suffix: z.string(),
        use: z.string().optional(),
        customerSites: z.boolean().optional().describe("the sites of its customers answer below it"),
        ...fact,
      }),
    )
    .optional(),
  asns: z
    .array(
      z.object({
        asn: z.int().positive(),
        organisation: z.string(),
        party: z.string(),
        carriesOthers: z.boolean().optional().describe("it carries more than the provider: a carrier, an office, a group"),
        ...fact,
      }),
    )
    .optional(),
  prefixes: z.array(z.object({ prefix: z.string(), region: z.string().optional(), service: z.string().optional(), ...fact })).optional(),
  rangeFeeds: z.array(z.object({ url: z.string(), what: z.string(), ...fact })).optional(),
  registries: z
    .array(z.object({ host: z.string().describe("<placeholders> stand for one or more labels"), what: z.string().optional(), ...fact }))
    .optional(),
  terraform: z.array(z.object({ source: z.string(), resourcePrefix: z.string(), ...fact })).optional(),
  packages: z
    .array(
      z.object({
        ecosystem: z.enum(["npm", "pypi", "go", "maven", "crates"]),
        name: z.string().describe("* at the end is a prefix"),
        what: z.string().optional(),
        ...fact,
      }),
    )
    .optional(),
  markers: z.array(z.object({ kind: z.string(), value: z.string(), what: z.string().optional(), ...fact })).optional(),
});
export type Signatures = z.infer<typeof Signatures>;

/** A brand, what it offers, where it runs, who runs it and how it is recognised. */
export const Provider = z.object({
  id: z.string(),
  names: z.object({
    english: z.string(),
    native: z.array(z.object({ language: z.string(), text: z.string() })).optional(),
    aliases: z.array(z.string()).optional(),
  }),
  kinds: z.array(z.string()),
  nexus: z
    .object({ class: z.enum(["adversary", "mixed", "non-adversary"]), government: CountryCode, basis: z.string() })
    .describe("a sorting aid of the catalogue, never a finding"),
  operator: z.string(),
  group: z.string(),
  services: z.array(Service).optional(),
  regions: z.array(Region).optional(),
  usLocations: z
    .array(
      z.object({
        place: z.string(),
        state: z.string(),
        what: z.string(),
        region: z.string().optional(),
        from: PartialDate.optional(),
        until: PartialDate.optional(),
        ...fact,
      }),
    )
    .optional(),
  relationships: z
    .array(
      z.object({
        party: z.string(),
        kind: z.string(),
        country: CountryCode.nullable(),
        detail: z.string(),
        asOf: PartialDate.optional(),
        ...fact,
      }),
    )
    .optional(),
  marketFacts: z.array(MarketFact).optional(),
  disclosures: z.array(Disclosure).optional(),
  priorActions: z.array(PriorAction).optional(),
  practices: z.array(Practice).optional(),
  signatures: Signatures,
  notes: z.array(z.string()).optional(),
});
export type Provider = z.infer<typeof Provider>;

/** One file of `reference/providers/`: the provider, and the parties, interests and listings that its sources vouch for. */
export const ProviderFile = Provider.extend({
  schemaVersion: z.literal("1"),
  parties: z.array(Party).optional(),
  interests: z.array(Interest).optional(),
  listings: z.array(Listing).optional(),
  ties: z.array(GovernmentTie).optional(),
  sources: z.array(Source).min(1),
});
export type ProviderFile = z.infer<typeof ProviderFile>;
