import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { awsVpcFlow } from "./aws-vpc-flow.js";
import { defaultFields } from "./aws-vpc-flow-row.js";
import { FileOnDisk } from "./input-file.js";
import { type ReadSample, readSample, sampleFile } from "./sample-file.js";

const defaults = defaultFields.join(" ");

/** A row in the default fields, of one packet and one minute. */
function row(from: string, to: string, { protocol = 6, bytes = 100, start = 1_700_000_000, action = "ACCEPT" }): string {
  const [source, sourcePort] = from.split("|");
  const [destination, destinationPort] = to.split("|");
  const ends = `${source} ${destination} ${sourcePort} ${destinationPort}`;
  return `2 123456789012 eni-1 ${ends} ${protocol} 1 ${bytes} ${start} ${start + 60} ${action} OK`;
}

function read(lines: string[]): Promise<ReadSample> {
  return readSample(awsVpcFlow, sampleFile("flow.log", `${lines.join("\n")}\n`));
}

function trafficByAddress(sample: ReadSample) {
  return Object.fromEntries(sample.seen.map((one) => [one.value, { count: one.count, line: one.line, ...one.traffic }]));
}

describe("laws", () => {
  const flow = fc.record({
    own: fc.constantFrom("10.0.0.1", "10.0.0.2", "fd00::7"),
    far: fc.constantFrom("47.88.1.1", "47.88.1.2", "203.0.113.3", "2408:4000::1"),
    ownPort: fc.constantFrom(22, 443, 40_000, 40_001),
    farPort: fc.constantFrom(53, 443, 50_000),
    protocol: fc.constantFrom(1, 6, 17),
    bytes: fc.nat(1_000_000),
    outbound: fc.boolean(),
    action: fc.constantFrom("ACCEPT", "REJECT"),
  });
  /** Every row begins in its own second, so that the order of time does not hang on the order of lines. */
  const log = fc.array(flow, { minLength: 1, maxLength: 60 }).map((flows) =>
    flows.map(({ own, far, ownPort, farPort, protocol, bytes, outbound, action }, index) => {
      const ends = [`${own}|${ownPort}`, `${far}|${farPort}`] as const;
      const [from, to] = outbound ? ends : [ends[1], ends[0]];
      return row(from, to, { protocol, bytes, start: 1_700_000_000 + index, action });
    }),
  );
  const withoutLines = (sample: ReadSample) =>
    Object.fromEntries(Object.entries(trafficByAddress(sample)).map(([address, { line: _line, ...rest }]) => [address, rest]));

  test("the order of rows changes nothing but line numbers", async () => {
    await fc.assert(
      fc.asyncProperty(
        log.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
        async ([lines, shuffled]) => {
          expect(withoutLines(await read([defaults, ...shuffled]))).toEqual(withoutLines(await read([defaults, ...lines])));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("rows and bytes of accepted traffic are all accounted for", async () => {
    await fc.assert(
      fc.asyncProperty(log, async (lines) => {
        const { seen } = await read([defaults, ...lines]);
        const total = (of: (one: (typeof seen)[number]) => number) => seen.reduce((sum, one) => sum + of(one), 0);
        expect(total((one) => one.count ?? 1)).toBe(lines.length);
        const accepted = lines.filter((line) => line.includes("ACCEPT")).map((line) => Number(line.split(" ")[9]));
        expect(total((one) => (one.traffic?.bytesSent ?? 0) + (one.traffic?.bytesReceived ?? 0))).toBe(
          accepted.reduce((sum, one) => sum + one, 0),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("plain and gzip give the same, across the chunks of a long file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "flow-"));
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      row(`10.0.${index % 7}.1|${40_000 + (index % 9000)}`, `47.88.${index % 250}.9|443`, { bytes: index, start: 1_700_000_000 + index }),
    );
    try {
      const text = `${defaults}\n${lines.join("\n")}\n`;
      writeFileSync(join(folder, "flow.log"), text);
      writeFileSync(join(folder, "flow.log.gz"), gzipSync(text));
      const [plain, packed] = await Promise.all(
        ["flow.log", "flow.log.gz"].map((name) => readSample(awsVpcFlow, new FileOnDisk(name, join(folder, name), () => {}))),
      );
      expect(plain?.seen).toHaveLength(250);
      expect(packed?.seen).toEqual(plain?.seen);
      expect(plain?.seen).toEqual((await read([defaults, ...lines])).seen);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const capture = "../shared/corpus/artefacts/flows/derived-eight-formats";
describe.skipIf(!existsSync(capture))(`one capture in several formats (${capture})`, () => {
  /** The Azure rendering of the same capture states who opened each connection: column 7, everything but I. */
  function openedAsAzureStates(): Record<string, number> {
    const document = JSON.parse(readFileSync(`${capture}/azure-vnet-flow-v4.json`, "utf8")) as {
      records: { flowRecords: { flows: { flowGroups: { flowTuples: string[] }[] }[] } }[];
    };
    const opened: Record<string, number> = {};
    for (const { flowRecords } of document.records)
      for (const tuple of flowRecords.flows.flatMap((one) => one.flowGroups).flatMap((one) => one.flowTuples)) {
        const [, , far = "", , , protocol = "", direction] = tuple.split(",");
        if (direction === "I" || !["6", "17"].includes(protocol) || /^(?:10|127|192\.168|2[2-5]\d)\./.test(far)) continue;
        opened[far] = (opened[far] ?? 0) + 1;
      }
    return opened;
  }

  // The default fields have no flags: order, time and ports lead to the same 13 here. Without declared networks the host's
  // own address is inferred from its network interface.
  test.each([
    ["aws-vpc-v5-custom.log", ["64.225.56.201/32"]],
    ["aws-vpc-v2-default.log", ["64.225.56.201/32"]],
    ["aws-vpc-v5-custom.log", []],
    ["aws-vpc-v2-default.log", []],
  ])("%s, own networks %j: 13 addresses that we opened TCP or UDP to, 911 that only knocked", async (name, ownNetworks) => {
    const sample = await readSample(awsVpcFlow, sampleFile(name, readFileSync(`${capture}/${name}`, "utf8")), { ownNetworks });
    const outbound = sample.seen.filter((one) => one.traffic?.direction === "outbound");
    expect(Object.fromEntries(outbound.map((one) => [one.value, one.traffic?.connections]))).toEqual(openedAsAzureStates());
    expect(outbound).toHaveLength(13);
    expect(sample.seen.filter((one) => one.traffic?.direction === "inbound")).toHaveLength(911);
    expect(sample.seen).toHaveLength(924);
  });
});
