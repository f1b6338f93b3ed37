import type { PartyRecord } from "../format.js";
import { codeOf, type Details, dayOf, isObject, listOf, type Statement, textOf } from "./bods-statement.js";
import { countryCode } from "./list-countries.js";
import { distinct } from "./list-identity.js";
import { companyNumber } from "./psc-company-number.js";

/** Why somebody is not named, after the codelist unspecifiedReason. */
const reasons: Record<string, string> = {
  "no-beneficial-owners": "nobody has to be declared as beneficial owner under the rules that apply",
  "subject-unable-to-confirm-or-identify-beneficial-owner": "the entity could not or would not identify its beneficial owner",
  "interested-party-has-not-provided-information": "the owner has not given the information",
  "subject-exempt-from-disclosure": "the entity is exempt from disclosing its owners",
  "interested-party-exempt-from-disclosure": "the owner is exempt from being disclosed",
  unknown: "the reason is not known",
  "information-unknown-to-publisher": "the publisher does not have the information",
};

/** The reason for which a record is left open, in words. */
export function unspecifiedReason(unspecified: unknown): string {
  const { reason, description } = isObject(unspecified) ? unspecified : {};
  const code = codeOf(reason);
  const words = Object.hasOwn(reasons, code) ? reasons[code] : code === "" ? "no reason is given" : `reason ${code}`;
  return [words, textOf(description).slice(0, 300)].filter(Boolean).join(": ");
}

/** Whether somebody who is not named is known and kept back, or not known to those who would have to say. */
const notKnown = new Set(["subject-unable-to-confirm-or-identify-beneficial-owner", "unknown", "information-unknown-to-publisher", ""]);

/** What kind of gap somebody who is not named is: `not-known` where the statement says so, or says nothing. */
export function unspecifiedForm(unspecified: unknown): "not-known" | "not-disclosed" {
  const code = codeOf(isObject(unspecified) ? unspecified.reason : undefined);
  return notKnown.has(code) || !Object.hasOwn(reasons, code) ? "not-known" : "not-disclosed";
}

/** The party that an entity or person statement describes. */
export function bodsParty({ kind, details, record }: Statement, id: string): PartyRecord {
  const party = kind === "person" ? person(details, id) : entity(details, id);
  const identifiers = identifiersOf(details);
  const addresses = listOf(details.addresses)
    .filter(isObject)
    .map((address) => ({
      full: distinct([textOf(address.address), textOf(address.postCode)]).join(", "),
      country: countryOf(address.country),
    }))
    .filter(({ full }) => full !== "");
  return {
    ...party,
    ...identifiers,
    ...(addresses.length > 0 ? { addresses } : {}),
    record,
  };
}

function entity(details: Details, id: string): PartyRecord {
  const name = textOf(details.name) || undefined;
  const aliases = distinct(listOf(details.alternateNames).map(textOf)).filter((alias) => alias !== name);
  const jurisdiction = countryOf(details.jurisdiction) ?? null;
  const from = dayOf(details.foundingDate) || undefined;
  const until = dayOf(details.dissolutionDate) || undefined;
  const party: PartyRecord = { id, jurisdiction, ...entityKind(details) };
  party.name = name ?? (party.kind === "unknown" ? "Not named" : undefined);
  if (aliases.length > 0) party.aliases = aliases;
  if (from && !(until && until < from)) party.from = from;
  if (until) party.until = until;
  return party;
}

