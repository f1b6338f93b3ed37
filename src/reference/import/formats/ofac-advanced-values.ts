import { countryCode } from "./list-countries.js";
import { childOf, childrenOf, textAt, type XmlElement } from "./list-xml.js";

/**
 * The file's own tables of what its numbers mean (ReferenceValueSets), by the name of the kind of value: `FeatureType`, `Country`.
 * Nothing is taken from a number that the tables do not name.
 */
export class ReferenceValues {
  private readonly texts = new Map<string, Map<string, string>>();
  private readonly partyTypes = new Map<string, string>();
  private readonly countries = new Map<string, string>();

  constructor(sets: XmlElement) {
    for (const set of sets.children) for (const value of set.children) this.add(value);
  }

  /** What a number stands for; an empty text where the file does not say. */
  text(kind: string, id: string | undefined): string {
    return (id && this.texts.get(kind)?.get(id)) || "";
  }

  /** `Individual`, `Entity`, `Vessel`, `Aircraft`: the subtype's own name, or its type's where that is "Unknown". */
  partyType(subType: string | undefined): string {
    const name = this.text("PartySubType", subType);
    return name && name !== "Unknown" ? name : this.text("PartyType", this.partyTypes.get(subType ?? ""));
  }

  /** ISO code of a country by its number; undefined for "undetermined" and what is no country. */
  country(id: string | undefined): string | undefined {
    return this.countries.get(id ?? "");
  }

  /** ISO code of an area code by its number. */
  area(id: string | undefined): string | undefined {
    return this.countries.get(`area ${id}`);
  }

  private add(value: XmlElement): void {
    const { ID: id, ISO2: iso, PartyTypeID: partyType, Description: description } = value.attributes;
    if (!id) return;
    const texts = this.texts.get(value.name) ?? new Map<string, string>();
    this.texts.set(value.name, texts.set(id, value.text));
    if (value.name === "PartySubType" && partyType) this.partyTypes.set(id, partyType);
    const code =
      value.name === "Country" ? countryCode(iso || value.text) : value.name === "AreaCode" ? countryCode(description) : undefined;
    if (code) this.countries.set(value.name === "Country" ? id : `area ${id}`, code);
  }
}

export interface ListedLocation {
  full: string;
  country?: string;
}

const partOrder = ["ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "REGION", "POSTAL CODE"];

/** An address in its usual order, from the primary values; undefined where only "undetermined" is said. */
export function locationOf(location: XmlElement, values: ReferenceValues): ListedLocation | undefined {
  const parts = new Map<string, string>();
  for (const part of childrenOf(location, "LocationPart")) {
    const alternatives = childrenOf(part, "LocationPartValue");
    const primary = alternatives.find(({ attributes }) => attributes.Primary !== "false") ?? alternatives[0];
    const text = textAt(primary, "Value");
    if (text) parts.set(values.text("LocPartType", part.attributes.LocPartTypeID), text);
  }
  const named = parts.get("Unknown");
  const country =
    values.country(childOf(location, "LocationCountry")?.attributes.CountryID) ??
    values.area(childOf(location, "LocationAreaCode")?.attributes.AreaCodeID) ??
    countryCode(named);
  const countryName = values.text("Country", childOf(location, "LocationCountry")?.attributes.CountryID);
  const said = [...partOrder.map((type) => parts.get(type)), named, countryName === "undetermined" ? undefined : countryName];
  const full = said.filter(Boolean).join(", ") || country;
  return full ? { full, ...(country ? { country } : {}) } : undefined;
}

/** A date of the file's own form: Year, Month and Day in elements of their own. */
export function datePartsOf(element: XmlElement | undefined): [string | undefined, string | undefined, string | undefined] {
  return [textAt(element, "Year"), textAt(element, "Month"), textAt(element, "Day")];
}
