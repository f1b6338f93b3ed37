import { type CsvRow, forEachRow } from "../csv.js";
import type { ImportFormat, ImportSink } from "../format.js";
import { agencyLists } from "./csl-lists.js";
import { countryCode } from "./list-countries.js";
import { listDate } from "./list-dates.js";
import { mendUtf8 } from "./list-encoding.js";
import { PartyGroups } from "./list-groups.js";
import { distinct, filled, idByName } from "./list-identity.js";
import { joinedNames } from "./list-names.js";

const listNames: Record<string, string> = {
  EL: "Entity List",
  MEU: "Military End User List",
  UVL: "Unverified List",
};

const read = "Entity List (EL), Military End User List (MEU) or Unverified List (UVL)";

/**
 * The file of the Bureau of Industry and Security that feeds the Consolidated Screening List: a row for each address and each alias of
 * an entry. Rows are gathered by list and name, wherever they stand.
 */
export const bisSourceCsv: ImportFormat = {
  id: "bis-source-csv",
  title: "BIS Entity List, Military End User List or Unverified List (CSV)",
  specification: "https://www.bis.gov/regulations/ear/744",

  recognises: ({ text }) => /^\uFEFF?"?Source List"?,"?Entity Number"?,"?SDN Type"?,"?Programs"?,"?Name"?,/.test(text),

  async read(input, sink) {
    const list = firstList(input.text);
    sink.source({
      id: `us-bis-${list.toLowerCase()}`,
      title: `BIS ${listNames[list] ?? "lists"}`,
      url: "https://www.bis.gov/licensing/guidance-on-end-user-and-end-use-controls-and-us-person-controls",
      publisher: "US Bureau of Industry and Security",
      licence: "public domain",
    });
    const groups = new PartyGroups();
    await forEachRow(
      mendUtf8(input.bytes()),
      {},
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
  if (row.cells.every((cell) => !cell.trim())) return;
  sink.record();
  const code = row.cell("Source List");
  const list = listNames[code] ? agencyLists[code] : undefined;
  const name = distinct([row.cell("Name")])[0];
  if (!list?.scheme) sink.refuse({ line: row.line }, `The Source List is "${code.slice(0, 80)}". Expected ${read}.`);
  else if (!name) sink.refuse({ line: row.line }, "The row has no name.");
  else {
    const id = idByName(list.scheme, name);
    const from = listDate(row.cell("Effective Date"));
    const notice = row.cell("Federal Register Notice");
    const requirement = row.cell("License Requirement");
    const policy = row.cell("License Policy");
    const notes = [
      from ? undefined : "on the list in this edition; since when is not said",
      requirement ? `licence requirement: ${requirement}` : undefined,
      policy ? `licence policy: ${policy}` : undefined,
    ];
    groups.add({
      party: filled({ id, name, note: row.cell("Remarks/Notes") }),
      aliases: joinedNames(row.cell("Alternate Name")),
      address: addressOf(row),
      listing: filled({
        party: id,
        list: list.list,
        from,
        until: listDate(row.cell("Date Lifted/Waived/Expired")),
        citation: notice || `BIS ${listNames[code]}, ${name}`,
        note: notes.filter(Boolean).join("; "),
      }),
    });
  }
}

function addressOf(row: CsvRow): { full: string; country?: string } | undefined {
  const full = distinct(["Address", "City", "State/Province", "Postal Code", "Country"].map((column) => row.cell(column))).join(", ");
  const country = countryCode(row.cell("Country"));
  return full ? { full, ...(country ? { country } : {}) } : undefined;
}

/** The list that the file is of: its first row says so. */
function firstList(text: string): string {
  const code = /\n"?([A-Z]{2,3})"?,/.exec(text)?.[1] ?? "";
  return listNames[code] ? code : "EL";
}
