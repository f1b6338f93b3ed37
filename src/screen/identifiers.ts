import type { Party } from "../model/index.js";

/** One number that a register gave a party. */
export interface PartyNumber {
  scheme: string;
  /** ISO code, where the scheme or the party's jurisdiction tells it; null for numbers that are the same in the whole world. */
  country: string | null | undefined;
  /** Of the register that keeps companies: a party has one of them in a country. */
  registration: boolean;
  number: string;
}

/** A register number as it is compared: capitals and digits only, without leading zeros, which spreadsheets lose. */
export function normalNumber(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/^0+(?=.)/, "");
}

/** Schemes that number entries of a list, papers or securities, not parties. */
const listSchemes = /^(un|eu|ofac|ftm|bods|us-bis|us-csl|us-dod|us-fcc|user|isin|us-sec-file)\b/;

/** Schemes whose country their name does not tell. */
const countryOfScheme: Record<string, string> = { cik: "US" };

const worldwide = /^(duns|swift-bic)$/;
const companyRegisters = /^(gb-coh|cn-uscc|ru-ogrn|registration-[a-z]{2}|[a-z]{2}-registration)$/;

/** The numbers of a party that a query can have too. The country stands before or behind the scheme: gb-coh, passport-ru. */
export function numbersOf(party: Pick<Party, "identifiers" | "jurisdiction">): PartyNumber[] {
  return Object.entries(party.identifiers ?? {}).flatMap(([scheme, text]) => {
    const number = normalNumber(text);
    if (!number || listSchemes.test(scheme)) return [];
    return [{ scheme, country: countryOf(scheme, party), registration: companyRegisters.test(scheme), number }];
  });
}

function countryOf(scheme: string, { jurisdiction }: Pick<Party, "jurisdiction">): string | null | undefined {
  if (worldwide.test(scheme)) return null;
  if (Object.hasOwn(countryOfScheme, scheme)) return countryOfScheme[scheme];
  const [, before, behind] = /^(?:([a-z]{2})-.*|.*-([a-z]{2}))$/.exec(scheme) ?? [];
  return (before ?? behind)?.toUpperCase() ?? jurisdiction ?? undefined;
}

/** Ids under which a register may hold what a query names by identifier. */
export function idsOfIdentifiers(leis: readonly string[], numbers: readonly string[], countries: readonly string[]): string[] {
  const companiesHouse = countries.includes("GB") ? numbers.map((number) => `gb-coh-${number.toLowerCase().padStart(8, "0")}`) : [];
  return [...leis.map((lei) => `lei-${lei.toLowerCase()}`), ...companiesHouse];
}
