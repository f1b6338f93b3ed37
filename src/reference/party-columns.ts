import { countryNumber, type Party, type PartyColumns, partyKinds } from "../model/index.js";
import { saysMore } from "./store/party-facts.js";

/** Columns of parties of which nothing is known: entities from nowhere. */
export function emptyPartyColumns(partyCount: number): PartyColumns {
  return {
    partyKind: new Uint8Array(partyCount).fill(partyKinds.indexOf("entity")),
    jurisdiction: new Uint16Array(partyCount),
    principalPlace: new Uint16Array(partyCount),
    nationality: new Uint16Array(partyCount),
    particular: new Uint8Array(partyCount),
  };
}

/** Puts what is known of one party in its place. */
export function setParty(columns: PartyColumns, number: number, party: Party): void {
  const nationalities = party.nationalities ?? [];
  columns.partyKind[number] = partyKinds.indexOf(party.kind);
  columns.jurisdiction[number] = countryNumber(party.jurisdiction);
  columns.principalPlace[number] = countryNumber(party.principalPlace?.country);
  columns.nationality[number] = countryNumber(nationalities[0]);
  columns.particular[number] = Number(new Set(nationalities).size > 1 || saysMore(party));
}
