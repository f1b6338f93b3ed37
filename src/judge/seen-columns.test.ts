import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryOfNumber, type Party, partyKinds } from "../model/index.js";
import { party, sampleReference } from "../trace/sample-reference.js";
import { packViewOfAll } from "./persons.js";
import { samplePack } from "./sample-pack.js";

const usPersons = { citation: "Act", mark: "R", citizens: true, statuses: ["lpr"], presentIndividuals: true, solelyOrganised: true };
const pack = samplePack({
  domesticPersons: usPersons,
  regime: { governments: [{ code: "CN", mark: "R" }], covered: { limbs: ["organised", "principal-place", "residence"], lists: [] } },
});
const ids = ["a", "b", "c"];
const country = fc.constantFrom("CN", "US", "LU");
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const partyOf = (id: string): fc.Arbitrary<Party> =>
  fc
    .record({
      kind: fc.constantFrom(...partyKinds, "individual" as const, "individual" as const),
      jurisdiction: fc.option(country),
      seat: maybe(country),
      nationalities: maybe(fc.uniqueArray(country, { maxLength: 2 })),
      alsoOrganisedIn: maybe(fc.array(country, { maxLength: 2 })),
      residenceStatus: maybe(fc.record({ country, status: fc.constantFrom("lpr", "student") })),
      presentIn: maybe(country),
    })
    .map(({ seat, ...more }) => party(id, { ...more, ...(seat && { principalPlace: { country: seat } }) }));

describe("the columns as a pack sees them", () => {
  it("are what it makes of each party, as far as residence, seat and law go", () => {
    fc.assert(
      fc.property(fc.tuple(...ids.map(partyOf)), (parties) => {
        const { reference } = packViewOfAll(pack, sampleReference({ parties }), "2026-11-23");
        const columns = reference.columns();
        for (const id of ids) {
          const number = columns.numberOf(id) ?? -1;
          const seen = reference.party(id);
          expect(columns.partyOf(number)).toEqual(seen);
          const law = countryOfNumber(columns.jurisdiction[number] ?? 0);
          const seat = countryOfNumber(columns.principalPlace[number] ?? 0);
          // Somebody of no known place is of none, wherever at home: no limb asks.
          if (seen?.kind === "individual" && law === undefined && seat === undefined) continue;
          expect([partyKinds[columns.partyKind[number] ?? -1], law ?? null, seat]).toEqual([
            seen?.kind,
            seen?.jurisdiction,
            seen?.principalPlace?.country,
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
