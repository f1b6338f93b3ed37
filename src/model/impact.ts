import { z } from "zod";
import { CountryCode, Day } from "./common.js";
import { Asset, DependencyNeed, DependencyTime, dependencyKinds, dependencyTimes } from "./dependency.js";
import { DossierMarketFact, DossierRelation, DossierSite, DossierStatement } from "./dossier.js";
import { LeftOut, Problem } from "./observation.js";

/** What can become of an asset, from best to worst. */
export const impactStates = ["goes-on", "degrades", "stops"] as const;
export const ImpactState = z.enum(impactStates);
export type ImpactState = z.infer<typeof ImpactState>;

export const impactVerdicts = ["stops", "degrades", "cannot-be-told", "goes-on"] as const;
export const ImpactVerdict = z.enum(impactVerdicts);
export type ImpactVerdict = z.infer<typeof ImpactVerdict>;

/** The state as far as it is known: where both ends are the same it is that, else it cannot be told which of them. */
export const ImpactRange = z.object({ verdict: ImpactVerdict, least: ImpactState, most: ImpactState });
export type ImpactRange = z.infer<typeof ImpactRange>;

const timesShape = Object.fromEntries(dependencyTimes.map((time) => [time, ImpactRange])) as Record<DependencyTime, typeof ImpactRange>;
export const ImpactByTime = z.object(timesShape);
export type ImpactByTime = z.infer<typeof ImpactByTime>;

/** One step of a chain: an asset, and what it needs. */
export const ImpactHop = z.object({
  from: z.string(),
  fromName: z.string(),
  to: z.string(),
  toName: z.string(),
  kind: z.enum(dependencyKinds),
  need: DependencyNeed,
  because: z.string(),
  fallback: z.string().nullable().describe("name of the asset that would take over"),
  path: z.string().nullable(),
  line: z.int().positive().nullable(),
});
export type ImpactHop = z.infer<typeof ImpactHop>;

/** Why an asset does not go on: the shortest chain of needs to something that is cut off. No hop: it is itself cut off. */
export const ImpactChain = z.object({
  times: z.array(DependencyTime).min(1),
  state: ImpactState.describe("the end of the range that it explains"),
  certainty: z.enum(["sure", "possible"]).describe("possible: the worse end only, where it cannot be told"),
  hops: z.array(ImpactHop),
  blocked: z.string().describe("id of the asset that is cut off"),
  blockedName: z.string(),
});
export type ImpactChain = z.infer<typeof ImpactChain>;

export const ImpactedAsset = Asset.omit({ observations: true }).extend({
  verdict: ImpactVerdict.describe("over all times"),
  least: ImpactState,
  most: ImpactState,
  times: ImpactByTime,
  chains: z.array(ImpactChain).describe("none where it goes on"),
});
export type ImpactedAsset = z.infer<typeof ImpactedAsset>;

export const ImpactedSystem = z.object({
  id: z.string(),
  name: z.string(),
  criticality: z.string().nullable(),
  entity: z.string().nullable().describe("id of the subject's entity that it belongs to"),
  verdict: ImpactVerdict,
  least: ImpactState,
  most: ImpactState,
  times: ImpactByTime,
  chains: z.array(ImpactChain),
  dailyRevenueUsd: z.number().nullable(),
  staff: z.number().nullable(),
});
export type ImpactedSystem = z.infer<typeof ImpactedSystem>;

export const blockKinds = ["provider", "party", "government"] as const;
/** What a cut-off names, as it was understood. */
export const BlockTarget = z.object({ asked: z.string(), kind: z.enum(blockKinds), id: z.string(), name: z.string() });
export type BlockTarget = z.infer<typeof BlockTarget>;

export const exceptKinds = ["provider", "service", "region", "system", "asset"] as const;
export const BlockException = z.object({ asked: z.string(), kind: z.enum(exceptKinds), id: z.string() });
export type BlockException = z.infer<typeof BlockException>;

const dayOrNone = Day.nullable();

