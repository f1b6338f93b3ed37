import { z } from "zod";
import { Confidence, CountryCode, Day, Effect, Evidence, Mark, PartialDate } from "./common.js";
import { priorActionKinds } from "./provider.js";
import { Path } from "./reach.js";
import { TracedParty } from "./traced-party.js";

/** One sentence of a dossier with what it stands on. */
export const DossierStatement = z.object({
  text: z.string(),
  saidBy: z.string().nullable().describe("whose statement it is, where it is somebody's; null: what the sources show"),
  date: PartialDate.nullable().describe("from when it holds, or when it was said; null: the source gives no date"),
  until: PartialDate.nullable(),
  undated: z.boolean().describe("vouched for only by sources read or written after the day of the dossier, without a date of its own"),
  note: z.string().nullable(),
  confidence: Confidence,
  evidence: z.array(Evidence),
});
export type DossierStatement = z.infer<typeof DossierStatement>;

export const operatorRoles = ["operator", "group", "contracting-party", "region-operator", "network-holder"] as const;

/** A company that runs the service, a region or its network, or heads the group. */
export const DossierOperator = z.object({
  role: z.enum(operatorRoles),
  party: z.string(),
  name: z.string(),
  nativeName: z.string().nullable(),
  jurisdiction: CountryCode.nullable(),
  principalPlace: CountryCode.nullable(),
  of: z.array(z.string()).describe("regions that it runs, or networks that it holds"),
  statement: DossierStatement,
});
export type DossierOperator = z.infer<typeof DossierOperator>;

/** What a government can have a company do, by the strongest path. */
export const DossierReach = z.object({
  government: CountryCode,
  name: z.string(),
  standing: z.enum(["adversary", "context"]).describe("whether the reviewing office's law names the government as a foreign adversary"),
  effect: Effect,
  party: z.string().describe("the company that it reaches"),
  partyName: z.string(),
  path: Path,
});
export type DossierReach = z.infer<typeof DossierReach>;

export const DossierRegion = z.object({
  id: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  country: CountryCode.nullable(),
  operator: z.string().describe("name of who runs it"),
  status: z.string().nullable(),
  statement: DossierStatement,
});
export type DossierRegion = z.infer<typeof DossierRegion>;

export const DossierSite = z.object({ place: z.string(), state: z.string(), region: z.string().nullable(), statement: DossierStatement });
export type DossierSite = z.infer<typeof DossierSite>;

/** A law that can compel the provider on that day. */
export const DossierInstrument = z.object({
  id: z.string(),
  government: CountryCode,
  name: z.string(),
  standing: z.enum(["adversary", "context"]).describe("whether the reviewing office's law names the government as a foreign adversary"),
  articles: z.array(z.string()),
  effects: z.array(Effect),
  mark: Mark,
  statement: DossierStatement,
});
export type DossierInstrument = z.infer<typeof DossierInstrument>;

export const DossierListing = z.object({
  party: z.string(),
  name: z.string(),
  list: z.string(),
  listName: z.string(),
  inForce: z.boolean().describe("on the day of the dossier"),
  citation: z.string(),
  statement: DossierStatement,
});
export type DossierListing = z.infer<typeof DossierListing>;

export const DossierAction = z.object({
  kind: z.enum([...priorActionKinds, "regulatory"]),
  authority: z.string().nullable(),
  party: z.string(),
  name: z.string(),
  citation: z.string().nullable(),
  statement: DossierStatement,
});
export type DossierAction = z.infer<typeof DossierAction>;

export const DossierMarketFact = z.object({
  measure: z.string(),
  value: z.number().nullable(),
  bound: z.enum(["exact", "about", "below", "above"]),
  unit: z.string().nullable(),
  period: z.string().nullable(),
  estimate: z.boolean(),
  statement: DossierStatement,
});
export type DossierMarketFact = z.infer<typeof DossierMarketFact>;

export const DossierRelation = z.object({
  party: z.string(),
  kind: z.string(),
  country: CountryCode.nullable(),
  statement: DossierStatement,
});
export type DossierRelation = z.infer<typeof DossierRelation>;

export const DossierPower = z.object({
  id: z.string(),
  office: z.string(),
  citation: z.string(),
  adversaries: z.array(z.object({ government: CountryCode, name: z.string() })),
  mark: Mark,
  statement: DossierStatement,
});
export type DossierPower = z.infer<typeof DossierPower>;

/** A question of the review: answered with evidence, or open with what to ask and of whom. */
export const DossierQuestion = z.object({
  id: z.string(),
  question: z.string(),
  status: z.enum(["answered", "partly", "open"]),
  answer: z.string(),
  statements: z.array(DossierStatement).describe("what the answer stands on"),
  context: z.array(DossierStatement).describe("what happened to others; no evidence against this provider"),
  ask: z.array(z.object({ what: z.string(), of: z.string() })),
});
export type DossierQuestion = z.infer<typeof DossierQuestion>;

export const changeKinds = ["listing", "verdict", "power", "law", "action", "ownership", "region", "market", "relation"] as const;

/** Something that is otherwise than on the earlier day. */
export const DossierChange = z.object({
  kind: z.enum(changeKinds),
  on: PartialDate.nullable().describe("null: somewhere between the two days"),
  text: z.string(),
  confidence: Confidence,
  evidence: z.array(Evidence),
});
export type DossierChange = z.infer<typeof DossierChange>;

/** The answer to `beholden dossier PROVIDER`. Nothing in it but the dates of its sources is later than `asOf`. */
export const Dossier = z.object({
  schemaVersion: z.literal("1"),
  tool: z.object({ name: z.literal("beholden"), version: z.string() }),
  asOf: Day,
  reference: z.object({ edition: z.string(), sha256: z.string() }),
  rulePacks: z
    .array(z.object({ id: z.string(), title: z.string(), sha256: z.string() }))
    .optional()
    .describe("whose regimes were asked about the owners"),
  provider: z.object({
    id: z.string(),
    name: z.string(),
    nativeNames: z.array(z.string()),
    aliases: z.array(z.string()),
    kinds: z.array(z.string()),
  }),
  summary: z.array(z.string()).describe("what the dossier comes to, in a few sentences"),
  operators: z.array(DossierOperator),
  ownership: z.array(TracedParty).describe("each operating company up to the governments, on facts of medium or high confidence only"),
  reaches: z.array(DossierReach),
  ties: z.array(DossierStatement).describe("sourced facts that tie a company of the group to a government"),
  regions: z.array(DossierRegion),
  usSites: z.array(DossierSite),
  instruments: z.array(DossierInstrument),
  listings: z.array(DossierListing),
  priorActions: z.array(DossierAction),
  market: z.array(DossierMarketFact),
  disclosures: z.array(DossierStatement),
  relations: z.array(DossierRelation).describe("customers and partners, those of the United States first"),
  powers: z.array(DossierPower).describe("what a reviewing office may do, by the law of that day"),
  questions: z.array(DossierQuestion),
  leads: z
    .array(z.object({ part: z.string(), statement: DossierStatement }))
    .describe("facts of low confidence: nothing above stands on them"),
  leftOut: z.array(z.object({ part: z.string(), count: z.int().positive(), why: z.string() })),
  changes: z
    .object({ since: Day, changes: z.array(DossierChange), notKnown: z.array(z.string()) })
    .nullable()
    .describe("what is otherwise than on an earlier day; null where none was asked for"),
});
export type Dossier = z.infer<typeof Dossier>;
