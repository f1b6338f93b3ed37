import { z } from "zod";
import { CountryCode, Day, Mark, PartialDate, Verdict } from "./common.js";
import { PackCriteria } from "./criteria.js";
import type { conducts, DealType, Knowledge } from "./deal.js";
import { DutyRule, PassiveInvestment, SecurityRequirements, Statement, Term } from "./deal.js";
import { Outcome } from "./finding.js";
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

/** A line above which a set of data is bulk. */
export const BulkLine = z.strictObject({
  category: z.string(),
  moreThan: z.int().nonnegative(),
  unit: z.enum(["us-persons", "us-devices"]),
  citation: z.string(),
  mark: Mark,
  from: PartialDate.optional(),
  until: PartialDate.optional(),
});

export const RuleExample = z.strictObject({
  name: z.string(),
  facts: z.record(z.string(), z.unknown()).describe("facts that differ from the neutral case, by dotted name"),
  expect: z.union([Outcome, z.enum(["none", "cannot-be-excluded"])]),
});

export const Rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  citation: z.string(),
  mark: Mark,
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  formerly: z
    .array(z.strictObject({ until: PartialDate, citation: z.string(), mark: Mark }))
    .default([])
    .describe("how the same rule was cited up to and including a day, oldest first"),
  when: z.string().describe("CEL over the facts of a transaction: the rule applies"),
  openWhen: z.string().optional().describe("CEL: the facts do not settle whether it applies"),
  outcome: Outcome,
  provision: z.string().optional().describe("the section that decides, as short as people write it, such as 202.301"),
  classification: z.string().optional().describe("the class that a deal has by this rule; of several rules the first in the pack decides"),
  scope: z.string().optional().describe("of an exemption: what it switches off, as duties name it"),
  conditions: z.array(z.string()).default([]).describe("short names of what the outcome depends on"),
  explanation: z.string().describe("template; {{a.dotted.fact}} is replaced"),
  measures: z.array(z.string()).default([]),
  settle: z.array(z.string()).default([]).describe("what to ask, and of whom, when it stays open"),
  examples: z.array(RuleExample).min(2, "a rule needs an example that it catches and one that it does not"),
});
export type Rule = z.infer<typeof Rule>;

/** A law, or a perspective on one, as data. */
export const RulePack = z.strictObject({
  schemaVersion: z.literal("1"),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  authority: z.string(),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  mark: Mark,
  domestic: z.array(CountryCode).describe("the perspective: territories whose persons the rules protect or bind"),
  domesticPersons: DomesticPersons.optional(),
  regime: Regime,
  ownershipExamples: z.array(OwnershipExample).default([]).describe("worked examples of the regime, run as its tests"),
  data: z
    .strictObject({
      bulk: z.array(BulkLine).default([]),
      omicCategories: z.array(z.string()).default([]),
      sensitiveCategories: z.array(z.string()).default([]),
      contactGroups: z.array(z.string()).default([]).describe("identifier groups that do not count when linked only to each other"),
      networkGroups: z
        .array(z.string())
        .default([])
        .describe("identifier groups that do not count when linked only to each other for a network service"),
      identifierGroups: z
        .array(z.strictObject({ group: z.string(), what: z.string(), fullOnly: z.boolean().default(false) }))
        .default([])
        .describe("groups of listed identifiers; fullOnly: a name that ends in -truncated does not count"),
      identifierCategory: z.string().optional().describe("category that listed identifiers make up when they count together"),
      listedAreaCategories: z.array(z.string()).default([]).describe("categories that are government-related inside a listed area"),
      intellectualPropertyCategories: z
        .array(z.string())
        .optional()
        .describe("instead of the categories of intellectual property that beholden knows"),
      exclusions: z
        .array(z.strictObject({ name: z.string(), categories: z.array(z.string()).default([]), citation: z.string() }))
        .default([])
        .describe("facts that take data out of the categories named; of all, where none is named"),
      becomes: z
        .array(
          z.strictObject({
            category: z.string(),
            to: z.string(),
            withinMetres: z.number().positive().optional().describe("only where it locates somebody so closely; also asked of `to` itself"),
            citation: z.string(),
            mark: Mark,
          }),
        )
        .default([])
        .describe("what people call data, and the category that it is in law"),
    })
    .optional(),
  deal: z
    .strictObject({
      statements: z.array(Statement).default([]).describe("what the declared facts of a deal state"),
      passive: PassiveInvestment.optional(),
      covered: z.string().optional().describe("id of the term by which a deal is one that the law covers"),
      unclassified: z.string().optional().describe("the class of a deal that no rule reaches"),
    })
    .optional(),
  terms: z.array(Term).default([]).describe("terms of the law, in order: later ones and rules can name earlier ones"),
  securityRequirements: SecurityRequirements.optional(),
  duties: z.array(DutyRule).default([]),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string().optional() })).min(1),
  rules: z.array(Rule).min(1),
  criteria: PackCriteria.optional().describe("what the law weighs, each point answered from evidence or open with what to ask"),
});
export type RulePack = z.infer<typeof RulePack>;

