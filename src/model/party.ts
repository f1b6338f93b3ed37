import { z } from "zod";
import { Confidence, CountryCode, Effect, Mark, PartialDate } from "./common.js";
import { capacities, interestKinds, partyKinds } from "./order.js";

/** Ids of sources in the same reference file; in the catalogue, of `Catalogue.sources`. No fact goes without one. */
export const Sources = z.array(z.string().min(1)).min(1, "no fact without a source");

export const PartyKind = z.enum(partyKinds);
export type PartyKind = z.infer<typeof PartyKind>;

/** An individual's work for a party. */
export const Engagement = z.object({
  with: z.string().describe("party id"),
  as: z.enum(["employee", "contractor", "officer"]),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
});
export type Engagement = z.infer<typeof Engagement>;

/** A government or one of its organs, a legal entity, an individual, a group of holders counted as one, or somebody unknown. */
export const Party = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  nativeName: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  weakAliases: z.array(z.string()).optional().describe("names that the source itself calls weak or of low quality"),
  formerNames: z.array(z.string()).optional(),
  kind: PartyKind,
  form: z.string().optional().describe("company, state-company, state-organ, fund, partnership, …"),
  jurisdiction: CountryCode.nullable().describe("place of incorporation, or residence of an individual; null: unknown"),
  alsoOrganisedIn: z.array(CountryCode).optional().describe("further laws that an entity is organised under at the same time"),
  principalPlace: z.object({ city: z.string().optional(), country: CountryCode }).optional(),
  lei: z
    .string()
    .regex(/^[A-Z0-9]{18}\d{2}$/)
    .optional(),
  tickers: z.array(z.object({ exchange: z.string(), symbol: z.string() })).optional(),
  identifiers: z
    .record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected a scheme such as gb-coh"), z.string())
    .optional()
    .describe("by scheme, such as gb-coh (UK company number) or ofac; parties that share one are the same party"),
  birthDates: z.array(PartialDate).optional(),
  nationalities: z.array(CountryCode).optional(),
  residenceStatus: z
    .object({ country: CountryCode, status: z.string() })
    .optional()
    .describe("a standing that a country gave an individual: lpr (lawful permanent resident), refugee, asylee"),
  presentIn: CountryCode.optional().describe("where an individual is now, whatever the residence; where a branch is"),
  branchOf: z.string().optional().describe("id of the entity that it is a branch of, and so a part of"),
  engagements: z.array(Engagement).optional().describe("for whom an individual works"),
  addresses: z.array(z.object({ full: z.string(), country: CountryCode.optional() })).optional(),
  role: z.string().optional(),
  status: z.string().optional(),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  note: z.string().optional(),
  record: z.string().optional().describe("the record of the source that says so"),
  sources: Sources,
  confidence: Confidence,
});
export type Party = z.infer<typeof Party>;

export const InterestKind = z.enum(interestKinds);
export type InterestKind = z.infer<typeof InterestKind>;

/**
 * One party's stake in or control over another. `asOf` is the last day that the source vouches for. Shares in percent; a bound is
 * part of its range unless it is marked exclusive.
 */
export const Interest = z.object({
  owner: z.string(),
  owned: z.string(),
  kind: InterestKind,
  share: z.number().min(0).max(100).optional(),
  shareMin: z.number().min(0).max(100).optional(),
  shareMax: z.number().min(0).max(100).optional(),
  minExclusive: z.boolean().optional(),
  maxExclusive: z.boolean().optional(),
  capacity: z
    .enum(capacities)
    .optional()
    .describe("held for a trust, through a firm or as a nominee: whose stake it is in the end is open"),
  joint: z.string().optional().describe("the same text on several interests: they are one block, held jointly, and count once"),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  asOf: PartialDate.optional(),
  note: z.string().optional(),
  record: z.string().optional().describe("the record of the source that says so"),
  sources: Sources,
  confidence: Confidence,
});
export type Interest = z.infer<typeof Interest>;

