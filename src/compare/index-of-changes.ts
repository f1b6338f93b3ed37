import type { Change, Review } from "../model/index.js";
import type { ObservationChanges } from "./observations.js";

/** One of the two reviews with its lists by id. */
export interface Looked {
  review: Review;
  transaction: (id: string) => Review["transactions"][number] | undefined;
  reach: (id: string) => Review["reaches"][number] | undefined;
  finding: (id: string) => Review["findings"][number] | undefined;
  /** Who is on record as holding something of a party, on any day. */
  ownersOf: (party: string) => string[];
}

/** Changes by what they concern. */
export interface ChangeIndex {
  about(...tags: string[]): Change[];
  /** What became of things seen, by their ids in the first or the second review. */
  ofObservations(side: "before" | "after", ids: readonly string[]): Change[];
  /** What became of whatever was seen as this kind and value. */
  ofThing(thing: string): Change[];
  /** What the artefacts or the declaration changed of whatever a sentence names. */
  mentionedIn(sentence: string): Change[];
}

export function lookInto(review: Review): Looked {
  const transactions = new Map(review.transactions.map((one) => [one.id, one]));
  const reaches = new Map(review.reaches.map((one) => [one.id, one]));
  const findings = new Map(review.findings.map((one) => [one.id, one]));
  const owners = new Map<string, string[]>();
  for (const { owner, owned } of review.facts?.interests ?? []) owners.set(owned, [...(owners.get(owned) ?? []), owner]);
  return {
    review,
    ownersOf: (party) => owners.get(party) ?? [],
    transaction: (id) => transactions.get(id),
    reach: (id) => reaches.get(id),
    finding: (id) => findings.get(id),
  };
}

export function indexChanges(changes: readonly Change[], seen: ObservationChanges, before: Review, after: Review): ChangeIndex {
  const byId = new Map(changes.map((one) => [one.id, one]));
  const byTag = new Map<string, Change[]>();
  for (const change of changes) for (const tag of change.about) byTag.set(tag, [...(byTag.get(tag) ?? []), change]);
  const about = (...tags: string[]) => [...new Set(tags.flatMap((tag) => byTag.get(tag) ?? []))];
  const ofObservations = (side: "before" | "after", ids: readonly string[]) => [
    ...new Set(ids.flatMap((id) => [byId.get(seen[side].get(id) ?? "") ?? [], about(`seen:${id}`)].flat())),
  ];
  const things = new Map<string, Change[]>();
  for (const [side, review] of [
    ["before", before],
    ["after", after],
  ] as const) {
    for (const { id, kind, value } of review.observations) {
      const found = ofObservations(side, [id]);
      if (found.length > 0) things.set(`${kind} ${value}`, [...new Set([...(things.get(`${kind} ${value}`) ?? []), ...found])]);
    }
  }
  const artefacts = changes.filter((one) => one.area === "artefacts" && one.change !== "moved");
  const mentionedIn = (sentence: string) => {
    const words = new Set(sentence.split(/[\s,;()]+/).map((word) => word.replace(/[.:]$/, "")));
    return artefacts.filter((one) => one.id.split(/[\s:]+/).some((word, at) => at > 0 && words.has(word)));
  };
  return { about, ofObservations, ofThing: (thing) => things.get(thing) ?? [], mentionedIn };
}
