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
  /** Connections by protocol and far port, both in one number (`portKey`): a log has more connections than names of ports. */
  ports: Map<number, number>;
}

/** Which end of a pair is the subject's own. */
type OwnEnd = "low" | "high" | "neither";

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
  const far = new Map<number, FarAddress>();
  const sides: Side[] = [];
  const inferredOwn = new Set<number>();
  const summary: FlowSummary = { inferredOwn: [], rowsWithoutOwnEnd: 0, refusedOutbound: 0 };
  for (const pair of ledger.pairs) {
    const inferred = !addresses.isOurs(pair.low) && !addresses.isOurs(pair.high);
    const own = ownEndOf(pair, ledger, addresses);
    const high = own === "high" ? undefined : addPair(far, pair, "high", own, inferred);
    const low = own === "low" ? undefined : addPair(far, pair, "low", own, inferred);
    sides.push({ own, far: own === "low" ? high : low });
    if (own === "neither") summary.rowsWithoutOwnEnd += pair.rows;
    else summary.refusedOutbound += own === "low" ? pair.refusedUp : pair.refusedDown;
    if (inferred && own !== "neither") inferredOwn.add(pair[own]);
  }
  addConnections(ledger, sides);
  for (const one of [...far.values()].sort((left, right) => left.line - right.line || left.address - right.address)) {
    findings.observe({ kind: "address", value: addresses.text(one.address), line: one.line, count: one.rows, traffic: trafficOf(one) });
  }
  summary.inferredOwn = [...inferredOwn].map((address) => addresses.text(address)).sort(byText);
  return summary;
}

function ownEndOf(pair: Pair, ledger: FlowLedger, addresses: FlowAddresses): OwnEnd {
  if (addresses.isOurs(pair.low)) return "low";
  if (addresses.isOurs(pair.high)) return "high";
  const own = pair.networkInterface < 0 ? -1 : ledger.addressOfInterface(pair.networkInterface);
  if (own === pair.low) return "low";
  return own === pair.high ? "high" : "neither";
}

function addPair(far: Map<number, FarAddress>, pair: Pair, end: "low" | "high", own: OwnEnd, sideInferred: boolean): FarAddress {
  const one = far.get(pair[end]) ?? newFarAddress(pair[end], pair.line);
  far.set(pair[end], one);
  one.rows += pair.rows;
  one.line = Math.min(one.line, pair.line);
  if (pair.first >= 0 && (one.first < 0 || pair.first < one.first)) one.first = pair.first;
  one.last = Math.max(one.last, pair.last);
  one.sideInferred ||= sideInferred;
  if (own === "neither") return one;
  one.sent += own === "low" ? pair.bytesUp : pair.bytesDown;
  one.received += own === "low" ? pair.bytesDown : pair.bytesUp;
  if (hasPorts(pair.protocol)) one.opened += own === "low" ? pair.uncountedByLow : pair.uncountedByHigh;
  const knocks = own === "low" ? pair.uncountedByHigh : pair.uncountedByLow;
  one.knocks += knocks;
  one.knocksInferred += knocks;
  return one;
}

function addConnections(ledger: FlowLedger, sides: Side[]): void {
  ledger.eachConnection((pairNumber, connection) => {
    const pair = ledger.pairs[pairNumber];
    const { own, far: one } = sides[pairNumber] ?? {};
    if (!pair || !one || own === "neither") return;
    const port = portKey(pair.protocol, own === "low" ? connection.highPort : connection.lowPort);
    one.ports.set(port, (one.ports.get(port) ?? 0) + 1);
    if (connection.openedByLow !== (own === "low")) {
      one.knocks += 1;
      if (!connection.stated) one.knocksInferred += 1;
    } else if (hasPorts(pair.protocol) && connection.accepted) {
      one.opened += 1;
      one.openedAsStated ||= connection.stated;
    }
  });
}

/** Ports from -1, which stands for none, to 65535. */
const portKeys = 65_537;

function portKey(protocol: number, port: number): number {
  return protocol * portKeys + (hasPorts(protocol) ? port : -1) + 1;
}

function trafficOf(one: FarAddress): Traffic {
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
    ports: [...one.ports]
      .map(([port, connections]): [string, number] => [portName(Math.floor(port / portKeys), (port % portKeys) - 1), connections])
      .sort(([leftName, left], [rightName, right]) => right - left || byText(leftName, rightName))
      .slice(0, portsShown)
      .map(([name]) => name),
  };
}

function newFarAddress(address: number, line: number): FarAddress {
  const counters = { rows: 0, sent: 0, received: 0, first: -1, last: -1, opened: 0, knocks: 0, knocksInferred: 0 };
  return { address, line, openedAsStated: false, sideInferred: false, ports: new Map(), ...counters };
}

/** Unix seconds as UTC in ISO 8601; null where the log gives no time. */
function utc(seconds: number): string | null {
  return seconds < 0 || seconds > lastSecond ? null : new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
