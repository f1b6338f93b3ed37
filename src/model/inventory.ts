import { z } from "zod";
import { CountryCode, Day, PartialDate } from "./common.js";
import { DeclaredContract, DeclaredEgress, DeclaredNeed, SubjectEntity } from "./continuity.js";
import { DeclaredDeal } from "./deal.js";

/** A business capability that assets belong to. */
export const System = z.strictObject({
  id: z.string(),
  name: z.string(),
  criticality: z.enum(["critical", "high", "medium", "low"]).default("medium"),
  assets: z.array(z.string()).default([]).describe("path globs, or resource addresses with * at the end"),
  recoveryTimeHours: z.number().nonnegative().optional(),
  recoveryPointHours: z.number().nonnegative().optional(),
  dailyRevenueUsd: z.number().nonnegative().optional(),
  dependsOn: z
    .array(z.union([z.string().min(1), DeclaredNeed]))
    .optional()
    .describe("what it cannot do without; a plain text is the id of a system, or the name of an asset, host or vendor"),
  fallback: z.string().min(1).optional().describe("id of a system that takes over: while it goes on, others do with less"),
  entity: z.string().optional().describe("id of the subject's entity or branch that it belongs to; left out: the subject itself"),
  migrationDays: z.number().nonnegative().optional().describe("days that moving it elsewhere takes, once what it needs has moved"),
  staff: z.int().nonnegative().optional().describe("people whose work stops with it"),
});
export type System = z.infer<typeof System>;

export const ListedIdentifier = z.strictObject({
  group: z.string().describe("group of listed identifiers in the rule pack, such as d of 28 CFR 202.234"),
  name: z.string(),
});
export type ListedIdentifier = z.infer<typeof ListedIdentifier>;

/** Categories of intellectual property, with what belongs to each: never personal data, whatever the rule pack. */
export const intellectualPropertyCategories = {
  "trade-secrets": "secrets of the trade: formulas, processes, designs, price and customer models",
  "source-code": "source code and build systems that are not public",
  "controlled-technical-data": "technical data under export control",
  "unpublished-research": "research and test results before publication, such as of medicines and vaccines",
  "intellectual-property": "other, or the kind is not said",
} as const;

/** A set of data: what it holds, about how many, where it is stored, who holds the keys. */
export const Holding = z.strictObject({
  id: z.string(),
  name: z.string(),
  system: z.string().optional(),
  categories: z
    .array(z.string())
    .min(1)
    .describe(
      `categories of the rule packs, such as personal-health or covered-personal-identifiers; intellectual property: ${Object.keys(intellectualPropertyCategories).join(", ")}`,
    ),
  usPersons: z.int().nonnegative().nullable().default(null),
  usDevices: z.int().nonnegative().nullable().default(null),
  identifiers: z.array(ListedIdentifier).default([]),
  linkedTogether: z.boolean().nullable().default(null),
  marketedAsGovernmentPersonnel: z.boolean().default(false),
  inListedGovernmentArea: z.boolean().default(false),
  exclusions: z.array(z.string()).default([]),
  bulk: z.boolean().optional().describe("known to lie above its bulk line although no count is at hand"),
  precisionMetres: z.number().nonnegative().optional().describe("how closely positions locate a person or device"),
  linkedWith: z.array(z.string()).optional().describe("ids of other holdings that can be tied to the same persons or devices"),
  neededForNetworkService: z.boolean().optional().describe("network identifiers are linked only as a network service needs it"),
  storedIn: z
    .array(z.string())
    .default([])
    .describe("assets that hold it: resource addresses, hosts or vendor names, * at the end allowed"),
  keysHeldBy: z.enum(["customer", "provider", "unknown"]).default("unknown"),
  sizeGigabytes: z.number().nonnegative().optional().describe("how much has to be moved"),
});
export type Holding = z.infer<typeof Holding>;

export const DeclaredMeasure = z.strictObject({
  id: z.string().describe("id in the measure catalogue, such as M04"),
  status: z.enum(["promised", "in-place", "verified"]),
  appliesTo: z.array(z.string()).default([]).describe("ids of holdings or systems; empty: all"),
  from: PartialDate.optional().describe("first day that it is in force"),
  until: PartialDate.optional().describe("last day"),
  evidence: z.string().optional(),
});
export type DeclaredMeasure = z.infer<typeof DeclaredMeasure>;

/** A finding that somebody answers for, until a day. */
export const Acceptance = z.strictObject({
  finding: z.string().describe("finding id as the report prints it"),
  by: z.string(),
  why: z.string(),
  until: Day,
});
export type Acceptance = z.infer<typeof Acceptance>;

/** `beholden.yaml`: what the subject declares about itself. */
export const Inventory = z.strictObject({
  schemaVersion: z.literal("1").default("1"),
  subject: z.strictObject({
    name: z.string(),
    jurisdiction: CountryCode.optional(),
    principalPlace: CountryCode.optional(),
    coveredEquityPercent: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .describe("share of the subject held by covered parties, for reporting duties"),
    federalContractor: z.boolean().optional().describe("has contracts with the U.S. Government, directly or as a subcontractor"),
    defenseSupplier: z.boolean().optional().describe("supplies the U.S. Department of Defense, directly or as a subcontractor"),
    intelligenceSupplier: z
      .boolean()
      .optional()
      .describe("supplies the U.S. intelligence community, or runs sensitive compartmented information systems"),
    stateAgencies: z
      .array(z.string().regex(/^[A-Z]{2}$/, "expected a postal code of a U.S. state such as TX"))
      .optional()
      .describe("U.S. states whose agencies it is one of, or supplies; an empty list: none"),
    entities: z.array(SubjectEntity).optional().describe("subsidiaries and branches, at home and abroad"),
  }),
  systems: z.array(System).default([]),
  holdings: z.array(Holding).default([]),
  deals: z.array(DeclaredDeal).optional().describe("deals that no artefact shows: staff, investments, sales of data, vendors"),
  contracts: z.array(DeclaredContract).optional(),
  egress: z.array(DeclaredEgress).optional().describe("how fast data can leave, per provider or overall"),
  measures: z.array(DeclaredMeasure).default([]),
  measureCosts: z
    .record(z.string(), z.number().nonnegative())
    .optional()
    .describe("what putting a measure in place costs, by its id in the catalogue, in any one unit; without it each counts 1"),
  accepted: z.array(Acceptance).default([]),
  networks: z.array(z.string()).default([]).describe("own address ranges, CIDR"),
  rules: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("rule packs to apply: ids of built-in packs or sets, or paths of files in this folder; without it the default packs"),
  exclude: z.array(z.string()).default([]).describe("paths to leave out, in .gitignore syntax"),
});
export type Inventory = z.infer<typeof Inventory>;
