import type { PartialDate } from "../../../model/index.js";
import { ImportError, type ImportFormat, type ImportHead, type ImportSink } from "../format.js";
import { countryCode } from "./list-countries.js";
import { listDate } from "./list-dates.js";
import { distinct, filled } from "./list-identity.js";
import { withOwnNumbers } from "./list-numbers.js";
import { childOf, childrenOf, forEachXmlRecord, textAt, type XmlElement } from "./list-xml.js";
import { numbersOf } from "./ofac-documents.js";
import { OfacLinks } from "./ofac-links.js";
import { listOfac } from "./ofac-listing.js";

/** OFAC's lists in its older XML, SDN.XML and CONSOLIDATED.XML: no days of entry, and links only in the remarks. */
export const ofacStandardXml: ImportFormat = {
  id: "ofac-standard-xml",
  title: "OFAC SDN or consolidated list (SDN.XML, CONSOLIDATED.XML)",
  specification: "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML.xsd",

  recognises: ({ text }) => /<(\w+:)?sdnList[\s>]/.test(text),

  async read(input, told) {
    const sink = withOwnNumbers(told);
    const reader = new StandardReader(isConsolidated(input), sink);
    await forEachXmlRecord(
      input.bytes(),
      (name) => {
        if (name !== "sdnList") throw new ImportError(`the outermost element is <${name}>. Expected <sdnList>.`);
      },
      { publshInformation: (record) => reader.issue(record), sdnEntry: (record) => reader.entry(record) },
    );
    reader.end();
  },
};

/** The files are alike but for their names and programmes; an entry of the other lists must not pass for a blocked person. */
function isConsolidated({ name, text }: ImportHead): boolean {
  return /(^|\/)cons/i.test(name) || /^NS-PLC$/.test(/<program>([^<]*)/.exec(text)?.[1]?.trim() ?? "");
}

const kinds: Record<string, "individual" | "entity" | "thing"> = {
  individual: "individual",
  entity: "entity",
  vessel: "thing",
  aircraft: "thing",
};

class StandardReader {
  private readonly consolidated: boolean;
  private readonly sink: ImportSink;
  private readonly links: OfacLinks;
  private edition: PartialDate | undefined;
  private described = false;

  constructor(consolidated: boolean, sink: ImportSink) {
    this.consolidated = consolidated;
    this.sink = sink;
    this.links = new OfacLinks(sink);
  }

  issue(record: XmlElement): void {
    this.edition = listDate(textAt(record, "Publish_Date"));
    this.describe();
  }

  entry(record: XmlElement): void {
    this.describe();
    this.sink.record();
    const number = textAt(record, "uid") ?? "";
    const listed = nameOf(record);
    // sdnType, and in older consolidated files a name of each list: nspType.
    const type = record.children.find(({ name }) => /^[a-z]{2,5}Type$/.test(name))?.text.toLowerCase() ?? "";
    const kind = kinds[type];
    const place = { line: record.line, record: number || undefined };
    if (listed) this.links.name(listed, { id: `ofac-${number}`, kind: kind ?? "thing" });
    if (!/^\d{1,12}$/.test(number)) this.sink.refuse(place, "The entry has no number as its uid.");
    else if (!listed) this.sink.refuse(place, "The entry has no name.");
    else if (!kind) this.sink.refuse(place, `The sdnType is "${type.slice(0, 80)}". Expected Individual, Entity, Vessel or Aircraft.`);
    else if (kind === "thing") this.sink.passOver(type === "aircraft" ? "aircraft" : "vessels");
    else this.party(record, number, kind);
  }

  end(): void {
    this.describe();
    this.links.end();
  }

  private party(record: XmlElement, number: string, kind: "individual" | "entity"): void {
    const id = `ofac-${number}`;
    const remarks = textAt(record, "remarks") ?? "";
    const akas = items(record, "akaList", "aka");
    const called = (use: (type: string, category: string) => boolean) =>
      distinct(akas.filter((aka) => use(textAt(aka, "type") ?? "", textAt(aka, "category") ?? "")).map(spoken));
    const { numbers, others } = numbersOf(
      items(record, "idList", "id").map((one) => ({
        type: textAt(one, "idType") ?? "",
        number: textAt(one, "idNumber") ?? "",
        country: textAt(one, "idCountry"),
      })),
    );
    const countries = [...items(record, "nationalityList", "nationality"), ...items(record, "citizenshipList", "citizenship")];
    const births = items(record, "dateOfBirthList", "dateOfBirthItem").map((one) => listDate(textAt(one, "dateOfBirth")));
    this.sink.party(
      filled({
        id,
        name: spoken(record),
        kind,
        aliases: called((type, category) => category !== "weak" && !type.startsWith("f")),
        weakAliases: called((_, category) => category === "weak"),
        formerNames: called((type, category) => category !== "weak" && type.startsWith("f")),
        birthDates: distinct(births),
        nationalities: distinct(countries.map((one) => countryCode(textAt(one, "country")))),
        addresses: items(record, "addressList", "address").flatMap(addressOf),
        role: textAt(record, "title"),
        ...numbers,
        note: [remarks, ...others].filter(Boolean).join("; "),
        record: number,
      }),
    );
    const programmes = childrenOf(childOf(record, "programList"), "program").map(({ text }) => text);
    listOfac({ id, number, programmes, from: undefined, edition: this.edition }, this.consolidated, this.sink);
    for (const [, name] of remarks.matchAll(/\(Linked To: ([^()]{1,300})\)/g)) this.links.link({ id, kind }, name?.trim() ?? "", number);
  }

  private describe(): void {
    if (this.described) return;
    this.described = true;
    this.sink.source({
      id: this.consolidated ? "us-ofac-consolidated" : "us-ofac-sdn",
      title: this.consolidated ? "OFAC Consolidated (non-SDN) List" : "OFAC Specially Designated Nationals and Blocked Persons List",
      url: `https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/${this.consolidated ? "CONSOLIDATED" : "SDN"}.XML`,
      publisher: "US Treasury OFAC",
      licence: "public domain",
      edition: this.edition,
    });
  }
}

/** As other entries name it: `LOPEZ, Ana`. */
function nameOf(element: XmlElement): string {
  return distinct([textAt(element, "lastName"), textAt(element, "firstName")]).join(", ");
}

/** As it is spoken: `Ana LOPEZ`. */
function spoken(element: XmlElement): string {
  return distinct([textAt(element, "firstName"), textAt(element, "lastName")]).join(" ");
}

function items(record: XmlElement, list: string, item: string): XmlElement[] {
  return childrenOf(childOf(record, list), item);
}

function addressOf(address: XmlElement): { full: string; country?: string }[] {
  const parts = ["address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country"];
  const full = distinct(parts.map((part) => textAt(address, part))).join(", ");
  const country = countryCode(textAt(address, "country"));
  return full ? [{ full, ...(country ? { country } : {}) }] : [];
}
