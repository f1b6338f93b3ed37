import { type CsvRow, forEachRow } from "../csv.js";
import type { ImportFormat, ImportSink } from "../format.js";
import { agencyLists } from "./csl-lists.js";
import { countryCode } from "./list-countries.js";
import { listDate } from "./list-dates.js";
import { mendUtf8 } from "./list-encoding.js";
import { PartyGroups } from "./list-groups.js";
import { distinct, filled, idByName } from "./list-identity.js";

const { list, scheme } = { list: agencyLists.DPL?.list ?? "", scheme: agencyLists.DPL?.scheme ?? "" };

/** BIS's list of persons under a denial order: tab-separated, a row for each address of a person. */
export const bisDeniedPersons: ImportFormat = {
  id: "bis-denied-persons",
  title: "BIS Denied Persons List (tab-separated)",
  specification: "https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl",

  recognises: ({ text }) => /^\uFEFF?"?Name"?\t"?Street_Address"?\t"?City"?\t/.test(text) && /\t"?FR_Citation"?\s*(\r?\n|$)/.test(text),

  async read(input, sink) {
    sink.source({
      id: "us-bis-dpl",
      title: "BIS Denied Persons List",
      url: "https://www.bis.doc.gov/dpl/dpl.txt",
      publisher: "US Bureau of Industry and Security",
      licence: "public domain",
    });
    const groups = new PartyGroups();
    await forEachRow(
      mendUtf8(input.bytes()),
      { delimiter: "\t", relaxedQuotes: true },
      (row) => addRow(row, groups, sink),
      (line, reason) => {
        sink.record();
        sink.refuse({ line }, reason);
      },
    );
    groups.tell(sink);
  },
};

function addRow(row: CsvRow, groups: PartyGroups, sink: ImportSink): void {
  sink.record();
  const name = distinct([row.cell("Name")])[0];
  const from = listDate(row.cell("Effective_Date"));
  if (!name) sink.refuse({ line: row.line }, "The row has no name.");
  else if (!from)
    sink.refuse(
      { line: row.line, record: name },
      `The Effective_Date is "${row.cell("Effective_Date").slice(0, 80)}". Expected MM/DD/YYYY.`,
    );
  else {
    const id = idByName(scheme, name);
    const full = distinct(["Street_Address", "City", "State", "Postal_Code", "Country"].map((column) => row.cell(column))).join(", ");
    const country = countryCode(row.cell("Country"));
    groups.add({
      party: { id, name },
      address: { full, ...(country ? { country } : {}) },
      listing: filled({
        party: id,
        list,
        from,
        until: listDate(row.cell("Expiration_Date")),
        citation: row.cell("FR_Citation").replace(/\s+/g, " ") || `BIS Denied Persons List, ${name}`,
        note: row.cell("Standard_Order") === "N" ? "not a standard order: its terms are in the notice" : undefined,
      }),
    });
  }
}
