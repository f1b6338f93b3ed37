import { join } from "node:path";
import type { Review, ReviewComparison, ShelvedReview } from "../model/index.js";
import { packageRoot } from "../package-root.js";

/** What cannot be done as asked; the message says what was wrong, what was expected and what to do. */
export class ReviewRefused extends Error {}

/** One of two reviews that are compared. */
interface Compared {
  shelved: ShelvedReview;
  review: Review;
}

/** How one kept review differs from an earlier one, and why as far as they record it. */
export async function compareKept(before: Compared, after: Compared): Promise<ReviewComparison> {
  const { diff } = await import("../diff.js");
  const name = ({ shelved }: Compared) => `review of ${shelved.asOf}`;
  return diff({ name: name(before), saved: before.review }, { name: name(after), saved: after.review });
}

/**
 * The folder of a kept review, and the packs that it was judged by.
 *
 * @throws ReviewRefused where its folder is gone, or was never one of this machine
 */
export function folderOf({ shelved, review }: Compared): { path: string; rules: string[] } {
  const { path, kind } = shelved.origin;
  if (!shelved.again) {
    throw new ReviewRefused(
      kind === "files"
        ? "This is told from the files that were reviewed, and those of an upload are not kept. Review the folder on the machine where it lies."
        : `This is told from the folder that was reviewed, and ${path} is none that can be read now. Review it anew.`,
    );
  }
  return { path, rules: review.rulePacks.map(({ id }) => id) };
}

/** The worked example that comes with beholden. */
export function exampleFolder(): string {
  return join(packageRoot(), "examples", "meridian-retail");
}
