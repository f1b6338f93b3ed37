import { z } from "zod";
import { Confidence, CountryCode, Day, Effect, Evidence, Mark } from "./common.js";
import { CriterionAnswer, criterionStates } from "./criteria.js";
import { Duty } from "./deal.js";
import { Determination, determinationOutcomes, Finding } from "./finding.js";
import { DeclaredMeasure, Inventory } from "./inventory.js";
import { Letter } from "./letter.js";
import { Path, Place, Reach } from "./reach.js";
import { Transaction } from "./transaction.js";

/** What a determination prohibits from when: what a block has to carry out. */
export const Prohibition = z.object({
  transaction: z.string(),
  provider: z.string(),
  region: z.string().nullable(),
  services: z.array(z.string()),
  from: z.string().describe("first day of the prohibition, YYYY-MM-DD"),
});
export type Prohibition = z.infer<typeof Prohibition>;

const DeterminedOutcome = z.enum(determinationOutcomes);

/** A criterion of the law with what speaks for and against it; `evidence` weighs neither way by itself. */
export const DraftCriterion = z.object({
  pack: z.string(),
  group: z.object({ id: z.string(), title: z.string(), words: z.object({ for: z.string(), against: z.string(), evidence: z.string() }) }),
  criterion: z.string(),
  title: z.string(),
  question: z.string(),
  citation: z.string(),
  mark: Mark,
  state: z.enum(criterionStates),
  for: z.array(CriterionAnswer),
  against: z.array(CriterionAnswer),
  evidence: z.array(CriterionAnswer),
  ask: z.array(z.object({ of: z.string(), question: z.string() })),
});
export type DraftCriterion = z.infer<typeof DraftCriterion>;

/** Why a measure stands in a determination: declared; demanded by a rule that allows the deal with it only; or named as what could lift a finding. */
export const measureRoles = ["declared", "demanded", "would-lift"] as const;

/** What a source says of how a measure is monitored; null where no source on file says. */
const Monitored = z.object({ says: z.string(), mark: Mark, evidence: z.array(Evidence) }).nullable();

/** What a breach means under one instrument; `means` null where no source on file says. */
const Penalty = z.object({
  id: z.string(),
  under: z.string(),
  means: z.string().nullable(),
  citation: z.string().nullable(),
  mark: Mark,
  evidence: z.array(Evidence),
});
export type Penalty = z.infer<typeof Penalty>;

/** A measure as it bears on one transaction. What is promised, in place and verified is kept apart and never added up. */
export const DraftMeasure = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(measureRoles)),
  promised: z.array(DeclaredMeasure),
  inPlace: z.array(DeclaredMeasure),
  verified: z.array(DeclaredMeasure),
  askedBy: z.array(z.string()).describe("ids of the findings that name it"),
  leaves: z.string().nullable(),
  mark: Mark.nullable().describe("how far its entry in the catalogue was checked; null: it has none"),
  evidence: z.array(Evidence).describe("sources of its entry in the catalogue"),
  monitoring: z.object({
    evidence: z.string().nullable().describe("what would verify it"),
    verifier: Monitored,
    frequency: Monitored,
    breach: z.array(Penalty).describe("what a breach means, by the instrument that it is owed under"),
  }),
  verifyBy: z
    .object({ day: Day, duty: z.string(), citation: z.string(), mark: Mark, certainty: Duty.shape.certainty })
    .nullable()
    .describe("null: no source on file says by when"),
});
export type DraftMeasure = z.infer<typeof DraftMeasure>;

/** One dated step of a wind-down. `proposal`: neither the user nor the precedent says it. */
export const WindDownStep = z.object({
  id: z.enum(["no-new-agreements", "no-updates", "data-returned", "end-of-use"]),
  on: Day,
  dayNumber: z.int().nonnegative().describe("days after the determination"),
  ground: z.enum(["precedent", "user", "proposal"]),
});
export type WindDownStep = z.infer<typeof WindDownStep>;

/** The dates of a wind-down, counted from the day of the determination. */
export const WindDown = z.object({
  from: Day,
  basis: z.enum(["user", "precedent"]),
  precedent: z
    .object({
      title: z.string(),
      citation: z.string(),
      mark: Mark,
      determined: Day,
      what: z.string(),
      outside: z.string(),
      evidence: z.array(Evidence),
    })
    .nullable()
    .describe("a precedent and not a rule"),
  steps: z.array(WindDownStep),
});
export type WindDown = z.infer<typeof WindDown>;

/** How the use of a transaction ends: ordered, only if a condition comes true, or not at all. */
export const Cessation = z.object({
  standing: z.enum(["ordered", "alternative", "none"]),
  conditions: z.array(z.object({ text: z.string(), evidence: z.array(Evidence) })).describe("of an alternative: when it would be ordered"),
  steps: z.array(WindDownStep),
});
export type Cessation = z.infer<typeof Cessation>;

