import {
  countryNumber,
  countryOfNumber,
  type InterestColumns,
  type Party,
  type PartyColumns,
  partyKinds,
  type Regime,
} from "../model/index.js";

/**
 * The columns as a pack sees them: `seen` is how it takes one party. What it makes of a record is settled by kind, places and nationality,
 * unless the record is a particular one, which is read. Individuals matter only where the regime counts residence.
 */
export function seenColumns(columns: InterestColumns, seen: (party: Party) => Party, regime: Regime): InterestColumns {
  const jurisdiction = columns.jurisdiction.slice();
  const principalPlace = columns.principalPlace.slice();
  const partyKind = columns.partyKind.slice();
  const set = (party: number, { kind, jurisdiction: law, principalPlace: seat }: Party) => {
    partyKind[party] = partyKinds.indexOf(kind);
    jurisdiction[party] = countryNumber(law);
    principalPlace[party] = countryNumber(seat?.country);
  };
  const individual = partyKinds.indexOf("individual");
  const residence = regime.covered.limbs.includes("residence");
  const known = new Map<number, Party>();
  for (let party = 0; party < columns.partyCount; party++) {
    const isIndividual = columns.partyKind[party] === individual;
    if (isIndividual && (!residence || (jurisdiction[party] === 0 && principalPlace[party] === 0))) continue;
    if (columns.particular[party] === 1) {
      const record = columns.partyOf(party);
      if (record) set(party, seen(record));
    } else if (isIndividual) {
      const key = combination(columns, party);
      const like = known.get(key) ?? seen(plainIndividual(columns, party));
      known.set(key, like);
      set(party, like);
    }
  }
  const partyOf = (party: number) => {
    const record = columns.partyOf(party);
    return record && seen(record);
  };
  return { ...columns, partyOf, partyKind, jurisdiction, principalPlace };
}

/** One number for the three countries; exact, since each is below 2 to the 16. */
function combination({ jurisdiction, principalPlace, nationality }: PartyColumns, party: number): number {
  return ((jurisdiction[party] ?? 0) * 65_536 + (principalPlace[party] ?? 0)) * 65_536 + (nationality[party] ?? 0);
}

/** Somebody of whom no more is known than the columns say. */
function plainIndividual(columns: PartyColumns, party: number): Party {
  const seat = countryOfNumber(columns.principalPlace[party] ?? 0);
  const nationality = countryOfNumber(columns.nationality[party] ?? 0);
  return {
    id: "",
    name: "",
    kind: "individual",
    jurisdiction: countryOfNumber(columns.jurisdiction[party] ?? 0) ?? null,
    principalPlace: seat === undefined ? undefined : { country: seat },
    nationalities: nationality === undefined ? undefined : [nationality],
    sources: [],
    confidence: "high",
  };
}
