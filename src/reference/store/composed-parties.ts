import { countryCount, countryNumber, type Party, type PartyColumns, partyKinds } from "../../model/index.js";
import { emptyPartyColumns, setParty } from "../party-columns.js";
import type { Numbering } from "./numbering.js";
import { marks, PartyFacts } from "./party-facts.js";
import type { Store } from "./store.js";

const entity = partyKinds.indexOf("entity") + 1;
const unitedKingdom = countryNumber("GB");

/**
 * What all sources together say of each numbered party, as `party` does. The stores' columns are merged in order of source; parties that
 * the built-in catalogue has, and the few whose id decides in a way that columns do not show, are asked one by one.
 */
export function composedParties(
  builtInIds: Iterable<string>,
  numbering: Numbering,
  stores: readonly Store[],
  partyOf: (number: number) => Party | undefined,
): PartyColumns {
  const facts = new PartyFacts(numbering.partyCount);
  stores.forEach((store, index) => {
    const told = store.partyFacts();
    checkFacts(told, store);
    numbering.ofStore(index).forEach((number, party) => {
      facts.addFrom(told, party, number);
    });
  });
  const asked = fillGaps(facts);
  const columns: PartyColumns = {
    partyKind: facts.kind.map((kind) => kind - 1),
    jurisdiction: facts.jurisdiction,
    principalPlace: facts.place,
    nationality: facts.nationality,
    particular: facts.marks.map((bits) => Number((bits & marks.particular) !== 0)),
  };
  for (const id of builtInIds) {
    const number = numbering.ofBuiltIn(id);
    if (number !== undefined) asked.add(number);
  }
  const nothing = emptyPartyColumns(1);
  for (const number of asked) {
    const party = partyOf(number);
    if (party) setParty(columns, number, party);
    else for (const name of Object.keys(nothing) as (keyof PartyColumns)[]) columns[name][number] = nothing[name][0] ?? 0;
  }
  return columns;
}

/** A company of the UK's register is from there unless somebody says otherwise; where an LEI names it, its id does not say so. */
function fillGaps(facts: PartyFacts): Set<number> {
  const asked = new Set<number>();
  for (let party = 0; party < facts.kind.length; party++) {
    if (facts.kind[party] === 0) facts.kind[party] = entity;
    if (facts.jurisdiction[party] !== 0) continue;
    const bits = facts.marks[party] ?? 0;
    if ((bits & marks.lei) !== 0 || (bits & marks.ukNumber) === 0) continue;
    // Of several numbers the first in order of text decides.
    if ((bits & marks.foreignUkNumber) !== 0) asked.add(party);
    else facts.jurisdiction[party] = unitedKingdom;
  }
  return asked;
}

function checkFacts({ kind, jurisdiction, place, nationality }: PartyFacts, store: Store): void {
  const torn = (name: string, party: number, what: string) => store.file(`parties.${name}`).torn(`party ${party} is of no known ${what}`);
  const ofNoKind = kind.findIndex((one) => one > partyKinds.length);
  if (ofNoKind >= 0) throw torn("kind", ofNoKind, "kind");
  for (const [name, column] of Object.entries({ jurisdiction, place, nationality })) {
    const ofNoCountry = column.findIndex((one) => one >= countryCount);
    if (ofNoCountry >= 0) throw torn(name, ofNoCountry, "country");
  }
}
