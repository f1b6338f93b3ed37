import {
  countryCount,
  countryOfNumber,
  type Day,
  type InterestColumns,
  type PartyColumns,
  type PartyKind,
  partyKinds,
  type Reference,
  type Regime,
} from "../../model/index.js";
import { governmentsOfConcern, type Standing, standingsByThemselves } from "./by-itself.js";
import type { Seeds } from "./worlds.js";

/** How all parties stand by themselves, with the standing of each that is on a list of the regime, by number. */
export interface NumberedSeeds {
  seeds: Seeds;
  listed: Map<number, Standing>;
}

/** The same as `standingsByThemselves` for every party: by columns where kind and place decide, and one by one where a list may. */
export function seedsAmong(columns: InterestColumns, regime: Regime, reference: Reference, asOf: Day): NumberedSeeds {
  const seeds = seedsByPlace(columns, regime, reference, asOf);
  const listed = new Map<number, Standing>();
  const standingOf = standingsByThemselves(regime, reference, asOf);
  for (const list of regime.covered.limbs.includes("listed") ? [...regime.covered.lists, ...(regime.covered.openLists ?? [])] : []) {
    for (const id of reference.listedParties(list)) {
      const number = columns.numberOf(id);
      if (number === undefined || listed.has(number)) continue;
      const standing = standingOf(reference.party(id));
      listed.set(number, standing);
      seeds[number] = standing.covered === "yes" ? 2 : standing.covered === "no" ? 0 : 1;
    }
  }
  return { seeds, listed };
}

const kindNumber = (kind: PartyKind) => partyKinds.indexOf(kind);
const [government, entity, individual, unknown] = [
  kindNumber("government"),
  kindNumber("entity"),
  kindNumber("individual"),
  kindNumber("unknown"),
];

function seedsByPlace(columns: PartyColumns & { partyCount: number }, regime: Regime, reference: Reference, asOf: Day): Seeds {
  const { partyKind, jurisdiction, principalPlace } = columns;
  const concern = concernByNumber(regime, reference, asOf);
  const knows = (limb: Regime["covered"]["limbs"][number]) => regime.covered.limbs.includes(limb);
  const [organised, principal, residence] = [knows("organised"), knows("principal-place"), knows("residence")];
  const seeds = new Uint8Array(columns.partyCount);
  for (let party = 0; party < seeds.length; party++) {
    const kind = partyKind[party];
    const law = concern[jurisdiction[party] ?? 0] === 1;
    const seat = principalPlace[party] ?? 0;
    if (kind === unknown) seeds[party] = 1;
    else if (kind === government) seeds[party] = law ? 2 : 0;
    else if (kind === entity) seeds[party] = (organised && law) || (principal && concern[seat] === 1) ? 2 : 0;
    else if (kind === individual && residence) seeds[party] = seat === 0 ? Number(law) : 2 * (concern[seat] ?? 0);
  }
  return seeds;
}

/** By number of a country: 1 where its government is one that the regime is concerned with. */
function concernByNumber(regime: Regime, reference: Reference, asOf: Day): Uint8Array {
  const concern = governmentsOfConcern(regime, reference, asOf);
  return Uint8Array.from({ length: countryCount }, (_, number) => {
    const code = countryOfNumber(number);
    return Number(code !== undefined && concern(code));
  });
}
