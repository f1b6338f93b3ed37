import type { Review } from "../model/index.js";
import type { Reply } from "./route.js";

const made = new WeakMap<Review, Map<string, Uint8Array>>();

/**
 * An answer about a review as bytes, made once as long as the review stands in memory: a review never changes, and a large one's outline has
 * megabytes, which each of its screens asks for.
 *
 * @param name what stands for everything that the answer depends on beside the review
 */
export function bytesOf(review: Review, name: string, make: () => unknown): Reply {
  const known = made.get(review) ?? new Map<string, Uint8Array>();
  made.set(review, known);
  const content = known.get(name) ?? Buffer.from(`${JSON.stringify(make())}\n`);
  known.set(name, content);
  return { content, type: "application/json" };
}