/** What an entry of a list can be limited to; which uses fall under each is told in `src/judge/product-scope.ts`. */
export const productClasses = [
  "telecommunications-equipment",
  "telecommunications-services",
  "video-surveillance",
  "security-software",
  "mobile-application",
  "uncrewed-aircraft",
  "semiconductors",
] as const;
export type ProductClass = (typeof productClasses)[number];

/** A party on a government list. */
export const Listing = z.object({
  party: z.string().describe("party id"),
  list: z.string().describe("list id, such as us-dod-1260h"),
  programme: z.string().optional(),
  scope: z.string().optional().describe("product or service the entry is limited to"),
  products: z.array(z.enum(productClasses)).optional().describe("classes that the scope comes down to"),
  from: PartialDate,
  until: PartialDate.optional(),
  citation: z.string(),
  note: z.string().optional(),
  record: z.string().optional().describe("the record of the source that says so"),
  mark: Mark.optional(),
  sources: Sources,
  confidence: Confidence,
});
export type Listing = z.infer<typeof Listing>;

/** A government list and what being on it does. */
export const GovernmentList = z.object({
  id: z.string(),
  name: z.string(),
  government: CountryCode,
  authority: z.string(),
  effect: z.string(),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  suspended: z.array(z.object({ from: PartialDate, until: PartialDate, citation: z.string() })).optional(),
  ownershipTest: z.string().optional().describe("which relatives of a listed party the list reaches"),
  mark: Mark,
  note: z.string().optional(),
  sources: Sources,
});
export type GovernmentList = z.infer<typeof GovernmentList>;

/** A sourced fact that ties a party to a government: a law, a golden share, a finding, a data path. */
export const GovernmentTie = z.object({
  government: CountryCode,
  party: z.string(),
  basis: z.string(),
  instrument: z.string().optional(),
  detail: z.string(),
  asOf: PartialDate.optional(),
  sources: Sources,
  confidence: Confidence,
});
export type GovernmentTie = z.infer<typeof GovernmentTie>;

/** A law that lets a government compel: the authority that a jurisdiction step cites. */
export const Instrument = z.object({
  id: z.string(),
  government: CountryCode,
  name: z.string(),
  articles: z.array(z.object({ article: z.string(), from: PartialDate.optional(), until: PartialDate.optional() })),
  compels: z.string(),
  addressees: z.string().describe("from whom"),
  effects: z.array(Effect),
  otherEffects: z.array(z.enum(["keys", "localisation", "vulnerability-disclosure"])).optional(),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  amended: z
    .array(z.object({ on: PartialDate.describe("passed"), inForce: PartialDate.optional(), what: z.string() }))
    .optional()
    .describe("later changes of its text"),
  mark: Mark,
  note: z.string().optional(),
  sources: Sources,
});
export type Instrument = z.infer<typeof Instrument>;

/** A power of an office that reviews technology of other governments, in one edition of the law: a new edition is a new entry. */
export const ReviewPower = z.object({
  id: z.string(),
  government: CountryCode,
  office: z.string(),
  statement: z.string().describe("what the office may do, in one sentence"),
  citation: z.string(),
  adversaries: z
    .array(z.object({ government: CountryCode, name: z.string() }))
    .optional()
    .describe("the governments that this edition names"),
  supersedes: z.string().optional().describe("id of the edition that it takes the place of"),
  change: z.string().optional().describe("what changed against that edition"),
  from: PartialDate,
  until: PartialDate.optional(),
  mark: Mark,
  sources: Sources,
});
export type ReviewPower = z.infer<typeof ReviewPower>;

/** What happened to others and shows that a way exists: never evidence against a provider by itself. */
export const Precedent = z.object({
  topic: z.enum(["storage", "access", "disruption", "launch", "onward"]),
  government: CountryCode,
  statement: z.string(),
  asOf: PartialDate,
  sources: Sources,
  confidence: Confidence,
});
export type Precedent = z.infer<typeof Precedent>;

/** A government and the soil it holds: Hong Kong and Macau count to CN. */
export const Government = z.object({
  code: CountryCode,
  name: z.string(),
  territories: z.array(CountryCode).min(1),
  party: z.string().optional().describe("id of the state as a party"),
});
export type Government = z.infer<typeof Government>;
