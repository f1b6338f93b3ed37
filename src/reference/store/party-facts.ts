import { countryNumber, type Party, partyKinds } from "../../model/index.js";
import type { PartyRecord } from "../import/format.js";
import { isForeignNumber } from "../import/formats/psc-company-number.js";

/** The columns of parties, by name: how each value is kept. */
export const partyColumns = {
  /** Index + 1 into `partyKinds`; 0 where no record states it. */
  kind: Uint8Array,
  jurisdiction: Uint16Array,
  place: Uint16Array,
  nationality: Uint16Array,
  marks: Uint8Array,
} as const;
export type PartyColumn = keyof typeof partyColumns;
export const partyColumnNames = Object.keys(partyColumns) as PartyColumn[];

/** Bits of `marks`: which keys a party has, since its id may be made from any of them, whether its records say more, and whether they name it. */
export const marks = { lei: 1, ukNumber: 2, foreignUkNumber: 4, particular: 8, named: 16 } as const;

const unknown = partyKinds.indexOf("unknown") + 1;

/** What records state of parties, by number, one fact after another: the first stands, as `mergeParty` has it. */
export class PartyFacts {
  kind = new Uint8Array();
  jurisdiction = new Uint16Array();
  place = new Uint16Array();
  nationality = new Uint16Array();
  marks = new Uint8Array();

  constructor(length: number) {
    this.resize(length);
  }

  /** Makes room for a number of parties. */
  resize(length: number): void {
    for (const name of partyColumnNames) {
      const column = new partyColumns[name](length);
      column.set(this[name].subarray(0, length));
      Object.assign(this, { [name]: column });
    }
  }

  /** What one record says of a party. */
  add(party: number, record: PartyRecord): void {
    const { kind, jurisdiction, principalPlace, nationalities } = record;
    if (kind !== undefined) this.addKind(party, partyKinds.indexOf(kind) + 1);
    if (jurisdiction) this.jurisdiction[party] ||= countryNumber(jurisdiction);
    if (principalPlace) this.place[party] ||= countryNumber(principalPlace.country);
    if (nationalities) for (const one of nationalities) this.addNationality(party, countryNumber(one));
    if (record.name !== undefined) this.mark(party, marks.named);
    if (saysMore(record)) this.mark(party, marks.particular);
  }

  /** One more key of a party. */
  addKey(party: number, key: string): void {
    if (key.startsWith("lei-")) this.mark(party, marks.lei);
    else if (key.startsWith("gb-coh-"))
      this.mark(party, isForeignNumber(key.slice(7, 9).toUpperCase()) ? marks.foreignUkNumber : marks.ukNumber);
  }

  /** What another source's columns say of a party. */
  addFrom(other: PartyFacts, from: number, party: number): void {
    this.addKind(party, other.kind[from] ?? 0);
    this.jurisdiction[party] ||= other.jurisdiction[from] ?? 0;
    this.place[party] ||= other.place[from] ?? 0;
    this.addNationality(party, other.nationality[from] ?? 0);
    this.mark(party, other.marks[from] ?? 0);
  }

  /** What one source withholds another may tell. */
  private addKind(party: number, kind: number): void {
    const before = this.kind[party] ?? 0;
    if (before === 0 || (before === unknown && kind !== 0)) this.kind[party] = kind;
  }

  private addNationality(party: number, country: number): void {
    const before = this.nationality[party] ?? 0;
    if (before === 0) this.nationality[party] = country;
    else if (country !== 0 && country !== before) this.mark(party, marks.particular);
  }

  private mark(party: number, bits: number): void {
    this.marks[party] = (this.marks[party] ?? 0) | bits;
  }
}

/** Whether a party's record tells of where it belongs what no column has; several nationalities aside. */
export function saysMore({ alsoOrganisedIn, residenceStatus, presentIn, branchOf }: Partial<Party>): boolean {
  return alsoOrganisedIn !== undefined || residenceStatus !== undefined || presentIn !== undefined || branchOf !== undefined;
}
