import { z } from "zod";
import {
  AttributedObservation,
  Attribution,
  Calendar,
  CaseEntry,
  ConditionWords,
  Counterparty,
  CoveredThrough,
  DeadlineCount,
  Determination,
  Dossier,
  DossierStatement,
  EnforcementPlan,
  Evidence,
  Finding,
  Government,
  GovernmentList,
  GovernmentTie,
  ImportReport,
  Instrument,
  Interest,
  Inventory,
  Listing,
  Measure,
  MeasureProposals,
  MovedDeadline,
  Observation,
  ObservationLine,
  OpenPoint,
  Party,
  Path,
  Place,
  Problem,
  Procedure,
  ProviderFile,
  Reach,
  ReferenceStatus,
  RegimeStanding,
  Review,
  ReviewComparison,
  ReviewPower,
  RulePack,
  RuleSet,
  ScreenAnswer,
  ScreenDecision,
  ScreenResponse,
  ScreenResult,
  ShownPack,
  ShownRules,
  SideBySide,
  Source,
  SourceReport,
  Standing,
  Step,
  TracedLink,
  TracedNode,
  TracedParty,
  TracedRegime,
  Transaction,
  UpdateReport,
  WhoAnswer,
} from "../src/model/index.js";
import { withDescriptions } from "./schema-descriptions.js";
import { withFactNames } from "./schema-facts.js";

/** Shapes that several schemas share: each stands once under `$defs`, by this name. */
const shared = {
  Attribution,
  AttributedObservation,
  ConditionWords,
  Counterparty,
  Determination,
  DossierStatement,
  Evidence,
  Finding,
  GovernmentTie,
  Interest,
  Listing,
  Observation,
  Party,
  Path,
  Place,
  Problem,
  Reach,
  RegimeStanding,
  ScreenResponse,
  ScreenResult,
  ShownPack,
  SideBySide,
  Source,
  SourceReport,
  Step,
  TracedLink,
  TracedNode,
  TracedRegime,
  Transaction,
} satisfies Record<string, z.ZodType>;

interface Published {
  schema: z.ZodType;
  title: string;
  /** `input`: what people write, defaults may be left out. `output`: what beholden prints, everything is there. */
  io: "input" | "output";
}

/** Every published schema, by file name without `.schema.json`. A new one is one line here. */
const published = {
  review: { schema: Review, title: "beholden review: the whole result (--format json)", io: "output" },
  comparison: { schema: ReviewComparison, title: "beholden diff: how two reviews differ, and why (--format json)", io: "output" },
  who: { schema: WhoAnswer, title: "beholden who: the answer for one thing (--format json)", io: "output" },
  trace: { schema: TracedParty, title: "beholden trace: whether a party is covered, and who owns it (--format json)", io: "output" },
  measures: {
    schema: MeasureProposals,
    title: "beholden measures: the cheapest sets of measures, cut points, what is left (--format json)",
    io: "output",
  },
  dossier: { schema: Dossier, title: "beholden dossier: everything known about a provider on a day (--format json)", io: "output" },
  "enforcement-plan": { schema: EnforcementPlan, title: "beholden enforce: what carries a prohibition out (--format json)", io: "output" },
  "import-report": { schema: ImportReport, title: "beholden reference import: what became of every file (--format json)", io: "output" },
  "update-report": { schema: UpdateReport, title: "beholden reference update: what became of every source (--format json)", io: "output" },
  "reference-status": { schema: ReferenceStatus, title: "beholden reference status (--format json)", io: "output" },
  screen: { schema: ScreenAnswer, title: "beholden screen: the answer, in the form of yente's /match (--format json)", io: "output" },
  "screen-decision": { schema: ScreenDecision, title: "beholden screen decide: one line of the file of decisions", io: "output" },
  "trace-line": { schema: CoveredThrough, title: "beholden trace --all: one party (--format jsonl)", io: "output" },
  "observation-line": { schema: ObservationLine, title: "beholden: one attributed observation (--format jsonl)", io: "output" },
  finding: { schema: Finding, title: "beholden: a finding", io: "output" },
  determination: { schema: Determination, title: "beholden: a determination", io: "output" },
  transaction: { schema: Transaction, title: "beholden: a transaction", io: "output" },
  reach: { schema: Reach, title: "beholden: a reach with its paths", io: "output" },
  observation: { schema: AttributedObservation, title: "beholden: an observation with its attribution", io: "output" },
  problem: { schema: Problem, title: "beholden: an input that could not be read, or only in part", io: "output" },
  inventory: { schema: Inventory, title: "beholden.yaml: what the subject declares", io: "input" },
  "rule-pack": { schema: RulePack, title: "beholden: a rule pack", io: "input" },
  "rule-set": { schema: RuleSet, title: "beholden: a set of rule packs", io: "input" },
  "rules-show": {
    schema: ShownRules,
    title: "beholden rules show: a rule pack or a set of them, with what it says in words (--format json)",
    io: "output",
  },
  procedure: { schema: Procedure, title: "beholden: how a review is run", io: "input" },
  "case-entry": { schema: CaseEntry, title: "beholden: one thing that happened in a case", io: "input" },
  standing: { schema: Standing, title: "beholden: where a case stands on a day", io: "output" },
  calendar: { schema: Calendar, title: "beholden: on which days an office works", io: "input" },
  "deadline-count": { schema: DeadlineCount, title: "beholden: a deadline counted day by day", io: "output" },
  "moved-deadline": { schema: MovedDeadline, title: "beholden: a deadline that an entry moved", io: "output" },
  "open-point": { schema: OpenPoint, title: "beholden: a point of a procedure that a person may confirm", io: "output" },
  "provider-file": { schema: ProviderFile, title: "beholden: a provider file of the reference", io: "input" },
  instrument: { schema: Instrument, title: "beholden: a law that lets a government compel", io: "input" },
  government: { schema: Government, title: "beholden: a government and the soil it holds", io: "input" },
  "review-power": { schema: ReviewPower, title: "beholden: what a reviewing office may do, in one edition of the law", io: "input" },
  "government-list": { schema: GovernmentList, title: "beholden: a government list", io: "input" },
  measure: { schema: Measure, title: "beholden: a measure", io: "input" },
} satisfies Record<string, Published>;

/** The published JSON Schemas (draft 2020-12): file name and content, in stable order. */
export function schemaFiles(): { name: string; text: string }[] {
  for (const [id, schema] of Object.entries(shared)) z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });
  return Object.entries(published).map(([name, { schema, title, io }]) => {
    const json = { ...z.toJSONSchema(schema, { io }) };
    // People write packs in an editor, which shows the descriptions.
    const { $schema, ...rest } = withFactNames(name === "rule-pack" ? (withDescriptions(json) as Record<string, unknown>) : json);
    const content = { $schema, $id: `urn:beholden:schema:1:${name}`, title, ...rest };
    return { name: `${name}.schema.json`, text: `${JSON.stringify(content, null, 2)}\n` };
  });
}
