import type { FlowAddresses } from "./flow-addresses.js";
import type { FlowRow } from "./flow-ledger.js";

/** The fields of version 2, which a log without a header has. */
export const defaultFields =
  "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status".split(" ");

/** Why a line is no row of traffic. */
export type NoRow = "NODATA" | "SKIPDATA" | "field-count" | "bad-value";

const synFlag = 2;
const ackFlag = 16;

/** Names that only other clouds' logs of the same style use. */
const fieldsOfOthers = new Set(["vswitch-id", "vm-id", "eni-id"]);

/** Whether a line names the fields of the rows below it, in AWS's words. */
export function isHeader(line: string): boolean {
  if (!line.includes("srcaddr") || !line.includes("dstaddr")) return false;
  const fields = line
    .replace(/^\uFEFF/, "")
    .trim()
    .split(" ");
  const hasEnds = ["src", "dst"].every((end) => fields.includes(`${end}addr`) || fields.includes(`pkt-${end}addr`));
  return hasEnds && fields.every((field) => /^[a-z][a-z0-9-]*$/.test(field) && !fieldsOfOthers.has(field));
}

/** Whether a line is a row in the default fields: 14 of them, version 2, an interface, and addresses or dashes. */
export function isDefaultRow(line: string): boolean {
  const fields = line.trim().split(" ");
  if (fields.length !== defaultFields.length || fields[0] !== "2") return false;
  return /^(?:OK|NODATA|SKIPDATA)$/.test(fields[13] ?? "") && /^(?:ACCEPT|REJECT|-)$/.test(fields[12] ?? "");
}

/** Reads rows into one reused object: a log has millions of them. */
export class RowReader {
  readonly row: FlowRow;
  /** What was wrong with the last row that was none. */
  detail = "";
  private readonly fields: readonly string[];
  private readonly column: Record<Column, number>;
  private readonly addresses: FlowAddresses;
  private readonly interfaces: Map<string, number>;
  /** Where each field of the row begins; one more for the end. */
  private readonly starts: Int32Array;
  private text = "";

  constructor(fields: readonly string[], addresses: FlowAddresses, before?: RowReader) {
    this.fields = fields;
    this.addresses = addresses;
    this.column = columnsOf(fields);
    this.starts = new Int32Array(fields.length + 1);
    this.interfaces = before?.interfaces ?? new Map();
    this.row = before?.row ?? emptyRow();
  }

  /** `row` where `this.row` now holds it, else the reason why not. */
  read(text: string, line: number): "row" | NoRow {
    this.text = text.endsWith("\r") ? text.slice(0, -1) : text;
    const count = this.split();
    if (count !== this.fields.length) {
      this.detail = `${count} fields where ${this.fields.length} were expected`;
      return "field-count";
    }
    const { row, column } = this;
    const status = column["log-status"] < 0 ? "" : this.word(column["log-status"]);
    if (status === "NODATA" || status === "SKIPDATA") return status;
    row.line = line;
    row.source = this.address(column["pkt-srcaddr"], column.srcaddr);
    row.destination = this.address(column["pkt-dstaddr"], column.dstaddr);
    row.networkInterface = this.networkInterface();
    row.sourcePort = this.integer(column.srcport, 65_535);
    row.destinationPort = this.integer(column.dstport, 65_535);
    row.protocol = this.integer(column.protocol, 255);
    row.bytes = this.integer(column.bytes, Number.MAX_SAFE_INTEGER);
    row.start = this.integer(column.start, Number.MAX_SAFE_INTEGER);
    row.end = this.integer(column.end, Number.MAX_SAFE_INTEGER);
    row.accepted = column.action < 0 || !this.text.startsWith("REJECT", this.starts[column.action]);
    row.handshake = handshakeOf(this.integer(column["tcp-flags"], 255));
    return this.isComplete() ? "row" : "bad-value";
  }

  private split(): number {
    const { text, starts } = this;
    let count = 1;
    starts[0] = 0;
    for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
      if (count < starts.length) starts[count] = at + 1;
      count += 1;
    }
    if (count < starts.length) starts[count] = text.length + 1;
    return count;
  }

  private isComplete(): boolean {
    const { row } = this;
    if (row.source < 0 || row.destination < 0) this.detail = "an address that is neither IPv4 nor IPv6";
    else if (Math.min(row.sourcePort, row.destinationPort, row.protocol, row.bytes, row.start, row.end) < -1)
      this.detail = "a port, protocol, byte count or time that is no number in its range";
    else return true;
    return false;
  }

  private word(column: number): string {
    return this.text.slice(this.starts[column] ?? 0, (this.starts[column + 1] ?? 1) - 1);
  }

  /** The packet's own address where the log has it: the other one can be a NAT gateway or load balancer on the way. */
  private address(packet: number, hop: number): number {
    const column = packet >= 0 && !(this.isDash(packet) && hop >= 0) ? packet : hop;
    return this.addresses.number(this.text, this.starts[column] ?? 0, (this.starts[column + 1] ?? 1) - 1);
  }

  private networkInterface(): number {
    if (this.column["interface-id"] < 0) return -1;
    const name = this.word(this.column["interface-id"]);
    const known = this.interfaces.get(name);
    if (known !== undefined) return known;
    // A copy: a slice would keep its whole line in memory.
    this.interfaces.set(Buffer.from(name).toString(), this.interfaces.size);
    return this.interfaces.size - 1;
  }

  /** -1 where the log does not say, -2 where it is no number from 0 to `most`. */
  private integer(column: number, most: number): number {
    if (column < 0 || this.isDash(column)) return -1;
    const end = (this.starts[column + 1] ?? 1) - 1;
    let value = 0;
    for (let at = this.starts[column] ?? 0; at < end; at += 1) {
      const digit = this.text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) return -2;
      value = value * 10 + digit;
    }
    return value > most || end === this.starts[column] ? -2 : value;
  }

  private isDash(column: number): boolean {
    const start = this.starts[column] ?? 0;
    return this.text.charCodeAt(start) === 45 && (this.starts[column + 1] ?? 0) - start === 2;
  }
}

const columns = [
  "interface-id",
  "srcaddr",
  "dstaddr",
  "pkt-srcaddr",
  "pkt-dstaddr",
  "srcport",
  "dstport",
  "protocol",
  "bytes",
  "start",
  "end",
  "action",
  "log-status",
  "tcp-flags",
] as const;
type Column = (typeof columns)[number];

function columnsOf(fields: readonly string[]): Record<Column, number> {
  return Object.fromEntries(columns.map((name) => [name, fields.indexOf(name)])) as Record<Column, number>;
}

function emptyRow(): FlowRow {
  const numbers = {
    line: 1,
    source: -1,
    destination: -1,
    sourcePort: -1,
    destinationPort: -1,
    protocol: -1,
    bytes: -1,
    start: -1,
    end: -1,
  };
  return { networkInterface: -1, accepted: true, handshake: "none", ...numbers };
}

/** Flags of one time window are added up: 3 is a request and its end, 18 and 19 an answer. */
function handshakeOf(flags: number): FlowRow["handshake"] {
  if (flags < 0 || (flags & synFlag) === 0) return "none";
  return (flags & ackFlag) > 0 ? "answer" : "request";
}
