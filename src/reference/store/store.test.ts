import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { capacities, confidences, interestKinds } from "../../model/index.js";
import type { InterestRecord, ListingRecord, PartyRecord } from "../import/format.js";
import { type HashKey, hashKey } from "./hash.js";
import { storeFiles } from "./layout.js";
import { SampleStores, sampleSource } from "./sample-store.js";
import { openStore, type Store } from "./store.js";
import { createStoreWriter } from "./writer.js";

const samples = new SampleStores();
afterAll(() => samples.remove());

function numberOf(store: Store, id: string): number {
  const [number = -1] = store.partiesByKey(id);
  return number;
}

describe("a store of one import", () => {
  it("gives back what was told of a party, mention by mention, by its id and by every identifier", () => {
    const mentions: PartyRecord[] = [
      { id: "gb-coh-01234567", name: "Acme Limited", kind: "entity", jurisdiction: "GB", addresses: [{ full: "1 High Street, Łódź" }] },
      { id: "other", kind: "individual", name: "王伟" },
      { id: "gb-coh-01234567", lei: "529900T8BM49AURSDO55", identifiers: { "ru-ogrn": "102 77/00132195" } },
    ];
    const store = samples.store("a", { parties: mentions });
    const number = numberOf(store, "gb-coh-01234567");
    expect(store.idOf(number)).toBe("gb-coh-01234567");
    expect(store.mentions(number)).toEqual([mentions[0], mentions[2]]);
    expect(store.partiesByKey("lei-529900t8bm49aursdo55")).toEqual([number]);
    expect(store.partiesByKey("ru-ogrn-102-77-00132195")).toEqual([number]);
    expect(store.keysOf(number)).toEqual(["gb-coh-01234567", "lei-529900t8bm49aursdo55", "ru-ogrn-102-77-00132195"]);
    expect(store.mentions(numberOf(store, "other"))).toEqual([mentions[1]]);
    expect(store.partiesByKey("nobody")).toEqual([]);
  });

  it("keeps numbers apart that differ in letters of another script only", () => {
    const store = samples.store("scripts", {
      parties: [
        { id: "first", identifiers: { icp: "京ICP备1号" } },
        { id: "second", identifiers: { icp: "沪ICP备1号" } },
        { id: "third", identifiers: { icp: "- / -" } },
      ],
    });
    expect(store.partiesByKey("icp-京icp备1号").map((party) => store.idOf(party))).toEqual(["first"]);
    expect(store.keysOf(numberOf(store, "third"))).toEqual(["third"]);
  });

  it("keeps exclusive bounds, partial dates, bands and odd shares of interests as they were stated", () => {
    const interests: InterestRecord[] = [
      { owner: "a", owned: "b", kind: "equity", shareMin: 25, shareMax: 50, minExclusive: true, from: "2016-04-06", until: "2022-02" },
      { owner: "c", owned: "b", kind: "voting", shareMin: 75, shareMax: 100, from: "2020", asOf: "2021-05", joint: "block 1" },
      { owner: "d", owned: "b", kind: "equity", share: 33.333333333, capacity: "trust", confidence: "low" },
      { owner: "e", owned: "b", kind: "influence", note: "of a kind", record: "line 7" },
      { owner: "f", owned: "b", kind: "equity", shareMax: 0, maxExclusive: true },
    ];
    const store = samples.store("b", { interests });
    const expected = interests.map((interest) => ({ confidence: "high", ...interest, sources: ["import/b"] }));
    expect(store.interestsIn(numberOf(store, "b"))).toEqual(expected);
    expect(store.interestsOf(numberOf(store, "c"))).toEqual([expected[1]]);
    expect(store.interestsIn(numberOf(store, "c"))).toEqual([]);
    const min = new Int32Array(5);
    const max = new Int32Array(5);
    const until = new Int32Array(5);
    store.readInterestColumn("min", min);
    store.readInterestColumn("max", max);
    store.readInterestColumn("until", until);
    expect([...min]).toEqual([250_001, 750_000, 333_333, 0, 0]);
    expect([...max]).toEqual([500_000, 1_000_000, 333_334, 1_000_000, 0]);
    expect([...until]).toEqual([20220228, 0, 0, 0, 0]);
  });

  it("finds listings by party and by list; undated ones run from the import and say so", () => {
    const listings: ListingRecord[] = [
      { party: "ofac-36", list: "us-ofac-sdn", from: "1986-12-10", citation: "31 CFR 515", programme: "CUBA" },
      { party: "ofac-306", list: "us-ofac-sdn", citation: "31 CFR 515", note: "Bank." },
      { party: "ofac-36", list: "us-ofac-cons", from: "2015", citation: "EO 13662" },
    ];
    const store = samples.store("c", { listings });
    const ids = (list?: string) => store.listedParties(list).map((party) => store.idOf(party));
    expect(ids()).toEqual(["ofac-36", "ofac-306"]);
    expect(ids("us-ofac-cons")).toEqual(["ofac-36"]);
    expect(ids("no-list")).toEqual([]);
    const about = { sources: ["import/c"], confidence: "high" };
    expect(store.listingsOf(numberOf(store, "ofac-36"))).toEqual([
      { ...listings[0], ...about },
      { ...listings[2], ...about },
    ]);
    const note = "Bank. The source gives no date; it was on the list when it was imported on 2026-11-25.";
    expect(store.listingsOf(numberOf(store, "ofac-306"))).toEqual([{ ...listings[1], from: "2026-11-25", note, ...about }]);
  });

  it("finds parties by the keys of their names", () => {
    const nameKeys = ({ name = "", aliases = [] }: PartyRecord) => [name, ...aliases].map((one) => one.toLowerCase());
    const parties: PartyRecord[] = [
      { id: "a", name: "Acme", aliases: ["ACME", "Ajax"] },
      { id: "b", name: "Ajax" },
    ];
    const store = samples.store("d", { parties }, { nameKeys });
    expect(store.partiesByNameKey("acme")).toEqual([0]);
    expect(store.partiesByNameKey("ajax")).toEqual([0, 1]);
    expect(store.partiesByNameKey("Ajax")).toEqual([]);
  });

  it("may be empty", () => {
    const store = samples.store("e", {});
    expect(store.partiesByKey("a")).toEqual([]);
    expect(store.listedParties()).toEqual([]);
    expect(() => store.idOf(0)).toThrow("import again");
  });

  it("refuses what no fact can be, and keeps the rest", () => {
    const writer = createStoreWriter(join(samples.folder, "refusing"));
    const fact = { owner: "a", owned: "b", kind: "equity" as const };
    expect(() => writer.party({ id: "Not a slug" })).toThrow('"Not a slug" is no id');
    expect(() => writer.party({ id: "" })).toThrow('"" is no id');
    expect(() => writer.interest({ ...fact, share: 120 })).toThrow("a share of 120 is no percentage");
    expect(() => writer.interest({ ...fact, shareMin: Number.NaN })).toThrow("no percentage");
    expect(() => writer.interest({ ...fact, from: "2022-13" })).toThrow("2022-13 is no date");
    expect(() => writer.interest({ ...fact, until: "soon" })).toThrow("soon is no date");
    expect(() => writer.interest({ ...fact, kind: "friendship" as "equity" })).toThrow("kind friendship is unknown");
    expect(() => writer.party({ id: "long", note: "x".repeat(2 ** 24) })).toThrow("too long to be kept");
    writer.party({ id: "long", note: "x".repeat(2 ** 21) });
    writer.interest(fact);
    writer.finish(sampleSource("refusing", writer.kept));
    const store = openStore(join(samples.folder, "refusing"));
    expect(store.mentions(numberOf(store, "long"))[0]?.note).toHaveLength(2 ** 21);
    expect(store.interestsIn(numberOf(store, "b"))).toHaveLength(1);
    expect(store.manifest.interests).toBe(1);
    store.close();
  });
});

