import { type CsvRow, forEachRow } from "../csv.js";
import type { ImportFormat, ImportSink } from "../format.js";
import { listDate } from "./list-dates.js";
import { mendUtf8 } from "./list-encoding.js";
import { distinct, idByName } from "./list-identity.js";

/** The FCC's list of covered equipment and services as a table of two columns: what is covered, in words, and since when. */
export const fccCoveredList: ImportFormat = {
  id: "fcc-covered-list-csv",
  title: "FCC Covered List (CSV)",
  specification: "https://www.fcc.gov/supplychain/coveredlist",

  recognises: ({ text }) => /^\uFEFF?"?covered_equipment_or_services"?,"?date_of_inclusion_on_covered_list"?/.test(text),

  async read(input, sink) {
    sink.source({
      id: "us-fcc-covered-list",
      title: "List of Equipment and Services Covered By Section 2 of the Secure Networks Act",
      url: "https://www.fcc.gov/supplychain/coveredlist",
      publisher: "US Federal Communications Commission",
    });
    await forEachRow(
      mendUtf8(input.bytes()),
      {},
      (row) => tell(row, sink),
      (line, reason) => {
        sink.record();
        sink.refuse({ line }, reason);
      },
    );
  },
};

function tell(row: CsvRow, sink: ImportSink): void {
  sink.record();
  const scope = distinct([row.cell("covered_equipment_or_services")])[0];
  const dates = row.cell("date_of_inclusion_on_covered_list");
  // "December 22, 2025Updated:January 7, 2026…": the first is the inclusion.
  const from = listDate(dates.split(/\s*Updated:/)[0]);
  if (!scope) sink.refuse({ line: row.line }, "The row does not say what is covered.");
  else if (!from)
    sink.refuse({ line: row.line }, `The date of inclusion is "${dates.slice(0, 80)}". Expected a date such as March 12, 2021.`);
  else {
    const names = namesIn(scope);
    if (!names.length) sink.passOver("entries for a class of products that name no party");
    const ids = names.map((name) => idByName("us-fcc", name));
    names.forEach((name, index) => {
      const id = ids[index] ?? "";
      sink.party({ id, name, kind: "entity" });
      sink.listing({ party: id, list: "us-fcc-covered-list", scope, from, citation: `FCC Covered List, entry of ${from}` });
    });
    const [owner, owned] = ids;
    if (owner && owned)
      sink.interest({ owner, owned, kind: "equity", share: 100, asOf: from, note: 'the entry calls it a "wholly-owned subsidiary"' });
  }
}

/** Who produces or provides what an entry covers, and a wholly-owned subsidiary that it names. */
function namesIn(scope: string): string[] {
  const [, named] =
    /\b(?:produced|provided|supplied)(?:,[^,]{1,40},)? by (.{2,120}?)(?:,? (?:including|to the extent|subject to)\b|,? or any of\b|\.$|\.")/.exec(
      scope,
    ) ?? [];
  return distinct((named ?? "").split(/ and its wholly-owned subsidiary /)).map((name) => name.replace(/,$/, ""));
}
