import { combinations, compareReviews, inputsVaried, type Rerun } from "./compare/index.js";
import type { ComparedInput, Review, ReviewComparison } from "./model/index.js";
import { review } from "./review.js";
import type { ReviewOptions } from "./review-options.js";
import { version } from "./version.js";

/** One side of a comparison: a review that was saved, or artefacts to review now. */
export type DiffSide = { name: string } & ({ saved: Review } | { paths: string[]; options: ReviewOptions });

/**
 * How two reviews differ, and for each difference why: what changed in the artefacts, in the facts, in the law. Where both sides are given as
 * artefacts, every mix of their inputs is reviewed too, so that a cause is tried and not guessed; of saved reviews the recorded dates and
 * digests tell it as far as they can.
 * @example
 * const options = { reference, packs, asOf: "2026-11-23" };
 * const comparison = await diff({ name: "base", paths: ["base"], options }, { name: "head", paths: ["head"], options });
 */
export async function diff(before: DiffSide, after: DiffSide): Promise<ReviewComparison> {
  return (await diffReviews(before, after)).comparison;
}

/** The same, with the two reviews that were compared. */
export async function diffReviews(
  before: DiffSide,
  after: DiffSide,
): Promise<{ comparison: ReviewComparison; before: Review; after: Review }> {
  const [old, now] = [await reviewOf(before), await reviewOf(after)];
  const comparison = compareReviews(
    { name: before.name, review: old },
    { name: after.name, review: now },
    { version, reruns: await rerunsBetween(before, after, inputsVaried(old, now)) },
  );
  return { comparison, before: old, after: now };
}

function reviewOf(side: DiffSide): Review | Promise<Review> {
  return "saved" in side ? side.saved : review(side.paths, side.options);
}

/** Reviews of the first side with some inputs taken from the second; none where a side was saved, or where only one input differs. */
async function rerunsBetween(before: DiffSide, after: DiffSide, varied: ComparedInput[]): Promise<Rerun[]> {
  if ("saved" in before || "saved" in after) return [];
  const reruns: Rerun[] = [];
  for (const taken of combinations(varied)) {
    const from = (input: ComparedInput) => (taken.includes(input) ? after : before);
    const mixed = await review(from("artefacts").paths, {
      ...before.options,
      asOf: from("date").options.asOf,
      reference: from("reference").options.reference,
      packs: from("rules").options.packs,
    });
    reruns.push({ taken, review: mixed });
  }
  return reruns;
}
