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

const space = 0x20;
const carriageReturn = 0x0d;

/** Reads rows in place, from their bytes into one reused object: a log has millions of them. */
export class RowReader {
  readonly row: FlowRow;
  /** What was wrong with the last row that was none. */
  detail = "";
  private readonly fields: readonly string[];
  private readonly column: Record<Column, number>;
  private readonly addresses: FlowAddresses;
  private readonly interfaces: InterfaceNames;
  /** Where each field of the row begins; one more for the end. */
  private readonly starts: Int32Array;
  private bytes: Uint8Array = new Uint8Array();

  constructor(fields: readonly string[], addresses: FlowAddresses, before?: RowReader) {
    this.fields = fields;
    this.addresses = addresses;
    this.column = columnsOf(fields);
    this.starts = new Int32Array(fields.length + 1);
    this.interfaces = before?.interfaces ?? new InterfaceNames();
    this.row = before?.row ?? emptyRow();
  }

  /** `row` where `this.row` now holds the line that stands at `from` (inclusive) to `to` (exclusive), else the reason why not. */
  read(bytes: Uint8Array, from: number, to: number, line: number): "row" | NoRow {
    this.bytes = bytes;
    const count = this.split(from, to > from && bytes[to - 1] === carriageReturn ? to - 1 : to);
    if (count !== this.fields.length) {
      this.detail = `${count} fields where ${this.fields.length} were expected`;
      return "field-count";
    }
    const { row, column } = this;
    const status = column["log-status"];
    if (this.stands("NODATA", status)) return "NODATA";
    if (this.stands("SKIPDATA", status)) return "SKIPDATA";
    row.line = line;
    row.source = this.address(column["pkt-srcaddr"], column.srcaddr);
    row.destination = this.address(column["pkt-dstaddr"], column.dstaddr);
    const networkInterface = column["interface-id"];
    row.networkInterface =
      networkInterface < 0 ? -1 : this.interfaces.number(bytes, this.start(networkInterface), this.end(networkInterface));
    row.sourcePort = this.integer(column.srcport, 65_535);
    row.destinationPort = this.integer(column.dstport, 65_535);
    row.protocol = this.integer(column.protocol, 255);
    row.bytes = this.integer(column.bytes, Number.MAX_SAFE_INTEGER);
    row.start = this.integer(column.start, Number.MAX_SAFE_INTEGER);
    row.end = this.integer(column.end, Number.MAX_SAFE_INTEGER);
    row.accepted = !this.stands("REJECT", column.action);
    row.handshake = handshakeOf(this.integer(column["tcp-flags"], 255));
    return this.isComplete() ? "row" : "bad-value";
  }

  private split(from: number, to: number): number {
    const { bytes, starts } = this;
    let count = 1;
    starts[0] = from;
    for (let at = from; at < to; at += 1) {
      if (bytes[at] !== space) continue;
      if (count < starts.length) starts[count] = at + 1;
      count += 1;
    }
    if (count < starts.length) starts[count] = to + 1;
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

  private start(column: number): number {
    return this.starts[column] ?? 0;
  }

  private end(column: number): number {
    return (this.starts[column + 1] ?? 1) - 1;
  }

  /** Whether a field, where the log has it, is this word. */
  private stands(word: string, column: number): boolean {
    if (column < 0) return false;
    const start = this.start(column);
    if (this.end(column) - start !== word.length) return false;
    for (let at = 0; at < word.length; at += 1) if (this.bytes[start + at] !== word.charCodeAt(at)) return false;
    return true;
  }

  /** The packet's own address where the log has it: the other one can be a NAT gateway or load balancer on the way. */
  private address(packet: number, hop: number): number {
    const column = packet >= 0 && !(this.isDash(packet) && hop >= 0) ? packet : hop;
    return this.addresses.number(this.bytes, this.start(column), this.end(column));
  }

  /** -1 where the log does not say, -2 where it is no number from 0 to `most`. */
  private integer(column: number, most: number): number {
    if (column < 0 || this.isDash(column)) return -1;
    const start = this.start(column);
    const end = this.end(column);
    let value = 0;
    for (let at = start; at < end; at += 1) {
      const digit = (this.bytes[at] ?? 0) - 48;
      if (digit < 0 || digit > 9) return -2;
      value = value * 10 + digit;
    }
    return value > most || end === start ? -2 : value;
  }

  private isDash(column: number): boolean {
    return this.stands("-", column);
  }
}

/** Numbers network interfaces by their names. The last one is kept beside: most rows are of the same one as the row before. */
class InterfaceNames {
  private readonly numbers = new Map<string, number>();
  private last = Buffer.alloc(0);
  private lastNumber = -1;

  number(bytes: Uint8Array, from: number, to: number): number {
    if (this.lastNumber >= 0 && this.isLast(bytes, from, to)) return this.lastNumber;
    this.last = Buffer.from(bytes.subarray(from, to));
    const name = this.last.toString("latin1");
    this.lastNumber = this.numbers.get(name) ?? this.numbers.size;
    this.numbers.set(name, this.lastNumber);
    return this.lastNumber;
  }

  private isLast(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from !== this.last.length) return false;
    for (let at = 0; at < this.last.length; at += 1) if (this.last[at] !== bytes[from + at]) return false;
    return true;
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
