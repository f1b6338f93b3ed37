import { byText, NamedParties, type NamedParty } from "../../model/index.js";
import { deskOf, shelfFor } from "../kept-review.js";
import { type Route, route } from "../route.js";

/** Reviews that are read for one answer: each has to be opened whole. */
const mostReviews = 25;

/** One party across reviews. Who owns it, and what it owns, is asked at /api/trace. */
export const partyRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/parties",
    id: "listParties",
    tag: "reviews",
    summary: "Every party that the kept reviews name, with the reviews that name it",
    permission: "review:read",
    commands: [],
    answer: { description: "The parties", schema: NamedParties },
    refusals: [],
    handle: async (context) => {
      const { reviews } = await shelfFor(context);
      const named = new Map<string, NamedParty>();
      for (const { id: review, subject, asOf } of reviews.slice(0, mostReviews)) {
        const found = await deskOf(context).shelf.find(review);
        for (const { id, name, kind, jurisdiction } of found?.review.parties ?? []) {
          const known = named.get(id) ?? { id, name, kind, jurisdiction, reviews: [] };
          named.set(id, { ...known, reviews: [...known.reviews, { id: review, subject, asOf }] });
        }
      }
      const parties = [...named.values()].sort((left, right) => byText(left.name, right.name) || byText(left.id, right.id));
      return {
        json: { schemaVersion: "1", parties, read: Math.min(reviews.length, mostReviews), left: Math.max(0, reviews.length - mostReviews) },
      };
    },
  }),
];
