import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enforce } from "../enforce.js";
import { EnforcementDryRun, type EnforcementPlan } from "../model/index.js";
import { loadReference } from "../reference/load.js";
import { dryRunText } from "../report/enforcement/dry-run.js";
import { dryRun, NoInventory } from "./dry-run.js";

const reference = loadReference();
const planOf = (provider: string): EnforcementPlan => {
  const answer = enforce({ provider }, { reference, asOf: "2026-11-27" });
  if ("nothing" in answer) throw new Error(answer.nothing);
  return answer.plan;
};

const flow = (source: string, destination: string, bytes: number, second: number, action = "ACCEPT") =>
  `2 123456789012 eni-0a ${source} ${destination} 44001 443 6 10 ${bytes} ${1_790_000_000 + second} ${1_790_000_060 + second} ${action} OK`;
const asked = (client: string, name: string, second: string, answer?: string) =>
  JSON.stringify({
    query_name: `${name}.`,
    query_timestamp: `2026-11-26T10:00:${second}Z`,
    srcaddr: client,
    answers: answer ? [{ Rdata: answer, Type: "A" }] : [],
  });

// 47.88.0.0/16 is announced by AS45102, 8.25.82.1 by AS24429, which the plan withholds.
const flows = [
  flow("10.1.0.5", "47.88.1.1", 1000, 0),
  flow("47.88.1.1", "10.1.0.5", 5000, 0),
  flow("10.2.0.9", "47.88.1.2", 40, 100),
  flow("10.2.0.9", "47.88.1.2", 7, 200, "REJECT"),
  flow("172.16.0.1", "47.88.1.1", 3, 300),
  flow("10.2.0.9", "1.1.1.1", 80, 300),
  flow("10.2.0.9", "8.25.82.1", 60, 400),
];
const queries = [
  asked("10.1.0.5", "oss-us-west-1.aliyuncs.com", "00"),
  asked("10.1.0.5", "oss-us-west-1.aliyuncs.com", "05"),
  // The group's, which stays open below aliyun.com; the edge that customers share; a name of somebody else that answers with a blocked address.
  asked("10.2.0.9", "yunpan.aliyun.com", "06"),
  asked("10.2.0.9", "www.shop.example.kunlunar.com", "07"),
  asked("10.2.0.9", "www.shop.example", "08", "47.88.9.9"),
  asked("10.2.0.9", "example.org", "09", "1.1.1.1"),
];

describe("a dry run", () => {
  let folder: string;
  let found: EnforcementDryRun;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "beholden-dry-run-"));
    mkdirSync(join(folder, "logs"));
    writeFileSync(join(folder, "logs", "flows.log"), `${flows.join("\n")}\n`);
    writeFileSync(join(folder, "logs", "dns.json"), `${queries.join("\n")}\n`);
    writeFileSync(join(folder, "logs", "notes.md"), "# Notes\n");
    writeFileSync(
      join(folder, "beholden.yaml"),
      "subject: { name: Meridian }\nnetworks: [10.0.0.0/8]\nsystems:\n  - { id: shop, name: Web shop, assets: [10.1.0.0/16] }\n",
    );
    found = await dryRun(planOf("alibaba-cloud"), [join(folder, "logs")], { reference, folders: [folder] });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("counts every row once", () => {
    expect(found.logs.map(({ path, format, rows }) => [path, format, rows])).toEqual([
      ["dns.json", "route53-resolver", 6],
      ["flows.log", "aws-vpc-flow", 7],
    ]);
    // Cut: flows 1, 2, 3, 5 and queries 1, 2, 5. Open: flow 7 and query 4. Refused: flow 4. Others: flow 6, queries 3 and 6.
    expect(found.rows).toEqual({ read: 13, cut: 7, open: 2, refused: 1, others: 3 });
    expect(EnforcementDryRun.safeParse(found).error?.issues ?? []).toEqual([]);
  });

  it("tells by system what would be cut off, with bytes, first and last time", () => {
    expect(
      found.systems.map(({ system, name, rows, bytes, firstSeen, lastSeen }) => [system, name, rows, bytes, firstSeen, lastSeen]),
    ).toEqual([
      // 1,790,000,000 is 2026-09-21T14:13:20Z.
      ["shop", "Web shop", 4, 6000, "2026-09-21T14:13:20Z", "2026-11-26T10:00:05Z"],
      [null, "own network 10.0.0.0/8", 2, 40, "2026-09-21T14:15:00Z", "2026-11-26T10:00:08Z"],
      [null, "no declared system", 1, 3, "2026-09-21T14:18:20Z", "2026-09-21T14:19:20Z"],
    ]);
    expect(found.systems[0]?.ends).toEqual([
      {
        value: "47.88.1.1",
        provider: null,
        why: "47.88.0.0/16",
        rows: 2,
        bytes: 6000,
        firstSeen: "2026-09-21T14:13:20Z",
        lastSeen: "2026-09-21T14:14:20Z",
      },
      {
        ...{ value: "oss-us-west-1.aliyuncs.com", provider: null, why: "aliyuncs.com", rows: 2, bytes: null },
        ...{ firstSeen: "2026-11-26T10:00:00Z", lastSeen: "2026-11-26T10:00:05Z" },
      },
    ]);
    expect(found.systems[1]?.ends.map(({ value, why }) => [value, why])).toEqual([
      ["47.88.1.2", "47.88.0.0/16"],
      ["www.shop.example", "47.88.0.0/16, of an address in the answer"],
    ]);
  });

  it("tells what of the provider would stay open, and why", () => {
    expect(found.open.ends.map(({ value, provider, why }) => [value, provider, why])).toEqual([
      ["8.25.82.1", "alibaba-cloud", "AS24429: others share it (others in the network of Zhejiang Taobao Network Co.,Ltd)"],
      ["www.shop.example.kunlunar.com", "alibaba-cloud", "others share it (customers of Alibaba Cloud)"],
    ]);
  });

  it("says what was no log", () => {
    expect(found.leftOut.map(({ path }) => path)).toEqual(["notes.md"]);
  });

  it("takes the path of a log for a system too, from the folder of the declaration", async () => {
    const file = join(folder, "by-path.yaml");
    writeFileSync(file, "subject: { name: Meridian }\nsystems:\n  - { id: dns, name: Resolver, assets: [logs/*.json] }\n");
    const run = await dryRun(planOf("alibaba-cloud"), [join(folder, "logs", "dns.json")], { reference, inventory: file });
    expect(run.systems.map(({ system, rows }) => [system, rows])).toEqual([["dns", 3]]);
    await expect(dryRun(planOf("alibaba-cloud"), [], { reference, inventory: join(folder, "none.yaml") })).rejects.toThrow(NoInventory);
  });

  it("as text: the same figures", () => {
    const text = dryRunText(found, { width: 100, color: false });
    expect(text.replace(/\s+/g, " ")).toContain(
      "13 rows of 2 logs: 7 would be cut off, 2 with the same providers would stay open, 1 refused already, 3 have nothing to do with them.",
    );
    expect(text).toContain("  Web shop (shop): 4 rows, 6.0 kB, from 2026-09-21T14:13:20Z to 2026-11-26T10:00:05Z\n");
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("says so where no log was read", async () => {
    const run = await dryRun(planOf("alibaba-cloud"), [join(folder, "logs", "notes.md")], { reference });
    expect(run.rows.read).toBe(0);
    expect(dryRunText(run, { width: 100, color: false })).toContain("no log of traffic was read");
  });
});
