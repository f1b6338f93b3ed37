import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { assumedMeasures } from "../assumed-measures.js";
import { impact, UnknownName } from "../impact.js";
import type { Day, Impact, Instant, Reference, ReviewComparison, ReviewOutline, ScenarioFile, ShelvedReview } from "../model/index.js";
import { packageRoot } from "../package-root.js";
import { review } from "../review.js";
import { rulePacksFor } from "../rule-packs.js";
import { outlineOf } from "./outline.js";
import type { Shelf } from "./shelf.js";

/** What cannot be done as asked; the message says what was wrong, what was expected and what to do. */
export class ReviewRefused extends Error {}

export interface ReviewAsked {
  /** A folder of this machine; null: the worked example. */
  folder: string | null;
  asOf: Day;
  rules: string[];
  kept: Instant;
}

/**
 * Reviews a folder, or the worked example, and keeps the review.
 *
 * @throws ReviewRefused where there is no such folder
 */
export async function makeReview(shelf: Shelf, { folder, asOf, rules, kept }: ReviewAsked, reference: Reference): Promise<ShelvedReview> {
  const path = folder === null ? exampleFolder() : resolve(folder);
  await mustBeFolder(path);
  const packs = await rulePacksFor(rules, [path]);
  const made = await review([path], { asOf, reference, packs });
  return shelf.keep(made, { kind: folder === null ? "example" : "folder", path }, kept);
}

/**
 * What a cut-off breaks in the folder of a kept review, on the review's day and by its rule packs.
 *
 * @throws ReviewRefused where its folder is not known or gone
 */
export async function impactOnReview(shelf: Shelf, id: string, scenarios: ScenarioFile[], reference: Reference): Promise<Impact[]> {
  const { kept, path, packs } = await keptFolder(shelf, id);
  return impact([path], { asOf: kept.asOf, reference, packs, scenarios }).catch((error: Error) => {
    throw error instanceof UnknownName ? new ReviewRefused(error.message) : error;
  });
}

/**
 * The review as it would be if measures were in place that nobody declared: `M04`, or `M04=HOLDING_OR_SYSTEM`. It is not kept.
 *
 * @throws ReviewRefused where a measure or place is not known, or its folder is gone
 */
export async function supposeOnReview(shelf: Shelf, id: string, measures: string[], reference: Reference): Promise<ReviewOutline> {
  const { shelved, kept, path, packs } = await keptFolder(shelf, id);
  const assumed = await assumedMeasures(measures, [path], reference).catch((error: Error) => {
    throw new ReviewRefused(error.message);
  });
  return outlineOf(await review([path], { asOf: kept.asOf, reference, packs, assumed }), shelved);
}

/** How one kept review differs from an earlier one, and why as far as they record it. Null where either is not there. */
export async function compareKept(shelf: Shelf, earlier: string, later: string): Promise<ReviewComparison | null> {
  const { diff } = await import("../diff.js");
  const [before, after] = [await shelf.find(earlier), await shelf.find(later)];
  if (!before || !after) return null;
  const name = ({ shelved }: { shelved: ShelvedReview }) => `review of ${shelved.asOf}`;
  return diff({ name: name(before), saved: before.review }, { name: name(after), saved: after.review });
}

/** The folder of a kept review, and the packs that it was judged by. */
async function keptFolder(shelf: Shelf, id: string) {
  const found = await shelf.find(id);
  if (!found) throw new ReviewRefused(`There is no review ${id}. Expected one of those listed.`);
  const { shelved, review: kept } = found;
  const { path } = shelved.origin;
  if (!shelved.again)
    throw new ReviewRefused(`This is told from the folder that was reviewed, and ${path} is none that can be read now. Review it anew.`);
  const packs = await rulePacksFor(
    kept.rulePacks.map((one) => one.id),
    [path],
  );
  return { shelved, kept, path, packs };
}

/** The worked example that comes with beholden. */
export function exampleFolder(): string {
  return join(packageRoot(), "examples", "meridian-retail");
}

async function mustBeFolder(path: string): Promise<void> {
  const about = await stat(path).catch(() => undefined);
  if (about?.isDirectory()) return;
  throw new ReviewRefused(`${path} is ${about ? "no folder" : "not there"}. Expected a folder of this machine, by its whole path.`);
}
