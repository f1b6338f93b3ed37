import type { ObservationContext } from "../model/index.js";
import { csvRows } from "./csv-rows.js";
import { type Findings, type Format, type InputFile, Unreadable } from "./format.js";
import { hostOf } from "./hosts.js";

/** Names that a column goes by, in lower case without punctuation. */
const columns = {
  name: [
    "vendor",
    "vendorname",
    "supplier",
    "suppliername",
    "provider",
    "providername",
    "company",
    "companyname",
    "processor",
    "subprocessor",
    "subprocessorname",
    "thirdparty",
    "name",
    "entity",
  ],
  country: ["country", "countryofprovision", "countrycode", "hqcountry", "location"],
  use: ["service", "services", "use", "purpose", "product", "description", "servicedescription", "category"],
  website: ["website", "domain", "url", "web", "homepage", "host"],
} as const;

type Column = keyof typeof columns;

/** A list of vendors as CSV (RFC 4180, also with semicolons or tabs), with a header that names them. */
export const vendorCsv: Format = {
  id: "vendor-csv",
  title: "Vendor list (CSV)",
  specification: "https://www.rfc-editor.org/rfc/rfc4180",
  recognises({ name, head }) {
    if (!/\.(csv|tsv)$/i.test(name)) return false;
    const header = head.split(/\r?\n/, 1)[0] ?? "";
    const cells = header.split(delimiterOf(header)).map(plain);
    const sure = columns.name.filter((one) => one !== "name" && one !== "entity" && one !== "company");
    return (
      cells.some((cell) => sure.some((one) => one === cell)) ||
      (/vendor|supplier|third-?part|processor|provider/i.test(name) && cells.some((cell) => isColumn("name", cell)))
    );
  },
  read,
};

/** A file with more rows that cannot be read is no CSV, and each costs time. */
const mostFaults = 1_000;

async function read(file: InputFile, findings: Findings): Promise<void> {
  const text = (await file.text()).replace(/^\uFEFF/, "");
  const delimiter = delimiterOf(text.split(/\r?\n/, 1)[0] ?? "");
  let header: Partial<Record<Column, number>> | undefined;
  let width = 0;
  let faults = 0;
  for (const { line, cells } of csvRows(text, delimiter)) {
    if (!cells) {
      findings.problem(badRow(line, "a quote stands where none can, or never closes"));
      faults += 1;
      if (faults === mostFaults) throw tooManyFaults(line);
    } else if (!header) {
      header = readHeader(cells);
      width = cells.length;
    } else {
      if (cells.length !== width) findings.problem(badRow(line, `it has ${cells.length} cells, the header has ${width}`));
      seeVendor(cells, line, header, findings);
    }
  }
}

function tooManyFaults(line: number): Unreadable {
  return new Unreadable({
    line,
    column: null,
    code: "vendor-csv-faults",
    message: `${mostFaults} rows up to here could not be read; what stands below was not`,
    expected: "comma-separated values with quotes in pairs (RFC 4180)",
    action: "Export the list again; the rows above that could be read were.",
  });
}

function readHeader(cells: string[]): Partial<Record<Column, number>> {
  const found = Object.fromEntries(
    (Object.keys(columns) as Column[]).flatMap((column) => {
      const at = columns[column].map((name) => cells.findIndex((cell) => plain(cell) === name)).find((index) => index >= 0);
      return at === undefined ? [] : [[column, at]];
    }),
  ) as Partial<Record<Column, number>>;
  if (found.name !== undefined) return found;
  throw new Unreadable({
    line: 1,
    column: 1,
    code: "vendor-csv-header",
    message: "no column of the header names the vendor",
    expected: "a header with a column such as vendor, supplier or provider",
    action: "Name the column that holds the vendor's name.",
  });
}

function seeVendor(record: string[], line: number, header: Partial<Record<Column, number>>, findings: Findings): void {
  const cell = (column: Column) => record[header[column] ?? -1]?.trim() || undefined;
  const name = cell("name");
  if (!name) {
    findings.problem(badRow(line, "the vendor's name is empty"));
    return;
  }
  const [country, use, website] = [cell("country"), cell("use"), cell("website")];
  const context: ObservationContext = {
    address: `vendor/${name}`,
    ...(use ? { use } : {}),
    ...(country ? { claimedProvider: { name, country } } : {}),
  };
  findings.observe({ line, kind: "vendor", value: name, context });
  const host = website ? hostOf(website) : null;
  if (host) findings.observe({ line, kind: host.kind, value: host.value, context });
}

function delimiterOf(header: string): string {
  const counted = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counted.sort((left, right) => right.count - left.count)[0]?.delimiter ?? ",";
}

function isColumn(column: Column, cell: string): boolean {
  return columns[column].some((name) => name === cell);
}

function plain(cell: string): string {
  return cell.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function badRow(line: number, message: string) {
  return {
    line,
    column: null,
    severity: "warning" as const,
    code: "vendor-csv-row",
    message,
    expected: "a row with as many cells as the header and the vendor's name",
    action: "Mend the row; the other rows were read.",
  };
}
