import type { Confidence, Day, GovernmentTie, Interest, Listing, Party, Reference } from "../model/index.js";
import { weakest } from "../model/index.js";
import { endBy, standingOf, textBy } from "./dating.js";

/**
 * The reference as far as a conclusion of a day may stand on it: no fact dated later, no end that was not known yet, nothing of low
 * confidence. A company that no source vouches for by then counts with medium confidence; one of low confidence has no known seat.
 */
export function groundsOn(reference: Reference, day: Day): Reference {
  const interests = (all: Interest[]) =>
    all.flatMap((one) =>
      one.confidence === "low" || standingOf(one, day, reference) !== "known"
        ? []
        : [{ ...one, until: endBy(one.until, day), note: textBy(one.note, day) }],
    );
  const listings = (all: Listing[]) =>
    all.flatMap((one) =>
      one.confidence === "low" || standingOf(one, day, reference) !== "known"
        ? []
        : [{ ...one, until: endBy(one.until, day), note: textBy(one.note, day) }],
    );
  const ties = (all: GovernmentTie[]) => all.filter((one) => one.confidence !== "low" && standingOf(one, day, reference) === "known");
  return {
    ...reference,
    party: (id) => {
      const party = reference.party(id);
      return party && partyOn(party, day, reference);
    },
    interestsIn: (owned) => interests(reference.interestsIn(owned)),
    interestsOf: (owner) => interests(reference.interestsOf(owner)),
    listingsOf: (party) => listings(reference.listingsOf(party)),
    tiesOf: (party) => ties(reference.tiesOf(party)),
  };
}

function partyOn(party: Party, day: Day, reference: Reference): Party {
  const { principalPlace, role, note, ...rest } = party;
  const texts = { ...(textBy(role, day) ? { role } : {}), ...(textBy(note, day) ? { note } : {}) };
  const confidence = partyConfidence(party, day, reference);
  // A government is what it is, whoever noted it down.
  if (confidence === "low" && party.kind !== "government") return { ...rest, ...texts, jurisdiction: null, confidence };
  return { ...rest, ...texts, ...(principalPlace ? { principalPlace } : {}), confidence };
}

/** A party has no date: where no source speaks of it by the day, that it stood so is taken over from later ones. */
export function partyConfidence(party: Party, day: Day, reference: Reference): Confidence {
  const anchored = party.kind === "government" || party.kind === "aggregate";
  if (anchored || standingOf({ sources: party.sources }, day, reference) === "known") return party.confidence;
  return weakest("medium", party.confidence);
}
