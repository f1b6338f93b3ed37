import { z } from "zod";
import { casesWith, openDecisions } from "../../docket/index.js";
import { CasesOfReview, type Review, ShelvedReview, type ShownCase } from "../../model/index.js";
import { readDispute } from "../../report/dispute.js";
import { reviewDigest } from "../../review-digest.js";
import { keptReview } from "../kept-review.js";
import { type Route, route } from "../route.js";

/** A kept review in the docket. */
export const caseOfReviewRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/review-cases/{review}",
    id: "listCasesOfReview",
    tag: "reviews",
    summary: "The cases that a kept review is attached to, with their next deadlines and what was decided on it",
    description: "What is restricted is opened in its case, where that it was read becomes an entry; here it is counted only.",
    permission: "case:read",
    commands: [],
    params: z.strictObject({ review: ShelvedReview.shape.id }),
    answer: { description: "The cases", schema: CasesOfReview },
    refusals: ["not-found"],
    handle: async (context) => {
      const { docket, marks, at, params } = context;
      const { review } = await keptReview(context, params.review);
      const all = await docket.read((view) => casesWith(view, () => digestOf(review), at));
      const runs = marks.visible(all.map((one) => ({ ...one, handling: one.run.state.handling })));
      const open = runs.shown.filter(({ handling }) => handling !== "restricted");
      const cases = open.map(({ line: { id, caption, state, next }, run, decisions, notes }) => ({
        ...{ id, caption, state, next, run: run.id },
        disputes: disputesIn(notes, run.id),
        decisions: openDecisions(decisions, marks.upTo).filter(({ handling }) => handling !== "restricted"),
      }));
      const decisions =
        open.reduce((sum, one) => sum + one.decisions.length, 0) - cases.reduce((sum, one) => sum + one.decisions.length, 0);
      return { json: { schemaVersion: "1", cases, withheld: all.length - open.length + decisions } satisfies CasesOfReview };
    },
  }),
];

function disputesIn(notes: readonly ShownCase["notes"][number][], of: string): CasesOfReview["cases"][number]["disputes"] {
  return notes.flatMap(({ text, by, at }) => {
    const { hop, reach, run } = readDispute(text) ?? {};
    return hop !== undefined && reach !== undefined && run === of ? [{ hop, reach, text, by, at }] : [];
  });
}

const digests = new WeakMap<Review, string>();

/** The digest under which the review would be attached, made once as long as the review stands in memory. */
function digestOf(review: Review): string {
  const known = digests.get(review) ?? reviewDigest(review);
  digests.set(review, known);
  return known;
}
