import { type Day, firstDayOf, type RecordedFacts, type Review } from "../model/index.js";
import type { Entry, Recorded } from "./entries.js";

/** The facts that a review recorded, as entries; undefined where it is of a version that recorded none. */
export function recordedFacts(review: Review): Recorded | undefined {
  const { facts, asOf } = review;
  if (!facts) return undefined;
  const names = new Map(facts.parties.map((one) => [one.id, one.name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return {
    entries: [
      ...facts.parties.map(partyEntry),
      ...facts.interests.map((one) => interestEntry(one, nameOf, asOf)),
      ...facts.listings.map((one) => listingEntry(one, nameOf)),
      ...facts.instruments.map(instrumentEntry),
      ...facts.statements.map(statementEntry),
      ...facts.regions.map((one) => regionEntry(one, nameOf)),
    ],
    scopes: new Set([
      ...facts.parties.map((one) => `party ${one.id}`),
      ...review.providers.map((one) => `party ${one.id}`),
      ...review.reaches.map((one) => `government ${one.government}`),
      ...facts.regions.map((one) => `region ${one.provider}/${one.region}`),
    ]),
  };
}

type Dates = Pick<Entry, "from" | "until" | "held" | "sources">;

/** The statement without what depends on the day. */
function identityOf(kind: string, fact: object): string {
  const { held: _, ...statement } = fact as { held: boolean };
  return JSON.stringify([kind, statement]);
}

function datesOf({ from, until, held, sources }: Dates): Dates {
  return { from, until, held, sources };
}

function partyEntry(party: RecordedFacts["parties"][number]): Entry {
  const places = [
    party.jurisdiction ? `organised in ${party.jurisdiction}` : "",
    party.principalPlace ? `principal place in ${party.principalPlace}` : "",
  ];
  return {
    kind: "party",
    key: party.id,
    scope: `party ${party.id}`,
    identity: identityOf("party", party),
    what: party.name,
    shown: [party.name, party.kind, ...places, `${party.confidence} confidence`].filter(Boolean).join(", "),
    about: [`party:${party.id}`],
    ...datesOf(party),
  };
}

function interestEntry(interest: RecordedFacts["interests"][number], nameOf: (id: string) => string, asOf: Day): Entry {
  const { owner, owned, kind, joint, confidence } = interest;
  const later = !interest.from && interest.asOf !== null && firstDayOf(interest.asOf) > asOf;
  const recorded = interest.asOf ? `recorded as of ${interest.asOf}${later ? ", after the day of the review" : ""}` : "";
  return {
    kind: "interest",
    key: [owner, owned, kind, ...(joint ? [joint] : [])].join(" "),
    scope: `party ${owned}`,
    identity: identityOf("interest", interest),
    what: `${nameOf(owner)} in ${nameOf(owned)} (${kind})`,
    shown: [shareText(interest), recorded, `${confidence} confidence`].filter(Boolean).join(", "),
    about: [`owners:${owned}`, `holder:${owner}`],
    ...datesOf(interest),
  };
}

function shareText({ shareMin, shareMax }: { shareMin: number; shareMax: number }): string {
  if (shareMin === shareMax) return `${shareMin} percent`;
  return shareMin === 0 && shareMax === 100 ? "share not stated" : `${shareMin} to ${shareMax} percent`;
}

function listingEntry(listing: RecordedFacts["listings"][number], nameOf: (id: string) => string): Entry {
  const { party, list, programme, citation } = listing;
  return {
    kind: "listing",
    key: [party, list, ...(programme ? [programme] : [])].join(" "),
    scope: `party ${party}`,
    identity: identityOf("listing", listing),
    what: `${nameOf(party)} on ${list}${programme ? ` (${programme})` : ""}`,
    shown: citation,
    about: [`listings:${party}`, `list:${list}`],
    ...datesOf(listing),
  };
}

function instrumentEntry(instrument: RecordedFacts["instruments"][number]): Entry {
  const { id, government, name, effects, mark } = instrument;
  return {
    kind: "instrument",
    key: id,
    scope: `government ${government}`,
    identity: identityOf("instrument", instrument),
    what: `${name} (${government})`,
    shown: `${effects.length > 0 ? `reaches by ${effects.join(", ")}` : "gives no reach by itself"}; mark ${mark}`,
    about: [`instruments:${government}`, ...effects.map((effect) => `power:${government}:${effect}`)],
    ...datesOf(instrument),
  };
}

function statementEntry(statement: RecordedFacts["statements"][number]): Entry {
  const { about, kind, text } = statement;
  return {
    kind: "statement",
    key: [about, kind, text].join(" "),
    scope: `party ${about}`,
    identity: identityOf("statement", statement),
    what: `${kind} of ${about}`,
    shown: text,
    about: [`statements:${about}`],
    ...datesOf(statement),
  };
}

function regionEntry(region: RecordedFacts["regions"][number], nameOf: (id: string) => string): Entry {
  const key = `${region.provider}/${region.region}`;
  return {
    kind: "region",
    key,
    scope: `region ${key}`,
    identity: identityOf("region", region),
    what: `region ${region.region} of ${region.provider}`,
    shown: `run by ${nameOf(region.operator)}, in ${region.country ?? "a country not said"}, ${region.confidence} confidence`,
    about: [`region:${key}`],
    ...datesOf(region),
  };
}