/** What was supposed and what the determination then came to. */
export const Supposition = z.object({
  kind: z.enum(["open-question", "finding", "measure", "law"]),
  supposed: z.string().describe("what was supposed, in words"),
  takenAway: z.array(z.string()).describe("ids of findings taken away"),
  established: z.array(z.string()).describe("ids of open findings taken as established"),
  measuresInPlace: z.array(z.string()).describe("ids of measures taken as in place"),
  measuresLost: z.array(z.string()).describe("ids of measures taken as not in place"),
  day: Day.nullable().describe("day that the law was read for, where another"),
  questions: z.array(z.string()).describe("what to ask, to learn whether it is so"),
  before: DeterminedOutcome,
  after: DeterminedOutcome.nullable().describe("null: it could not be computed"),
  caseBefore: DeterminedOutcome,
  caseAfter: DeterminedOutcome.nullable(),
  residual: z
    .object({
      before: z.int(),
      after: z.int(),
      untold: z.int().describe("reaches with more paths than are on file: whether they end cannot be told"),
    })
    .nullable()
    .describe("reaches that no measure in place ends; null: not recomputed"),
  measuresAfter: z.array(z.string()).nullable().describe("measures that the outcome would depend on"),
  computedBy: z.enum(["determination", "review", "not-computed"]),
  evidence: z.array(Evidence),
});
export type Supposition = z.infer<typeof Supposition>;

/** A reach that no measure in place ends, by its strongest path. */
export const DraftReach = z.object({
  reach: z.string(),
  government: z.object({ code: CountryCode, name: z.string() }),
  effect: Effect,
  target: Place,
  confidence: Confidence,
  path: Path,
  otherPaths: z.int().nonnegative(),
  cutBy: Reach.shape.cutBy,
});
export type DraftReach = z.infer<typeof DraftReach>;

/** A transaction by names, for a line of a table. */
export const DraftSubjectMatter = Transaction.pick({ kind: true, region: true, services: true }).extend({
  transaction: z.string(),
  name: z.string().describe("in words: provider, region, system, kind"),
  provider: z.object({ id: z.string(), name: z.string() }),
  operator: z.object({ id: z.string(), name: z.string() }),
  system: z.object({ id: z.string(), name: z.string() }),
  holdings: z.array(z.object({ id: z.string(), name: z.string() })),
  outcome: DeterminedOutcome.describe("as it is drafted: by the rules, or as the drafter decides"),
});
export type DraftSubjectMatter = z.infer<typeof DraftSubjectMatter>;

/** The draft for one transaction. */
export const TransactionDraft = DraftSubjectMatter.extend({
  seen: z.array(Evidence).describe("where its use was seen"),
  decision: z
    .object({ by: z.literal("drafter"), byRules: DeterminedOutcome.describe("what the rules alone come to") })
    .nullable()
    .describe("where the drafter decides otherwise than the rules alone; null: as they do"),
  reasons: z.array(z.string()),
  findings: z.array(Finding).describe("relied on"),
  criteria: z.array(DraftCriterion),
  measures: z.array(DraftMeasure),
  duties: z.array(Duty),
  cessation: Cessation,
  residualReaches: z.array(DraftReach),
  suppositions: z.array(Supposition).describe("what would change the outcome, and what would not"),
});
export type TransactionDraft = z.infer<typeof TransactionDraft>;

/** A determination drafted from a review, with the letter that tells it. */
export const DeterminationDraft = z.object({
  schemaVersion: z.literal("1"),
  tool: z.object({ name: z.literal("beholden"), version: z.string() }),
  status: z.literal("draft-for-counsel"),
  on: Day.describe("day of the determination: wind-downs are counted from it"),
  asOf: Day.describe("day of the review"),
  subject: Inventory.shape.subject,
  reference: z.object({ edition: z.string(), sha256: z.string() }).describe("that the review stood on"),
  catalogue: z.object({ edition: z.string(), sha256: z.string() }).describe("that measures were read from"),
  review: z.object({ sha256: z.string().describe("of the bytes that `review --format json` prints") }),
  rulePacks: z.array(z.object({ id: z.string(), title: z.string(), sha256: z.string() })),
  outcome: DeterminedOutcome.describe("of the case"),
  determination: Determination.describe("of the case, as the review has it"),
  counts: z.array(z.object({ outcome: DeterminedOutcome, transactions: z.int() })),
  transactions: z.array(TransactionDraft),
  others: z.array(DraftSubjectMatter).describe("transactions that are not told in detail"),
  windDown: WindDown.nullable().describe("null: neither ordered nor an alternative anywhere"),
  prohibitions: z.array(Prohibition),
  suppositions: z.array(Supposition).describe("of the case"),
  duties: z.array(Duty),
  penalties: z.array(Penalty),
  lawsWithoutPenalty: z.array(z.string()).describe("laws of the findings for which no source on file says what disobeying means"),
  declared: z
    .object({ systems: z.int(), holdings: z.int(), deals: z.int(), measures: z.int() })
    .nullable()
    .describe("how much the subject declares in beholden.yaml; null where there is none"),
  assumedMeasures: z.array(z.string()).describe("measures that the review took as in place though nobody declared them (review --with)"),
  assumptions: z.array(z.string()).describe("of the review"),
  limits: z.object({ unattributed: z.int(), problems: z.int(), leftOut: z.int() }).describe("what the review could not tell, by count"),
  accepted: z.array(Finding.pick({ id: true, title: true, acceptance: true, status: true })),
  form: z
    .object({
      procedure: z.string(),
      title: z.string(),
      citation: z.string(),
      inForce: z.boolean().describe("false: wording in force on another day than that of the determination"),
      contents: z.array(z.object({ id: z.string(), what: z.string(), citation: z.string(), mark: Mark })),
    })
    .nullable()
    .describe("what a determination has to hold by law; null: no procedure on file for the packs applied"),
  letter: Letter,
});
export type DeterminationDraft = z.infer<typeof DeterminationDraft>;
