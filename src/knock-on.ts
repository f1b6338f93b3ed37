import { diffReviews } from "./diff.js";
import type { KnockOn, ShelvedReview } from "./model/index.js";
import type { ReviewOptions } from "./review-options.js";
import { openShelf } from "./reviews/shelf.js";

/** Reviews that are made again at most, the newest of each folder: each takes as long as a review does. */
const mostReviews = 5;

type Standing = Pick<ReviewOptions, "reference" | "packs">;

/** On what a kept review is made again, before a change and after it; null where the change does not concern it. */
export type KeptSides = (kept: ShelvedReview) => Promise<{ before: Standing; after: Standing } | null>;

/** What a change does to kept reviews: the newest of each folder that is still there is made again on both sides of it. */
export async function knockOnOf(data: string, sides: KeptSides): Promise<KnockOn[]> {
  const newest = new Map<string, ShelvedReview>();
  for (const one of (await openShelf({ data, folder: null }).list()).reviews)
    if (one.again && !newest.has(one.origin.path)) newest.set(one.origin.path, one);
  const told: KnockOn[] = [];
  for (const kept of newest.values()) {
    if (told.length === mostReviews) break;
    const on = await sides(kept);
    if (!on) continue;
    const { id, subject, asOf, origin } = kept;
    const side = (name: "before" | "after") => ({ name, paths: [origin.path], options: { asOf, ...on[name] } });
    const { comparison } = await diffReviews(side("before"), side("after"));
    const findings = comparison.differences
      .filter(({ kind }) => kind === "finding")
      .map((one) => ({ id: one.id, title: one.title, change: one.change }));
    told.push({ review: id, subject, asOf, answer: comparison.answer, findings });
  }
  return told;
}
