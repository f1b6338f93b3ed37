import { dnsLogFormat, queriedName, secondsOf } from "./dns-log.js";

/** `client @0x7f0c 192.0.2.7#53211 (name): view inside: query: name IN A +E(0)K (198.51.100.1)`; older ones without the pointer or the name. */
const query =
  /\bclient (?:@0x[0-9a-f]+ )?([0-9a-fA-F.:]+)(?:%\w+)?#\d+(?: \([^()]*\))?: (?:view [^:]{1,100}: )?query: (\S+) [A-Z0-9]+ [A-Z0-9]+ /;
/** Of the channel's own time, local or ISO 8601; the time of syslog has no year. */
const localTime = /^(\d{2})-([A-Z][a-z]{2})-(\d{4}) (\d{2}:\d{2}:\d{2})/;
const isoTime = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?/;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The query log of BIND 9, from a channel or from syslog. */
export const bindQueryLog = dnsLogFormat({
  id: "bind-query-log",
  title: "BIND 9 query log",
  specification: "https://bind9.readthedocs.io/en/stable/reference.html#the-query-error-category",
  parse(line) {
    if (!line.includes("query: ")) return "other";
    const [, client, asked] = query.exec(line) ?? [];
    const name = asked === undefined ? undefined : queriedName(asked);
    if (client === undefined || name === undefined) return "malformed";
    return { name, client, time: timeOf(line), answers: [], refused: false };
  },
  localTimes: (line) => localTime.test(line) || isoTime.exec(line)?.[2] === undefined,
});

function timeOf(line: string): number {
  const [, day, month = "", year, clock] = localTime.exec(line) ?? [];
  if (clock !== undefined) return secondsOf(`${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${day}T${clock}Z`);
  const [, instant, zone] = isoTime.exec(line) ?? [];
  return instant === undefined ? -1 : secondsOf(`${instant}${zone ?? "Z"}`);
}
