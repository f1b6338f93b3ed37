import { ImportError, type ImportFormat, type ImportSink } from "../format.js";
import { partialDate } from "./list-dates.js";
import { withOwnNumbers } from "./list-numbers.js";
import { childOf, forEachXmlRecord, textAt, type XmlElement } from "./list-xml.js";
import { SanctionsEntries } from "./ofac-advanced-entries.js";
import { type AdvancedTables, advancedParty } from "./ofac-advanced-party.js";
import { type Profiled, tellRelationship } from "./ofac-advanced-relationship.js";
import { datePartsOf, locationOf, ReferenceValues } from "./ofac-advanced-values.js";

/** OFAC's lists in the Advanced Sanctions Data Model: the only form of them with relations between the parties. */
export const ofacAdvanced: ImportFormat = {
  id: "ofac-advanced",
  title: "OFAC SDN or consolidated list (ADVANCED.XML)",
  specification: "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML.xsd",

  recognises: ({ text }) => /<(\w+:)?Sanctions[\s>]/.test(text) && /<(\w+:)?ReferenceValueSets[\s>]/.test(text),

  async read(input, told) {
    const sink = withOwnNumbers(told);
    const reader = new AdvancedReader(input.name, sink);
    await forEachXmlRecord(
      input.bytes(),
      (name) => {
        if (name !== "Sanctions") throw new ImportError(`the outermost element is <${name}>. Expected <Sanctions> of OFAC's ADVANCED.XML.`);
      },
      {
        DateOfIssue: (record) => reader.issue(record),
        ReferenceValueSets: (record) => reader.values(record),
        Location: (record) => reader.location(record),
        IDRegDocument: (record) => reader.document(record),
        DistinctParty: (record) => reader.party(record),
        ProfileRelationship: (record) => reader.relationship(record),
        SanctionsEntry: (record) => reader.entry(record),
      },
    );
    reader.end();
  },
};

/** Many times what OFAC's files hold of anything. */
const maxRecords = 1_000_000;

function bounded(records: ReadonlyMap<string, unknown>, { line, name }: XmlElement): void {
  if (records.size > maxRecords) throw new ImportError(`line ${line}: more than ${maxRecords} of <${name}>, which no file of OFAC's has.`);
}

const kinds: Record<string, Profiled["kind"]> = {
  Individual: "individual",
  Entity: "entity",
  Vessel: "thing",
  Aircraft: "thing",
  Transport: "thing",
};

class AdvancedReader {
  private readonly name: string;
  private readonly sink: ImportSink;
  private edition: string | undefined;
  private tables: AdvancedTables | undefined;
  private readonly profiles = new Map<string, Profiled>();
  private entries: SanctionsEntries | undefined;

  constructor(name: string, sink: ImportSink) {
    this.name = name;
    this.sink = sink;
  }

  issue(record: XmlElement): void {
    this.edition = partialDate(...datePartsOf(record));
  }

  values(record: XmlElement): void {
    const consolidated = /(^|\/)cons/i.test(this.name);
    this.sink.source({
      id: consolidated ? "us-ofac-consolidated" : "us-ofac-sdn",
      title: consolidated ? "OFAC Consolidated (non-SDN) List" : "OFAC Specially Designated Nationals and Blocked Persons List",
      url: `https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/${consolidated ? "CONS" : "SDN"}_ADVANCED.XML`,
      publisher: "US Treasury OFAC",
      licence: "public domain",
      edition: this.edition,
    });
    this.tables = { values: new ReferenceValues(record), locations: new Map(), documents: new Map() };
    this.entries = new SanctionsEntries(this.tables.values, this.edition, this.sink);
  }

  location(record: XmlElement): void {
    const { values, locations } = this.tablesBefore(record);
    const location = locationOf(record, values);
    if (location && record.attributes.ID) locations.set(record.attributes.ID, location);
    bounded(locations, record);
  }

  document(record: XmlElement): void {
    const { values, documents } = this.tablesBefore(record);
    const { IdentityID: identity, IDRegDocTypeID: type } = record.attributes;
    const issuer = record.attributes["IssuedBy-CountryID"] ?? childOf(record, "IssuedBy")?.attributes.CountryID;
    const number = textAt(record, "IDRegistrationNo");
    if (!identity || !number) return;
    const document = { type: values.text("IDRegDocType", type), number, country: values.country(issuer) };
    documents.set(identity, [...(documents.get(identity) ?? []), document]);
    bounded(documents, record);
  }

  party(record: XmlElement): void {
    const tables = this.tablesOf(record);
    this.sink.record();
    const { FixedRef: number = "" } = record.attributes;
    const profiles = record.children.filter(({ name }) => name === "Profile");
    if (!/^\d{1,12}$/.test(number)) this.refuse(record, "The DistinctParty has no number as its FixedRef.");
    else if (!profiles.length) this.refuse(record, `The DistinctParty ${number} has no Profile.`);
    else for (const profile of profiles) this.profile(`ofac-${number}`, profile, tables);
  }

  private profile(id: string, profile: XmlElement, tables: AdvancedTables): void {
    const type = tables.values.partyType(profile.attributes.PartySubTypeID);
    const kind = kinds[type];
    const party = kind && kind !== "thing" ? advancedParty(id, kind, profile, tables) : undefined;
    if (!kind) this.refuse(profile, `The party is of the type "${type || profile.attributes.PartySubTypeID}", which is not known.`);
    else if (kind === "thing") this.sink.passOver(type === "Aircraft" ? "aircraft" : "vessels");
    else if (party) this.sink.party(party);
    else this.refuse(profile, "The party has no name.");
    if (kind && (party || kind === "thing")) this.profiles.set(profile.attributes.ID ?? "", { id, kind });
    bounded(this.profiles, profile);
  }

  relationship(record: XmlElement): void {
    const { values } = this.tablesOf(record);
    this.sink.record();
    const words = values.text("RelationType", record.attributes.RelationTypeID);
    const from = this.profiles.get(record.attributes["From-ProfileID"] ?? "");
    const to = this.profiles.get(record.attributes["To-ProfileID"] ?? "");
    if (!words) this.refuse(record, "The relationship has a type that the file does not name.");
    else if (!from || !to) this.refuse(record, "The relationship has an end that is no party of the file.");
    else tellRelationship(record, words, from, to, this.edition, this.sink);
  }

  entry(record: XmlElement): void {
    this.tablesOf(record);
    this.sink.record();
    const profile = this.profiles.get(record.attributes.ProfileID ?? "");
    if (!profile) this.refuse(record, "The sanctions entry is of no party of the file.");
    else if (profile.kind === "thing") this.sink.passOver("listings of vessels and aircraft");
    else this.entries?.entry(record, profile.id);
  }

  end(): void {
    if (!this.tables) throw new ImportError("the file has no <ReferenceValueSets>. Expected OFAC's ADVANCED.XML, whole.");
    this.entries?.end();
  }

  private refuse(record: XmlElement, reason: string): void {
    this.sink.refuse({ line: record.line, record: record.attributes.ID ?? record.attributes.FixedRef }, reason);
  }

  private tablesOf(record: XmlElement): AdvancedTables {
    if (this.tables) return this.tables;
    throw new ImportError(`line ${record.line}: <${record.name}> stands before the <ReferenceValueSets> that its numbers are from.`);
  }

  /** Addresses and documents are needed when the parties come. */
  private tablesBefore(record: XmlElement): AdvancedTables {
    if (this.profiles.size === 0) return this.tablesOf(record);
    throw new ImportError(`line ${record.line}: <${record.name}> stands after the parties. Expected it before them, as in OFAC's schema.`);
  }
}
