import type { FlowAddresses } from "./flow-addresses.js";
import { hasPorts, serves } from "./flow-ports.js";
import { IntegerIndex } from "./integer-index.js";

/** One row of a flow log: packets that went one way within one time window. -1 stands for what the log does not say. */
export interface FlowRow {
  line: number;
  /** Number of the network interface that wrote the row. */
  networkInterface: number;
  /** Numbers of `FlowAddresses`. */
  source: number;
  destination: number;
  sourcePort: number;
  destinationPort: number;
  /** IANA protocol number. */
  protocol: number;
  bytes: number;
  /** Unix seconds. */
  start: number;
  end: number;
  accepted: boolean;
  /** Whether the row shows a connection request (SYN without ACK) of its source, an answer to one (SYN with ACK), or neither. */
  handshake: "request" | "answer" | "none";
}

/**
 * All rows between two ends over one protocol. Who of the subject talked does not matter for what is reported, so all its addresses
 * are one end: a log has far fewer such pairs than pairs of addresses.
 */
export interface Pair {
  /** -1 for the subject; else the address with the lower number of two that are not known as its own. */
  near: number;
  far: number;
  protocol: number;
  /** Set only where neither end is known as the subject's own. */
  networkInterface: number;
  rows: number;
  line: number;
  /** Bytes from near to far, and from far to near. */
  bytesUp: number;
  bytesDown: number;
  first: number;
  last: number;
  /** Rows that a firewall refused, from near to far and from far to near. */
  refusedUp: number;
  refusedDown: number;
  /** Connections that each end opened, beyond those kept one by one. */
  uncountedByNear: number;
  uncountedByFar: number;
}

/** One connection: its ports, who opened it, and whether the log itself says so. */
export interface Connection {
  /** Place of the pair in `pairs`. */
  pair: number;
  nearPort: number;
  farPort: number;
  openedByNear: boolean;
  stated: boolean;
  accepted: boolean;
}

/** Connections kept one by one: some 120 MB. Beyond, who opened is told row by row. */
const maxConnections = 2_000_000;

const statedNear = 1;
const statedFar = 2;
const firstFromFar = 4;
const bothAtFirst = 8;
const accepted = 16;

/** Adds up flow rows in bounded memory. Who is the subject and who opened what is decided afterwards, when all rows are known. */
export class FlowLedger {
  readonly pairs: Pair[] = [];
  /** Rows whose connection was not kept by itself. */
  uncountedRows = 0;
  /** Rows that say too little to tell who opened. */
  rowsWithoutPorts = 0;
  private readonly pairIndex = new IntegerIndex();
  private readonly connections = new IntegerIndex();
  private readonly connectionStart: number[] = [];
  private readonly connectionState: number[] = [];
  /** Two numbers for each interface: the addresses that stand in all its rows without an own end so far, -1 for none. */
  private readonly common: number[] = [];
  private readonly addresses: FlowAddresses;
  private readonly limit: number;

  constructor(addresses: FlowAddresses, limit = maxConnections) {
    this.addresses = addresses;
    this.limit = limit;
  }

  add(row: FlowRow): void {
    const sourceOurs = this.addresses.isOurs(row.source);
    const destinationOurs = this.addresses.isOurs(row.destination);
    if (sourceOurs && destinationOurs) return;
    const ours = sourceOurs || destinationOurs;
    if (!ours && row.networkInterface >= 0) this.narrow(row);
    const up = ours ? sourceOurs : row.source <= row.destination;
    const networkInterface = ours ? -1 : row.networkInterface;
    const near = up ? row.source : row.destination;
    const far = up ? row.destination : row.source;
    const number = this.pairIndex.add(ours ? -1 : near, far, (networkInterface + 1) * 512 + row.protocol + 1);
    if (number === this.pairs.length) this.pairs.push(newPair(row, ours ? -1 : near, far, networkInterface));
    const pair = this.pairs[number];
    if (!pair) return;
    this.addTo(pair, row, up);
    if (row.sourcePort < 0 || row.destinationPort < 0 || row.protocol < 0) this.rowsWithoutPorts += 1;
    else this.addConnection(number, near, pair, row, up);
  }

  /** The address of an interface: the one that all its rows without a known own end share; -1 where that is not exactly one. */
  addressOfInterface(networkInterface: number): number {
    const one = this.common[networkInterface * 2] ?? -1;
    const other = this.common[networkInterface * 2 + 1] ?? -1;
    return one >= 0 && other >= 0 ? -1 : Math.max(one, other);
  }

