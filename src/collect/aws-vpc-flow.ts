import type { TrafficRow } from "../model/index.js";
import { defaultFields, isDefaultRow, isHeader, type NoRow, RowReader } from "./aws-vpc-flow-row.js";
import { FlowAddresses } from "./flow-addresses.js";
import { FlowLedger, type FlowRow } from "./flow-ledger.js";
import { type FlowSummary, reportFlows } from "./flow-report.js";
import type { CollectOptions, Findings, Format, InputFile } from "./format.js";

/** Amazon VPC flow logs in text: default and custom fields, in any order, with or without the header line. */
export const awsVpcFlow: Format = {
  id: "aws-vpc-flow",
  title: "Amazon VPC flow log",
  specification: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html",
  readsTraffic: true,
  recognises(file) {
    const first =
      file.head
        .replace(/^\uFEFF/, "")
        .split("\n", 1)[0]
        ?.trim() ?? "";
    return isHeader(first) || isDefaultRow(first);
  },
  read,
  readTraffic,
};

const lineFeed = 0x0a;

/** What could not be counted, and where it was first met. */
interface Skipped {
  rows: number;
  line: number;
  detail: string;
}

async function read(file: InputFile, findings: Findings, options: CollectOptions): Promise<void> {
  const addresses = new FlowAddresses(options.ownNetworks);
  const ledger = new FlowLedger(addresses);
  const skipped = await eachRow(file, addresses, (row) => ledger.add(row));
  const summary = reportFlows(ledger, addresses, findings);
  reportSkipped(skipped, findings);
  reportInferences(summary, ledger, addresses, findings);
}

async function readTraffic(file: InputFile, findings: Findings, visit: (row: TrafficRow) => void): Promise<void> {
  const addresses = new FlowAddresses([]);
  const skipped = await eachRow(file, addresses, ({ line, source, destination, bytes, start, end, accepted }) => {
    const ends = [addresses.text(source), addresses.text(destination)];
    visit({ line, ends, name: null, answers: [], bytes: bytes < 0 ? null : bytes, first: start, last: end, refused: !accepted });
  });
  reportSkipped(skipped, findings);
}

/** Visits every row that could be read; gives what could not. The row is reused for the next one. */
async function eachRow(file: InputFile, addresses: FlowAddresses, visit: (row: FlowRow) => void): Promise<Map<NoRow, Skipped>> {
  const skipped = new Map<NoRow, Skipped>();
  let reader = new RowReader(defaultFields, addresses);
  for await (const { number, bytes } of file.blocks()) {
    let line = number;
    for (let start = 0; start < bytes.length; line += 1) {
      const end = bytes.indexOf(lineFeed, start);
      const outcome = reader.read(bytes, start, end, line);
      if (outcome === "row") visit(reader.row);
      else {
        const text = bytes.toString("utf8", start, end);
        if (isHeader(text)) reader = new RowReader(fieldsOf(text), addresses, reader);
        else if (text.trim() !== "") skip(skipped, outcome, line, reader.detail);
      }
      start = end + 1;
    }
  }
  return skipped;
}

function fieldsOf(header: string): string[] {
  return header
    .replace(/^\uFEFF/, "")
    .trim()
    .split(" ");
}

function skip(skipped: Map<NoRow, Skipped>, reason: NoRow, line: number, detail: string): void {
  const known = skipped.get(reason);
  if (known) known.rows += 1;
  else skipped.set(reason, { rows: 1, line, detail });
}

function reportSkipped(skipped: Map<NoRow, Skipped>, findings: Findings): void {
  for (const [reason, { rows, line, detail }] of skipped) {
    const place = { line, column: null };
    if (reason === "NODATA") {
      findings.problem({
        ...place,
        severity: "note",
        code: "flow-log-no-data",
        message: `${rowsFrom(rows, line)} NODATA: no traffic in that time window`,
        expected: "rows with the status OK",
        action: "Nothing: such rows are normal.",
      });
    } else if (reason === "SKIPDATA") {
      findings.problem({
        ...place,
        severity: "warning",
        code: "flow-log-skipped-data",
        message: `${rowsFrom(rows, line)} SKIPDATA: traffic of that time window was not recorded`,
        expected: "rows with the status OK",
        action: "Treat the log as incomplete for these windows; what is absent from it may still have happened.",
      });
    } else {
      findings.problem({
        ...place,
        severity: "error",
        code: `flow-log-${reason}`,
        message: `${rows === 1 ? "one row" : `${rows} rows`} could not be read; the first, line ${line}, has ${detail}`,
        expected:
          "one value for each field that the header line names, with single spaces between; version 2 default fields without a header",
        action: "Export the log again, or mend these lines; all other rows were read.",
      });
    }
  }
}

function rowsFrom(rows: number, line: number): string {
  return rows === 1 ? `line ${line} says` : `${rows} rows, the first in line ${line}, say`;
}

function reportInferences(summary: FlowSummary, ledger: FlowLedger, addresses: FlowAddresses, findings: Findings): void {
  const note = { line: null, column: null, severity: "note" } as const;
  const warning = { ...note, severity: "warning" } as const;
  const networks = "own address ranges under `networks` in beholden.yaml";
  if (summary.inferredOwn.length > 0)
    findings.problem({
      ...note,
      code: "flow-log-own-address-inferred",
      message: `taken for own, as every row of their network interface has them: ${shortList(summary.inferredOwn)}`,
      expected: networks,
      action: "Declare them there if they are yours; if they are not, declare the ranges that are.",
    });
  if (summary.rowsWithoutOwnEnd > 0)
    findings.problem({
      ...warning,
      code: "flow-log-own-address-unknown",
      message: `in ${summary.rowsWithoutOwnEnd} rows neither end is known to be yours; both are listed with direction unknown`,
      expected: networks,
      action: "Declare your public address ranges there and review again.",
    });
  if (summary.refusedOutbound > 0)
    findings.problem({
      ...note,
      code: "flow-log-refused-outbound",
      message: `${summary.refusedOutbound} rows of traffic from you were refused by a security group or network ACL (REJECT): nothing flowed`,
      expected: "rows with the action ACCEPT",
      action: "Nothing for the review: these rows count as no connection. Look at what tried to connect.",
    });
  if (ledger.rowsWithoutPorts > 0)
    findings.problem({
      ...warning,
      code: "flow-log-without-ports",
      message: `${ledger.rowsWithoutPorts} rows have no ports or no protocol, so nobody can tell who opened the connection`,
      expected: "the fields srcport, dstport and protocol",
      action: "Add these fields to the format of the flow log.",
    });
  if (ledger.uncountedRows > 0)
    findings.problem({
      ...note,
      code: "flow-log-many-connections",
      message: `the log has more connections than are kept one by one; for ${ledger.uncountedRows} rows who opened was told by flags and ports alone`,
      expected: "fewer connections in one file",
      action: "Split the log by time for exact numbers of connections; bytes and rows are exact as they are.",
    });
  if (addresses.refused.length > 0)
    findings.problem({
      ...warning,
      code: "own-network-malformed",
      message: `not an address range: ${shortList(addresses.refused)}`,
      expected: "CIDR notation such as 198.51.100.0/24 or 2001:db8::/32",
      action: "Mend the entry under `networks` in beholden.yaml.",
    });
}

function shortList(all: readonly string[]): string {
  const shown = all.slice(0, 5).join(", ");
  return all.length > 5 ? `${shown} and ${all.length - 5} more` : shown;
}
