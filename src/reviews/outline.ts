import { endsOf, measureBasis, withoutStep } from "../decide/index.js";
import type {
  FindingDetail,
  ReachDetail,
  Reference,
  Review,
  ReviewLeftOpen,
  ReviewOutline,
  ShelvedReview,
  WithoutStep,
} from "../model/index.js";
import { lawsNotCited } from "../trace/index.js";

const mostReaches = 20;

/** A review without what a screen asks for one by one. */
export function outlineOf(review: Review, shelved: ShelvedReview): ReviewOutline {
  const { observations, unattributed, files, leftOut, criteria, facts, findings, reaches, ...rest } = review;
  return {
    schemaVersion: "1",
    shelved,
    review: {
      ...rest,
      findings: findings.map(({ evidence, ...finding }) => finding),
      reaches: reaches.map(({ path, alternatives, ...reach }) => ({
        ...reach,
        path: { ...path, steps: path.steps.map(({ evidence, because, ...step }) => step) },
        alternatives: alternatives.length,
      })),
    },
  };
}

/** One finding with its evidence and reaches; null where the review has none of this id. */
export function findingDetail(review: Review, id: string): FindingDetail | null {
  const finding = review.findings.find((one) => one.id === id);
  if (!finding) return null;
  const byId = new Map(review.reaches.map((one) => [one.id, one]));
  const reaches = finding.reaches.flatMap((one) => byId.get(one) ?? []);
  return {
    schemaVersion: "1",
    finding,
    reaches: reaches.slice(0, mostReaches),
    furtherReaches: Math.max(0, reaches.length - mostReaches),
  };
}

/** One reach with every path and what would end it, by its place in the review from 1; null where there is none. */
export async function reachDetail(review: Review, number: number): Promise<ReachDetail | null> {
  const reach = review.reaches[number - 1];
  if (!reach) return null;
  const inventory = review.declared ? { ...review.declared, schemaVersion: "1" as const, networks: [], exclude: [] } : null;
  const reference = await catalogued();
  return {
    schemaVersion: "1",
    reach,
    ends: endsOf(reach, measureBasis(inventory, reference)),
    notCited: lawsNotCited(reach, reference, review.asOf),
  };
}

/** What would be otherwise if a step of a reach's strongest path did not hold; null where there is no such reach or step. */
export function withoutStepOf(review: Review, number: number, step: number): WithoutStep | null {
  const disputed = review.reaches[number - 1]?.path.steps[step - 1];
  return disputed ? { schemaVersion: "1", ...withoutStep(review, disputed) } : null;
}

let reference: Promise<Reference> | undefined;

/** The measures and governments that come with beholden, read when they are first asked for. */
function catalogued(): Promise<Reference> {
  reference ??= import("../reference/load.js").then(({ loadReference }) => loadReference());
  return reference;
}

/** What a review leaves open. */
export function leftOpenOf({ unattributed, problems, leftOut, assumptions, files }: Review): ReviewLeftOpen {
  return { schemaVersion: "1", unattributed, problems, leftOut, assumptions, files };
}
