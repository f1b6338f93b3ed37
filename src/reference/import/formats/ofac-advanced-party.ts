import type { PartialDate } from "../../../model/index.js";
import type { PartyRecord } from "../format.js";
import { partialDate } from "./list-dates.js";
import { distinct, filled } from "./list-identity.js";
import { childOf, childrenOf, textAt, type XmlElement } from "./list-xml.js";
import { datePartsOf, type ListedLocation, type ReferenceValues } from "./ofac-advanced-values.js";
import { type ListedDocument, numbersOf } from "./ofac-documents.js";

/** What the file says before the parties: its tables, its addresses, and the numbers of documents by identity. */
export interface AdvancedTables {
  values: ReferenceValues;
  locations: Map<string, ListedLocation>;
  documents: Map<string, ListedDocument[]>;
}

/** Given names stand before family names, as they are spoken; the file lists them the other way round. */
const nameOrder = ["Nickname", "First Name", "Middle Name", "Patronymic", "Matronymic", "Maiden Name", "Last Name"];

/** One profile as a party; undefined where it has no name. */
export function advancedParty(
  id: string,
  kind: "individual" | "entity",
  profile: XmlElement,
  tables: AdvancedTables,
): PartyRecord | undefined {
  const identities = childrenOf(profile, "Identity").filter(({ attributes }) => attributes.False !== "true");
  const names = identities.flatMap((identity) => namesOf(identity, tables.values));
  const main = names.find(({ main, latin }) => main && latin) ?? names.find((name) => name.main) ?? names[0];
  if (!main) return undefined;
  const native = main.latin ? names.find((name) => name.main && !name.latin) : undefined;
  const others = (use: (name: ListedName) => boolean) =>
    distinct(names.filter((name) => name !== main && name !== native && use(name)).map(({ text }) => text));
  const features = featuresOf(profile, tables.values);
  const places = (...types: string[]) => types.flatMap((type) => features.get(type) ?? []).map((version) => placeOf(version, tables));
  const documents = identities.flatMap(({ attributes }) => tables.documents.get(attributes.ID ?? "") ?? []);
  const { numbers, others: otherNumbers } = numbersOf([...documents, ...numbersAmong(features)]);
  return filled({
    id,
    name: main.text,
    kind,
    nativeName: native?.text,
    aliases: others(({ weak, former }) => !weak && !former),
    weakAliases: others(({ weak }) => weak),
    formerNames: others(({ weak, former }) => former && !weak),
    jurisdiction: places("Nationality of Registration")[0]?.country,
    birthDates: distinct((features.get("Birthdate") ?? []).flatMap(birthDates)),
    nationalities: distinct(
      places("Nationality Country", "Citizenship Country", "Nationality", "Citizenship").map((place) => place?.country),
    ),
    addresses: places("Location").filter((place) => place !== undefined),
    role: distinct((features.get("Title") ?? []).map((version) => textAt(version, "VersionDetail"))).join("; "),
    ...numbers,
    note: otherNumbers.join("; "),
    record: profile.attributes.ID,
  });
}

interface ListedName {
  text: string;
  /** Of the alias that the identity goes by. */
  main: boolean;
  latin: boolean;
  weak: boolean;
  former: boolean;
}

function namesOf(identity: XmlElement, values: ReferenceValues): ListedName[] {
  const groups = new Map<string, string>();
  for (const master of childrenOf(childOf(identity, "NamePartGroups"), "MasterNamePartGroup"))
    for (const { attributes } of childrenOf(master, "NamePartGroup"))
      groups.set(attributes.ID ?? "", values.text("NamePartType", attributes.NamePartTypeID));
  return childrenOf(identity, "Alias").flatMap((alias) =>
    childrenOf(alias, "DocumentedName").flatMap((documented): ListedName[] => {
      const parts = childrenOf(documented, "DocumentedNamePart").flatMap((part) => childrenOf(part, "NamePartValue"));
      const text = nameText(parts, groups);
      if (!text) return [];
      const scripts = parts.map(({ attributes }) => values.text("Script", attributes.ScriptID));
      return [
        {
          text,
          main: alias.attributes.Primary === "true" && identity.attributes.Primary !== "false",
          latin: scripts.every((script) => script === "" || script === "Latin"),
          weak: alias.attributes.LowQuality === "true",
          former: /^f\.?k\.?a/i.test(values.text("AliasType", alias.attributes.AliasTypeID)),
        },
      ];
    }),
  );
}

/** Parts that the order does not know (names of entities) stay where they stand, before those that it does. */
function nameText(parts: XmlElement[], groups: Map<string, string>): string {
  const rank = (part: XmlElement) => nameOrder.indexOf(groups.get(part.attributes.NamePartGroupID ?? "") ?? "");
  return distinct([
    [...parts]
      .sort((left, right) => rank(left) - rank(right))
      .map(({ text }) => text)
      .join(" "),
  ]).join("");
}

/** Versions of features by the name of their type. */
function featuresOf(profile: XmlElement, values: ReferenceValues): Map<string, XmlElement[]> {
  const features = new Map<string, XmlElement[]>();
  for (const feature of childrenOf(profile, "Feature")) {
    const type = values.text("FeatureType", feature.attributes.FeatureTypeID);
    features.set(type, [...(features.get(type) ?? []), ...childrenOf(feature, "FeatureVersion")]);
  }
  return features;
}

function placeOf(version: XmlElement, tables: AdvancedTables): ListedLocation | undefined {
  return tables.locations.get(childOf(version, "VersionLocation")?.attributes.LocationID ?? "");
}

/** A day that the period begins and ends on; a month or year where it spans one; the first and last year where it spans several. */
function birthDates(version: XmlElement): (PartialDate | undefined)[] {
  const period = childOf(version, "DatePeriod");
  const start = childOf(childOf(period, "Start"), "From");
  const last = childOf(period, "End");
  const [year, month, day] = datePartsOf(start);
  const [endYear = year, endMonth = month, endDay = day] = datePartsOf(childOf(last, "To") ?? childOf(last, "From") ?? start);
  if (year !== endYear) return [partialDate(year), partialDate(endYear)];
  if (month !== endMonth) return [partialDate(year)];
  return [day === endDay ? partialDate(year, month, day) : partialDate(year, month)];
}

/** Bank codes and the like that the file keeps among the features. */
function numbersAmong(features: Map<string, XmlElement[]>): ListedDocument[] {
  return [...features]
    .filter(([type]) => /^(SWIFT\/BIC|D-U-N-S Number|Unified Social Credit Code)/.test(type))
    .flatMap(([type, versions]) => versions.map((version) => ({ type, number: textAt(version, "VersionDetail") ?? "" })));
}
