import type { Review } from "../model/index.js";
import { UsageError } from "./exit.js";

/** Whether what a JSON file holds is a review that beholden saved. */
export function isReview(content: unknown): boolean {
  const { tool, findings } = (content ?? {}) as { tool?: { name?: unknown }; findings?: unknown };
  return tool?.name === "beholden" && findings !== undefined;
}

/**
 * A saved review, checked field by field.
 *
 * @throws UsageError where it was made by another version or changed by hand, with the first field that is wrong
 */
export async function asReview(path: string, content: unknown): Promise<Review> {
  // Not by the index of the model: as a part of its own that would load every schema with every command.
  const { Review } = await import("../model/review.js");
  const parsed = Review.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(
    `${path} is a saved review that cannot be read: ${issue?.path.join(".")}: ${issue?.message}. Make it again with \`beholden review --format json\`.`,
  );
}

/**
 * The saved review that a text holds.
 *
 * @throws UsageError where it is no JSON, or JSON of something else
 */
export async function parsedReview(option: string, path: string, text: string): Promise<Review> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : "no JSON";
    throw new UsageError(`${option} ${path}: ${why}. Expected the JSON of a review (--format json).`);
  }
  if (!isReview(content)) throw new UsageError(`${option} ${path} is no saved review. Expected the JSON of a review (--format json).`);
  return asReview(path, content);
}
