import { rmSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { byText, countryOfNumber, type Interest, type InterestColumns, type Party, partyKinds } from "../../model/index.js";
import { columnsOf } from "../columns.js";
import type { InterestRecord, PartyRecord } from "../import/format.js";
import { composeReference } from "./compose.js";
import { partyKeys } from "./party-keys.js";
import { SampleStores, sampleBuiltIn } from "./sample-store.js";
import type { Store } from "./store.js";

const samples = new SampleStores();
afterAll(() => samples.remove());

const ids = ["a", "b", "c", "d", "lei-1", "lei-2", "lei-3", "gb-coh-1", "gb-coh-2", "gb-coh-fc2", "ofac-1", "ofac-2"];
const id = fc.constantFrom(...ids);
const country = fc.constantFrom("AA", "GB", "US", "ZZ");
const parties: fc.Arbitrary<PartyRecord[]> = fc.array(
  fc.record(
    {
      id,
      lei: fc.constantFrom("1", "2", "3"),
      identifiers: fc.dictionary(fc.constantFrom("gb-coh", "ofac"), fc.constantFrom("1", "2", "fc2")),
      kind: fc.constantFrom(...partyKinds),
      jurisdiction: fc.option(country),
      principalPlace: country.map((code) => ({ country: code })),
      nationalities: fc.array(country, { maxLength: 2 }),
      name: fc.constantFrom("Ltd", "GmbH"),
      alsoOrganisedIn: fc.constant(["DE"]),
      presentIn: country,
    },
    { requiredKeys: ["id"] },
  ),
  { maxLength: 4 },
);
const interests: fc.Arbitrary<InterestRecord[]> = fc.array(
  fc.record(
    {
      owner: id,
      owned: id,
      kind: fc.constantFrom("equity" as const, "voting" as const),
      share: fc.constantFrom(10, 33.333333, 50),
      joint: fc.constantFrom("one", "two"),
      from: fc.constantFrom("2020", "2021-03"),
      record: fc.constantFrom("1", "2", "3"),
    },
    { requiredKeys: ["owner", "owned", "kind"] },
  ),
  { maxLength: 8 },
);
const source = fc.record({ parties, interests });
/** The built-in catalogue has a party once. */
const catalogue = source.map((facts) => ({ ...facts, parties: [...new Map(facts.parties.map((one) => [one.id, one])).values()] }));
type Facts = { parties: PartyRecord[]; interests: InterestRecord[] };

const fact = { sources: ["a/register"], confidence: "high" as const };

function builtInOf({ parties: records, interests: stakes }: Facts) {
  return sampleBuiltIn({
    parties: records.map((record): Party => ({ name: record.id, kind: "entity", jurisdiction: null, ...record, ...fact })),
    interests: stakes.map((stake): Interest => ({ ...stake, ...fact })),
  });
}

/** The slow and obvious way: names of one party are joined until nothing changes, and the rules for its id are read off. */
function canonicalOf(builtIn: Facts, imported: Facts[]): (id: string) => string {
  const known = [builtIn, ...imported].flatMap((facts) => [
    ...facts.parties.map((record) => new Set(partyKeys(record))),
    ...facts.interests.flatMap(({ owner, owned }) => [new Set([owner]), new Set([owned])]),
  ]);
  const own = (facts: Facts) => [...facts.parties.map((one) => one.id), ...facts.interests.flatMap(({ owner, owned }) => [owner, owned])];
  const builtInIds = own(builtIn);
  const allIds = imported.flatMap(own);
  return (start) => {
    let keys = new Set([start]);
    for (let size = 0; size !== keys.size; ) {
      size = keys.size;
      for (const set of known) if ([...set].some((key) => keys.has(key))) keys = new Set([...keys, ...set]);
    }
    const sorted = [...keys].sort(byText);
    const first = (test: (key: string) => boolean) => sorted.find(test);
    return (
      first((key) => builtInIds.includes(key)) ??
      first((key) => key.startsWith("lei-")) ??
      first((key) => key.startsWith("gb-coh-")) ??
      first((key) => allIds.includes(key)) ??
      start
    );
  };
}

/** Rows as text, numbers of parties as ids, blocks by where they first come. */
function rowsOf(columns: InterestColumns): string[] {
  const blocks = new Map<string, number>();
  return Array.from(columns.owner, (owner, row) => {
    const { kind, min, max, from, until, capacity } = columns;
    const owned = columns.idOf(columns.owned[row] ?? -1);
    const block = columns.joint[row] ? `${owned} ${columns.joint[row]}` : "";
    if (block) blocks.set(block, (blocks.get(block) ?? 0) + 1);
    return [columns.idOf(owner), owned, kind[row], min[row], max[row], from[row], until[row], capacity[row], block !== ""].join(" ");
  }).sort();
}

/** How many rows each joint block has, in order of size. */
function blockSizes(columns: InterestColumns): number[] {
  const sizes = new Map<number, number>();
  for (const block of columns.joint) if (block !== 0) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  return [...sizes.values()].sort((left, right) => left - right);
}

describe("a composed reference", () => {
  it("answers as the slow and obvious way does, over any sources, and the order within them does not matter", () => {
    const facts = fc.tuple(catalogue, fc.array(source, { minLength: 1, maxLength: 3 }), fc.boolean());
    fc.assert(
      fc.property(facts, ([builtIn, imported, reversed]) => {
        const stores = imported.map(({ parties: records, interests: stakes }, index): Store => {
          const ordered = reversed
            ? { parties: records.toReversed(), interests: stakes.toReversed() }
            : { parties: records, interests: stakes };
          return samples.store(`s${index}`, ordered);
        });
        const reference = composeReference(builtInOf(builtIn), stores);
        const canonical = canonicalOf(builtIn, imported);
        const known = [builtIn, ...imported].flatMap((one) => [
          ...one.parties.flatMap(partyKeys),
          ...one.interests.flatMap(({ owner, owned }) => [owner, owned]),
        ]);
        const all = [builtIn, ...imported].flatMap(({ interests: stakes }, index) =>
          stakes.map(
            (stake): Interest => ({
              ...stake,
              ...(index === 0 ? fact : { sources: [`import/s${index - 1}`], confidence: "high" }),
              owner: canonical(stake.owner),
              owned: canonical(stake.owned),
            }),
          ),
        );
        for (const one of new Set([...ids, ...known])) {
          expect(reference.columns().numberOf(one) !== undefined, one).toBe(known.includes(one));
          expect(reference.interestsIn(one).map(asText).sort()).toEqual(
            all
              .filter(({ owned }) => owned === canonical(one))
              .map(asText)
              .sort(),
          );
          expect(reference.interestsOf(one).map(asText).sort()).toEqual(
            all
              .filter(({ owner }) => owner === canonical(one))
              .map(asText)
              .sort(),
          );
          if (reference.party(one)) expect(reference.party(one)?.id).toBe(canonical(one));
        }
        const own = new Set(builtIn.parties.map((one) => one.id));
        const ofImports = imported.flatMap((one) => [
          ...one.parties.map((party) => party.id),
          ...one.interests.flatMap(({ owner, owned }) => [owner, owned]),
        ]);
        const everybody = [...new Set([...own, ...ofImports].map(canonical))].sort();
        expect([...reference.parties()].map((party) => party.id).sort()).toEqual(everybody);

        const columns = reference.columns();
        for (let party = 0; party < columns.partyCount; party++) {
          const facts = reference.party(columns.idOf(party));
          expect(columns.partyOf(party)).toEqual(facts);
          expect(columns.nameOf(party)).toBe(facts?.name ?? columns.idOf(party));
          expect(standingIn(columns, party)).toEqual(standingOf(facts));
        }
        const expected = columnsOf(all);
        expect(rowsOf(columns)).toEqual(rowsOf(expected));
        expect(blockSizes(columns)).toEqual(blockSizes(expected));
        expect(columns.partyCount).toBe(new Set(known.map(canonical)).size);
        for (let row = 1; row < columns.owned.length; row++) {
          const [owned = 0, before = 0] = [columns.owned[row], columns.owned[row - 1]];
          expect(owned > before || (owned === before && (columns.owner[row] ?? 0) >= (columns.owner[row - 1] ?? 0))).toBe(true);
        }
        for (const store of stores) {
          store.close();
          rmSync(store.folder, { recursive: true });
        }
      }),
      { numRuns: 60 },
    );
  });
});

function standingIn(columns: InterestColumns, party: number) {
  return {
    kind: partyKinds[columns.partyKind[party] ?? -1],
    jurisdiction: countryOfNumber(columns.jurisdiction[party] ?? 0),
    principalPlace: countryOfNumber(columns.principalPlace[party] ?? 0),
    nationality: countryOfNumber(columns.nationality[party] ?? 0),
    particular: columns.particular[party] === 1,
  };
}

/** What only an interest of the built-in catalogue names is on no record. */
function standingOf(party: Party | undefined): ReturnType<typeof standingIn> {
  const { nationalities = [], alsoOrganisedIn, presentIn } = party ?? {};
  return {
    kind: party?.kind ?? "entity",
    jurisdiction: party?.jurisdiction ?? undefined,
    principalPlace: party?.principalPlace?.country,
    nationality: nationalities[0],
    particular: new Set(nationalities).size > 1 || alsoOrganisedIn !== undefined || presentIn !== undefined,
  };
}

function asText(interest: Interest): string {
  return JSON.stringify(Object.entries(interest).sort());
}
