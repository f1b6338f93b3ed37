import { isPartialDate } from "../check-facts.js";
import { idOf } from "./ftm-id.js";
import { slugOf } from "./list-identity.js";
import { companyNumber } from "./psc-company-number.js";

/**
 * The party that a cell names: an LEI, `lei:…`, `gb-coh:01234567` or any other `scheme:number` is the party known by that number; `party:ID`
 * the party with that id of beholden's; anything else is an id or a name of the user's own, read without regard to capitals and spaces.
 */
export function partyIdOf(text: string): string | undefined {
  const plain = text.replace(/\s+/g, " ").trim();
  if (/^[A-Z0-9]{18}\d{2}$/.test(plain)) return `lei-${plain.toLowerCase()}`;
  const [, scheme, value = ""] = /^([a-z][a-z0-9-]*):\s*(\S.*)$/.exec(plain) ?? [];
  if (scheme === undefined) return idOf("user", plain.toLowerCase());
  if (scheme === "party") return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? value : undefined;
  if (scheme === "lei") return /^[A-Z0-9]{18}\d{2}$/.test(value.toUpperCase()) ? `lei-${value.toLowerCase()}` : undefined;
  const number = scheme === "gb-coh" ? companyNumber(value) : value;
  const id = number === undefined ? "" : slugOf(number);
  return id === "" || scheme.endsWith("-") ? undefined : `${scheme.replace(/-+/g, "-")}-${id}`;
}

export const expectedParty = "an LEI, scheme:number such as gb-coh:01234567, party:ID, or an id or name of your own";

/** A day, a month or a year as ISO 8601 writes it. */
export function dateOf(text: string): string | undefined {
  return isPartialDate(text) ? text : undefined;
}

/** Whether a period ends before it begins. */
export function endsEarly({ from, until }: { from?: string | undefined; until?: string | undefined }): boolean {
  return from !== undefined && until !== undefined && until < from.slice(0, until.length);
}

export const expectedDate = "a date such as 2022-01-18, 2022-01 or 2022";

/** One of some words, without regard to capitals. */
export function wordOf<Word extends string>(words: Readonly<Record<string, Word>>): (text: string) => Word | undefined {
  return (text) => {
    const plain = text.toLowerCase().replace(/[\s_]+/g, "-");
    return Object.hasOwn(words, plain) ? words[plain] : undefined;
  };
}

/** The file's name without its ending, as the name of a source: `user-suppliers`. */
export function sourceName(name: string): string {
  const file = (name.split(/[\\/]/).at(-1) ?? "").replace(/\.[a-z0-9]{1,5}$/i, "");
  return `user-${slugOf(file).slice(0, 60).replace(/-$/, "") || "table"}`;
}
