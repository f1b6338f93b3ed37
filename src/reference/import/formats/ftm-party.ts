import type { PartyRecord } from "../format.js";
import { countriesOf, datesOf, type FtmEntity, valuesOf } from "./ftm-entity.js";
import { distinct } from "./list-identity.js";
import { typedCompanyNumber } from "./psc-company-number.js";

/**
 * Schemata that stand for parties. A public body stays an entity: the schema takes in state companies, so that it does not say that
 * somebody is part of a government.
 * @see https://followthemoney.tech/explorer/
 */
const kinds: Record<string, Pick<PartyRecord, "kind" | "form">> = {
  LegalEntity: { kind: "entity" },
  Company: { kind: "entity", form: "company" },
  Organization: { kind: "entity", form: "organisation" },
  PublicBody: { kind: "entity", form: "public-body" },
  Person: { kind: "individual" },
};

export function isParty(schema: string): boolean {
  return Object.hasOwn(kinds, schema);
}

/** Numbers that stand for one party by themselves, by property: the scheme they are known by. */
const schemes: [property: string, scheme: string][] = [
  ["ogrnCode", "ru-ogrn"],
  ["innCode", "ru-inn"],
  ["okpoCode", "ru-okpo"],
  ["uniqueEntityId", "us-uei"],
  ["cageCode", "us-cage"],
  ["cikCode", "cik"],
  ["npiCode", "us-npi"],
  ["dunsCode", "duns"],
  ["swiftBic", "swift-bic"],
  ["permId", "permid"],
  ["imoNumber", "imo"],
  ["bvdId", "bvd"],
  ["wikidataId", "wikidata"],
];

/** Numbers that stand for one party within its country. */
const national: [property: string, scheme: string][] = [
  ["registrationNumber", "registration"],
  ["taxNumber", "tax-id"],
  ["idNumber", "national-id"],
  ["passportNumber", "passport"],
];

/** A party with its names, numbers, dates and places; undefined where it has no name. */
export function ftmParty(entity: FtmEntity, id: string): PartyRecord | undefined {
  const names = namesOf(entity);
  if (!names) return undefined;
  const individual = entity.schema === "Person";
  const jurisdictions = individual ? [] : countriesOf(entity, "jurisdiction", "mainCountry");
  const countries = countriesOf(entity, "country");
  // Where no law of organisation is given, the one country that the source connects with the entity is the best that is known.
  const assumed = !individual && jurisdictions.length === 0 && countries.length === 1;
  const lei = valuesOf(entity, "leiCode").find((value) => /^[A-Z0-9]{18}\d{2}$/.test(value));
  const party: PartyRecord = {
    id,
    ...names,
    ...kinds[entity.schema],
    jurisdiction: jurisdictions[0] ?? (assumed ? countries[0] : undefined) ?? null,
    record: entity.id,
  };
  const identifiers = identifiersOf(entity, [...jurisdictions, ...countries]);
  const notes = notesOf(entity, assumed);
  const nationalities = individual ? countriesOf(entity, "nationality", "citizenship") : [];
  const addresses = valuesOf(entity, "address").map((full) => ({ full }));
  const birthDates = datesOf(entity, "birthDate");
  const [from] = datesOf(entity, "incorporationDate").sort();
  const until = datesOf(entity, "dissolutionDate").sort().at(-1);
  const also = jurisdictions.slice(1);
  return {
    ...party,
    ...(lei ? { lei } : {}),
    ...(Object.keys(identifiers).length > 0 ? { identifiers } : {}),
    ...(also.length > 0 ? { alsoOrganisedIn: also } : {}),
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(birthDates.length > 0 ? { birthDates } : {}),
    ...(addresses.length > 0 ? { addresses } : {}),
    ...(from && !(until && until < from.slice(0, until.length)) ? { from } : {}),
    ...(until ? { until } : {}),
    ...(notes ? { note: notes } : {}),
    ...(assumed ? { confidence: "medium" as const } : {}),
  };
}

function namesOf(entity: FtmEntity): Pick<PartyRecord, "name" | "aliases" | "weakAliases" | "formerNames"> | undefined {
  const given = [valuesOf(entity, "firstName")[0], valuesOf(entity, "middleName")[0], valuesOf(entity, "lastName")[0]];
  const [name, ...others] = valuesOf(entity, "name");
  const main = name ?? distinct(given).join(" ");
  if (main === "") return undefined;
  const aliases = distinct([...others, ...valuesOf(entity, "alias"), ...valuesOf(entity, "abbreviation")]).filter(
    (alias) => alias !== main,
  );
  const weakAliases = valuesOf(entity, "weakAlias");
  const formerNames = valuesOf(entity, "previousName");
  return {
    name: main,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(weakAliases.length > 0 ? { weakAliases } : {}),
    ...(formerNames.length > 0 ? { formerNames } : {}),
  };
}

/** The first number of each scheme stands, since a party has one value in each. */
function identifiersOf(entity: FtmEntity, countries: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [property, scheme] of schemes) {
    const value = valuesOf(entity, property).find(isNumber);
    if (value) found[scheme] = value;
  }
  const own = entity.schema === "Person" ? countriesOf(entity, "nationality", "citizenship") : distinct(countries);
  const [country] = own;
  if (!country || own.length > 1) return found;
  for (const [property, scheme] of national) {
    for (const value of valuesOf(entity, property).filter(isNumber)) {
      const [known, number] = nationalNumber(scheme, country, value);
      found[known] ??= number;
    }
  }
  return found;
}

function nationalNumber(scheme: string, country: string, value: string): [scheme: string, number: string] {
  if (scheme === "registration") {
    const company = country === "GB" ? typedCompanyNumber(value) : undefined;
    if (company) return ["gb-coh", company];
    if (country === "CN" && /^[0-9A-Z]{18}$/.test(value)) return ["cn-uscc", value];
    if (country === "RU" && /^\d{13}(\d\d)?$/.test(value)) return ["ru-ogrn", value];
  }
  if (scheme !== "passport" && country === "RU" && /^(\d{10}|\d{12})$/.test(value)) return ["ru-inn", value];
  return [`${scheme}-${country.toLowerCase()}`, value];
}

/** One that is short or has no digit is no number by which somebody could be known. */
function isNumber(value: string): boolean {
  return value.length >= 5 && value.length <= 60 && /\d/.test(value);
}

function notesOf(entity: FtmEntity, assumed: boolean): string {
  const topics = valuesOf(entity, "topics");
  return [
    topics.length > 0 ? `topics: ${topics.join(", ")}` : "",
    assumed ? "jurisdiction: the country that the source connects it with" : "",
  ]
    .filter(Boolean)
    .join("; ");
}
