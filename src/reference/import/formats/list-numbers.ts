import type { ImportSink, PartyRecord } from "../format.js";
import { filled, slugOf } from "./list-identity.js";

/** Many times the numbers of any list; beyond it numbers are taken as they come. */
const maxNumbers = 2_000_000;

/**
 * A sink in which a number is one party's. The same identifier makes parties of several sources one, but a list that numbers two
 * entries knows that they are two: errors and businesses of one owner give them the same tax number. The first party keeps it as
 * an identifier, and others have it in their note. Memory grows with the identifiers of the list.
 */
export function withOwnNumbers(sink: ImportSink): ImportSink {
  const owners = new Map<string, string>();
  const isOwn = (party: string, scheme: string, value: string) => {
    const key = `${scheme} ${slugOf(value)}`;
    const owner = owners.get(key);
    if (owner === undefined && owners.size < maxNumbers) owners.set(key, party);
    return owner === undefined || owner === party;
  };
  return {
    source: (description) => sink.source(description),
    record: () => sink.record(),
    interest: (interest) => sink.interest(interest),
    listing: (listing) => sink.listing(listing),
    refuse: (place, reason) => sink.refuse(place, reason),
    passOver: (what) => sink.passOver(what),
    party: (party) => sink.party(ownNumbers(party, isOwn)),
  };
}

function ownNumbers(party: PartyRecord, isOwn: (party: string, scheme: string, value: string) => boolean): PartyRecord {
  const { id, lei, identifiers } = party;
  const given = Object.entries({ ...(lei === undefined ? {} : { lei }), ...identifiers });
  const shared = given.filter(([scheme, value]) => !isOwn(id, scheme, value));
  if (!shared.length) return party;
  const left = Object.fromEntries(Object.entries(identifiers ?? {}).filter(([scheme]) => !shared.some(([one]) => one === scheme)));
  const notes = shared.map(([scheme, value]) => `${scheme} ${value}, which the list also gives to another party`);
  return filled({
    ...party,
    lei: shared.some(([scheme]) => scheme === "lei") ? undefined : lei,
    identifiers: Object.keys(left).length ? left : undefined,
    note: [party.note, ...notes].filter(Boolean).join("; "),
  });
}
