import { describe, expect, test } from "vitest";
import { awsVpcFlow } from "./aws-vpc-flow.js";
import { type ReadSample, readSample, sampleFile } from "./sample-file.js";

const defaults = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";
const withFlags = "interface-id srcaddr dstaddr srcport dstport protocol bytes start end action log-status tcp-flags";

/** A row in the default fields. */
function row(
  from: string,
  to: string,
  fields: { protocol?: number; bytes?: number; start?: number; action?: string; eni?: string } = {},
): string {
  const { protocol = 6, bytes = 100, start = 1_700_000_000, action = "ACCEPT", eni = "eni-1" } = fields;
  const [source, sourcePort] = from.split("|");
  const [destination, destinationPort] = to.split("|");
  return `2 123456789012 ${eni} ${source} ${destination} ${sourcePort} ${destinationPort} ${protocol} 1 ${bytes} ${start} ${start + 60} ${action} OK`;
}

function read(lines: string[], ownNetworks: string[] = []): Promise<ReadSample> {
  return readSample(awsVpcFlow, sampleFile("flow.log", `${lines.join("\n")}\n`), { ownNetworks });
}

function byValue(sample: ReadSample) {
  return Object.fromEntries(sample.seen.map((one) => [one.value, { count: one.count, line: one.line, ...one.traffic }]));
}

const codes = (sample: ReadSample) => sample.problems.map((problem) => problem.code);

describe("recognising", () => {
  test.each([
    ["the default header", defaults, true],
    ["a custom order", "pkt-srcaddr action pkt-dstaddr dstport", true],
    ["no header, version 2", row("10.0.0.1|40000", "47.88.1.1|443"), true],
    ["a row without data", "2 123456789012 eni-1 - - - - - - - 1700000000 1700000060 - NODATA", true],
    ["another cloud's log with the same names", "version vswitch-id vm-id vpc-id account-id eni-id srcaddr dstaddr", false],
    ["prose that names the fields", "the fields srcaddr and dstaddr are, in order:", false],
    ["a list of addresses", "203.0.113.7", false],
  ])("%s", (_name, first, expected) => {
    expect(awsVpcFlow.recognises(sampleFile("flow.log", `${first}\n`))).toBe(expected);
  });
});

test("adds up one observation per far address: rows, first line, bytes each way, time, ports on the far side", async () => {
  const sample = await read([
    defaults,
    row("10.0.0.1|40000", "47.88.1.1|443", { bytes: 1000, start: 1_700_000_000 }),
    row("47.88.1.1|443", "10.0.0.1|40000", { bytes: 5000, start: 1_700_000_001 }),
    row("10.0.0.2|40001", "47.88.1.1|443", { bytes: 10, start: 1_700_000_100 }),
    row("10.0.0.2|40002", "47.88.1.1|8080", { bytes: 1, start: 1_699_999_000 }),
  ]);
  expect(sample.problems).toEqual([]);
  expect(sample.seen).toEqual([
    {
      kind: "address",
      value: "47.88.1.1",
      line: 2,
      count: 4,
      traffic: {
        direction: "outbound",
        inferred: true,
        connections: 3,
        bytesSent: 1011,
        bytesReceived: 5000,
        firstSeen: "2023-11-14T21:56:40Z",
        lastSeen: "2023-11-14T22:16:00Z",
        ports: ["tcp/443", "tcp/8080"],
      },
    },
  ]);
});

test("reads a log without a header as version 2", async () => {
  const sample = await read([row("10.0.0.1|40000", "47.88.1.1|443")]);
  expect(byValue(sample)["47.88.1.1"]).toMatchObject({ line: 1, direction: "outbound" });
});

test("goes by the names of the header, in any order, and again where another header follows", async () => {
  const sample = await read([
    "dstport log-status dstaddr action srcaddr srcport protocol",
    "443 OK 47.88.1.1 ACCEPT 10.0.0.1 40000 6",
    "srcaddr dstaddr srcport dstport protocol",
    "10.0.0.1 47.88.1.2 40000 443 6",
  ]);
  expect(byValue(sample)).toMatchObject({
    "47.88.1.1": { connections: 1 },
    "47.88.1.2": { connections: 1, firstSeen: null, lastSeen: null },
  });
});

