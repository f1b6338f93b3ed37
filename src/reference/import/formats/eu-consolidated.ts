import type { PartialDate } from "../../../model/index.js";
import { ImportError, type ImportFormat, type ImportSink, type PartyRecord } from "../format.js";
import { countryCode } from "./list-countries.js";
import { listDate, partialDate } from "./list-dates.js";
import { distinct, filled, slugOf } from "./list-identity.js";
import { withOwnNumbers } from "./list-numbers.js";
import { childOf, childrenOf, forEachXmlRecord, type XmlElement } from "./list-xml.js";

const namespace = "http://eu.europa.ec/fpi/fsd/export";

/** The EU's consolidated list of financial sanctions (FSF) in XML 1.0 and 1.1. */
export const euConsolidated: ImportFormat = {
  id: "eu-consolidated",
  title: "EU consolidated list of financial sanctions (XML)",
  specification: "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/schema",

  recognises: ({ text }) => text.includes(namespace) && /<(\w+:)?export[\s>]/.test(text),

  async read(input, told) {
    const sink = withOwnNumbers(told);
    let edition: PartialDate | undefined;
    await forEachXmlRecord(
      input.bytes(),
      (name, attributes) => {
        if (name !== "export") throw new ImportError(`the outermost element is <${name}>. Expected <export> of ${namespace}.`);
        edition = listDate(attributes.generationDate);
        sink.source({
          id: "eu-fsf",
          title: "Consolidated list of persons, groups and entities subject to EU financial sanctions",
          url: "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content",
          publisher: "European Commission",
          edition,
        });
      },
      { sanctionEntity: (record) => tell(record, edition, sink) },
    );
  },
};

function tell(record: XmlElement, edition: PartialDate | undefined, sink: ImportSink): void {
  sink.record();
  const { euReferenceNumber, logicalId } = record.attributes;
  const number = slugOf(logicalId ?? "") || slugOf(euReferenceNumber ?? "").replace(/^eu-/, "");
  const names = childrenOf(record, "nameAlias").filter(({ attributes }) => attributes.wholeName?.trim());
  if (!number || !names.length) {
    const missing = number ? "nameAlias with a wholeName" : "logicalId and no euReferenceNumber";
    sink.refuse({ line: record.line, record: euReferenceNumber || logicalId }, `The sanctionEntity has no ${missing}.`);
    return;
  }
  const id = `eu-${number}`;
  const reference = euReferenceNumber || logicalId;
  sink.party(partyOf(record, id, names, reference));
  const regulations = childrenOf(record, "regulation");
  const programmes = distinct(regulations.map(({ attributes }) => attributes.programme));
  // The earliest regulation that the record cites; amendments replace it there, so the entry may be older.
  const from = earliest([
    record.attributes.designationDate,
    ...regulations.map(({ attributes }) => attributes.entryIntoForceDate || attributes.publicationDate),
  ]);
  const cited = distinct(regulations.map(({ attributes }) => attributes.numberTitle));
  sink.listing(
    filled({
      party: id,
      list: "eu-financial-sanctions",
      programme: programmes.join("; "),
      from: from ?? edition,
      citation: cited.length ? `Regulation ${cited.join("; ")}` : `EU consolidated list of financial sanctions, ${reference}`,
      note: from
        ? "from: the earliest regulation that the record cites; the first listing may be older"
        : "on the list in this edition; since when is not said",
      record: reference,
    }),
  );
}

function partyOf(record: XmlElement, id: string, names: XmlElement[], reference: string | undefined): PartyRecord {
  const main = names.find(({ attributes }) => attributes.strong !== "false") ?? names[0];
  const wholeNames = (strong: boolean) =>
    distinct(
      names.filter((name) => name !== main && (name.attributes.strong !== "false") === strong).map((name) => name.attributes.wholeName),
    );
  const kind = childOf(record, "subjectType")?.attributes.classificationCode === "P" ? "individual" : "entity";
  const otherReferences = distinct([record.attributes.unitedNationId]);
  return filled({
    id,
    name: distinct([main?.attributes.wholeName]).join(""),
    kind,
    aliases: wholeNames(true),
    weakAliases: wholeNames(false),
    role: distinct(names.map(({ attributes }) => attributes.function)).join("; "),
    birthDates: distinct(childrenOf(record, "birthdate").map(birthDate)),
    nationalities: distinct(childrenOf(record, "citizenship").map(({ attributes }) => countryCode(attributes.countryIso2Code))),
    addresses: childrenOf(record, "address").flatMap(address),
    identifiers: identifiers(childrenOf(record, "identification"), otherReferences[0]),
    record: reference,
  });
}

function earliest(dates: (string | undefined)[]): PartialDate | undefined {
  return distinct(dates.map(listDate)).sort()[0];
}

function birthDate({ attributes }: XmlElement): PartialDate | undefined {
  return listDate(attributes.birthdate) ?? partialDate(attributes.year, attributes.monthOfYear, attributes.dayOfMonth);
}

function address({ attributes }: XmlElement): { full: string; country?: string }[] {
  const country = countryCode(attributes.countryIso2Code);
  const place = ["street", "poBox", "zipCode", "city", "place", "region"].map((part) => attributes[part]);
  const parts = distinct([...place, country ? attributes.countryDescription : undefined]);
  return parts.length ? [{ full: parts.join(", "), ...(country ? { country } : {}) }] : [];
}

/** The EU gives each entry of the UN's list the UN's own reference number, which is the id of the UN's party. */
function identifiers(identifications: XmlElement[], unReference: string | undefined): Record<string, string> | undefined {
  const found = identifications.flatMap(({ attributes }): [string, string][] => {
    const country = countryCode(attributes.countryIso2Code)?.toLowerCase();
    const number = attributes.number?.trim();
    if (!number || !country || attributes.knownFalse === "true") return [];
    const type = attributes.identificationTypeCode;
    return type === "passport" || type === "id" ? [[`${type === "id" ? "national-id" : type}-${country}`, number]] : [];
  });
  const un: [string, string][] = unReference && /^[A-Z]{2}[ie]\.\d+$/.test(unReference) ? [["un", slugOf(unReference)]] : [];
  return found.length || un.length ? Object.fromEntries([...found.reverse(), ...un]) : undefined;
}
