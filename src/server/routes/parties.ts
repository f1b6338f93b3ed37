import { byText, NamedParties, type NamedParty, type Review } from "../../model/index.js";
import type { ReviewParties } from "../../reviews/review-parties.js";
import { deskOf, shelfFor } from "../kept-review.js";
import { type Route, route } from "../route.js";

/** Reviews are opened for this long, in milliseconds; those that are left are opened for the next who asks. */
const openedFor = 1_000;

/** One party across reviews. Who owns it, and what it owns, is asked at /api/trace. */
export const partyRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/parties",
    id: "listParties",
    tag: "reviews",
    summary: "Every party that the kept reviews name, with the reviews that name it",
    description:
      "Which parties a review names is noted when it is first opened. Reviews that were not opened yet are opened for a second, the newest first; `left` counts those that remain, and asking again goes on with them.",
    permission: "review:read",
    commands: [],
    answer: { description: "The parties", schema: NamedParties },
    refusals: [],
    handle: async (context) => {
      const { reviews } = await shelfFor(context);
      const { parties: index } = deskOf(context);
      const partiesOf = await withinTime(
        index,
        reviews.map(({ id }) => id),
      );
      const named = new Map<string, NamedParty>();
      for (const { id: review, subject, asOf } of reviews) {
        for (const { id, name, kind, jurisdiction } of partiesOf.get(review) ?? []) {
          const known = named.get(id) ?? { id, name, kind, jurisdiction, reviews: [] };
          known.reviews.push({ id: review, subject, asOf });
          named.set(id, known);
        }
      }
      const parties = [...named.values()].sort((left, right) => byText(left.name, right.name) || byText(left.id, right.id));
      return { json: { schemaVersion: "1", parties, read: partiesOf.size, left: reviews.length - partiesOf.size } satisfies NamedParties };
    },
  }),
];

/** What is noted of every review, and of as many others as can be opened in the time: at least one, so that asking again always goes on. */
async function withinTime(index: ReviewParties, reviews: readonly string[]): Promise<Map<string, Review["parties"]>> {
  const found = new Map<string, Review["parties"]>();
  const unopened: string[] = [];
  for (const review of reviews) {
    const known = await index.known(review);
    if (known) found.set(review, known);
    else unopened.push(review);
  }
  const until = performance.now() + openedFor;
  for (const [at, review] of unopened.entries()) {
    if (at > 0 && performance.now() > until) break;
    found.set(review, await index.read(review));
  }
  return found;
}
