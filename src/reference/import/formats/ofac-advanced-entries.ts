import type { PartialDate } from "../../../model/index.js";
import type { ImportSink, ListingRecord } from "../format.js";
import { partialDate } from "./list-dates.js";
import { distinct, filled } from "./list-identity.js";
import { childOf, childrenOf, textAt, type XmlElement } from "./list-xml.js";
import { datePartsOf, type ReferenceValues } from "./ofac-advanced-values.js";
import { ofacListByName, ofacLists, ofacListsByProgramme } from "./ofac-lists.js";

/**
 * Entries of the lists. Parties of the other lists have an entry of the "Consolidated List" as well, which stands for all of them: it
 * is passed over where the party has an entry of a list itself, and read by its programmes where it has not.
 */
export class SanctionsEntries {
  private readonly values: ReferenceValues;
  private readonly edition: PartialDate | undefined;
  private readonly sink: ImportSink;
  private readonly listed = new Set<string>();
  private readonly consolidated = new Map<string, { listing: Omit<ListingRecord, "list">; programmes: string[] }>();

  constructor(values: ReferenceValues, edition: PartialDate | undefined, sink: ImportSink) {
    this.values = values;
    this.edition = edition;
    this.sink = sink;
  }

  entry(record: XmlElement, party: string): void {
    const name = this.values.text("List", record.attributes.ListID);
    const programmes = distinct(
      childrenOf(record, "SanctionsMeasure")
        .filter(({ attributes }) => this.values.text("SanctionsType", attributes.SanctionsTypeID) === "Program")
        .map((measure) => textAt(measure, "Comment")),
    );
    const listing = this.listing(record, party, name, programmes);
    const list = ofacListByName(name);
    if (list) {
      this.listed.add(party);
      for (const one of ofacLists(list, programmes)) this.sink.listing({ ...listing, list: one });
    } else if (/^(Non-SDN )?Consolidated List$/i.test(name)) this.consolidated.set(party, { listing, programmes });
    else {
      const place = { line: record.line, record: record.attributes.ID };
      this.sink.refuse(place, `The entry is of the list "${name || record.attributes.ListID}", which is not known.`);
    }
  }

  end(): void {
    for (const [party, { listing, programmes }] of this.consolidated) {
      if (this.listed.has(party)) this.sink.passOver("entries of the Consolidated List beside those of its lists");
      else for (const list of ofacListsByProgramme(programmes)) this.sink.listing({ ...listing, list });
    }
  }

  private listing(record: XmlElement, party: string, list: string, programmes: string[]): Omit<ListingRecord, "list"> {
    const events = childrenOf(record, "EntryEvent");
    const from = distinct(events.map((event) => partialDate(...datePartsOf(childOf(event, "Date"))))).sort()[0];
    const bases = distinct(events.map(({ attributes }) => this.values.text("LegalBasis", attributes.LegalBasisID)));
    const notes = [
      bases.length ? `legal basis: ${bases.join("; ")}` : "",
      from ? "" : "on the list in this edition; since when is not said",
    ];
    return filled({
      party,
      programme: programmes.join("; "),
      from: from ?? this.edition,
      citation: `OFAC ${list}, entry ${record.attributes.ID ?? party}`,
      note: notes.filter(Boolean).join("; "),
      record: record.attributes.ID,
    });
  }
}