function entityKind(details: Details): Pick<PartyRecord, "kind" | "form" | "note"> {
  const { entityType } = details;
  const type = codeOf(isObject(entityType) ? entityType.type : entityType);
  const subtype = codeOf(isObject(entityType) ? entityType.subtype : details.entitySubtype);
  const told = formIn(isObject(entityType) ? entityType.details : undefined);
  switch (type) {
    case "anonymous-entity":
    case "unknown-entity":
      return {
        kind: "unknown",
        form:
          told && unknownForms.has(told)
            ? told
            : type === "anonymous-entity"
              ? "not-disclosed"
              : unspecifiedForm(details.unspecifiedEntityDetails),
        note: `an entity that is not named: ${unspecifiedReason(details.unspecifiedEntityDetails)}`,
      };
    case "state":
      return { kind: "government", form: "state" };
    case "state-body":
      return { kind: "government", form: subtype || told || "state-body" };
    case "arrangement":
      return told === "aggregate" ? { kind: "aggregate", form: told } : { kind: "entity", form: subtype || "arrangement" };
    default:
      return subtype === "trust" ? { kind: "entity", form: "trust" } : told ? { kind: "entity", form: told } : { kind: "entity" };
  }
}

const unknownForms = new Set(["not-known", "not-disclosed", "not-looked-for"]);

/** A form that the details of a type name in one word such as `state-company`; a sentence is none. */
function formIn(details: unknown): string | undefined {
  return /^[a-z]+(-[a-z]+){0,3}$/.exec(textOf(details).slice(0, 60))?.[0];
}

function person(details: Details, id: string): PartyRecord {
  const names = listOf(details.names).filter(isObject);
  const full = (one: Details) => textOf(one.fullName) || distinct([textOf(one.givenName), textOf(one.familyName)]).join(" ");
  const main = names.find((one) => textOf(one.type) === "legal") ?? names[0];
  const name = main ? full(main) : "";
  const former = distinct(names.filter((one) => /^(former|birth)$/.test(textOf(one.type))).map(full));
  const aliases = distinct(names.map(full)).filter((alias) => alias !== name && !former.includes(alias));
  const nationalities = distinct(listOf(details.nationalities).map(countryOf));
  const birthDate = dayOf(details.birthDate);
  const [residence] = listOf(details.addresses).filter((address) => isObject(address) && codeOf(address.type) === "residence");
  const [, unnamed] = /^(anonymous|unknown)-person$/.exec(codeOf(details.personType)) ?? [];
  return {
    id,
    kind: unnamed ? "unknown" : "individual",
    name: name || (unnamed ? "Not named" : undefined),
    jurisdiction: isObject(residence) ? (countryOf(residence.country) ?? null) : null,
    ...(unnamed
      ? {
          form: unnamed === "anonymous" ? "not-disclosed" : unspecifiedForm(details.unspecifiedPersonDetails),
          note: `a person who is not named: ${unspecifiedReason(details.unspecifiedPersonDetails)}`,
        }
      : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(former.length > 0 ? { formerNames: former } : {}),
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(birthDate ? { birthDates: [birthDate] } : {}),
  };
}

/** Schemes are those of org-id.guide, which number one party each. */
function identifiersOf(details: Details): Pick<PartyRecord, "lei" | "identifiers"> {
  const identifiers: Record<string, string> = {};
  let lei: string | undefined;
  for (const one of listOf(details.identifiers).filter(isObject)) {
    const scheme = textOf(one.scheme).toLowerCase();
    const number = textOf(one.id);
    if (scheme === "xi-lei" && /^[A-Z0-9]{18}\d{2}$/.test(number)) lei ??= number;
    else if (scheme === "gb-coh") setOnce(identifiers, scheme, companyNumber(number));
    else if (/^[a-z0-9]{2,}(-[a-z0-9]+)+$/.test(scheme) && number.length <= 60) setOnce(identifiers, scheme, number);
  }
  return { ...(lei ? { lei } : {}), ...(Object.keys(identifiers).length > 0 ? { identifiers } : {}) };
}

function setOnce(identifiers: Record<string, string>, scheme: string, number: string | undefined): void {
  if (number) identifiers[scheme] ??= number;
}

/** `{ "code": "US-DE" }` is US; 0.2 has a bare code for the country of an address. */
function countryOf(place: unknown): string | undefined {
  const code = isObject(place) ? textOf(place.code) : textOf(place);
  const named = isObject(place) ? textOf(place.name) : "";
  return countryCode(code.slice(0, 2).toUpperCase()) ?? countryCode(named);
}
