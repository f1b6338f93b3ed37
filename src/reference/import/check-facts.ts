import { capacities, confidences, countryNumber, interestKinds, lastDayOf, PartyKind } from "../../model/index.js";
import { digitsIn, partAfter } from "../store/days.js";
import type { InterestRecord, ListingRecord, PartyRecord } from "./format.js";

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
    faultOfCountry(party.jurisdiction) ??
    faultOfCountry(party.principalPlace?.country) ??
    firstFault(party.nationalities, faultOfCountry) ??
    firstFault(party.addresses, faultOfAddress) ??
    (party.lei !== undefined && !lei.test(party.lei) ? `${shown(party.lei)} is no LEI. Expected 20 letters and digits` : undefined) ??
    faultOfIdentifiers(party.identifiers) ??
    firstFault(party.birthDates, faultOfDate) ??
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
    faultOfDate(interest.asOf) ??
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
  const { length } = date;
  if ((length !== 4 && length !== 7 && length !== 10) || digitsIn(date, 0, 4) < 0) return false;
  if (length === 4) return true;
  const month = partAfter(date, 4);
  if (month < 1 || month > 12) return false;
  if (length === 7) return true;
  const day = partAfter(date, 7);
  return day >= 1 && (day <= 28 || date <= lastDayOf(date.slice(0, 7)));
}

/** The facts of a record name the same two parties again and again: these were looked at last, and are sound. */
const soundIds: [string, string] = ["a", "a"];

function faultOfId(what: string, id: string): string | undefined {
  if (id === soundIds[0] || id === soundIds[1]) return undefined;
  if (isSlug(id)) {
    soundIds[1] = soundIds[0];
    soundIds[0] = id;
    return undefined;
  }
  return `${what}, ${shown(id)}, is none. Expected lower-case letters and digits in groups joined by hyphens, the scheme first, such as gb-coh-01234567`;
}

function faultOfShares({ share, shareMin, shareMax }: InterestRecord): string | undefined {
  const wrong = isPercentage(share) ? (isPercentage(shareMin) ? shareMax : shareMin) : share;
  if (!isPercentage(wrong)) return `the share ${wrong} is out of range. Expected a percentage from 0 to 100`;
  if (shareMin === undefined || shareMax === undefined || shareMin <= shareMax) return undefined;
  return `the least share, ${shareMin}, is more than the greatest, ${shareMax}. Expected the smaller number first`;
}

function isPercentage(share: number | undefined): boolean {
  return share === undefined || (share >= 0 && share <= 100);
}

function faultOfCountry(code: string | null | undefined): string | undefined {
  if (code === undefined || code === null || countryNumber(code) > 0) return undefined;
  return `${shown(code)} is no country. Expected an ISO 3166-1 code of two capitals, such as US`;
}

function faultOfAddress(address: { country?: string | undefined }): string | undefined {
  return faultOfCountry(address.country);
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
  const wrong = faultOfDate(from) ?? faultOfDate(until);
  if (wrong || from === undefined || until === undefined || until >= from.slice(0, until.length)) return wrong;
  return `it ends on ${until}, before it begins on ${from}`;
}

function faultOfDate(date: string | undefined): string | undefined {
  if (date === undefined || isPartialDate(date)) return undefined;
  return `${shown(date)} is no date. Expected YYYY, YYYY-MM or YYYY-MM-DD`;
}

function firstFault<Value>(values: readonly Value[] | undefined, faultOf: (value: Value) => string | undefined): string | undefined {
  if (values) {
    for (const value of values) {
      const fault = faultOf(value);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
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
