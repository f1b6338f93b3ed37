import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeInterest, newInterestRow } from "../store/interest-form.js";
import { receiveBatch } from "./fact-batch-reader.js";
import { batchBytes, FactBatches } from "./fact-batches.js";
import type { InterestRecord, ListingRecord, PartyRecord } from "./format.js";

type Fact = { party: PartyRecord } | { interest: InterestRecord } | { listing: ListingRecord };

/** Sends facts through batches as they are; gives what arrives, and the lengths of the batches. */
function through(facts: readonly Fact[]): { received: unknown[]; parties: PartyRecord[]; batches: number[] } {
  const received: unknown[] = [];
  const parties: PartyRecord[] = [];
  const lengths: number[] = [];
  const batches = new FactBatches((batch) => {
    lengths.push(batch.length);
    receiveBatch(batch, {
      party: (party, json) => {
        parties.push(party);
        received.push({ party: Buffer.from(json).toString() });
      },
      interestRow: (owner, owned, row, details) =>
        received.push({ owner, owned, row: { ...row }, details: details && Buffer.from(details).toString() }),
      listing: (listing) => received.push({ listing }),
    });
  });
  for (const fact of facts) {
    if ("party" in fact) batches.party(fact.party);
    else if ("interest" in fact) batches.interest(fact.interest);
    else batches.listing(fact.listing);
  }
  batches.flush();
  return { received, parties, batches: lengths };
}

/** What has to arrive for a fact. */
function arriving(fact: Fact): unknown {
  if ("party" in fact) return { party: JSON.stringify(fact.party) };
  if ("listing" in fact) return { listing: JSON.parse(JSON.stringify(fact.listing)) };
  const row = newInterestRow();
  const { owner, owned } = fact.interest;
  return { owner, owned, details: encodeInterest(fact.interest, row), row };
}

const text = fc.string({ unit: "binary" });
const id = fc.constantFrom("a-1", "b-2", "c-3", "gb-psc-0123456789");
const country = fc.constantFrom("GB", "AA", "ZZ", "CN");
const known = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const party = fc.record({
  id,
  name: known(text),
  kind: known(fc.constantFrom("entity" as const, "unknown" as const)),
  jurisdiction: fc.oneof(country, fc.constantFrom(null, undefined)),
  nationalities: known(fc.array(country, { maxLength: 6 })),
  aliases: known(fc.array(text)),
  note: known(text),
});
const interest = fc.record({
  owner: id,
  owned: id,
  kind: fc.constantFrom("equity" as const, "linked" as const),
  shareMin: known(fc.constantFrom(0, 25, 33.333_33)),
  from: known(fc.constantFrom("2020", "2021-02-28")),
  joint: known(text),
  note: known(text),
});
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ party }),
  fc.record({ interest }),
  fc.record({ listing: fc.record({ party: id, list: id, citation: text }) }),
);

describe("facts handed over in batches", () => {
  it("arrive as they were told, in their order, whatever text they hold", () => {
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        expect(through(facts).received).toEqual(facts.map(arriving));
      }),
    );
  });

  it("bring with a party's JSON what it is found and placed by", () => {
    const part = ({ id, name, kind, jurisdiction, nationalities, aliases }: PartyRecord) => ({
      id,
      name,
      kind,
      jurisdiction: jurisdiction ?? null,
      nationalities: nationalities ?? [],
      aliases: aliases ?? [],
    });
    fc.assert(
      fc.property(fc.array(party), (parties) => {
        expect(through(parties.map((one) => ({ party: one }))).parties.map(part)).toEqual(parties.map(part));
      }),
    );
  });

  it("come in pieces of about a megabyte; a party longer than that in one of its own", () => {
    const parties = [300_000, 300_000, 300_000, 300_000, 3_000_000, 1].map((length) => ({
      party: { id: "x-1", name: "é".repeat(length) },
    }));
    const { received, batches } = through(parties);
    expect(received).toEqual(parties.map(arriving));
    expect(batches.filter((length) => length > batchBytes)).toHaveLength(1);
    // Of 600 KB no two go into one; the last needs a new one.
    expect(batches).toHaveLength(6);
  });
});
