import type { FindingDetail, ReachDetail, Review, ReviewLeftOpen, ReviewOutline, ShelvedReview } from "../model/index.js";

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

/** One reach with every path, by its place in the review from 1; null where there is none. */
export function reachDetail(review: Review, number: number): ReachDetail | null {
  const reach = review.reaches[number - 1];
  return reach ? { schemaVersion: "1", reach } : null;
}

/** What a review leaves open. */
export function leftOpenOf({ unattributed, problems, leftOut, assumptions, files }: Review): ReviewLeftOpen {
  return { schemaVersion: "1", unattributed, problems, leftOut, assumptions, files };
}
