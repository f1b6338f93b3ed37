import type { ImportSink, RecordPlace, SourceDescription } from "../format.js";
import { screeningList } from "./csl-lists.js";
import { countryCode } from "./list-countries.js";
import { listDate } from "./list-dates.js";
import { distinct, filled, idByName } from "./list-identity.js";
import { spokenName } from "./list-names.js";
import { type ListedDocument, numbersOf } from "./ofac-documents.js";
import { ofacLists } from "./ofac-lists.js";

/** One entry of the Consolidated Screening List, whatever form it came in. */
export interface CslRecord {
  source: string;
  entityNumber: string;
  type: string;
  programs: string[];
  name: string;
  title: string;
  addresses: { full: string; country?: string | undefined }[];
  notice: string;
  start: string;
  end: string;
  requirement: string;
  policy: string;
  remarks: string;
  altNames: string[];
  /** Citizenships and nationalities. */
  nationalities: string[];
  birthDates: string[];
  documents: ListedDocument[];
  /** Of the file itself. */
  recordId: string;
}

export const cslSource: SourceDescription = {
  id: "us-csl",
  title: "Consolidated Screening List",
  url: "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv",
  publisher: "US International Trade Administration",
  licence: "public domain",
};

export function tellCslRecord(record: CslRecord, place: RecordPlace, sink: ImportSink): void {
  sink.record();
  const list = screeningList(record.source);
  const name = distinct([record.name.replace(successors, "")])[0];
  const number = /^\d{1,12}$/.test(record.entityNumber) ? record.entityNumber : undefined;
  if (!list) sink.refuse(place, `The source "${record.source.slice(0, 200)}" is no list that is known.`);
  else if (!name) sink.refuse(place, "The entry has no name.");
  else if (!list.scheme && !number)
    sink.refuse(place, `The entry of ${list.list} has no entity_number. Expected OFAC's number of the party.`);
  else if (/^(vessel|aircraft)$/i.test(record.type)) sink.passOver(record.type.toLowerCase() === "vessel" ? "vessels" : "aircraft");
  else tell(record, list.list, name, list.scheme ? idByName(list.scheme, name) : `ofac-${number}`, sink);
}

/** Nonproliferation sanctions end many names in this; it is what the entry reaches, not how the party is called. */
const successors = /[;,]?\s+and any successors?,.* thereof\.?$/i;

function tell(record: CslRecord, list: string, listed: string, id: string, sink: ImportSink): void {
  const kind = /^individual$/i.test(record.type) ? "individual" : /^entity$/i.test(record.type) ? "entity" : undefined;
  const { numbers, others } = numbersOf(record.documents);
  const reference = record.entityNumber || record.recordId || undefined;
  sink.party(
    filled({
      id,
      name: kind === "individual" ? spokenName(listed) : listed,
      kind,
      aliases: distinct(record.altNames).filter((alias) => alias !== listed),
      birthDates: distinct(record.birthDates.map(listDate)),
      nationalities: distinct(record.nationalities.map(countryCode)),
      addresses: record.addresses,
      role: record.title,
      ...numbers,
      note: [record.remarks, ...others].filter(Boolean).join("; "),
      record: reference,
    }),
  );
  const from = listDate(record.start);
  const notes = [
    from ? undefined : "on the list in this edition; since when is not said",
    successors.exec(record.name)?.[0].replace(/^[;,\s]+/, ""),
    record.requirement ? `licence requirement: ${record.requirement}` : undefined,
    record.policy ? `licence policy: ${record.policy}` : undefined,
  ];
  const programmes = distinct(record.programs);
  for (const one of ofacLists(list, programmes))
    sink.listing(
      filled({
        party: id,
        list: one,
        programme: programmes.join("; "),
        from,
        until: listDate(record.end),
        citation: record.notice || `${record.source}, ${record.entityNumber ? `entry ${record.entityNumber}` : listed}`,
        note: notes.filter(Boolean).join("; "),
        record: reference,
      }),
    );
}
