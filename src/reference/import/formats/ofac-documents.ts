import { countryCode } from "./list-countries.js";

/** A number in a register or on a document, as OFAC gives it. `country` by name or code. */
export interface ListedDocument {
  type: string;
  number: string;
  country?: string | undefined;
}

/** Kinds of numbers that stand for one party by themselves; the same number is the same party in every source. */
const worldwide: [RegExp, string][] = [
  [/^D-?U-?N-?S/i, "duns"],
  [/^SWIFT/i, "swift-bic"],
];

/** Kinds of numbers that stand for one party within their country. */
const national: [RegExp, string][] = [
  [/^(stateless person |refugee )?passport/i, "passport"],
  [/^(national id|cedula|personal id|d\.n\.i|c\.u\.r\.p|tarjeta de identidad|birth certificate)/i, "national-id"],
  [/^(tax id|nit #|r\.?f\.?c|ruc #|rif #|italian fiscal code|v\.a\.t|fiscal code|c\.u\.i\.t)/i, "tax-id"],
  [/^government gazette/i, "statistics"],
  [
    /^(registration|company number|uk company|public registration|commercial registry|business registration|matricula mercantil|folio mercantil|business number|enterprise number|trade license|c\.?r\.? no|chamber of commerce)/i,
    "registration",
  ],
];

/** Kinds that say nothing about who somebody is: features that the lists keep among the numbers. */
const noNumbers =
  /gender|secondary sanctions|website|email|phone|fax|directive|listing date|effective date|divestment|information|organization (type|established)|target type|transactions prohibited|vessel|aircraft|isin|issuer|ticker|imo|mmsi|nationality|determination/i;

/**
 * The scheme and value by which a number identifies a party; undefined where it does not. Schemes of numbers whose issuer the country
 * and form settle are those that registers use: `gb-coh`, `ru-ogrn`, `ru-inn`, `cn-uscc`; others end in the country.
 */
export function identifierOf(document: ListedDocument): [scheme: string, value: string] | undefined {
  const type = document.type.trim();
  const number = document.number.replace(/\s+/g, " ").trim();
  if (!number || number.length > 60 || noNumbers.test(type)) return undefined;
  const world = worldwide.find(([words]) => words.test(type));
  if (world) return [world[1], number];
  const country = countryCode(document.country)?.toLowerCase();
  const kind = national.find(([words]) => words.test(type))?.[1];
  if (!country || !kind) return chinese(type, number);
  const oneRegister = kind !== "statistics" && (kind !== "registration" || oneRegisterCountries.has(country));
  return known(country, kind, number) ?? (oneRegister ? [`${kind}-${country}`, number] : undefined);
}

/** Countries with one register of companies; elsewhere each court, state or chamber counts its own, and a number is many companies'. */
const oneRegisterCountries = new Set(
  "be bg by ch cy cz dk ee fi fr gb gi gr hk hr ie il in je jp kr kz lt lu lv md mt my nl no nz pl rs se sg si sk th tw ua uz vg za".split(
    " ",
  ),
);

/** Legal entity identifier, where the number is one. */
export function leiOf(document: ListedDocument): string | undefined {
  return /^(legal entity|LEI)/i.test(document.type) && /^[A-Z0-9]{18}\d{2}$/.test(document.number.trim())
    ? document.number.trim()
    : undefined;
}

/** What a party's numbers say of it. */
export interface PartyNumbers {
  lei?: string;
  identifiers?: Record<string, string>;
}

/** A party's numbers: identifiers, of which it has one in each scheme, and the others in words, for its note. */
export function numbersOf(documents: ListedDocument[]): { numbers: PartyNumbers; others: string[] } {
  const numbers: PartyNumbers = {};
  const others: string[] = [];
  for (const document of documents) {
    const lei = leiOf(document);
    const [scheme, value] = identifierOf(document) ?? [];
    const taken = numbers.identifiers?.[scheme ?? ""];
    if (lei && (numbers.lei ?? lei) === lei) numbers.lei = lei;
    else if (scheme && value && (taken ?? value) === value) numbers.identifiers = { ...numbers.identifiers, [scheme]: value };
    else if (!noNumbers.test(document.type)) others.push(inWords(document));
  }
  return { numbers, others };
}

function inWords({ type, number, country }: ListedDocument): string {
  return `${type} ${number}${country ? ` (${country})` : ""}`;
}

function known(country: string, kind: string, number: string): [string, string] | undefined {
  if (country === "ru" && kind === "registration" && /^\d{13}(\d\d)?$/.test(number)) return ["ru-ogrn", number];
  if (country === "ru" && kind === "tax-id" && /^(\d{10}|\d{12})$/.test(number)) return ["ru-inn", number];
  if (country === "ru" && kind === "statistics" && /^\d{8}$/.test(number)) return ["ru-okpo", number];
  if (country === "gb" && kind === "registration" && /^([A-Z]{2}\d{6}|\d{6,8})$/.test(number)) return ["gb-coh", number.padStart(8, "0")];
  return undefined;
}

function chinese(type: string, number: string): [string, string] | undefined {
  return /^unified social credit/i.test(type) && /^[0-9A-Z]{18}$/.test(number) ? ["cn-uscc", number] : undefined;
}