/** Something that is cut off, and by which rule. */
export const BlockedAsset = z.object({
  id: z.string(),
  name: z.string(),
  provider: z.string().nullable(),
  service: z.string().nullable(),
  region: z.string().nullable(),
  certainty: z.enum(["sure", "possible"]),
  rules: z.array(z.string()).min(1).describe("why it is among what is cut off"),
});
export type BlockedAsset = z.infer<typeof BlockedAsset>;

const counts = z.object({ stops: z.int(), degrades: z.int(), "cannot-be-told": z.int(), "goes-on": z.int() });
export type VerdictCounts = z.infer<typeof counts>;

/** Revenue of a day, apart by what is known: the sums are of different sets of systems and are never added up. */
export const RevenueAtStake = z.object({
  stopsUsd: z.number().describe("of systems that stop at run time"),
  degradesUsd: z.number(),
  cannotBeToldUsd: z.number(),
  undeclared: z.array(z.string()).describe("systems that do not go on at run time and whose revenue is not declared"),
});
export type RevenueAtStake = z.infer<typeof RevenueAtStake>;

/** Things of one parent that go together. */
export const SharedFate = z.object({
  parent: z.string().describe("party id"),
  name: z.string(),
  members: z.array(
    z.object({
      provider: z.string(),
      name: z.string(),
      service: z.string().describe("what is used of it, such as registry, dns or cdn"),
      assets: z.int().positive(),
      cutOff: z.enum(["yes", "possible", "no"]).describe("no: it is of the same parent and would go on, in this scenario"),
    }),
  ),
});
export type SharedFate = z.infer<typeof SharedFate>;

/** A holding that lies where it is cut off. */
export const DataToMove = z.object({
  holding: z.string(),
  name: z.string(),
  system: z.string().nullable(),
  places: z.array(z.object({ asset: z.string(), name: z.string(), provider: z.string().nullable() })).describe("that are cut off"),
  certainty: z.enum(["sure", "possible"]),
  elsewhere: z.array(z.string()).describe("names of other places that hold it, which are not cut off"),
  gigabytes: z.number().nullable(),
  sizeFrom: z.string().nullable().describe("where the size is known from; null: it is not known"),
  megabitsPerSecond: z.number().nullable(),
  rateFrom: z.string().nullable(),
  hours: z.number().nullable(),
  costUsd: z.number().nullable(),
  unknown: z.array(z.string()).describe("what would have to be known, as sentences"),
});
export type DataToMove = z.infer<typeof DataToMove>;

export const TouchedContract = z.object({
  id: z.string(),
  name: z.string(),
  with: z.string(),
  systems: z.array(z.string()),
  until: dayOrNone,
  earliestEnd: dayOrNone.describe("with notice given on the day of the review; null: no notice is declared"),
  daysBeyond: z.number().describe("days that it runs on beyond the cut-off when notice is given on the day of the review; 0: none"),
  yearlyUsd: z.number().nullable(),
  people: z.number().nullable(),
});
export type TouchedContract = z.infer<typeof TouchedContract>;

/** Another legal person of the subject, at home or abroad. */
export const TouchedEntity = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["subject", "subsidiary", "branch"]),
  jurisdiction: CountryCode.nullable(),
  systems: z.array(z.object({ id: z.string(), verdict: ImpactVerdict })),
  staff: z.number().nullable().describe("people whose work stops or may stop; null: not declared"),
});
export type TouchedEntity = z.infer<typeof TouchedEntity>;

export const exitActions = ["replace", "switch", "switch-off"] as const;
/** A step of the exit; all steps that it waits for stand before it. */
export const ExitStep = z.object({
  number: z.int().positive(),
  action: z.enum(exitActions),
  assets: z.array(z.string()).min(1).describe("ids; several where they need each other and go together"),
  what: z.string(),
  after: z.array(z.int().positive()).describe("numbers of the steps that must be done before"),
  days: z.number().describe("as far as is known"),
  atLeast: z.boolean().describe("something of its duration is not known and counts as 0 days"),
  because: z.string(),
  start: Day.describe("latest day on which it must begin"),
  end: Day.describe("latest day on which it must be done"),
});
export type ExitStep = z.infer<typeof ExitStep>;

