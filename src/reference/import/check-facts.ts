import { capacities, confidences, interestKinds, lastDayOf, PartyKind } from "../../model/index.js";
import type { InterestRecord, ListingRecord, PartyRecord } from "./format.js";

const country = /^[A-Z]{2}$/;
const partialDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const lei = /^[A-Z0-9]{18}\d{2}$/;
/** Longer than any register's numbers, short enough to be a key. */
const maxIdLength = 200;

const kindsOfParty: ReadonlySet<string> = new Set(PartyKind.options);
const kindsOfInterest: ReadonlySet<string> = new Set(interestKinds);
const allCapacities: ReadonlySet<string> = new Set(capacities);
const allConfidences: ReadonlySet<string> = new Set(confidences);

/** Whether a text can be the id of a party, a list or a source. A register has tens of millions of ids: no regular expression. */
export function isSlug(id: string): boolean {
  if (id.length > maxIdLength) return false;
  let letterBefore = false;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    const letter = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    if (!letter && (code !== 0x2d || !letterBefore)) return false;
    letterBefore = letter;
  }
  return letterBefore;
}

/** What is wrong with a party as a reader gave it, and what was expected; undefined where nothing is. */
export function faultOfParty(party: PartyRecord): string | undefined {
  return (
    faultOfId("the party's id", party.id) ??
    (party.name !== undefined && party.name.trim() === "" ? "the name is empty. Expected a name, or none at all" : undefined) ??
    (party.kind !== undefined && !kindsOfParty.has(party.kind) ? unknownWord("kind of party", party.kind, kindsOfParty) : undefined) ??
    faultOfCountries(party.jurisdiction, party.principalPlace?.country, ...(party.nationalities ?? [])) ??
    faultOfCountries(...(party.addresses ?? []).map((address) => address.country)) ??
    (party.lei !== undefined && !lei.test(party.lei) ? `${shown(party.lei)} is no LEI. Expected 20 letters and digits` : undefined) ??
    faultOfIdentifiers(party.identifiers) ??
    faultOfDates(...(party.birthDates ?? [])) ??
    faultOfPeriod(party) ??
    faultOfConfidence(party)
  );
}

/** The same for an interest. */
export function faultOfInterest(interest: InterestRecord): string | undefined {
  return (
    faultOfId("the owner's id", interest.owner) ??
    faultOfId("the id of the owned", interest.owned) ??
    (kindsOfInterest.has(interest.kind) ? undefined : unknownWord("kind of interest", interest.kind, kindsOfInterest)) ??
    faultOfShares(interest) ??
    (interest.capacity !== undefined && !allCapacities.has(interest.capacity)
      ? unknownWord("capacity", interest.capacity, allCapacities)
      : undefined) ??
    faultOfDates(interest.asOf) ??
    faultOfPeriod(interest) ??
    faultOfConfidence(interest)
  );
}

/** The same for a listing. */
export function faultOfListing(listing: ListingRecord): string | undefined {
  return (
    faultOfId("the listed party's id", listing.party) ??
    faultOfId("the list's id", listing.list) ??
    (listing.citation.trim() === "" ? "the listing has no citation. Expected the notice or the list that says so" : undefined) ??
    faultOfPeriod(listing) ??
    faultOfConfidence(listing)
  );
}

/** Whether a text is a date in the calendar: a year, a month or a day. */
export function isPartialDate(date: string): boolean {
  return partialDate.test(date) && (date.length < 10 || date.slice(8) <= "28" || date <= lastDayOf(date.slice(0, 7)));
}

function faultOfId(what: string, id: string): string | undefined {
  if (isSlug(id)) return undefined;
  return `${what}, ${shown(id)}, is none. Expected lower-case letters and digits in groups joined by hyphens, the scheme first, such as gb-coh-01234567`;
}

function faultOfShares({ share, shareMin, shareMax }: InterestRecord): string | undefined {
  const wrong = [share, shareMin, shareMax].find((value) => value !== undefined && !(value >= 0 && value <= 100));
  if (wrong !== undefined) return `the share ${wrong} is out of range. Expected a percentage from 0 to 100`;
  if (shareMin === undefined || shareMax === undefined || shareMin <= shareMax) return undefined;
  return `the least share, ${shareMin}, is more than the greatest, ${shareMax}. Expected the smaller number first`;
}

function faultOfCountries(...codes: (string | null | undefined)[]): string | undefined {
  const wrong = codes.find((code) => code !== undefined && code !== null && !country.test(code));
  return wrong === undefined || wrong === null
    ? undefined
    : `${shown(wrong)} is no country. Expected an ISO 3166-1 code of two capitals, such as US`;
}

function faultOfIdentifiers(identifiers: Record<string, string> | undefined): string | undefined {
  for (const scheme in identifiers) {
    const value = identifiers[scheme];
    if (!isSlug(scheme)) return `${shown(scheme)} is no scheme of identifiers. Expected a word such as gb-coh`;
    if (typeof value !== "string" || value.trim() === "" || value.length > maxIdLength) {
      return `the identifier of scheme ${scheme} is empty or longer than ${maxIdLength} characters`;
    }
  }
  return undefined;
}

function faultOfPeriod({ from, until }: { from?: string | undefined; until?: string | undefined }): string | undefined {
  const wrong = faultOfDates(from, until);
  if (wrong || from === undefined || until === undefined || until >= from.slice(0, until.length)) return wrong;
  return `it ends on ${until}, before it begins on ${from}`;
}

function faultOfDates(...dates: (string | undefined)[]): string | undefined {
  const wrong = dates.find((date) => date !== undefined && !isPartialDate(date));
  return wrong === undefined ? undefined : `${shown(wrong)} is no date. Expected YYYY, YYYY-MM or YYYY-MM-DD`;
}

function faultOfConfidence({ confidence }: { confidence?: string | undefined }): string | undefined {
  return confidence === undefined || allConfidences.has(confidence) ? undefined : unknownWord("confidence", confidence, allConfidences);
}

function unknownWord(what: string, word: string, known: ReadonlySet<string>): string {
  return `${shown(word)} is no ${what}. Expected one of ${[...known].join(", ")}`;
}

function shown(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
