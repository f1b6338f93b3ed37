import { describe, expect, it } from "vitest";
import type { TrafficRow } from "../model/index.js";
import { bindQueryLog } from "./bind-query-log.js";
import { dnsmasqLog } from "./dnsmasq-log.js";
import type { Format } from "./format.js";
import { formats } from "./registry.js";
import { route53Resolver } from "./route53-resolver.js";
import { readSample, sampleFile } from "./sample-file.js";

const resolverEntry = (more: Record<string, unknown>) =>
  JSON.stringify({
    ...{
      version: "1.100000",
      account_id: "111122223333",
      region: "us-east-1",
      vpc_id: "vpc-7example",
      query_timestamp: "2021-02-04T17:51:55Z",
    },
    ...{
      query_name: "oss-us-west-1.aliyuncs.com.",
      query_type: "A",
      query_class: "IN",
      rcode: "NOERROR",
      answers: [],
      srcaddr: "10.1.0.5",
    },
    ...{ srcport: "56067", transport: "UDP", srcids: { instance: "i-0d15cd0d3example" }, ...more },
  });

// Lines as BIND 9.18 writes them, with print-time, by way of syslog, within a view, and of older versions.
const bindLines = [
  "27-Nov-2026 07:31:02.123 queries: info: client @0x7f0c8c00 10.1.0.5#53211 (oss-us-west-1.aliyuncs.com): query: oss-us-west-1.aliyuncs.com IN A +E(0)K (10.0.0.2)",
  "2026-11-27T06:00:00.001Z client @0x7f0c8c00 10.1.0.6#53212 (OSS-us-west-1.aliyuncs.com): query: OSS-us-west-1.aliyuncs.com IN AAAA + (10.0.0.2)",
  "Nov 27 07:31:03 ns1 named[812]: client @0x7f0c8c00 10.1.0.7#53213 (www.example.com): view inside: query: www.example.com IN A + (10.0.0.2)",
  "27-Nov-2026 07:31:04.000 client 2001:db8::7#1025: query: 5.1.0.10.in-addr.arpa IN PTR + (2001:db8::1)",
  "27-Nov-2026 07:31:05.000 general: info: zone example.com/IN: loaded serial 7",
];
const dnsmasqLines = [
  "Nov 27 07:31:02 dnsmasq[812]: query[A] oss-us-west-1.aliyuncs.com from 10.1.0.5",
  "Nov 27 07:31:02 dnsmasq[812]: forwarded oss-us-west-1.aliyuncs.com to 192.0.2.53",
  "Nov 27 07:31:02 dnsmasq[812]: reply oss-us-west-1.aliyuncs.com is 47.88.0.1",
  "Nov 27 07:31:03 dnsmasq[812]: 7 10.1.0.6/53211 query[AAAA] oss-us-west-1.aliyuncs.com from 10.1.0.6",
];
const file = (lines: string[], name = "dns.log") => sampleFile(name, `${lines.join("\n")}\n`);

async function rowsOf(format: Format, lines: string[]): Promise<TrafficRow[]> {
  const rows: TrafficRow[] = [];
  await format.readTraffic?.(file(lines), { observe: () => {}, problem: () => {}, leaveOut: () => {} }, (row) => rows.push({ ...row }));
  return rows;
}

