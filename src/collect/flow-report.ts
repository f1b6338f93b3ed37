import type { Traffic } from "../model/index.js";
import { byText } from "../model/index.js";
import type { FlowAddresses } from "./flow-addresses.js";
import type { FlowLedger, Pair } from "./flow-ledger.js";
import { hasPorts, portName } from "./flow-ports.js";
import type { Findings } from "./format.js";

const portsShown = 5;
/** The last second that a date in ISO 8601 with four-digit years can name: 9999-12-31T23:59:59Z. */
const lastSecond = 253_402_300_799;

/** What all rows of one far address add up to. */
interface FarAddress {
  address: number;
  rows: number;
  line: number;
  sent: number;
  received: number;
  first: number;
  last: number;
  opened: number;
  /** Whether the log itself says for at least one connection that we opened it. */
  openedAsStated: boolean;
  /** Connections that the far side opened or tried to open. */
  knocks: number;
  knocksInferred: number;
  sideInferred: boolean;
  /** Connections by protocol and far port (`portKey`): most far addresses have one port, so the others are kept only where there are some. */
  port: number;
  portConnections: number;
  otherPorts: Map<number, number> | null;
}

/** Which end of a pair is the subject's own. */
type OwnEnd = "near" | "far" | "neither";

/** Which end of a pair is whose, in the order of the ledger's pairs. */
interface Side {
  own: OwnEnd;
  far: FarAddress | undefined;
}

export interface FlowSummary {
  /** Own addresses that were inferred, canonical text. */
  inferredOwn: string[];
  /** Rows where neither end is known as the subject's own. */
  rowsWithoutOwnEnd: number;
  /** Rows that a firewall refused on their way out. */
  refusedOutbound: number;
}

/**
 * Reports one observation per far address, in order of first appearance, and says what had to be inferred on the way.
 * `connections` counts TCP and UDP connections that the subject opened and no firewall refused; a far address is `outbound` with at least
 * one, `inbound` where it only opened or tried to, `unknown` for the rest, such as an ICMP echo of ours.
 */
export function reportFlows(ledger: FlowLedger, addresses: FlowAddresses, findings: Findings): FlowSummary {
  const far = new FarAddresses();
  const sides: Side[] = [];
  const inferredOwn = new Set<number>();
  const summary: FlowSummary = { inferredOwn: [], rowsWithoutOwnEnd: 0, refusedOutbound: 0 };
  for (const pair of ledger.pairs) {
    const inferred = pair.near >= 0;
    const own = ownEndOf(pair, ledger);
    const atFar = own === "far" ? undefined : addPair(far.of(pair.far, pair.line), pair, own, inferred);
    const atNear = own === "near" ? undefined : addPair(far.of(pair.near, pair.line), pair, own, inferred);
    sides.push({ own, far: own === "near" ? atFar : atNear });
    if (own === "neither") summary.rowsWithoutOwnEnd += pair.rows;
    else summary.refusedOutbound += own === "near" ? pair.refusedUp : pair.refusedDown;
    if (inferred && own !== "neither") inferredOwn.add(pair[own]);
  }
  addConnections(ledger, sides);
  const utc = clock();
  for (const one of far.all.sort((left, right) => left.line - right.line || left.address - right.address)) {
    findings.observe({
      kind: "address",
      value: addresses.text(one.address),
      line: one.line,
      count: one.rows,
      traffic: trafficOf(one, utc),
    });
  }
  summary.inferredOwn = [...inferredOwn].map((address) => addresses.text(address)).sort(byText);
  return summary;
}

function ownEndOf(pair: Pair, ledger: FlowLedger): OwnEnd {
  if (pair.near < 0) return "near";
  const own = pair.networkInterface < 0 ? -1 : ledger.addressOfInterface(pair.networkInterface);
  if (own === pair.near) return "near";
  return own === pair.far ? "far" : "neither";
}

/** The far addresses by their numbers, which are dense: an array finds them faster than a map does. */
class FarAddresses {
  readonly all: FarAddress[] = [];
  private readonly byNumber: (FarAddress | undefined)[] = [];

  of(address: number, line: number): FarAddress {
    while (this.byNumber.length <= address) this.byNumber.push(undefined);
    const known = this.byNumber[address];
    if (known) return known;
    const one = newFarAddress(address, line);
    this.byNumber[address] = one;
    this.all.push(one);
    return one;
  }
}

