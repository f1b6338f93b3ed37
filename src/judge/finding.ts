import { createHash } from "node:crypto";
import { type Finding, type RulePack, type Transaction, weakest } from "../model/index.js";
import type { RuleResult } from "./apply.js";
import { type CaseSources, carryingReaches, doubtSentences, evidenceOf } from "./evidence.js";
import { renderTemplate } from "./template.js";

/** What a finding is made of. */
export interface FindingSources extends CaseSources {
  result: RuleResult;
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
    evidence: evidenceOf(sources, strongest),
    location: location(sources.observations),
    confidence,
    measures: result.rule.measures,
    settle: (lead && result.settle.length === 0 ? result.rule.settle : result.settle).map((text) => render(text, sources)),
    status: "open",
    acceptance: null,
  };
}

/** Lines move and artefacts are renamed: neither is part of it. */
function findingId(pack: RulePack, { rule }: RuleResult, transaction: Transaction): string {
  const { provider, operator, region, servedFrom, system, kind, deal } = transaction;
  const parts = [pack.id, rule.id, provider, operator, region ?? servedFrom ?? "", system, kind, ...(deal === undefined ? [] : [deal])];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

function explanation(sources: FindingSources, lead: boolean): string {
  const { result, facts } = sources;
  const sentences = [render(result.rule.explanation, sources)];
  if (result.certainty === "cannot-be-excluded") sentences.push("The facts on file do not settle whether this applies.");
  if (lead) sentences.push("It rests on low confidence only: a lead to follow, not a ground to act on.");
  if (facts.subject.domestic === "cannot-be-excluded")
    sentences.push("Whether the subject is a person that the rule binds or protects is not declared; it is taken to be one.");
  return [...sentences, ...doubtSentences(result)].join(" ");
}

function render(text: string, { facts, reference }: FindingSources): string {
  return renderTemplate(text, facts, (code) => reference.catalogue.governments.find((one) => one.code === code)?.name ?? code);
}

/** The first place that declares it; where nothing does, the first that shows it. */
function location([first]: FindingSources["observations"]): Finding["location"] {
  return { path: first?.path ?? "beholden.yaml", line: first?.line ?? null, column: first?.column ?? null };
}
