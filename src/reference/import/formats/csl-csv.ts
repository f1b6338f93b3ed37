import { type CsvRow, forEachRow } from "../csv.js";
import { ImportError, type ImportFormat } from "../format.js";
import { type CslRecord, cslSource, tellCslRecord } from "./csl-record.js";
import { countryCode } from "./list-countries.js";
import { mendUtf8 } from "./list-encoding.js";
import { distinct } from "./list-identity.js";
import { joinedNames } from "./list-names.js";
import { withOwnNumbers } from "./list-numbers.js";
import { identifierOf, type ListedDocument, leiOf } from "./ofac-documents.js";

const needed = ["source", "entity_number", "type", "programs", "name", "addresses", "start_date", "end_date", "alt_names", "ids"];

/** The Consolidated Screening List of the U.S. agencies in CSV, with 28 columns or, with the record's own id, 29. */
export const cslCsv: ImportFormat = {
  id: "csl-csv",
  title: "U.S. Consolidated Screening List (CSV)",
  specification: "https://www.trade.gov/consolidated-screening-list",

  recognises: ({ text }) => /^\uFEFF?("?_id"?,)?"?source"?,"?entity_number"?,"?type"?,"?programs"?,"?name"?,/.test(text),

  async read(input, told) {
    const sink = withOwnNumbers(told);
    sink.source(cslSource);
    await forEachRow(
      mendUtf8(input.bytes()),
      {
        header: (columns) => {
          const missing = needed.filter((column) => !columns.includes(column));
          if (missing.length)
            throw new ImportError(`the columns ${missing.join(", ")} are missing. Expected those of the Consolidated Screening List.`);
        },
      },
      (row) => tellCslRecord(recordOf(row), { line: row.line, record: row.cell("entity_number") || row.cell("_id") || undefined }, sink),
      (line, reason) => {
        sink.record();
        sink.refuse({ line }, reason);
      },
    );
  },
};

function recordOf(row: CsvRow): CslRecord {
  const list = (column: string) => distinct(row.cell(column).split(/;\s*/));
  return {
    source: row.cell("source"),
    entityNumber: row.cell("entity_number"),
    type: row.cell("type"),
    programs: list("programs"),
    name: row.cell("name"),
    title: row.cell("title"),
    addresses: addressesOf(row.cell("addresses")),
    notice: row.cell("federal_register_notice"),
    start: row.cell("start_date"),
    end: row.cell("end_date"),
    requirement: row.cell("license_requirement"),
    policy: row.cell("license_policy"),
    remarks: row.cell("remarks"),
    altNames: joinedNames(row.cell("alt_names")),
    nationalities: [...list("nationalities"), ...list("citizenships")],
    birthDates: list("dates_of_birth"),
    documents: list("ids").flatMap(documentsOf),
    recordId: row.cell("_id"),
  };
}

/** Addresses are joined by semicolons, and each ends in the code of its country where it is known. */
function addressesOf(cell: string): CslRecord["addresses"] {
  return distinct(cell.split(/;\s+(?!and\s)/i)).map((full) => {
    const country = countryCode(/(?:^|, )([A-Z]{2})$/.exec(full)?.[1]);
    return country ? { full, country } : { full };
  });
}

/** `Passport, A1234567, IR` today, `IR, A1234567, Passport` in older files; the country may be missing in both. */
function documentsOf(text: string): ListedDocument[] {
  const parts = text.split(", ");
  const [first = "", second = ""] = parts;
  const last = parts.at(-1) ?? "";
  const readings =
    parts.length === 3
      ? [
          { type: first, number: second, country: last },
          { type: last, number: second, country: first },
        ]
      : parts.length === 2
        ? [
            { type: first, number: second },
            { type: second, number: first },
          ]
        : [];
  return readings.filter((reading) => identifierOf(reading) || leiOf(reading)).slice(0, 1);
}
