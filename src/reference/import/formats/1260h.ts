import type { PartialDate } from "../../../model/index.js";
import { type CsvRow, forEachRow } from "../csv.js";
import { ImportError, type ImportFormat, type ImportSink, type ListingRecord } from "../format.js";
import { dayBefore, listDate } from "./list-dates.js";
import { mendUtf8 } from "./list-encoding.js";
import { distinct, filled, idByName } from "./list-identity.js";

const scheme = "us-dod-1260h";
const maxNames = 100_000;

/** What one edition of the list says of one name. */
interface EditionRow {
  from: PartialDate;
  /** The last day on the list. */
  until: PartialDate | undefined;
  note: string;
  url: string;
}

interface Company {
  name: string;
  aliases: string[];
  formerNames: string[];
  parents: Map<string, PartialDate>;
  rows: EditionRow[];
}

/**
 * The lists of Chinese military companies under Section 1260H in the columns of the public transcription: a row for each name in each
 * edition, with the day that it came off. A parent is context that the list gives: an interest of the kind `linked`, with no share.
 */
export const dod1260h: ImportFormat = {
  id: "dod-1260h-csv",
  title: "Chinese military companies under Section 1260H (CSV)",
  specification: "https://github.com/opensanctions/opensanctions/tree/main/datasets/us/dod_chinese_milcorps",

  recognises: ({ text }) => /^\uFEFF?"?Name"?,"?Clean Name"?,"?Alias"?,"?Previous Name"?,"?Parent Name"?,/.test(text),

  async read(input, sink) {
    sink.source({
      id: scheme,
      title: "Entities identified as Chinese military companies (Section 1260H)",
      url: "https://github.com/opensanctions/opensanctions/blob/main/datasets/us/dod_chinese_milcorps/sanctions.csv",
      publisher: "US Department of Defense, transcribed",
    });
    const companies = new Map<string, Company>();
    await forEachRow(
      mendUtf8(input.bytes()),
      {},
      (row) => addRow(row, companies, sink),
      (line, reason) => {
        sink.record();
        sink.refuse({ line }, reason);
      },
    );
    const complete = completeEdition(companies);
    for (const [id, company] of companies) tell(id, company, complete, sink);
  },
};

function addRow(row: CsvRow, companies: Map<string, Company>, sink: ImportSink): void {
  sink.record();
  const name = distinct([row.cell("Clean Name") || row.cell("Name").replace(/\*$/, "")])[0];
  const from = listDate(row.cell("Start date"));
  const end = row.cell("End date");
  const off = listDate(end);
  if (!name) sink.refuse({ line: row.line }, "The row has neither a Clean Name nor a Name.");
  else if (!from)
    sink.refuse({ line: row.line, record: name }, `The Start date is "${row.cell("Start date").slice(0, 80)}". Expected YYYY-MM-DD.`);
  else if (end && !off)
    sink.refuse({ line: row.line, record: name }, `The End date is "${end.slice(0, 80)}". Expected YYYY-MM-DD or nothing.`);
  else {
    if (companies.size >= maxNames)
      throw new ImportError(`line ${row.line}: more than ${maxNames} names, which no edition of the list has.`);
    const id = idByName(scheme, name);
    const company: Company = companies.get(id) ?? { name, aliases: [], formerNames: [], parents: new Map(), rows: [] };
    companies.set(id, company);
    company.aliases = distinct([...company.aliases, ...row.cell("Alias").split(/[;]\s*/)]);
    company.formerNames = distinct([...company.formerNames, ...row.cell("Previous Name").split(/;\s*/)]);
    const parent = distinct([row.cell("Parent Name")])[0];
    if (parent) company.parents.set(parent, from);
    // The list says on which day a name came off; the day before is its last.
    company.rows.push({ from, until: off && dayBefore(off), note: row.cell("Note"), url: row.cell("Source Url") });
  }
}

/**
 * The newest edition, where it is a whole list and no mere addition: then it has nearly all names that no edition ended. Names that it
 * has no more were renamed or taken off without a row that says so.
 */
function completeEdition(companies: Map<string, Company>): PartialDate | undefined {
  const latest = [...companies.values()].map(({ rows }) => rows.reduce((last, row) => (row.from > last.from ? row : last)));
  const newest = latest
    .map(({ from }) => from)
    .sort()
    .at(-1);
  const named = latest.filter(({ from }) => from === newest).length;
  const left = latest.filter(({ from, until }) => from !== newest && until === undefined).length;
  return left * 4 <= named ? newest : undefined;
}

function tell(id: string, company: Company, complete: PartialDate | undefined, sink: ImportSink): void {
  const { name, parents } = company;
  const differs = (other: string) => other !== name;
  sink.party(
    filled({
      id,
      name,
      kind: "entity" as const,
      aliases: company.aliases.filter(differs),
      formerNames: company.formerNames.filter(differs),
    }),
  );
  for (const [parent, asOf] of parents) {
    const owner = idByName(scheme, withoutAcronym(parent));
    if (owner === id) continue;
    sink.party({ id: owner, name: withoutAcronym(parent), kind: "entity" });
    sink.interest({ owner, owned: id, kind: "linked", asOf, note: "the list puts it under this parent; no share is stated" });
  }
  for (const listing of intervals(company.rows, complete)) sink.listing({ party: id, list: "us-dod-1260h", ...listing });
}

/**
 * The times on the list: an edition that names a company again goes on with the interval before it, unless that had ended; what the
 * latest edition says of its end holds.
 */
function intervals(rows: EditionRow[], complete: PartialDate | undefined): Omit<ListingRecord, "party" | "list">[] {
  const ordered = [...rows].sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0));
  const joined: { first: EditionRow; last: EditionRow }[] = [];
  for (const row of ordered) {
    const current = joined.at(-1);
    const ended = current?.last.until !== undefined && current.last.until < dayBefore(row.from);
    if (current && !ended) current.last = row;
    else joined.push({ first: row, last: row });
  }
  return joined.map(({ first, last }) => {
    const left = complete !== undefined && last.until === undefined && last.from < complete;
    return filled({
      from: first.from,
      until: left ? dayBefore(complete) : last.until,
      citation: `Section 1260H of Pub. L. 116-283; list of ${first.from}${last === first ? "" : `, last seen on the list of ${last.from}`}`,
      note: [last.note, last.url, left ? `not on the list of ${complete} under this name; when it came off is not said` : ""]
        .filter(Boolean)
        .join("; "),
      confidence: left ? ("medium" as const) : undefined,
    });
  });
}

/** `China Aerospace Science and Industry Corporation Limited (CASIC)`: parents are written with their short name and without. */
function withoutAcronym(name: string): string {
  return name.replace(/\s*\([A-Z][A-Za-z &-]{1,14}\)$/, "").trim() || name;
}