function addPair(one: FarAddress, pair: Pair, own: OwnEnd, sideInferred: boolean): FarAddress {
  one.rows += pair.rows;
  one.line = Math.min(one.line, pair.line);
  if (pair.first >= 0 && (one.first < 0 || pair.first < one.first)) one.first = pair.first;
  one.last = Math.max(one.last, pair.last);
  one.sideInferred ||= sideInferred;
  if (own === "neither") return one;
  one.sent += own === "near" ? pair.bytesUp : pair.bytesDown;
  one.received += own === "near" ? pair.bytesDown : pair.bytesUp;
  if (hasPorts(pair.protocol)) one.opened += own === "near" ? pair.uncountedByNear : pair.uncountedByFar;
  const knocks = own === "near" ? pair.uncountedByFar : pair.uncountedByNear;
  one.knocks += knocks;
  one.knocksInferred += knocks;
  return one;
}

function addConnections(ledger: FlowLedger, sides: Side[]): void {
  ledger.eachConnection((connection) => {
    const pair = ledger.pairs[connection.pair];
    const side = sides[connection.pair];
    if (!pair || !side?.far || side.own === "neither") return;
    const { own, far: one } = side;
    countPort(one, portKey(pair.protocol, own === "near" ? connection.farPort : connection.nearPort));
    if (connection.openedByNear !== (own === "near")) {
      one.knocks += 1;
      if (!connection.stated) one.knocksInferred += 1;
    } else if (hasPorts(pair.protocol) && connection.accepted) {
      one.opened += 1;
      one.openedAsStated ||= connection.stated;
    }
  });
}

function countPort(one: FarAddress, port: number): void {
  if (one.portConnections === 0) one.port = port;
  if (one.port === port) {
    one.portConnections += 1;
    return;
  }
  one.otherPorts ??= new Map();
  one.otherPorts.set(port, (one.otherPorts.get(port) ?? 0) + 1);
}

/** Names of the ports with the most connections, the most first. */
function portsOf(one: FarAddress): string[] {
  if (one.portConnections === 0) return [];
  const first: [number, number] = [one.port, one.portConnections];
  if (!one.otherPorts) return [nameOf(first[0])];
  return [first, ...one.otherPorts]
    .map(([port, connections]): [string, number] => [nameOf(port), connections])
    .sort(([leftName, left], [rightName, right]) => right - left || byText(leftName, rightName))
    .slice(0, portsShown)
    .map(([name]) => name);
}

function nameOf(port: number): string {
  return portName(Math.floor(port / portKeys), (port % portKeys) - 1);
}

/** Ports from -1, which stands for none, to 65535. */
const portKeys = 65_537;

function portKey(protocol: number, port: number): number {
  return protocol * portKeys + (hasPorts(protocol) ? port : -1) + 1;
}

function trafficOf(one: FarAddress, utc: ReturnType<typeof clock>): Traffic {
  const direction = one.opened > 0 ? "outbound" : one.knocks > 0 ? "inbound" : "unknown";
  const openerInferred = direction === "outbound" ? !one.openedAsStated : one.knocksInferred > 0;
  return {
    direction,
    inferred: one.sideInferred || openerInferred,
    connections: one.opened,
    bytesSent: one.sent,
    bytesReceived: one.received,
    firstSeen: utc(one.first),
    lastSeen: utc(one.last),
    ports: portsOf(one),
  };
}

function newFarAddress(address: number, line: number): FarAddress {
  const counters = { rows: 0, sent: 0, received: 0, first: -1, last: -1, opened: 0, knocks: 0, knocksInferred: 0 };
  return { address, line, openedAsStated: false, sideInferred: false, port: 0, portConnections: 0, otherPorts: null, ...counters };
}

/** Writes Unix seconds as UTC in ISO 8601; null where the log gives no time. */
function clock(): (seconds: number) => string | null {
  // Most times of a log are of the same minute as the one before, and writing one out costs more than all else that is reported.
  let minute = Number.NaN;
  let text = "";
  return (seconds) => {
    if (seconds < 0 || seconds > lastSecond) return null;
    if (Math.floor(seconds / 60) !== minute) {
      minute = Math.floor(seconds / 60);
      text = new Date(minute * 60_000).toISOString().slice(0, 17);
    }
    const second = seconds % 60;
    return `${text}${second < 10 ? "0" : ""}${second}Z`;
  };
}
