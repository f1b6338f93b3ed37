import type { TrafficRow } from "../model/index.js";
import type { Findings, Format, InputFile } from "./format.js";
import { publicHost } from "./hosts.js";

/** One query of a log: who asked for which name when, and what the resolver answered, where the log says. */
export interface DnsQuery {
  name: string;
  client: string;
  /** Unix seconds; -1 where the log does not say the whole date. */
  time: number;
  /** Addresses in the answer. */
  answers: string[];
  /** The resolver refused to answer by a rule of its own. */
  refused: boolean;
}

/** How one kind of log is told and read, line by line. */
export interface DnsLog extends Pick<Format, "id" | "title" | "specification"> {
  /** A query; `other` for a line that is none and need not be, such as a reply; `malformed` for one that should be. */
  parse(line: string): DnsQuery | "other" | "malformed";
  /** Whether its times are local, with no zone. */
  localTimes?(line: string): boolean;
}

/** Names of one log that are kept one by one; a log with more has mostly random ones. */
const mostNames = 500_000;
/** Lines by which a log is told, and how many of them must be queries: a resolver writes replies between them, a document only examples. */
const linesLookedAt = 20;
const enough = 0.2;

/** A format from the way in which its lines are read. */
export function dnsLogFormat({ id, title, specification, ...log }: DnsLog): Format {
  return {
    id,
    title,
    specification,
    readsTraffic: true,
    recognises: ({ head, size }) => looksLike(log, head, size),
    read: (file, findings) => read(log, file, findings),
    readTraffic: (file, findings, visit) => readTraffic(log, file, findings, visit),
  };
}

type Reading = Pick<DnsLog, "parse" | "localTimes">;

function looksLike(log: Reading, head: string, size: number): boolean {
  const lines = head.replace(/^\uFEFF/, "").split("\n");
  if (size > head.length) lines.pop();
  const looked = lines.filter((line) => line.trim() !== "").slice(0, linesLookedAt);
  const queries = looked.filter((line) => typeof log.parse(line) === "object").length;
  return queries > 0 && queries >= enough * looked.length;
}

interface Asked {
  rows: number;
  line: number;
  first: number;
  last: number;
}

async function read(log: Reading, file: InputFile, findings: Findings): Promise<void> {
  const asked = new Map<string, Asked>();
  let uncounted = 0;
  const count = await eachQuery(log, file, ({ name, time, refused }, line) => {
    if (refused) return;
    const known = asked.get(name);
    if (!known && asked.size >= mostNames) uncounted += 1;
    else if (!known) asked.set(name, { rows: 1, line, first: time, last: time });
    else {
      known.rows += 1;
      if (time >= 0 && (known.first < 0 || time < known.first)) known.first = time;
      if (time > known.last) known.last = time;
    }
  });
  for (const [name, one] of asked) observe(name, one, findings);
  reportCounts(count, findings);
  if (uncounted > 0)
    findings.problem({
      ...{ line: null, column: null, severity: "warning", code: "dns-log-many-names" },
      message: `the log asks for more than ${mostNames} names; ${uncounted} queries for further ones were left out`,
      expected: "fewer names in one file",
      action: "Split the log by time.",
    });
}

/** A name that somebody asked for. A query shows no connection, so none is counted. */
function observe(name: string, { rows, line, first, last }: Asked, findings: Findings): void {
  const host = name.endsWith(".arpa") ? null : publicHost(name);
  if (host?.kind !== "host") return;
  findings.observe({
    ...{ kind: "host", value: host.value, line, count: rows },
    traffic: {
      ...{ direction: "outbound", inferred: true, connections: 0, bytesSent: 0, bytesReceived: 0, ports: [] },
      ...{ firstSeen: instantOf(first), lastSeen: instantOf(last) },
    },
  });
}

async function readTraffic(log: Reading, file: InputFile, findings: Findings, visit: (row: TrafficRow) => void): Promise<void> {
  const count = await eachQuery(log, file, ({ name, client, time, answers, refused }, line) =>
    visit({ line, ends: [client], name, answers, bytes: null, first: time, last: time, refused }),
  );
  reportCounts(count, findings);
}

interface Counted {
  queries: number;
  refused: number;
  malformed: number;
  firstMalformed: number;
  localTimes: boolean;
}

async function eachQuery(log: Reading, file: InputFile, visit: (query: DnsQuery, line: number) => void): Promise<Counted> {
  const count: Counted = { queries: 0, refused: 0, malformed: 0, firstMalformed: 0, localTimes: false };
  for await (const { number, text } of file.lines()) {
    const line = number === 1 ? text.replace(/^\uFEFF/, "") : text;
    if (line.trim() === "") continue;
    const query = log.parse(line);
    if (query === "other") continue;
    if (query === "malformed") {
      count.malformed += 1;
      if (count.malformed === 1) count.firstMalformed = number;
      continue;
    }
    count.queries += 1;
    if (query.refused) count.refused += 1;
    if (query.time >= 0 && !count.localTimes && log.localTimes?.(line)) count.localTimes = true;
    visit(query, number);
  }
  return count;
}

function reportCounts({ refused, malformed, firstMalformed, localTimes }: Counted, findings: Findings): void {
  const place = { line: null, column: null };
  if (malformed > 0)
    findings.problem({
      ...{ line: firstMalformed, column: null, severity: "error", code: "dns-log-bad-row" },
      message: `${malformed === 1 ? "one line" : `${malformed} lines`} could not be read, the first of them this one`,
      expected: "a query with the name that was asked for and the address that asked",
      action: "Export the log again, or mend these lines; all others were read.",
    });
  if (refused > 0)
    findings.problem({
      ...{ ...place, severity: "note", code: "dns-log-refused" },
      message: `${refused} queries were refused by a rule of the resolver: nothing was looked up`,
      expected: "queries that were answered",
      action: "Nothing for the review: these rows count as not seen. Look at what asked.",
    });
  if (localTimes)
    findings.problem({
      ...{ ...place, severity: "note", code: "dns-log-local-time" },
      message: "its times have no zone and were taken for UTC",
      expected: "times in UTC, such as 2026-11-27T07:31:02Z",
      action: "Set print-time iso8601-utc in the logging channel, where the hour matters.",
    });
}

/** An instant in ISO 8601; null for -1. */
export function instantOf(seconds: number): string | null {
  return seconds < 0 ? null : new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

/** Unix seconds of an instant as a log writes it; -1 for what is none. */
export function secondsOf(text: string): number {
  const time = Date.parse(text);
  return Number.isNaN(time) ? -1 : Math.floor(time / 1000);
}

/** A name as it was asked for, in lower case without the root's dot; undefined for what is no name. */
export function queriedName(text: string): string | undefined {
  const name = text.toLowerCase().replace(/\.$/, "");
  return name !== "" && name.length <= 253 && !/[\s"\\]/.test(name) ? name : undefined;
}
