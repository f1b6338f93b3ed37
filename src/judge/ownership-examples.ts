import type { Catalogue, Government, Interest, Listing, OwnershipExample, Party, Reference, RulePack } from "../model/index.js";
import type { ExamplesRun, FailedExample } from "./examples.js";
import { personsUnder } from "./persons.js";

/** Where a party is organised that an example says nothing about: a country that no pack is concerned with. */
const neutral = "CH";

const sources = ["example"];

/**
 * Runs a pack's worked examples of ownership: each one's parties, interests and listings are all the facts there are, and the subject's verdict
 * (with the bounds of the covered share, where the example gives them) must come out as it says.
 *
 * @param governments those of the reference, for the soil that each holds
 * @param referenceOf how a catalogue is opened as a reference
 */
export function runOwnershipExamples(
  pack: RulePack,
  governments: Government[],
  referenceOf: (catalogue: Catalogue) => Reference,
): ExamplesRun {
  const failed: FailedExample[] = [];
  for (const example of pack.ownershipExamples) {
    const { covered, shareMin, shareMax, because } = personsUnder(
      pack,
      referenceOf(factsOf(example, governments)),
      example.asOf,
    )(example.subject);
    const wanted = outcome(example.expect, example.shareMin, example.shareMax);
    const got = outcome(
      covered,
      example.shareMin === undefined ? undefined : shareMin,
      example.shareMax === undefined ? undefined : shareMax,
    );
    if (wanted === got) continue;
    failed.push({
      rule: "ownership",
      example: example.name,
      expected: wanted,
      got,
      why: `${because} As of ${example.asOf}.`,
      citation: example.citation ?? pack.authority,
    });
  }
  return { passed: pack.ownershipExamples.length - failed.length, failed };
}

function outcome(verdict: string, least: number | undefined, most: number | undefined): string {
  const bounds = [
    ...(least === undefined ? [] : [`at least ${least} percent`]),
    ...(most === undefined ? [] : [`at most ${most} percent`]),
  ];
  return [verdict, ...bounds].join(", ");
}

function factsOf(example: OwnershipExample, governments: Government[]): Catalogue {
  const parties = example.parties.map(partyOf);
  const known = new Set(parties.map(({ id }) => id));
  const named = [
    example.subject,
    ...example.interests.flatMap(({ owner, owned }) => [owner, owned]),
    ...example.listings.map(({ party }) => party),
  ];
  const others = [...new Set(named)].filter((id) => !known.has(id)).map((id) => partyOf({ id, kind: "entity" }));
  return {
    schemaVersion: "1",
    edition: example.asOf,
    providers: [],
    parties: [...parties, ...others],
    interests: example.interests.map((one): Interest => ({ ...one, sources, confidence: "high" })),
    listings: example.listings.map(
      ({ from = "1900", ...one }): Listing => ({ ...one, from, citation: "the example", sources, confidence: "high" }),
    ),
    lists: [],
    ties: [],
    instruments: [],
    governments,
    measures: [],
    sources: {},
  };
}

function partyOf({ principalPlace, jurisdiction, ...given }: OwnershipExample["parties"][number]): Party {
  // Residence is where an individual counts; a seat that is not told is none of concern.
  const home = jurisdiction === undefined ? (given.kind === "entity" ? neutral : (principalPlace ?? null)) : jurisdiction;
  return {
    ...given,
    name: given.id,
    jurisdiction: home,
    ...(principalPlace ? { principalPlace: { country: principalPlace } } : {}),
    sources,
    confidence: "high",
  };
}
