import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awsVpcFlow } from "./aws-vpc-flow.js";
import { readSample, sampleFile } from "./sample-file.js";

const own = { ownNetworks: ["10.0.0.0/8"] };
const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";

/** A row of the default format. */
function row(
  from: string,
  to: string,
  ports: [number, number],
  { bytes = 100, start = 1713657596, action = "ACCEPT", protocol = 6 } = {},
): string {
  return `2 123456789012 eni-1 ${from} ${to} ${ports[0]} ${ports[1]} ${protocol} 1 ${bytes} ${start} ${start + 10} ${action} OK`;
}

const read = (rows: string[], options = own) => readSample(awsVpcFlow, sampleFile("vpc-flow.log", `${rows.join("\n")}\n`), options);

describe("an Amazon VPC flow log", () => {
  it("gives one observation a far address, with rows, bytes, times and ports", async () => {
    const { seen } = await read([
      header,
      row("10.0.0.5", "47.88.0.1", [40000, 443]),
      row("47.88.0.1", "10.0.0.5", [443, 40000], { bytes: 900 }),
      row("10.0.0.5", "47.88.0.1", [40001, 443], { start: 1713657700 }),
    ]);
    expect(seen).toMatchObject([
      {
        kind: "address",
        value: "47.88.0.1",
        line: 2,
        count: 3,
        traffic: {
          direction: "outbound",
          connections: 2,
          bytesSent: 200,
          bytesReceived: 900,
          firstSeen: "2024-04-20T23:59:56Z",
          lastSeen: "2024-04-21T00:01:50Z",
          ports: ["tcp/443"],
        },
      },
    ]);
    expect(seen).toHaveLength(1);
  });

  it("tells a far side that only knocked from one that we called", async () => {
    const { seen } = await read([
      header,
      row("5.188.1.1", "10.0.0.5", [51000, 22], { action: "REJECT" }),
      row("5.188.1.2", "10.0.0.5", [51000, 443]),
      row("10.0.0.5", "5.188.1.2", [443, 51000]),
    ]);
    expect(seen.map(({ value, traffic }) => [value, traffic?.direction, traffic?.connections])).toEqual([
      ["5.188.1.1", "inbound", 0],
      ["5.188.1.2", "inbound", 0],
    ]);
  });

  it("reads custom fields in any order by their header, flags over guesses, and the packet's own addresses", async () => {
    const { seen } = await read([
      "action bytes dstaddr dstport end interface-id log-status packets pkt-dstaddr pkt-srcaddr protocol srcaddr srcport start tcp-flags version",
      "ACCEPT 60 10.0.0.9 443 1713657597 eni-1 OK 1 47.88.0.1 10.0.0.5 6 10.0.0.5 40000 1713657596 2 5",
    ]);
    expect(seen).toMatchObject([{ value: "47.88.0.1", traffic: { direction: "outbound", inferred: false, connections: 1 } }]);
  });

  it("infers the own address of an interface where none is declared, and says so", async () => {
    const { seen, problems } = await read(
      [
        header,
        row("198.18.0.1", "47.88.0.1", [40000, 443]),
        row("64.225.56.201", "47.88.0.1", [40000, 443]),
        row("64.225.56.201", "47.88.0.2", [40002, 443]),
      ].filter((line) => !line.includes("198.18")),
      { ownNetworks: [] },
    );
    expect(seen.map(({ value }) => value).sort()).toEqual(["47.88.0.1", "47.88.0.2"]);
    expect(problems.map(({ code }) => code)).toContain("flow-log-own-address-inferred");
  });

  it("counts NODATA and SKIPDATA apart, and reads on after a bad row", async () => {
    const dashes = (status: string) => `2 123456789012 eni-1 - - - - - - - 1713657596 1713657606 - ${status}`;
    const { seen, problems } = await read([
      header,
      dashes("NODATA"),
      dashes("SKIPDATA"),
      "2 123456789012 eni-1 broken",
      row("10.0.0.5", "47.88.0.1", [40000, 443]),
    ]);
    expect(seen).toHaveLength(1);
    expect(problems.map(({ severity, code, line }) => [severity, code, line])).toEqual([
      ["note", "flow-log-no-data", 2],
      ["warning", "flow-log-skipped-data", 3],
      ["error", expect.stringMatching(/^flow-log-/), 4],
    ]);
  });

  it("needs no header for the default format", async () => {
    expect((await read([row("10.0.0.5", "47.88.0.1", [40000, 443])])).values("address")).toEqual(["47.88.0.1"]);
  });

  it("sums the same whatever the order of rows that are apart in time", async () => {
    const flow = fc.record({
      peer: fc.integer({ min: 1, max: 4 }),
      port: fc.integer({ min: 40000, max: 40003 }),
      bytes: fc.integer({ min: 1, max: 999 }),
      out: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(flow, { maxLength: 12 }), async (flows) => {
        const rows = flows.map(({ peer, port, bytes, out }) =>
          out ? row("10.0.0.5", `47.88.0.${peer}`, [port, 443], { bytes }) : row(`47.88.0.${peer}`, "10.0.0.5", [443, port], { bytes }),
        );
        const sums = async (lines: string[]) => {
          const { seen } = await read([header, ...lines]);
          return seen.map(({ value, count, traffic }) => [value, count, traffic?.bytesSent, traffic?.bytesReceived].join(" ")).sort();
        };
        expect(await sums([...rows].reverse())).toEqual(await sums(rows));
      }),
    );
  });
});

const corpus = "../shared/corpus/artefacts/flows/derived-eight-formats";

describe.skipIf(!existsSync(corpus))("a real capture in two formats, counted independently", () => {
  const ranges = { ownNetworks: ["64.225.56.201/32", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fe80::/10"] };
  const addresses = async (name: string) =>
    (await readSample(awsVpcFlow, sampleFile(name, readFileSync(`${corpus}/${name}`, "utf8")), ranges)).seen;

  it("has 13 addresses that own hosts opened TCP or UDP to, by flags and first packets (version 5)", async () => {
    const seen = await addresses("aws-vpc-v5-custom.log");
    expect(seen.filter(({ traffic }) => (traffic?.connections ?? 0) > 0)).toHaveLength(13);
  });

  it("has 13 of them by inference alone too (version 2), and 924 foreign addresses in all", async () => {
    const seen = await addresses("aws-vpc-v2-default.log");
    expect(seen.filter(({ traffic }) => (traffic?.connections ?? 0) > 0)).toHaveLength(13);
    expect(seen).toHaveLength(924);
  });
});
