import type { Party } from "../model/index.js";
import { numbersOf } from "./identifiers.js";

/** FollowTheMoney's word for what a party is. */
export function schemaOf({ kind, form }: Party): string {
  if (kind === "individual") return "Person";
  if (kind === "government") return "PublicBody";
  if (kind === "entity") return form ? "Company" : "Organization";
  return "LegalEntity";
}

/** What is known of a party as FollowTheMoney properties; what is not known is not there. */
export function propertiesOf(party: Party): Record<string, string[]> {
  const numbers = numbersOf(party);
  const country = [party.jurisdiction, party.principalPlace?.country];
  const all: Record<string, (string | null | undefined)[]> = {
    name: [party.name],
    alias: [party.nativeName, ...(party.aliases ?? [])],
    weakAlias: party.weakAliases ?? [],
    previousName: party.formerNames ?? [],
    jurisdiction: party.kind === "individual" ? [] : [party.jurisdiction],
    country,
    nationality: party.nationalities ?? [],
    birthDate: party.birthDates ?? [],
    leiCode: [party.lei],
    registrationNumber: numbers.flatMap(({ number, registration }) => (registration ? [number] : [])),
    idNumber: numbers.flatMap(({ number, registration }) => (registration ? [] : [number])),
    address: (party.addresses ?? []).map(({ full }) => full),
  };
  const codes = new Set(["jurisdiction", "country", "nationality"]);
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, values]) => {
      const said = [...new Set(values.flatMap((value) => (value ? [codes.has(key) ? value.toLowerCase() : value] : [])))];
      return said.length > 0 ? [[key, said]] : [];
    }),
  );
}
