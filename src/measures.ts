import {
  demandedBy,
  describeTask,
  isCandidate,
  isUnanswered,
  measureBasis,
  type ProposeInput,
  proposalBeside,
  proposeMeasures,
} from "./decide/index.js";
import {
  type Effect,
  effects as everyEffect,
  type MeasureProposals,
  monitoringOf,
  type Reach,
  type Reference,
  type Review,
  type Transaction,
} from "./model/index.js";
import { reviewWhole } from "./review.js";
import type { ReviewOptions, WholeReview } from "./review-options.js";
import { version } from "./version.js";

export interface MeasuresOptions extends Omit<ReviewOptions, "assumed" | "baseline" | "sideBySide"> {
  /** What measures cost, by id, before what beholden.yaml says. */
  costs?: ReadonlyMap<string, number>;
  /** Only reaches of these effects. */
  effects?: readonly Effect[];
}

/**
 * The cheapest sets of measures that leave no unacceptable reach, proven so; the cut points of each such reach; those that no measure ends; and what
 * the law demands whatever the reach. Conditions of the measures are taken to be met, and told: `review` with the measures of a set assumed leaves
 * none of the reaches that the set is for.
 * @example const answer = await measures(["."], { asOf: "2026-11-23", reference, packs, costs: new Map([["M04", 20_000]]) });
 */
export async function measures(paths: string[], options: MeasuresOptions): Promise<MeasureProposals> {
  const { costs = new Map(), effects = everyEffect, ...reviewed } = options;
  const whole = await reviewWhole(paths, reviewed);
  const basis = measureBasis(whole.inventory, whole.reference);
  const given = costsGiven(costs, whole);
  const input: ProposeInput = {
    findings: whole.review.findings,
    reaches: whole.reaches,
    basis,
    costs: new Map(given.map(({ measure, cost }) => [measure, cost])),
    effects,
  };

  const { tasks, endable, proposal } = await proposeMeasures(input);
  const useful = new Set(tasks.flatMap(({ cuttings }) => [...cuttings.keys()]));
  const candidates = basis.measures.filter((one) => isCandidate(one) && useful.has(one));
  const unacceptable = tasks.map((task) => ({ ...describeTask(task), ...namesOf(task.reach, whole) }));
  return {
    schemaVersion: "1",
    tool: { name: "beholden", version },
    asOf: options.asOf,
    subject: { name: whole.review.subject.name },
    rulePacks: whole.review.rulePacks.map(({ id }) => id),
    effects: [...effects],
    costs: {
      given,
      otherwise: 1,
      notGiven: candidates.filter(({ id }) => !input.costs.has(id)).map(({ id }) => id),
    },
    candidates: candidates.map((one) => {
      const { id, name, kind, leaves, mark } = one;
      const { evidence, verifier, frequency, breach } = monitoringOf(one, whole.reference.catalogue);
      const broken = breach.map(({ under, means, citation, mark: read }) => ({ under, means, citation, mark: read }));
      return { measure: id, name, kind, leaves, evidence, verifier, frequency, breach: broken, mark };
    }),
    summary: summaryOf(unacceptable, input),
    unacceptable,
    onlyCessationLeft: unacceptable.filter((one) => !one.endable).map(({ id }) => id),
    proposal,
    demanded: demandedBy(input, tasks),
    besideDemanded: await proposalBeside(input, endable),
    prohibited: prohibitedBy(whole),
    warning: warningOf(whole.reference),
    problems: whole.review.problems.filter(({ severity }) => severity !== "note").length,
    inputLost: whole.review.problems.some(({ severity }) => severity === "error"),
    notes: notesOf(whole),
  };
}

type Given = MeasureProposals["costs"]["given"];

/** The costs that were given; the command line's own come before the inventory's. */
function costsGiven(costs: ReadonlyMap<string, number>, { inventory }: WholeReview): Given {
  const declared = Object.entries(inventory?.measureCosts ?? {}).filter(([id]) => !costs.has(id));
  return [
    ...[...costs].map(([measure, cost]) => ({ measure, cost, by: "--cost" as const })),
    ...declared.map(([measure, cost]) => ({ measure, cost, by: "beholden.yaml" as const })),
  ].sort((left, right) => (left.measure < right.measure ? -1 : 1));
}

function namesOf(reach: Reach, { review, reference }: WholeReview) {
  const provider = review.transactions.find(({ id }: Transaction) => id === reach.transaction)?.provider ?? "";
  return {
    governmentName: reference.catalogue.governments.find(({ code }) => code === reach.government)?.name ?? reach.government,
    provider,
    providerName: nameOf(provider, review),
  };
}

function nameOf(provider: string, review: Review): string {
  return review.providers.find(({ id }) => id === provider)?.name ?? provider;
}

function summaryOf(
  unacceptable: MeasureProposals["unacceptable"],
  { findings, reaches, effects }: ProposeInput,
): MeasureProposals["summary"] {
  const unanswered = findings.filter(isUnanswered);
  const resting = new Set(unanswered.flatMap((one) => one.reaches));
  const asked = reaches.filter((reach) => resting.has(reach.id) && effects.includes(reach.effect));
  return {
    reachesWithFindings: asked.length,
    endedByVerified: asked.filter(({ endedBy }) => endedBy === "verified").length,
    endedByInPlace: asked.filter(({ endedBy }) => endedBy === "in-place").length,
    unacceptable: unacceptable.length,
    ifPromisesKept: unacceptable.filter((one) => one.ifPromisesKept).length,
    onlyCessationLeft: unacceptable.filter((one) => !one.endable).length,
    findingsWithoutReach: unanswered.filter((one) => one.reaches.length === 0).length,
  };
}

function prohibitedBy({ review }: WholeReview): MeasureProposals["prohibited"] {
  return review.findings
    .filter((one) => isUnanswered(one) && one.outcome === "prohibited")
    .map(({ id, title, citation, certainty, transaction, provider }) => ({
      finding: id,
      title,
      citation,
      certainty,
      transaction,
      providerName: nameOf(provider, review),
    }));
}

function warningOf(reference: Reference): MeasureProposals["warning"] {
  const warning = reference.catalogue.measuresWarning;
  if (!warning) return null;
  const sources = warning.sources.flatMap((id) => reference.source(id) ?? []).map(({ title, url }) => ({ title, url }));
  return { says: warning.says, mark: warning.mark, sources };
}

/** What the proposal had to do without. */
function notesOf({ inventory, reference }: WholeReview): string[] {
  if (!inventory) return ["No beholden.yaml was read: the whole inventory is taken as one system, and no measure is in place."];
  const known = new Set(reference.catalogue.measures.map(({ id }) => id));
  return [
    ...inventory.measures
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => `The declared measure ${id} is not in the catalogue: it ends nothing.`),
    ...Object.keys(inventory.measureCosts ?? {})
      .filter((id) => !known.has(id))
      .map((id) => `beholden.yaml gives a cost for ${id}, which is not in the catalogue.`),
  ];
}
