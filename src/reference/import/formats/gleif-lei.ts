import type { ImportFormat, ImportSink, PartyRecord } from "../format.js";
import { type GleifKind, readGleif, recognisesGleif } from "./gleif-encodings.js";
import { type GleifAddress, type LeiRecord, leiRecordOfRow, leiRecordOfTree } from "./gleif-lei-record.js";
import { dayOf, isLei, leiId, noLei } from "./gleif-record.js";
import { distinct } from "./list-identity.js";
import { companyNumber } from "./psc-company-number.js";

/** Companies House for England and Wales, Northern Ireland and Scotland, whose numbers share one series. */
const companiesHouse = new Set(["RA000585", "RA000586", "RA000587"]);

const kind: GleifKind<LeiRecord> = {
  id: "gleif-lei",
  title: "LEI records, who is who",
  url: "https://www.gleif.org/en/lei-data/gleif-golden-copy/download-the-golden-copy",
  root: "LEIData",
  element: "LEIRecord",
  list: "records",
  member: "LegalName",
  columns: ["LEI", "Entity.LegalName", "Entity.LegalJurisdiction", "Registration.RegistrationStatus"],
  ofTree: leiRecordOfTree,
  ofRow: leiRecordOfRow,
  tell,
};

/** GLEIF's level 1: who has a legal entity identifier, in LEI-CDF 3.1 as CSV, XML and JSON. */
export const gleifLei: ImportFormat = {
  id: "gleif-lei",
  title: "GLEIF LEI records, level 1 (CSV, XML, JSON)",
  specification: "https://www.gleif.org/en/about-lei/common-data-file-format/current-versions/level-1-data-lei-cdf-3-1-format",
  recognises: (head) => recognisesGleif(kind, head),
  read: (input, sink) => readGleif(kind, input, sink),
};

function tell(record: LeiRecord, sink: ImportSink): string | undefined {
  if (!isLei(record.lei)) return noLei(record.lei);
  if (record.legalName === "") return `the record of ${record.lei} has no legal name.`;
  const { registrationStatus } = record;
  if (record.deletedAt !== "") sink.passOver("records that GLEIF has deleted");
  else if (registrationStatus === "ANNULLED" || registrationStatus === "DUPLICATE") sink.passOver("records annulled or duplicate");
  else sink.party(partyOf(record));
  return undefined;
}

function partyOf(record: LeiRecord): PartyRecord {
  const { headquarters, category } = record;
  const names = namesOf(record);
  const country = countryOf(headquarters.country);
  const party: PartyRecord = {
    id: leiId(record.lei),
    ...names,
    ...kindOf(record),
    jurisdiction: countryOf(record.jurisdiction) ?? null,
    lei: record.lei,
    addresses: addressesOf(record),
    record: record.lei,
    confidence: record.registrationStatus === "LAPSED" || record.validation === "ENTITY_SUPPLIED_ONLY" ? "medium" : "high",
  };
  if (country) party.principalPlace = headquarters.city ? { city: headquarters.city, country } : { country };
  // A branch or a fund may bear the number of the company that it belongs to.
  const own = category === "GENERAL" || category === "";
  const number = own && companiesHouse.has(record.authority) ? companyNumber(record.authorityNumber) : undefined;
  if (number) party.identifiers = { "gb-coh": number };
  if (record.entityStatus === "INACTIVE") party.status = "inactive";
  const from = dayOf(record.created);
  const until = dayOf(record.expired);
  if (from && !(until && until < from)) party.from = from;
  if (until) party.until = until;
  return party;
}

/**
 * A body of a government, down to a municipality, is a party of kind government, as the rules on foreign adversaries take a state with its
 * political subdivisions; at which level it stands is its form. A sole proprietor is left an entity: what is registered is a business name.
 */
function kindOf({ category, subCategory, otherForm }: LeiRecord): Pick<PartyRecord, "kind" | "form"> {
  switch (category) {
    case "RESIDENT_GOVERNMENT_ENTITY":
      return { kind: "government", form: subCategory === "" ? "government-entity" : subCategory.toLowerCase().replaceAll("_", "-") };
    case "INTERNATIONAL_ORGANIZATION":
      return { kind: "entity", form: "international-organisation" };
    case "FUND":
    case "BRANCH":
    case "SOLE_PROPRIETOR":
      return { kind: "entity", form: category.toLowerCase().replaceAll("_", "-") };
    default:
      return otherForm ? { kind: "entity", form: otherForm } : { kind: "entity" };
  }
}

/** In English first, where the legal name is in another script and an English one is given. */
function namesOf({ legalName, otherNames }: LeiRecord): Pick<PartyRecord, "name" | "nativeName" | "aliases" | "formerNames"> {
  const current = otherNames.filter(({ type }) => type !== "PREVIOUS_LEGAL_NAME");
  const former = distinct(otherNames.filter(({ type }) => type === "PREVIOUS_LEGAL_NAME").map(({ name }) => name));
  const english = isLatin(legalName)
    ? undefined
    : current.find(({ type, language, name }) => type === "ALTERNATIVE_LANGUAGE_LEGAL_NAME" && /^en/i.test(language) && isLatin(name));
  const name = english?.name ?? legalName;
  const aliases = distinct(current.map((other) => other.name)).filter((alias) => alias !== name && alias !== legalName);
  return {
    name,
    ...(english ? { nativeName: legalName } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(former.length > 0 ? { formerNames: former } : {}),
  };
}

function isLatin(name: string): boolean {
  return !/\p{L}/u.test(name.replace(/\p{Script=Latin}/gu, ""));
}

function addressesOf({ legalAddress, headquarters }: LeiRecord): NonNullable<PartyRecord["addresses"]> {
  const legal = addressOf(legalAddress);
  const office = addressOf(headquarters);
  return legal.full === office.full ? [legal] : [legal, office].filter(({ full }) => full !== "");
}

function addressOf(address: GleifAddress): { full: string; country?: string } {
  const full = [...address.lines, address.city, address.region, address.postalCode, address.country].filter(Boolean).join(", ");
  const country = countryOf(address.country);
  return country ? { full, country } : { full };
}

/** A jurisdiction is a country or a part of one: `US-DE`. */
function countryOf(code: string): string | undefined {
  return /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) ? code.slice(0, 2) : undefined;
}
