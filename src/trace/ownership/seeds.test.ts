import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Interest, type Listing, type Party, partyKinds, type Regime } from "../../model/index.js";
import { ownershipUnder } from "../ownership.js";
import { party, sampleReference, stake } from "../sample-reference.js";
import { tracedUnder } from "./traced.js";

const day = "2026-11-23";
const ids = ["a", "b", "c", "d"];
const id = fc.constantFrom(...ids);
// HK is a territory of CN.
const country = fc.constantFrom("CN", "HK", "US", "CH");

const partyOf = (one: string): fc.Arbitrary<Party> =>
  fc
    .record({ kind: fc.constantFrom(...partyKinds), jurisdiction: fc.option(country), seat: fc.option(country, { nil: undefined }) })
    .map(({ kind, jurisdiction, seat }) => party(one, { kind, jurisdiction, ...(seat && { principalPlace: { country: seat } }) }));
const listing: fc.Arbitrary<Listing> = fc
  .record({
    party: id,
    list: fc.constantFrom("official", "another"),
    programme: fc.constantFrom(undefined, "SDN", "MINOR"),
    until: fc.constantFrom(undefined, "2025-01-01"),
  })
  .map(({ programme, until, ...one }) => ({
    ...one,
    ...(programme && { programme }),
    ...(until && { until }),
    from: "2020",
    citation: "c",
    sources: ["s"],
    confidence: "high",
  }));
const interest: fc.Arbitrary<Interest> = fc
  .record({ owner: id, owned: id, share: fc.constantFrom(30, 50, 100) })
  .filter(({ owner, owned }) => owner !== owned)
  .map(({ owner, owned, share }) => stake(owner, owned, share));
const facts = fc.record({
  parties: fc.tuple(...ids.map(partyOf)),
  listings: fc.array(listing, { maxLength: 4 }),
  // One statement for each stake, since columns do not tell which of several is the latest.
  interests: fc.uniqueArray(interest, { maxLength: 5, selector: ({ owner, owned }) => `${owner} ${owned}` }),
});

const limbs = ["ownership", "organised", "principal-place", "residence", "listed"] as const;
const regime: fc.Arbitrary<Regime> = fc
  .record({
    limbs: fc.subarray([...limbs], { minLength: 1 }),
    except: fc.boolean(),
    exempt: fc.subarray(["CN", "US"]),
    programmes: fc.boolean(),
  })
  .map(({ limbs: some, except, exempt, programmes }) => ({
    ...(except ? { governmentsExcept: ["CH"] } : { governments: [{ code: "CN", mark: "R" }] }),
    covered: {
      limbs: some,
      threshold: 50,
      ownershipKinds: ["equity"],
      controlKinds: [],
      lists: ["official"],
      exemptJurisdictions: exempt,
      ...(programmes && { listProgrammes: { official: ["SDN"] } }),
    },
  }));

describe("who is covered among all parties", () => {
  it("is the same by columns as by asking for each, for every kind of party, place, list and regime", () => {
    fc.assert(
      fc.property(facts, regime, (known, under) => {
        const reference = sampleReference(known);
        const one = ownershipUnder(under, reference, day);
        const singly = ids.map(one).flatMap(({ party: subject, covered }) => (covered === "no" ? [] : [`${subject} ${covered}`]));
        expect([...tracedUnder(under, reference, day)].map((all) => `${all.party} ${all.covered}`)).toEqual(singly);
      }),
      { numRuns: 500 },
    );
  });
});
