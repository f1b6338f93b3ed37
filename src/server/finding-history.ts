import type { FindingHistory } from "../model/index.js";
import { deskOf, keptReview, shelfFor } from "./kept-review.js";
import type { RouteContext } from "./route.js";

/** Reviews that are read for one answer: each has to be opened whole. */
const mostReviews = 10;

/** What the kept reviews of a review's subject say of a finding; restricted ones are opened by themselves, and are not read for it. */
export async function findingHistory(context: RouteContext, review: string, finding: string): Promise<FindingHistory> {
  const { shelved } = await keptReview(context, review);
  const { reviews } = await shelfFor(context);
  const same = reviews.filter((one) => one.id === review || (one.subject === shelved.subject && one.handling !== "restricted"));
  const others = same.filter((one) => one.id !== review).slice(0, mostReviews - 1);
  const told: FindingHistory["reviews"] = [];
  for (const { id, asOf, kept, by } of same.filter((one) => one.id === review || others.includes(one))) {
    const found = (await deskOf(context).shelf.find(id))?.review.findings.find((one) => one.id === finding);
    const { outcome, status, certainty, confidence } = found ?? {};
    told.push({
      id,
      asOf,
      kept,
      by,
      finding: outcome && status && certainty && confidence ? { outcome, status, certainty, confidence } : null,
    });
  }
  return { schemaVersion: "1", reviews: told, further: same.length - told.length };
}