describe("who opened", () => {
  test("a foreign host that only knocked is inbound, whether answered, unanswered or refused", async () => {
    const sample = await read([
      row("198.51.100.1|50000", "10.0.0.1|22"),
      row("10.0.0.1|22", "198.51.100.1|50000"),
      row("198.51.100.2|50000", "10.0.0.1|23"),
      row("198.51.100.3|50000", "10.0.0.1|24", { action: "REJECT" }),
    ]);
    const seen = byValue(sample);
    for (const address of ["198.51.100.1", "198.51.100.2", "198.51.100.3"])
      expect(seen[address]).toMatchObject({ direction: "inbound", connections: 0 });
    expect(seen["198.51.100.3"]).toMatchObject({ count: 1, bytesReceived: 0, bytesSent: 0 });
  });

  test("a request that was refused on its way out is no connection, and is counted apart", async () => {
    const sample = await read([row("10.0.0.1|40000", "47.88.1.1|443", { action: "REJECT" })]);
    expect(byValue(sample)["47.88.1.1"]).toMatchObject({ direction: "unknown", connections: 0, bytesSent: 0, count: 1 });
    expect(codes(sample)).toEqual(["flow-log-refused-outbound"]);
  });

  test.each([
    ["2, a request of ours", 2, "outbound"],
    ["3, our request and its end", 3, "outbound"],
    ["18, our answer", 18, "inbound"],
    ["19, our answer and its end", 19, "inbound"],
  ])("tcp-flags %s", async (_name, flags, direction) => {
    const sample = await read([withFlags, `eni-1 10.0.0.1 47.88.1.1 40000 40001 6 60 1700000000 1700000060 ACCEPT OK ${flags}`]);
    expect(byValue(sample)["47.88.1.1"]).toMatchObject({ direction, inferred: false });
  });

  test("flags win over order and ports", async () => {
    const sample = await read([
      withFlags,
      "eni-1 47.88.1.1 10.0.0.1 443 40000 6 60 1700000000 1700000060 ACCEPT OK 2",
      "eni-1 10.0.0.1 47.88.1.1 40000 443 6 60 1700000000 1700000060 ACCEPT OK 18",
    ]);
    expect(byValue(sample)["47.88.1.1"]).toMatchObject({ direction: "inbound", inferred: false });
  });

  test("without flags, whoever sent first; in the same second, whoever is not on a service port; else the first line", async () => {
    const sample = await read([
      row("47.88.1.1|443", "10.0.0.1|40000", { start: 1_700_000_005 }),
      row("10.0.0.1|40000", "47.88.1.1|443", { start: 1_700_000_004 }),
      row("47.88.1.2|443", "10.0.0.1|40000"),
      row("10.0.0.1|40000", "47.88.1.2|443"),
      row("47.88.1.3|50000", "10.0.0.1|40000"),
      row("10.0.0.1|40000", "47.88.1.3|50000"),
      row("47.88.1.4|443", "10.0.0.1|40000", { start: 1_700_000_003 }),
      row("10.0.0.1|40000", "47.88.1.4|443", { start: 1_700_000_004 }),
    ]);
    const seen = byValue(sample);
    expect(seen["47.88.1.1"]).toMatchObject({ direction: "outbound", inferred: true });
    expect(seen["47.88.1.2"]).toMatchObject({ direction: "outbound", inferred: true });
    expect(seen["47.88.1.3"]).toMatchObject({ direction: "inbound", inferred: true });
    expect(seen["47.88.1.4"]).toMatchObject({ direction: "inbound", inferred: true });
  });

  test("two machines of ours that use the same port to the same far service have a connection each", async () => {
    const sample = await read(["10.0.0.1", "10.0.0.2"].map((own) => row(`${own}|40000`, "47.88.1.1|443")));
    expect(byValue(sample)["47.88.1.1"]).toMatchObject({ connections: 2, count: 2 });
  });

  test("ICMP opens no connection: an echo of ours is unknown, one of theirs inbound", async () => {
    const sample = await read([
      row("10.0.0.1|8", "47.88.1.1|0", { protocol: 1 }),
      row("47.88.1.2|8", "10.0.0.1|0", { protocol: 1 }),
      row("10.0.0.1|0", "47.88.1.2|8", { protocol: 1 }),
    ]);
    expect(byValue(sample)).toMatchObject({
      "47.88.1.1": { direction: "unknown", connections: 0, ports: ["icmp"] },
      "47.88.1.2": { direction: "inbound", connections: 0, ports: ["icmp"] },
    });
  });

  test("cannot be told without ports, and that is said", async () => {
    const sample = await read(["srcaddr dstaddr bytes", "10.0.0.1 47.88.1.1 77"]);
    expect(byValue(sample)["47.88.1.1"]).toMatchObject({ direction: "unknown", bytesSent: 77 });
    expect(codes(sample)).toEqual(["flow-log-without-ports"]);
  });
});

