import {
  type AttributedObservation,
  byText,
  type Confidence,
  confidences,
  type Evidence,
  type Reach,
  type Reference,
  type RulePack,
  type Transaction,
  type TransactionFacts,
} from "../model/index.js";
import { type Grounds, governmentsOf } from "./apply.js";

/** Artefact lines beyond these add bulk, not proof; the transaction names every observation. */
const mostArtefactLines = 10;

/** A result of a pack's conditions on one transaction, with all that its evidence is drawn from. */
export interface CaseSources {
  pack: RulePack;
  result: Grounds;
  facts: TransactionFacts;
  transaction: Transaction;
  /** In order of place. */
  observations: AttributedObservation[];
  reaches: Reach[];
  reference: Reference;
  /** Where facts of the background can be checked, by their names. */
  background: (facts: string[]) => Evidence[];
}

/** Those that the conditions ask for; a result whose conditions ask for none is carried by every reach of its governments that is no mere lead. */
export function carryingReaches({ result, facts, reaches }: CaseSources): Reach[] {
  const carries = (reach: Reach) =>
    result.reachFacts.length === 0
      ? result.governments.includes(reach.government) && reach.path.confidence !== "low"
      : result.reachFacts.some(
          (fact) =>
            reach.effect === fact.effect &&
            governmentsOf(fact, facts).includes(reach.government) &&
            (fact.bucket !== "residual" || reach.residual) &&
            (fact.holdings === null || (reach.target.kind === "holding" && facts[fact.holdings].holdings.includes(reach.target.name))),
        );
  return reaches.filter(carries).sort(byStrength);
}

function byStrength(left: Reach, right: Reach): number {
  const rank = (confidence: Confidence) => confidences.indexOf(confidence);
  return (
    rank(left.path.confidence) - rank(right.path.confidence) ||
    Number(right.residual) - Number(left.residual) ||
    left.path.steps.length - right.path.steps.length ||
    byText(left.id, right.id)
  );
}

/** What weakens a result by its marks, in sentences. */
export function doubtSentences(result: Grounds): string[] {
  const on = (mark: string) => [...new Set(result.doubts.filter((doubt) => doubt.mark === mark).map((doubt) => doubt.on))].join(", ");
  const [old, unconfirmed] = [on("OLD"), on("UNCONFIRMED")];
  return [
    ...(old
      ? [`Read only in wording that has since been replaced, and to be checked against the wording in force (mark OLD): ${old}.`]
      : []),
    ...(unconfirmed ? [`Not confirmed, so no more than a possibility (mark UNCONFIRMED): ${unconfirmed}.`] : []),
  ];
}

/** Places that declare it before those that only show it, then by path and line. */
export function inOrderOfPlace(observations: AttributedObservation[]): AttributedObservation[] {
  const seenLast = (one: AttributedObservation) => Number(one.traffic !== undefined);
  return [...observations].sort(
    (left, right) =>
      seenLast(left) - seenLast(right) ||
      byText(left.path, right.path) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      (left.column ?? 0) - (right.column ?? 0) ||
      byText(left.id, right.id),
  );
}

/** What was seen, what was declared of the data, why the government reaches it, and the law: in that order. */
export function evidenceOf(sources: CaseSources, strongest: Reach | undefined): Evidence[] {
  const paths = strongest?.path.steps.flatMap((step) => step.evidence) ?? [];
  return distinct([...artefactEvidence(sources.observations), ...declaredAndKnown(sources), ...paths, lawCited(sources)]);
}

/** The same without what stands in the reaches that a result names: artefacts and paths. */
export function evidenceBesidePaths(sources: CaseSources): Evidence[] {
  return distinct([...declaredAndKnown(sources), lawCited(sources)]);
}

function lawCited({ result, pack }: CaseSources): Evidence {
  return { kind: "law", locator: result.citation, title: pack.title };
}

function declaredAndKnown(sources: CaseSources): Evidence[] {
  const { result, facts, transaction } = sources;
  return [
    ...(transaction.deal === undefined
      ? []
      : [{ kind: "declaration" as const, locator: "beholden.yaml", note: `deal ${transaction.deal}` }]),
    ...(result.facts.some((name) => aboutHoldings.has(name.split(".")[0] ?? "")) ? declaredEvidence(facts) : []),
    ...sources.background(result.facts),
  ];
}

const aboutHoldings = new Set(["data", "sensitiveData", "intellectualProperty"]);

function artefactEvidence(observations: AttributedObservation[]): Evidence[] {
  const shown = observations.slice(0, mostArtefactLines);
  const more = observations.length - shown.length;
  return shown.map((one, index) => ({
    kind: "artefact",
    locator: one.path,
    line: one.line,
    count: one.count,
    note: `${one.kind} ${one.context?.address ?? one.value}${more > 0 && index === shown.length - 1 ? `, and ${more} more` : ""}`,
  }));
}

function declaredEvidence({ data }: TransactionFacts): Evidence[] {
  return data.holdings.map((name) => ({ kind: "declaration", locator: "beholden.yaml", note: `holding ${name}` }));
}

function distinct(all: Evidence[]): Evidence[] {
  return [...new Map(all.map((one) => [`${one.kind}\n${one.locator}\n${one.line ?? ""}\n${one.note ?? ""}`, one])).values()];
}
