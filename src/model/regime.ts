import { z } from "zod";
import { CountryCode, Day, Mark, PartialDate, Verdict } from "./common.js";
import { Engagement, InterestKind, PartyKind, productClasses } from "./party.js";

/** Ways in which a party comes to count as covered; each rule pack names the ones that its law knows. */
export const limbs = [
  "ownership",
  "organised",
  "principal-place",
  "residence",
  "employment",
  "listed",
  "control",
  "operation",
  "affiliation",
] as const;

/** Which governments a law is concerned with, and what counts as owned by, or subject to, them. */
export const Regime = z.strictObject({
  governments: z
    .array(
      z.strictObject({
        code: CountryCode,
        from: PartialDate.optional(),
        until: PartialDate.optional(),
        mark: Mark,
        note: z.string().optional(),
      }),
    )
    .optional(),
  governmentsExcept: z.array(CountryCode).optional().describe("every government but these, for a perspective such as the EU's"),
  covered: z.strictObject({
    limbs: z.array(z.enum(limbs)),
    threshold: z.number().min(0).max(100).default(50).describe("percent; this much or more"),
    ownershipKinds: z.array(InterestKind).default(["equity", "state-control"]),
    controlKinds: z.array(InterestKind).default([]),
    lists: z.array(z.string()).default([]).describe("lists whose parties are covered as such"),
    openLists: z
      .array(z.string())
      .optional()
      .describe("lists whose parties may be covered: the law draws on them, and whom it took over is not on file"),
    products: z
      .array(z.enum(productClasses))
      .optional()
      .describe("classes of products that the law is limited to, whatever an entry of a list says"),
    affiliateShareOver: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .describe("for the limb affiliation, percent: more than this ties two parties as control does; without it, only control does"),
    listProgrammes: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .describe("by list id: only entries under one of these programmes; an entry that names none leaves it open"),
    ownershipPeriods: z
      .array(
        z.strictObject({
          from: PartialDate,
          until: PartialDate.optional(),
          citation: z.string(),
          mark: Mark,
          note: z.string().optional(),
        }),
      )
      .optional()
      .describe("days on which owners count; always, where none is given. A period marked UNCONFIRMED leaves open what rests on owners"),
    passThrough: z
      .enum(["full", "multiplied"])
      .optional()
      .describe(
        "full, also where not said: a covered owner counts with its whole stake at the next tier; multiplied: shares are multiplied along chains",
      ),
    exemptJurisdictions: z.array(CountryCode).default([]).describe("entities organised here are covered only when listed"),
  }),
});
export type Regime = z.infer<typeof Regime>;

/** Whom a law takes as a person of its own side; without this, whoever is organised there. */
export const DomesticPersons = z.strictObject({
  citation: z.string(),
  mark: Mark,
  citizens: z.boolean().default(false).describe("citizens and nationals, wherever they are"),
  statuses: z.array(z.string()).default([]).describe("standings of individuals that make them so, wherever they are: lpr, refugee, asylee"),
  presentIndividuals: z.boolean().default(false).describe("any individual who is there"),
  solelyOrganised: z.boolean().default(false).describe("entities only where they are organised under no foreign law as well"),
});
export type DomesticPersons = z.infer<typeof DomesticPersons>;

/** A worked example of the regime itself: who owns whom, and whether the subject is covered. */
export const OwnershipExample = z.strictObject({
  name: z.string(),
  citation: z.string().optional(),
  asOf: Day.default("2026-06-01"),
  parties: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: PartyKind.default("entity"),
        jurisdiction: CountryCode.nullable().optional(),
        alsoOrganisedIn: z.array(CountryCode).optional(),
        principalPlace: CountryCode.optional(),
        nationalities: z.array(CountryCode).optional(),
        presentIn: CountryCode.optional(),
        branchOf: z.string().optional(),
        engagements: z.array(Engagement).optional(),
      }),
    )
    .default([])
    .describe("a party that only an interest or a listing names is an entity organised in a neutral country"),
  interests: z
    .array(
      z.strictObject({
        owner: z.string(),
        owned: z.string(),
        kind: InterestKind.default("equity"),
        share: z.number().min(0).max(100).optional(),
        shareMin: z.number().min(0).max(100).optional(),
        shareMax: z.number().min(0).max(100).optional(),
        from: PartialDate.optional(),
        until: PartialDate.optional(),
      }),
    )
    .default([]),
  listings: z
    .array(
      z.strictObject({
        party: z.string(),
        list: z.string(),
        programme: z.string().optional(),
        from: PartialDate.optional(),
        until: PartialDate.optional(),
      }),
    )
    .default([]),
  subject: z.string(),
  expect: Verdict,
  shareMin: z.number().optional().describe("expected lower bound of the covered share, in percent"),
  shareMax: z.number().optional().describe("expected upper bound of the covered share, in percent"),
});
export type OwnershipExample = z.infer<typeof OwnershipExample>;