export const ExitPlan = z.object({
  steps: z.array(ExitStep),
  days: z.number().describe("from the first step to the last"),
  atLeast: z.boolean(),
  available: z.int().describe("days from the day of the review to the cut-off"),
  daysLate: z.int().nonnegative().describe("0: it fits, as far as is known"),
  earliestEnd: Day.describe("when it is begun on the day of the review"),
  unknown: z.array(z.string()),
});
export type ExitPlan = z.infer<typeof ExitPlan>;

export const ReplacementCandidates = z.object({
  service: z.string(),
  used: z.array(z.string()).describe("names of what is cut off of it"),
  candidates: z.array(
    z.object({
      provider: z.string(),
      name: z.string(),
      operator: z.string(),
      country: CountryCode.nullable(),
      because: z.array(z.string()),
    }),
  ),
  open: z.array(z.object({ provider: z.string(), name: z.string(), because: z.string() })).describe("cannot be excluded under a pack"),
  refused: z.int().nonnegative().describe("providers that offer it and are covered or cut off"),
  note: z.string().nullable().describe("why there is nobody to move to, where there is none"),
});
export type ReplacementCandidates = z.infer<typeof ReplacementCandidates>;

export const RecoveryCheck = z.object({
  system: z.string(),
  name: z.string(),
  objectiveHours: z.number(),
  hours: z.number().nullable().describe("that restoring takes elsewhere, as far as is known"),
  atLeast: z.boolean(),
  met: z.enum(["yes", "no", "cannot-be-told"]),
  because: z.string(),
});
export type RecoveryCheck = z.infer<typeof RecoveryCheck>;

/** What of a provider's business in the United States a prohibition touches, from dated facts. */
export const ProviderSide = z.object({
  provider: z.string(),
  name: z.string(),
  business: z.array(DossierMarketFact).describe("figures of its business in the United States"),
  market: z.array(DossierMarketFact).describe("its other figures, for scale"),
  sites: z.array(DossierSite),
  partners: z.array(DossierRelation).describe("customers and partners in the United States"),
  disclosures: z.array(DossierStatement),
  missing: z.array(z.string()).describe("what is not on file up to that day"),
});
export type ProviderSide = z.infer<typeof ProviderSide>;

export const ImpactScenario = z.object({
  id: z.string().describe("digest of what defines it: the same cut-off has the same id"),
  name: z.string().nullable(),
  block: z.array(BlockTarget),
  regions: z.array(z.string()),
  except: z.array(BlockException),
  on: Day,
  egressMegabitsPerSecond: z.number().nullable(),
});
export type ImpactScenario = z.infer<typeof ImpactScenario>;

/** The answer to `beholden impact` for one scenario. */
export const Impact = z.object({
  schemaVersion: z.literal("1"),
  tool: z.object({ name: z.literal("beholden"), version: z.string() }),
  asOf: Day,
  subject: z.string(),
  reference: z.object({ edition: z.string(), sha256: z.string() }),
  rulePacks: z.array(z.string()),
  scenario: ImpactScenario,
  answer: z.array(z.string()),
  totals: z.object({
    assets: counts,
    systems: counts,
    assetsByTime: z.object(Object.fromEntries(dependencyTimes.map((time) => [time, counts])) as Record<DependencyTime, typeof counts>),
    blocked: z.int(),
    dependencies: z.int(),
  }),
  systems: z.array(ImpactedSystem),
  assets: z.array(ImpactedAsset),
  blocked: z.array(BlockedAsset),
  excepted: z.array(z.object({ id: z.string(), name: z.string(), because: z.string() })),
  cycles: z.array(z.object({ assets: z.array(z.string()), names: z.array(z.string()) })).describe("groups of assets that need each other"),
  sharedFate: z.array(SharedFate),
  data: z.array(DataToMove),
  contracts: z.array(TouchedContract),
  entities: z.array(TouchedEntity),
  revenue: RevenueAtStake,
  recovery: z.array(RecoveryCheck),
  exit: ExitPlan,
  replacements: z.array(ReplacementCandidates),
  providerSide: z.array(ProviderSide),
  assumptions: z.array(z.string()),
  problems: z.array(Problem),
  leftOut: z.array(LeftOut),
});
export type Impact = z.infer<typeof Impact>;
