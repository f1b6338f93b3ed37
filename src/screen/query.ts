import { type PartialDate, type PartyKind, partialDateForm, type ScreenQuery } from "../model/index.js";
import { countryCode } from "./countries.js";
import { normalNumber } from "./identifiers.js";

/** What a query says, in the terms of the comparison. */
export interface QueryFacts {
  /** Kinds of party that it can be; undefined where it does not say. */
  kind: "individual" | "entity" | undefined;
  names: string[];
  leis: string[];
  /** Numbers in normal form, without what country they are of; `registration`: of the register that keeps the party. */
  numbers: { number: string; registration: boolean }[];
  countries: string[];
  nationalities: string[];
  birthDates: PartialDate[];
  addresses: string[];
  remarks: string[];
}

const kinds: Record<string, QueryFacts["kind"] | null> = {
  Person: "individual",
  Company: "entity",
  Organization: "entity",
  PublicBody: "entity",
  LegalEntity: undefined,
  Thing: undefined,
};

/** More names than this in one query are not those of one party. */
const mostNames = 20;
const longestName = 300;

/** Reads a query; the text is the reason why it cannot be screened. */
export function readQuery({ schema, properties }: ScreenQuery): QueryFacts | string {
  if (!Object.hasOwn(kinds, schema)) return `the schema ${schema} is not screened. Expected one of ${Object.keys(kinds).join(", ")}.`;
  const remarks: string[] = [];
  const all = (...keys: string[]) => [...new Set(keys.flatMap((key) => (Object.hasOwn(properties, key) ? (properties[key] ?? []) : [])))];
  const names = namesOf(all, remarks);
  const leis = all("leiCode").flatMap((text) => leiOf(text, remarks));
  const numbers = [
    ...all("registrationNumber", "ogrnCode").map((text) => ({ number: normalNumber(text), registration: true })),
    ...all("idNumber", "taxNumber", "passportNumber", "innCode", "dunsCode", "swiftBic", "vatCode").map((text) => ({
      number: normalNumber(text),
      registration: false,
    })),
  ].filter(({ number }) => number !== "");
  if (names.length + leis.length + numbers.length === 0) return "it has neither a name nor an identifier. Expected at least one of them.";
  const given = kinds[schema] ?? undefined;
  const birthDates = all("birthDate").flatMap((text) => birthDateOf(text, remarks));
  const facts: QueryFacts = {
    kind: given ?? (birthDates.length > 0 ? "individual" : undefined),
    names,
    leis,
    numbers,
    countries: all("country", "jurisdiction", "mainCountry").flatMap((text) => countryOf(text, remarks)),
    nationalities: all("nationality", "citizenship").flatMap((text) => countryOf(text, remarks)),
    birthDates,
    addresses: all("address", "addressEntity").filter((text) => text.trim() !== ""),
    remarks,
  };
  const unread = Object.keys(properties).filter((key) => !readProperties.has(key));
  if (unread.length > 0)
    remarks.push(
      `not compared: ${unread
        .slice(0, 10)
        .map((one) => one.slice(0, 40))
        .join(", ")}`,
    );
  return facts;
}

/** Whether a party of a kind can be what a query asks for: a company is no person. */
export function kindsAgree(asked: QueryFacts["kind"], kind: PartyKind): boolean {
  if (kind === "unknown") return false;
  return asked === undefined || (asked === "individual") === (kind === "individual");
}

const readProperties = new Set(
  (
    "name alias weakAlias previousName firstName secondName middleName lastName country jurisdiction mainCountry nationality citizenship leiCode " +
    "registrationNumber ogrnCode idNumber taxNumber passportNumber innCode dunsCode swiftBic vatCode address addressEntity birthDate"
  ).split(" "),
);

function namesOf(all: (...keys: string[]) => string[], remarks: string[]): string[] {
  const whole = all("name", "alias", "weakAlias", "previousName");
  const [first, ...rest] = [all("firstName"), all("secondName", "middleName"), all("lastName")];
  const joined = [first?.[0], ...rest.map((one) => one[0])].filter(Boolean).join(" ");
  const names = [...new Set([...whole, ...(whole.length === 0 ? [joined] : [])].map((one) => one.trim()).filter(Boolean))];
  const long = names.filter((one) => one.length > longestName);
  if (long.length > 0) remarks.push(`${long.length} names have more than ${longestName} characters and were cut there`);
  if (names.length > mostNames) remarks.push(`only the first ${mostNames} of ${names.length} names were compared`);
  return names.slice(0, mostNames).map((one) => one.slice(0, longestName));
}

function leiOf(text: string, remarks: string[]): string[] {
  const lei = text.replace(/[\s-]/g, "").toUpperCase();
  if (/^[A-Z0-9]{18}\d{2}$/.test(lei)) return [lei];
  if (text.trim()) remarks.push(`${text.slice(0, 40)} is no LEI (20 characters, the last two digits) and was not compared`);
  return [];
}

function countryOf(text: string, remarks: string[]): string[] {
  const code = countryCode(text);
  if (code) return [code];
  if (text.trim()) remarks.push(`the country ${text.slice(0, 40)} is not known and was not compared`);
  return [];
}

function birthDateOf(text: string, remarks: string[]): PartialDate[] {
  const date = text.trim().slice(0, 10);
  if (partialDateForm.test(date)) return [date];
  if (text.trim()) remarks.push(`the birth date ${text.slice(0, 40)} is none of YYYY, YYYY-MM, YYYY-MM-DD and was not compared`);
  return [];
}
