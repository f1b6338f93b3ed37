import { createHash } from "node:crypto";
import {
  type AttributedObservation,
  byText,
  type Confidence,
  confidences,
  type Evidence,
  type Finding,
  type Reach,
  type Reference,
  type RulePack,
  type Transaction,
  type TransactionFacts,
  weakest,
} from "../model/index.js";
import type { RuleResult } from "./apply.js";
import { renderTemplate } from "./template.js";

/** Artefact lines beyond these add bulk, not proof; the transaction names every observation. */
const mostArtefactLines = 10;

/** What a finding is made of. */
export interface FindingSources {
  pack: RulePack;
  result: RuleResult;
  facts: TransactionFacts;
  transaction: Transaction;
  observations: AttributedObservation[];
  /** Reaches of the transaction by governments of concern. */
  reaches: Reach[];
  reference: Reference;
}

/** Makes a finding of a rule that applies: explained, with evidence, and no more certain than what it stands on. */
export function makeFinding(sources: FindingSources): Finding {
  const { pack, result, transaction } = sources;
  const carrying = carryingReaches(sources);
  const [strongest] = carrying;
  const confidence = weakest(transaction.confidence, ...(strongest ? [strongest.path.confidence] : []));
  const lead = confidence === "low" && result.rule.outcome !== "exempt";
  return {
    id: findingId(pack, result, transaction),
    pack: pack.id,
    rule: result.rule.id,
    title: result.rule.title,
    outcome: lead ? "note" : result.rule.outcome,
    certainty: lead ? "cannot-be-excluded" : result.certainty,
    citation: result.citation,
    mark: result.mark,
    explanation: explanation(sources, lead),
    transaction: transaction.id,
    provider: transaction.provider,
    governments: result.governments,
    reaches: carrying.map(({ id }) => id),
    evidence: evidence(sources, strongest),
    location: location(sources.observations),
    confidence,
    measures: result.rule.measures,
    settle: (lead && result.settle.length === 0 ? result.rule.settle : result.settle).map((text) => render(text, sources)),
    status: "open",
    acceptance: null,
  };
}

/** Lines move and artefacts are renamed: neither is part of it. */
function findingId(pack: RulePack, { rule }: RuleResult, { provider, operator, region, servedFrom, system, kind }: Transaction): string {
  const parts = [pack.id, rule.id, provider, operator, region ?? servedFrom ?? "", system, kind];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/** Those that the rule's condition asks for; a rule that asks for none is carried by every reach of its governments that is no mere lead. */
function carryingReaches({ result, facts, reaches }: FindingSources): Reach[] {
  const carries = (reach: Reach) =>
    result.reachFacts.length === 0
      ? result.governments.includes(reach.government) && reach.path.confidence !== "low"
      : result.reachFacts.some(
          ({ bucket, effect }) =>
            reach.effect === effect && facts[bucket][effect].includes(reach.government) && (bucket !== "residual" || reach.residual),
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

function explanation(sources: FindingSources, lead: boolean): string {
  const { result, facts } = sources;
  const sentences = [render(result.rule.explanation, sources)];
  if (result.certainty === "cannot-be-excluded") sentences.push("The facts on file do not settle whether this applies.");
  if (lead) sentences.push("It rests on low confidence only: a lead to follow, not a ground to act on.");
  if (facts.subject.domestic === "cannot-be-excluded")
    sentences.push("Whether the subject is a person that the rule binds or protects is not declared; it is taken to be one.");
  return [...sentences, ...doubts(result)].join(" ");
}

function doubts(result: RuleResult): string[] {
  const on = (mark: string) => [...new Set(result.doubts.filter((doubt) => doubt.mark === mark).map((doubt) => doubt.on))].join(", ");
  const [old, unconfirmed] = [on("OLD"), on("UNCONFIRMED")];
  return [
    ...(old
      ? [`Read only in wording that has since been replaced, and to be checked against the wording in force (mark OLD): ${old}.`]
      : []),
    ...(unconfirmed ? [`Not confirmed, so no more than a possibility (mark UNCONFIRMED): ${unconfirmed}.`] : []),
  ];
}

function render(text: string, { facts, reference }: FindingSources): string {
  return renderTemplate(text, facts, (code) => reference.catalogue.governments.find((one) => one.code === code)?.name ?? code);
}

function inOrderOfPlace(observations: AttributedObservation[]): AttributedObservation[] {
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

/** The first place that declares it; where nothing does, the first that shows it. */
function location(observations: AttributedObservation[]): Finding["location"] {
  const [first] = inOrderOfPlace(observations);
  return { path: first?.path ?? "beholden.yaml", line: first?.line ?? null, column: first?.column ?? null };
}

/** What was seen, what was declared of the data, why the government reaches it, and the law: in that order. */
function evidence(sources: FindingSources, strongest: Reach | undefined): Evidence[] {
  const { result, facts, observations } = sources;
  const law: Evidence = { kind: "law", locator: result.citation, title: sources.pack.title };
  return distinct([
    ...artefactEvidence(observations),
    ...(result.facts.some((name) => name.startsWith("data.")) ? declaredEvidence(facts) : []),
    ...(strongest?.path.steps.flatMap((step) => step.evidence) ?? []),
    law,
  ]);
}

function artefactEvidence(observations: AttributedObservation[]): Evidence[] {
  const shown = inOrderOfPlace(observations).slice(0, mostArtefactLines);
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