type Codes = string[];
interface Effects<T> {
  access: T;
  disrupt: T;
  tamper: T;
  launch: T;
}

interface ReachedHoldings {
  holdings: string[];
  categories: string[];
  reached: string[];
  access: Codes;
  residual: Codes;
}

/** The facts of one transaction, as one pack sees them: all that a rule's condition can name. */
export interface TransactionFacts {
  asOf: string;
  subject: { name: string; jurisdiction: string; domestic: Verdict; coveredEquityKnown: boolean; coveredEquityPercent: number };
  transaction: {
    kind: string;
    provider: string;
    providerName: string;
    services: string[];
    region: string;
    servedFrom: string;
    operator: string;
    owner: string;
    system: string;
    systemName: string;
    criticality: string;
    declared: boolean;
    observed: boolean;
    join: string;
    bytesSent: number;
    bytesReceived: number;
  };
  counterparty: {
    name: string;
    jurisdiction: string;
    principalPlace: string;
    covered: Verdict;
    limbs: string[];
    governments: Codes;
    shareMin: number;
    shareMax: number;
    lists: string[];
    domestic: boolean;
    because: string;
  };
  technology: { authors: string[]; governments: Codes };
  /** What the reference knows of the provider beside who runs and owns it. */
  provider: { kinds: string[]; soil: Codes; regionsOnSoil: number; partners: string[]; market: string[] };
  /** What is on file of the counterparty and of every party on a path from a government of concern to it. */
  behind: { parties: string[]; lists: string[]; listings: string[]; ties: string[] };
  /** Laws that the paths stand on: of the governments of concern, and of others. */
  laws: { ofConcern: string[]; context: string[] };
  /** Governments that are of no concern to the pack and have a path: context, never a ground. */
  context: Effects<Codes>;
  /** Holdings of the pack's sensitive categories, and of intellectual property, with the governments of concern that can obtain them. */
  sensitiveData: ReachedHoldings;
  intellectualProperty: ReachedHoldings;
  /** Governments of concern with a path of high or medium confidence, whatever the safeguards. */
  reach: Effects<Codes>;
  /** The same after measures in place. */
  residual: Effects<Codes>;
  /** Governments of concern with low-confidence paths only: leads, never grounds. */
  leads: Effects<Codes>;
  data: {
    known: boolean;
    holdings: string[];
    categories: string[];
    bulk: Verdict;
    bulkBecause: string;
    omic: Verdict;
    governmentRelated: Verdict;
    sensitive: boolean;
    intellectualProperty: boolean;
    usPersons: number;
    usPersonsKnown: boolean;
  };
  measures: { inPlace: string[]; verified: string[]; promised: string[] };
  /** What is agreed, as far as it is declared. */
  deal: {
    type: DealType;
    declared: boolean;
    conduct: (typeof conducts)[number];
    consideration: Verdict;
    recipientCollectedDirectly: Verdict;
    /** Whatever the safeguards. */
    coveredAccess: Verdict;
    /** Those covered stand behind the counterparty, who is not covered itself. */
    accessBehindCounterparty: Verdict;
    otherForeignAccess: Verdict;
    onwardClause: Verdict;
    cloud: Verdict;
    passive: Verdict;
    securityRequirements: Verdict;
    knowledge: Knowledge;
    evasion: Verdict;
    directedByDomestic: Verdict;
    exemptionsClaimed: string[];
    states: string[];
    denies: string[];
  };
  /** Ids of the pack's terms, from the other facts. */
  terms: { met: string[]; open: string[] };
  /** What the rules made of it: for duties, which come after the rules. */
  result: { classification: string; certain: boolean; scope: string };
  /** Whom the subject supplies: rules of public procurement bind those who do. */
  supplier: { federal: Verdict; defense: Verdict; intelligence: Verdict; states: string[]; statesKnown: boolean };
  /** Listed parties behind the operator or an author of the technology, by the pack's lists, and whether their entries reach what is used. */
  listing: { covered: Verdict; parties: string[]; scopes: string[]; fits: Verdict; because: string };
}