describe("a query log of Route 53 Resolver", () => {
  it("gives each name once, with its queries and when they were first and last made; no connection", async () => {
    const lines = [
      resolverEntry({ query_timestamp: "2021-02-04T17:51:55Z" }),
      resolverEntry({ query_timestamp: "2021-02-03T00:00:00Z", query_name: "OSS-us-west-1.aliyuncs.com." }),
      resolverEntry({ query_name: "example.com" }),
    ];
    expect((await readSample(route53Resolver, file(lines))).seen).toEqual([
      {
        ...{ kind: "host", value: "oss-us-west-1.aliyuncs.com", line: 1, count: 2 },
        traffic: {
          ...{ direction: "outbound", inferred: true, connections: 0, bytesSent: 0, bytesReceived: 0, ports: [] },
          ...{ firstSeen: "2021-02-03T00:00:00Z", lastSeen: "2021-02-04T17:51:55Z" },
        },
      },
      expect.objectContaining({ value: "example.com", line: 3, count: 1 }),
    ]);
  });

  it("passes over reverse lookups and names of the own network, and tells refused queries and lines that are none", async () => {
    const lines = [
      resolverEntry({ query_name: "15.3.4.32.in-addr.arpa.", query_type: "PTR" }),
      resolverEntry({ query_name: "db.internal." }),
      resolverEntry({ query_name: "blocked.example.com.", firewall_rule_action: "BLOCK" }),
      '{"query_name": 7}',
      "not json",
    ];
    const read = await readSample(route53Resolver, file(lines));
    expect(read.seen).toEqual([]);
    expect(read.problems.map(({ code, line, message }) => [code, line, message])).toEqual([
      ["dns-log-bad-row", 4, "2 lines could not be read, the first of them this one"],
      ["dns-log-refused", null, "1 queries were refused by a rule of the resolver: nothing was looked up"],
    ]);
  });

  it("hands over rows with who asked and the addresses of the answer", async () => {
    const answers = [
      { Rdata: "203.0.113.9", Type: "A", Class: "IN" },
      { Rdata: "x.example.net.", Type: "CNAME", Class: "IN" },
      { Rdata: "2001:db8::9", Type: "AAAA", Class: "IN" },
    ];
    expect(await rowsOf(route53Resolver, [resolverEntry({ answers })])).toEqual([
      {
        ...{
          line: 1,
          ends: ["10.1.0.5"],
          name: "oss-us-west-1.aliyuncs.com",
          answers: ["203.0.113.9", "2001:db8::9"],
          bytes: null,
          refused: false,
        },
        // 2021-02-04T17:51:55Z: 18,662 days after the epoch, and 64,315 seconds.
        ...{ first: 18_662 * 86_400 + 64_315, last: 18_662 * 86_400 + 64_315 },
      },
    ]);
  });
});

describe("a query log of BIND", () => {
  it("reads every form of line, and passes over other lines", async () => {
    const read = await readSample(bindQueryLog, file(bindLines));
    expect(read.seen.map(({ value, count, line, traffic }) => [value, count, line, traffic?.firstSeen, traffic?.lastSeen])).toEqual([
      ["oss-us-west-1.aliyuncs.com", 2, 1, "2026-11-27T06:00:00Z", "2026-11-27T07:31:02Z"],
      ["www.example.com", 1, 3, null, null],
    ]);
    expect(read.problems.map(({ code }) => code)).toEqual(["dns-log-local-time"]);
  });

  it("hands over who asked", async () => {
    expect((await rowsOf(bindQueryLog, bindLines)).map(({ ends }) => ends)).toEqual([
      ["10.1.0.5"],
      ["10.1.0.6"],
      ["10.1.0.7"],
      ["2001:db8::7"],
    ]);
  });

  it("tells a query that it cannot read", async () => {
    const read = await readSample(bindQueryLog, file([...bindLines, "27-Nov-2026 07:31:06.000 client 10.1.0.5#x: query: "]));
    expect(read.problems).toContainEqual(expect.objectContaining({ code: "dns-log-bad-row", line: 6 }));
  });
});

it("a query log of dnsmasq: queries with and without their number, and no replies", async () => {
  expect((await readSample(dnsmasqLog, file(dnsmasqLines))).seen).toEqual([
    expect.objectContaining({
      value: "oss-us-west-1.aliyuncs.com",
      count: 2,
      line: 1,
      traffic: expect.objectContaining({ firstSeen: null }),
    }),
  ]);
  expect((await rowsOf(dnsmasqLog, dnsmasqLines)).map(({ ends }) => ends)).toEqual([["10.1.0.5"], ["10.1.0.6"]]);
});

describe("are told apart from each other and from what is no log", () => {
  const recogniser = (content: string, name = "dns.log") => formats.find((one) => one.recognises(sampleFile(name, content)))?.id;
  it.each([
    [resolverEntry({}), "route53-resolver"],
    [bindLines.join("\n"), "bind-query-log"],
    [dnsmasqLines.join("\n"), "dnsmasq-log"],
    ['{"a": 1}\n', undefined],
    [`# How to read a log\n${"A line of a document.\n".repeat(9)}${bindLines[0]}\n`, undefined],
    ["client query: \n", undefined],
    ["", undefined],
  ])("%j is %s", (content, id) => {
    expect(recogniser(content)).toBe(id);
  });

  it("reads hostile lines in time that grows with their length alone", () => {
    for (const line of [
      "client ".repeat(20_000),
      `client @0x${"a".repeat(100_000)}`,
      `dnsmasq[1]: ${"query[".repeat(20_000)}`,
      `client 1#1: view ${":".repeat(50_000)} query: `,
    ]) {
      const start = performance.now();
      bindQueryLog.recognises(sampleFile("a.log", line));
      dnsmasqLog.recognises(sampleFile("a.log", line));
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});
