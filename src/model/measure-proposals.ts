import { z } from "zod";
import { CountryCode, Day, Effect, Mark } from "./common.js";
import { Inventory } from "./inventory.js";
import { BreachConsequence, MonitoringStatement, measureKinds } from "./measure.js";
import { Place, Step } from "./reach.js";

/** A measure within a proposed set. */
const ProposedMeasure = z.object({
  measure: z.string(),
  cost: z.number(),
  neededFor: z.array(Place).describe("targets that nothing else of the set keeps out of reach: it has to be in place for them"),
  alsoCuts: z.array(Place).describe("further targets whose reaches it cuts, as others of the set do too"),
  conditions: z.array(z.string()).describe("what has to be so and is not declared; the proposal takes it to be so"),
  promisedFor: z.array(Place).describe("targets for which beholden.yaml promises it already"),
});

/** The cheapest sets of measures for a number of reaches. */
const Proposal = z.object({
  cost: z.number().describe("of each set"),
  proven: z.literal("optimal").describe("no cheaper set ends these reaches"),
  sets: z
    .array(z.object({ measures: z.array(ProposedMeasure) }))
    .describe("all of the same cost, none with a measure that could be left out"),
  complete: z.boolean().describe("false: there are more sets of this cost than are listed"),
});

/** A reach that has to be ended: an open finding rests on it, and nothing in place ends it. */
export const UnacceptableReach = z.object({
  id: z.string(),
  government: CountryCode,
  governmentName: z.string(),
  effect: Effect,
  target: Place,
  transaction: z.string(),
  provider: z.string(),
  providerName: z.string(),
  confidence: z.enum(["high", "medium", "low"]),
  findings: z.array(z.string()).describe("ids of the open findings that rest on it"),
  paths: z.int().describe("all of its paths"),
  pathsOpen: z.int().describe("those that no measure in place ends"),
  cutPoints: z
    .array(
      z.object({
        step: Step.pick({ kind: true, from: true, to: true }),
        measures: z.array(z.string()).describe("mitigations that cut it"),
        divestitures: z.array(z.string()).describe("divestitures that would"),
      }),
    )
    .describe("single steps that all its open paths pass: removing one ends the reach"),
  endable: z.boolean().describe("false: some path of it is cut by no measure of the catalogue, so only cessation is left"),
  divestitures: z.array(z.string()).describe("divestitures that would end it, alone"),
  ifPromisesKept: z.boolean().describe("what is promised would end it, if it were in place"),
});
export type UnacceptableReach = z.infer<typeof UnacceptableReach>;

/** What `beholden measures` answers. */
export const MeasureProposals = z.object({
  schemaVersion: z.literal("1"),
  tool: z.object({ name: z.literal("beholden"), version: z.string() }),
  asOf: Day,
  subject: Inventory.shape.subject.pick({ name: true }),
  rulePacks: z.array(z.string()),
  effects: z.array(Effect).describe("that were asked about"),
  costs: z.object({
    given: z.array(z.object({ measure: z.string(), cost: z.number(), by: z.enum(["beholden.yaml", "--cost"]) })),
    otherwise: z.literal(1).describe("what a measure counts whose cost nobody gave"),
    notGiven: z.array(z.string()).describe("candidates that count 1 for want of a cost"),
  }),
  candidates: z
    .array(
      z.object({
        measure: z.string(),
        name: z.string(),
        kind: z.enum(measureKinds),
        leaves: z.string(),
        evidence: z.string(),
        verifier: MonitoringStatement.nullable(),
        frequency: MonitoringStatement.nullable(),
        breach: z
          .array(BreachConsequence.pick({ under: true, means: true, citation: true, mark: true }))
          .describe("what a breach means, by the instrument that the measure is owed under"),
        mark: Mark,
      }),
    )
    .describe("measures that could end something here; cessation and divestiture are never among them"),
  summary: z.object({
    reachesWithFindings: z.int().describe("reaches that an open finding of outcome prohibited, restricted or review rests on"),
    endedByVerified: z.int(),
    endedByInPlace: z.int(),
    unacceptable: z.int(),
    ifPromisesKept: z.int().describe("of the unacceptable: those that promised measures would end, if they were in place"),
    onlyCessationLeft: z.int(),
    findingsWithoutReach: z.int().describe("open findings that rest on no reach: no measure here changes them"),
  }),
  unacceptable: z.array(UnacceptableReach),
  onlyCessationLeft: z.array(z.string()).describe("ids of unacceptable reaches that no set of measures ends"),
  proposal: Proposal.nullable().describe("for all other unacceptable reaches; null where there is none"),
  demanded: z
    .array(
      z.object({
        measure: z.string(),
        name: z.string(),
        certainty: z.enum(["established", "cannot-be-excluded"]),
        citations: z.array(z.string()),
        findings: z.array(z.string()),
        targets: z.array(Place),
        cutsReaches: z.boolean().describe("whether it also ends a path of an unacceptable reach of these transactions"),
      }),
    )
    .describe("what the law demands for a transaction to go on, whatever else ends its reaches"),
  besideDemanded: Proposal.nullable().describe(
    "the cheapest additions where what is demanded for certain is met; null where that changes nothing",
  ),
  prohibited: z
    .array(
      z.object({
        finding: z.string(),
        title: z.string(),
        citation: z.string(),
        certainty: z.enum(["established", "cannot-be-excluded"]),
        transaction: z.string(),
        providerName: z.string(),
      }),
    )
    .describe("what no measure makes lawful"),
  warning: z.object({ says: z.string(), mark: Mark, sources: z.array(z.object({ title: z.string(), url: z.string() })) }).nullable(),
  problems: z.int().describe("in reading the input: something may be missing"),
  inputLost: z.boolean().describe("some input could not be read at all"),
  notes: z.array(z.string()),
});
export type MeasureProposals = z.infer<typeof MeasureProposals>;