  /** Hands over every connection that was kept, in one reused object: a log has millions of them. */
  eachConnection(visit: (connection: Connection) => void): void {
    const connection: Connection = { pair: 0, nearPort: 0, farPort: 0, openedByNear: false, stated: false, accepted: false };
    for (let number = 0; number < this.connections.size; number += 1) {
      connection.pair = this.connections.part(number, 0);
      const pair = this.pairs[connection.pair];
      if (!pair) continue;
      const state = this.connectionState[number] ?? 0;
      const ports = this.connections.part(number, 2);
      connection.nearPort = ports >>> 16;
      connection.farPort = ports & 0xffff;
      connection.openedByNear = openedByNear(state, connection.nearPort, connection.farPort, hasPorts(pair.protocol));
      connection.stated = (state & statedNear) > 0 !== (state & statedFar) > 0;
      connection.accepted = (state & accepted) > 0;
      visit(connection);
    }
  }

  /** Keeps of the candidates for the interface's own address those that this row holds too. */
  private narrow(row: FlowRow): void {
    const at = row.networkInterface * 2;
    while (this.common.length < at) this.common.push(-1, -1);
    if (this.common.length === at) this.common.push(row.source, row.destination);
    for (const slot of [at, at + 1]) {
      const candidate = this.common[slot];
      if (candidate !== row.source && candidate !== row.destination) this.common[slot] = -1;
    }
  }

  private addTo(pair: Pair, row: FlowRow, up: boolean): void {
    pair.rows += 1;
    if (row.start >= 0 && (pair.first < 0 || row.start < pair.first)) pair.first = row.start;
    if (row.end > pair.last) pair.last = row.end;
    if (row.accepted) {
      if (row.bytes > 0 && up) pair.bytesUp += row.bytes;
      else if (row.bytes > 0) pair.bytesDown += row.bytes;
    } else if (up) pair.refusedUp += 1;
    else pair.refusedDown += 1;
  }

  /** `near` is the address itself, the subject's own too: two of its machines can use the same port. */
  private addConnection(pairNumber: number, near: number, pair: Pair, row: FlowRow, up: boolean): void {
    const ports = up ? (row.sourcePort << 16) | row.destinationPort : (row.destinationPort << 16) | row.sourcePort;
    const before = this.connections.size;
    if (before >= this.limit && this.connections.find(pairNumber, near, ports) < 0) {
      this.addUncounted(pair, row, up);
      return;
    }
    const number = this.connections.add(pairNumber, near, ports);
    if (number === before) {
      this.connectionStart.push(row.start);
      this.connectionState.push(up ? 0 : firstFromFar);
    }
    this.connectionState[number] = this.stateAfter(number, row, up);
  }

  private stateAfter(number: number, row: FlowRow, up: boolean): number {
    let state = this.connectionState[number] ?? 0;
    const start = this.connectionStart[number] ?? -1;
    if (row.start < start) {
      this.connectionStart[number] = row.start;
      state = (state & ~(firstFromFar | bothAtFirst)) | (up ? 0 : firstFromFar);
    } else if (row.start === start && (state & firstFromFar) > 0 === up) state |= bothAtFirst;
    if (row.handshake !== "none") state |= (row.handshake === "request") === up ? statedNear : statedFar;
    return row.accepted ? state | accepted : state;
  }

  /** The kept connections are full: a request, or else a row towards a service port, stands for one connection. */
  private addUncounted(pair: Pair, row: FlowRow, up: boolean): void {
    this.uncountedRows += 1;
    if (!row.accepted || row.handshake === "answer") return;
    const answers = serves(row.sourcePort, row.destinationPort) && !serves(row.destinationPort, row.sourcePort);
    if (row.handshake === "none" && answers) return;
    if (up) pair.uncountedByNear += 1;
    else pair.uncountedByFar += 1;
  }
}

function newPair(row: FlowRow, near: number, far: number, networkInterface: number): Pair {
  const counters = { rows: 0, bytesUp: 0, bytesDown: 0, refusedUp: 0, refusedDown: 0, uncountedByNear: 0, uncountedByFar: 0 };
  return { near, far, protocol: row.protocol, networkInterface, line: row.line, first: -1, last: -1, ...counters };
}

/**
 * Who opened a connection: as the handshake says; else whoever sent first; where both sent in the same second, whoever is
 * not on a service port; and where the ports do not tell either, whoever stands first in the log.
 */
function openedByNear(state: number, nearPort: number, farPort: number, portsCount: boolean): boolean {
  const near = (state & statedNear) > 0;
  if (near !== (state & statedFar) > 0) return near;
  const nearServes = serves(nearPort, farPort);
  if (portsCount && (state & bothAtFirst) > 0 && nearServes !== serves(farPort, nearPort)) return !nearServes;
  return (state & firstFromFar) === 0;
}
