import { countryCount, countryNumber, type Party, type PartyColumns, partyKinds } from "../../model/index.js";
import { emptyPartyColumns, setParty } from "../party-columns.js";
import type { Numbering } from "./numbering.js";
import { marks, PartyFacts } from "./party-facts.js";
import type { Store } from "./store.js";

const entity = partyKinds.indexOf("entity") + 1;
const unitedKingdom = countryNumber("GB");

export interface ComposedParties extends PartyColumns {
  /** 1 where only the record tells the name; else it is made from the id. */
  named: Uint8Array;
}

/**
 * What all sources together say of each numbered party, as `party` does. The stores' columns are merged in order of source; parties that
 * the built-in catalogue has, and the few whose id decides in a way that columns do not show, are asked one by one.
 */
export function composedParties(
  builtInIds: Iterable<string>,
  numbering: Numbering,
  stores: readonly Store[],
  partyOf: (number: number) => Party | undefined,
): ComposedParties {
  const facts = new PartyFacts(numbering.partyCount);
  stores.forEach((store, index) => {
    const told = store.partyFacts();
    checkFacts(told, store);
    const numbers = numbering.ofStore(index);
    for (let party = 0; party < numbers.length; party++) facts.addFrom(told, party, numbers[party] ?? 0);
  });
  const asked = fillGaps(facts);
  const columns: ComposedParties = {
    partyKind: facts.kind.map((kind) => kind - 1),
    jurisdiction: facts.jurisdiction,
    principalPlace: facts.place,
    nationality: facts.nationality,
    particular: withMark(facts, marks.particular),
    named: withMark(facts, marks.named),
  };
  for (const id of builtInIds) {
    const number = numbering.ofBuiltIn(id);
    if (number !== undefined) asked.add(number);
  }
  const nothing = emptyPartyColumns(1);
  for (const number of asked) {
    const party = partyOf(number);
    columns.named[number] = 1;
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

function withMark({ marks: bits }: PartyFacts, mark: number): Uint8Array {
  const marked = new Uint8Array(bits.length);
  for (let party = 0; party < bits.length; party++) marked[party] = ((bits[party] ?? 0) & mark) === 0 ? 0 : 1;
  return marked;
}

function checkFacts({ kind, jurisdiction, place, nationality }: PartyFacts, store: Store): void {
  const check = (name: string, column: Uint8Array | Uint16Array, most: number) => {
    for (let party = 0; party < column.length; party++) {
      if ((column[party] ?? 0) > most)
        throw store.file(`parties.${name}`).torn(`what parties.${name} says of party ${party} means nothing`);
    }
  };
  check("kind", kind, partyKinds.length);
  check("jurisdiction", jurisdiction, countryCount - 1);
  check("place", place, countryCount - 1);
  check("nationality", nationality, countryCount - 1);
}