describe("what is ours", () => {
  test("private, link-local, loopback, unique local and multicast addresses are never a far end", async () => {
    const sample = await read([
      row("10.0.0.1|40000", "192.168.1.1|443"),
      row("172.16.0.1|40000", "224.0.0.251|5353"),
      row("169.254.169.254|80", "127.0.0.1|40000"),
      row("fd00::1|40000", "fe80::1|443"),
    ]);
    expect(sample.seen).toEqual([]);
  });

  test("declared networks are ours, IPv4 and IPv6", async () => {
    const own = ["203.0.113.0/24", "2001:db8:1::/48"];
    const sample = await read([row("203.0.113.9|40000", "47.88.1.1|443"), row("2001:db8:1::5|40000", "2408:4000:0:0::1|443")], own);
    expect(byValue(sample)).toMatchObject({ "47.88.1.1": { direction: "outbound" }, "2408:4000::1": { direction: "outbound" } });
    expect(sample.problems).toEqual([]);
  });

  test("an entry that is no network is said", async () => {
    expect(codes(await read([row("10.0.0.1|1", "10.0.0.2|2")], ["my office"]))).toEqual(["own-network-malformed"]);
  });

  test("is inferred from the address that all rows of an interface share, and said to be", async () => {
    const sample = await read([row("203.0.113.9|40000", "47.88.1.1|443"), row("47.88.1.2|443", "203.0.113.9|40001")]);
    expect(byValue(sample)).toMatchObject({
      "47.88.1.1": { direction: "outbound", inferred: true },
      "47.88.1.2": { direction: "inbound", inferred: true },
    });
    expect(sample.problems).toMatchObject([{ code: "flow-log-own-address-inferred", message: expect.stringContaining("203.0.113.9") }]);
  });

  test("stays open with one peer only: both ends are listed", async () => {
    const sample = await read([row("203.0.113.9|40000", "47.88.1.1|443"), row("47.88.1.1|443", "203.0.113.9|40000")]);
    expect(sample.seen.map((one) => [one.value, one.traffic?.direction])).toEqual([
      ["203.0.113.9", "unknown"],
      ["47.88.1.1", "unknown"],
    ]);
    expect(codes(sample)).toEqual(["flow-log-own-address-unknown"]);
  });

  test("the packet's own addresses win over those of a gateway on the way", async () => {
    const sample = await read([
      "srcaddr dstaddr pkt-srcaddr pkt-dstaddr srcport dstport protocol",
      "10.0.1.5 10.0.0.220 10.0.1.5 47.88.1.1 40000 443 6",
      "10.0.1.5 47.88.1.2 - - 40000 443 6",
    ]);
    expect(sample.values("address")).toEqual(["47.88.1.1", "47.88.1.2"]);
  });
});

describe("rows that hold nothing or cannot be read", () => {
  test("NODATA and SKIPDATA are counted, not failed", async () => {
    const empty = "2 123456789012 eni-1 - - - - - - - 1700000000 1700000060 -";
    const sample = await read([row("10.0.0.1|40000", "47.88.1.1|443"), `${empty} NODATA`, `${empty} SKIPDATA`, `${empty} NODATA`]);
    expect(sample.seen).toHaveLength(1);
    expect(sample.problems.map(({ code, line, severity, message }) => [code, line, severity, message])).toEqual([
      ["flow-log-no-data", 2, "note", "2 rows, the first in line 2, say NODATA: no traffic in that time window"],
      ["flow-log-skipped-data", 3, "warning", "line 3 says SKIPDATA: traffic of that time window was not recorded"],
    ]);
  });

  test("bad rows are counted by reason with their first line, and the rest is read", async () => {
    const sample = await read([
      defaults,
      "2 123456789012 eni-1 10.0.0.1",
      row("10.0.0.1|40000", "47.88.1.999|443"),
      row("10.0.0.1|99999", "47.88.1.1|443"),
      "",
      row("10.0.0.1|40000", "47.88.1.1|443").replace("1700000000", "soon"),
      row("10.0.0.1|40000", "47.88.1.7|443"),
      "2 123456789012 eni-1 10.0.0.1 47.88.1.",
    ]);
    expect(sample.values("address")).toEqual(["47.88.1.7"]);
    expect(sample.problems.map(({ code, line, message }) => [code, line, message])).toEqual([
      ["flow-log-field-count", 2, "2 rows could not be read; the first, line 2, has 4 fields where 14 were expected"],
      ["flow-log-bad-value", 3, "3 rows could not be read; the first, line 3, has an address that is neither IPv4 nor IPv6"],
    ]);
  });

  test("a byte order mark and carriage returns do no harm", async () => {
    const sample = await readSample(
      awsVpcFlow,
      sampleFile("flow.log", `\uFEFF${defaults}\r\n${row("10.0.0.1|40000", "47.88.1.1|443")}\r\n`),
    );
    expect(sample.values("address")).toEqual(["47.88.1.1"]);
    expect(sample.problems).toEqual([]);
  });
});
