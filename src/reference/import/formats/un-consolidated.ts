import type { PartialDate } from "../../../model/index.js";
import { ImportError, type ImportFormat, type ImportSink, type PartyRecord } from "../format.js";
import { countryCode } from "./list-countries.js";
import { listDate } from "./list-dates.js";
import { distinct, filled, slugOf } from "./list-identity.js";
import { withOwnNumbers } from "./list-numbers.js";
import { childrenOf, forEachXmlRecord, textAt, type XmlElement } from "./list-xml.js";

const listId = "un-security-council";

/** The sanctions list of the UN Security Council in XML: individuals and entities with their permanent reference numbers. */
export const unConsolidated: ImportFormat = {
  id: "un-consolidated",
  title: "UN Security Council Consolidated List (XML)",
  specification: "https://www.un.org/sc/resources/sc-sanctions.xsd",

  recognises: ({ text }) => /<CONSOLIDATED_LIST[\s>]/.test(text),

  async read(input, told) {
    const sink = withOwnNumbers(told);
    let edition: PartialDate | undefined;
    await forEachXmlRecord(
      input.bytes(),
      (name, attributes) => {
        if (name !== "CONSOLIDATED_LIST") throw new ImportError(`the outermost element is <${name}>. Expected <CONSOLIDATED_LIST>.`);
        edition = listDate(attributes.dateGenerated);
        sink.source({
          id: "un-sc",
          title: "United Nations Security Council Consolidated List",
          url: "https://scsanctions.un.org/resources/xml/en/consolidated.xml",
          publisher: "UN Security Council",
          edition,
        });
      },
      {
        INDIVIDUAL: (record) => tell(record, "individual", edition, sink),
        ENTITY: (record) => tell(record, "entity", edition, sink),
      },
    );
  },
};

function tell(record: XmlElement, kind: "individual" | "entity", edition: PartialDate | undefined, sink: ImportSink): void {
  sink.record();
  const reference = textAt(record, "REFERENCE_NUMBER");
  const name = distinct(["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].map((part) => textAt(record, part))).join(" ");
  const slug = slugOf(reference ?? "");
  if (!slug || !name) {
    const missing = slug ? "name" : "REFERENCE_NUMBER";
    sink.refuse({ line: record.line, record: reference ?? textAt(record, "DATAID") }, `The ${kind} has no ${missing}.`);
    return;
  }
  const listed = listDate(textAt(record, "LISTED_ON"));
  sink.party(partyOf(record, `un-${slug}`, name, kind));
  sink.listing(
    filled({
      party: `un-${slug}`,
      list: listId,
      programme: textAt(record, "UN_LIST_TYPE"),
      from: listed ?? edition,
      citation: `UN Security Council Consolidated List, ${reference}`,
      note: listed ? undefined : "on the list in this edition; since when is not said",
      record: reference,
    }),
  );
}

function partyOf(record: XmlElement, id: string, name: string, kind: "individual" | "entity"): PartyRecord {
  const aliases = kind === "individual" ? childrenOf(record, "INDIVIDUAL_ALIAS") : childrenOf(record, "ENTITY_ALIAS");
  const named = (quality: (text: string) => boolean) =>
    distinct(aliases.filter((alias) => quality(textAt(alias, "QUALITY")?.toLowerCase() ?? "")).map((alias) => textAt(alias, "ALIAS_NAME")));
  const values = (list: string) => childrenOf(record, list).flatMap((element) => childrenOf(element, "VALUE").map(({ text }) => text));
  return filled({
    id,
    name,
    kind,
    nativeName: textAt(record, "NAME_ORIGINAL_SCRIPT"),
    aliases: named((quality) => quality !== "low" && quality !== "f.k.a."),
    weakAliases: named((quality) => quality === "low"),
    formerNames: named((quality) => quality === "f.k.a."),
    birthDates: distinct(childrenOf(record, "INDIVIDUAL_DATE_OF_BIRTH").flatMap(birthDates)),
    nationalities: distinct(values("NATIONALITY").map(countryCode)),
    addresses: childrenOf(record, kind === "individual" ? "INDIVIDUAL_ADDRESS" : "ENTITY_ADDRESS").flatMap(address),
    role: distinct(values("DESIGNATION")).join("; "),
    identifiers: identifiers(childrenOf(record, "INDIVIDUAL_DOCUMENT")),
    record: textAt(record, "REFERENCE_NUMBER"),
  });
}

/** A range of years gives both ends: the list says "between", and each year in it is as good. */
function birthDates(birth: XmlElement): (string | undefined)[] {
  return ["DATE", "YEAR", "FROM_YEAR", "TO_YEAR"].map((part) => listDate(textAt(birth, part)));
}

function address(element: XmlElement): { full: string; country?: string }[] {
  const parts = distinct(["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"].map((part) => textAt(element, part)));
  const country = countryCode(textAt(element, "COUNTRY"));
  return parts.length ? [{ full: parts.join(", "), ...(country ? { country } : {}) }] : [];
}

/** Passports and national numbers whose country is given: without it a number tells nothing on its own. */
function identifiers(documents: XmlElement[]): Record<string, string> | undefined {
  const found = documents.flatMap((document): [string, string][] => {
    const number = textAt(document, "NUMBER");
    const country = countryCode(textAt(document, "COUNTRY_OF_ISSUE") ?? textAt(document, "ISSUING_COUNTRY"))?.toLowerCase();
    const type = textAt(document, "TYPE_OF_DOCUMENT") ?? "";
    if (!number || !country) return [];
    return [[`${/passe?port/i.test(type) ? "passport" : "national-id"}-${country}`, number]];
  });
  return found.length ? Object.fromEntries(found.reverse()) : undefined;
}