/** A hash of so few bits that keys fall together all the time, with the last lane whole so that ids stay apart. */
const weak: HashKey = (key, hash) => {
  hashKey(key, hash);
  hash[0] = (hash[0] ?? 0) & 0x8000_0000;
  hash[1] = 0;
};

const name = fc.constantFrom("a", "b", "c", "lei-1", "lei-2", "gb-coh-1", "gb-coh-2", "ofac-9");
const date = fc.option(fc.constantFrom("1999", "2020-02", "2021-02", "2022-01-18"), { nil: undefined });
const share = fc.oneof(fc.constantFrom(0, 25, 33.3333, 50, 100), fc.double({ min: 0, max: 100, noNaN: true, noDefaultInfinity: true }));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const party: fc.Arbitrary<PartyRecord> = fc.record(
  {
    id: name,
    name: fc.string(),
    note: fc.string({ unit: "grapheme" }),
    lei: fc.constantFrom("1", "2"),
    identifiers: fc.dictionary(fc.constantFrom("gb-coh", "ofac"), fc.constantFrom("1", "2", "9")),
  },
  { requiredKeys: ["id"] },
);
const interest: fc.Arbitrary<InterestRecord> = fc.record(
  {
    owner: name,
    owned: name,
    kind: fc.constantFrom(...interestKinds),
    share: optional(share),
    shareMin: optional(share),
    shareMax: optional(share),
    minExclusive: optional(fc.constant(true)),
    maxExclusive: optional(fc.constant(true)),
    capacity: optional(fc.constantFrom(...capacities)),
    joint: optional(fc.constantFrom("one", "two")),
    from: date,
    until: date,
    asOf: date,
    note: optional(fc.string({ unit: "binary" })),
    record: optional(fc.string()),
    confidence: optional(fc.constantFrom(...confidences)),
  },
  { requiredKeys: ["owner", "owned", "kind"] },
);

