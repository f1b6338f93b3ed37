import { byText, type Day, listingHolds, type Reference, type ScreenResult } from "../model/index.js";
import { type ComparedDigests, comparedDigests, matchId } from "./decisions.js";
import { scoreWith } from "./fields.js";
import { nameExplanation } from "./nearest-names.js";
import { propertiesOf, schemaOf } from "./properties.js";
import type { Scored } from "./ranking.js";
import type { ScreenIndex } from "./screen-index.js";

/** What is said of a result beside its score. */
export interface Judged {
  match: boolean;
  decision: ScreenResult["decision"];
  bearers: number;
  /** See `queryKey`. */
  queryKey: string;
}

/** A result as it stands in the answer, every part of its score explained. */
export function writeOut(
  scored: Scored,
  { match, decision, bearers, queryKey }: Judged,
  { reference, asOf, index }: { reference: Reference; asOf: Day; index: ScreenIndex },
): ScreenResult {
  const { party, best, fields, score } = scored;
  const listings = reference.listingsOf(party.id);
  const inForce = listings
    .filter((one) => listingHolds(one, reference.catalogue.lists, asOf))
    .sort((left, right) => byText(left.list, right.list) || byText(left.from, right.from));
  return {
    id: party.id,
    caption: party.name,
    schema: schemaOf(party),
    properties: propertiesOf(party),
    datasets: inForce.length > 0 ? [...new Set(inForce.map(({ list }) => list))] : ["reference"],
    target: inForce.length > 0,
    score,
    match,
    explanations: Object.fromEntries([["name_match", nameExplanation(best)], ...scoreWith(best.score, fields.parts).explanations]),
    kind: party.kind,
    matched: { query: best.query.text, listed: best.listed.text, as: best.role },
    provider: best.provider ?? index.providerOf(party.id) ?? null,
    listings: inForce.map(({ list, programme, from, until, citation }) => ({
      list,
      programme: programme ?? null,
      from,
      until: until ?? null,
      citation,
    })),
    otherListings: listings.length - inForce.length,
    bearers,
    missing: fields.missing,
    matchId: matchId(queryKey, party.id, comparedOf(scored)),
    decision,
  };
}

/** Digests of what was compared, for decisions. */
export function comparedOf({ best, fields }: Scored): ComparedDigests {
  return comparedDigests({ query: best.query.text, listed: best.listed.text }, fields.parts);
}