describe("whatever is written", () => {
  it.each([
    ["its own hash", hashKey],
    ["a weak hash", weak],
  ])("is read back, with %s", (_, hash) => {
    const facts = fc.record({ parties: fc.array(party), interests: fc.array(interest) });
    fc.assert(
      fc.property(facts, ({ parties, interests }) => {
        const store = samples.store("p", { parties, interests }, { hashKey: hash });
        const ids = new Set([...parties.map(({ id }) => id), ...interests.flatMap(({ owner, owned }) => [owner, owned])]);
        expect(store.manifest.parties).toBe(ids.size);
        for (const id of ids) {
          const number = store.partiesByKey(id).find((one) => store.idOf(one) === id) ?? -1;
          expect(store.mentions(number)).toEqual(JSON.parse(JSON.stringify(parties.filter((one) => one.id === id))));
          expect(sorted(store.interestsIn(number))).toEqual(sorted(interests.filter(({ owned }) => owned === id)));
          expect(sorted(store.interestsOf(number))).toEqual(sorted(interests.filter(({ owner }) => owner === id)));
        }
        store.close();
        rmSync(store.folder, { recursive: true });
      }),
      { numRuns: 60 },
    );
  });
});

describe("many facts", () => {
  it("come back one by one from a store whose columns went through files", () => {
    // More than the blocks of a column and of texts, and many pages; numbers mixed by steps that share no factor with the counts.
    const [partyCount, stakeCount] = [30_011, 70_001];
    const idOf = (index: number) => `gb-psc-${index * 7919}`;
    const ownerOf = (row: number) => idOf((row * 31) % partyCount);
    const ownedOf = (row: number) => idOf((row * 7907) % partyCount);
    const stake = (row: number): InterestRecord => ({
      owner: ownerOf(row),
      owned: ownedOf(row),
      kind: row % 3 === 0 ? "voting" : "equity",
      share: (row % 1000) / 10,
      ...(row % 2 === 0 && { record: `line ${row} of 株主` }),
    });
    const writer = createStoreWriter(join(samples.folder, "many"), { nameKeys: ({ name = "" }) => [name] });
    for (let row = 0; row < stakeCount; row++) writer.interest(stake(row));
    for (let index = 0; index < partyCount; index++) {
      writer.party({ id: idOf((index * 17) % partyCount), name: `Name ${(index * 17) % partyCount}` });
    }
    expect(writer.kept).toEqual({ parties: partyCount, interests: stakeCount, listings: 0 });
    writer.finish(sampleSource("many", writer.kept));
    expect(readdirSync(join(samples.folder, "many")).sort()).toEqual([...storeFiles, "manifest.json"].sort());

    const store = openStore(join(samples.folder, "many"));
    const stakesIn = new Map<string, InterestRecord[]>();
    for (let row = 0; row < stakeCount; row++) stakesIn.set(ownedOf(row), [...(stakesIn.get(ownedOf(row)) ?? []), stake(row)]);
    for (let index = 0; index < partyCount; index += 97) {
      const number = numberOf(store, idOf(index));
      expect(store.mentions(number)).toEqual([{ id: idOf(index), name: `Name ${index}` }]);
      expect(store.partiesByNameKey(`Name ${index}`)).toEqual([number]);
      expect(sorted(store.interestsIn(number))).toEqual(sorted(stakesIn.get(idOf(index)) ?? []));
    }
    let stakes = 0;
    for (let number = 0; number < partyCount; number++) stakes += store.interestsOf(number).length;
    expect(stakes).toBe(stakeCount);
    store.close();
  });
});

/** Interests as text in one order, what a store adds left out. */
function sorted(interests: InterestRecord[]): string[] {
  return interests
    .map(({ confidence = "high", ...facts }) => Object.entries({ ...facts, confidence }))
    .map((entries) => JSON.stringify(entries.filter(([key, value]) => value !== undefined && key !== "sources").sort()))
    .sort();
}
