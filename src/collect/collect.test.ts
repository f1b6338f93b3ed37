import { createHash } from "node:crypto";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Collected } from "../model/index.js";
import { collect } from "./collect.js";
import type { Format } from "./format.js";
import { formats } from "./registry.js";
import { sampleFolder } from "./sample-folder.js";

const bucket = 'resource "alicloud_oss_bucket" "orders" {\n  region = "us-west-1"\n}\n';

function read(folder: string, over: Partial<Parameters<typeof collect>[1]> = {}): Promise<Collected> {
  return collect([folder], { ownNetworks: [], exclude: [], ...over });
}

function state(resources: string): string {
  return `{"version": 4, "terraform_version": "1.9.8", "serial": 1, "lineage": "x", "resources": [${resources}]}`;
}

function instances(type: string, count: number): string {
  const each = Array.from({ length: count }, (_, index) => `{"index_key": ${index}, "attributes": {"region": "us-west-1"}}`);
  return `{"mode": "managed", "type": "${type}", "name": "x", "provider": "provider.alicloud", "instances": [${each.join(",")}]}`;
}

describe("collect", () => {
  it("gives observations with their place, files with their digest, and what was left out", async () => {
    const collected = await read(sampleFolder({ "net/main.tf": bucket, "README.md": "# hello" }));
    expect(collected).toEqual({
      observations: [
        {
          path: "net/main.tf",
          line: 1,
          column: 1,
          kind: "terraform-resource",
          value: "alicloud_oss_bucket",
          count: 1,
          format: "terraform-hcl",
          context: { address: "alicloud_oss_bucket.orders", region: "us-west-1", regionFrom: "attribute region" },
        },
      ],
      problems: [],
      filesRead: [
        {
          path: "net/main.tf",
          format: "terraform-hcl",
          bytes: bucket.length,
          sha256: createHash("sha256").update(bucket).digest("hex"),
          observations: 1,
        },
      ],
      leftOut: [{ path: "README.md", reason: "no format recognises it", count: 1 }],
      trafficRead: false,
      links: [],
    });
  });

  it("gives the same bytes whatever the order in which files were made and named", async () => {
    const files: [string, string][] = [
      ["a/main.tf", bucket],
      ["a/variables.tf", 'variable "x" { default = "https://oss-us-west-1.aliyuncs.com" }\n'],
      ["b/terraform.tfstate", state(instances("alicloud_vpc", 3))],
      ["c/broken.tfstate", state(instances("alicloud_vpc", 3)).slice(0, -20)],
      ["d/x.md", "text"],
    ];
    const expected = JSON.stringify(await read(sampleFolder(Object.fromEntries(files))));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length }), async (shuffled) => {
        const folder = sampleFolder(Object.fromEntries(shuffled));
        expect(JSON.stringify(await read(folder))).toBe(expected);
        const inputs = [...new Set(shuffled.map(([path]) => join(folder, path.split("/")[0] ?? "")))];
        expect(JSON.stringify(await collect(inputs, { ownNetworks: [], exclude: [] }))).toBe(expected);
      }),
      { numRuns: 8 },
    );
  });

  it("reads what is good beside what is not, and names each problem with its place", async () => {
    const folder = sampleFolder({
      "good.tf": bucket,
      "empty.tf": "",
      "cut.tfstate": state(`${instances("alicloud_vpc", 1)},${instances("alicloud_eip", 1)}`).slice(0, -30),
      "deep.tfstate": `{"version": 4, "serial": 1, "lineage": "x", "resources": ${"[".repeat(100_000)}`,
      "old.tfstate": '{"version": 3, "serial": 1, "lineage": "x", "modules": []}',
      "bytes.tf": Buffer.concat([Buffer.from(bucket), Buffer.from([0x23, 0xff, 0x0a])]),
      "binary.tfstate": Buffer.from([0, 1, 2, 3]),
      "bomb.tfstate.gz": gzipSync(`${state("").slice(0, -2)}${" ".repeat(64 * 1024 * 1024)}`, { level: 9 }),
      "packed.tfstate.gz": gzipSync(state(instances("alicloud_vpc", 2))),
      "main.tf/inner.tf": bucket,
    });
    symlinkSync("loop", join(folder, "loop"));
    symlinkSync("/etc/hosts", join(folder, "out.tf"));
    const { observations, problems, leftOut, filesRead } = await read(folder);
    expect(observations.map((one) => `${one.path} ${one.value}`)).toEqual([
      "bytes.tf alicloud_oss_bucket",
      "cut.tfstate alicloud_vpc",
      "good.tf alicloud_oss_bucket",
      "main.tf/inner.tf alicloud_oss_bucket",
      "packed.tfstate.gz alicloud_vpc",
      "packed.tfstate.gz alicloud_vpc",
    ]);
    expect(problems.map((one) => [one.path, one.code, one.line])).toEqual([
      ["bomb.tfstate.gz", "gzip-expands-too-much", null],
      ["bytes.tf", "text-not-utf8", 4],
      ["cut.tfstate", "json-truncated", 1],
      ["deep.tfstate", "json-too-deep", 1],
      ["old.tfstate", "terraform-state-version", 1],
    ]);
    expect(problems.every((one) => one.message && one.expected && one.action)).toBe(true);
    expect(leftOut.map((one) => [one.path, one.reason])).toEqual([
      ["binary.tfstate", "no text (NUL bytes)"],
      ["empty.tf", "empty"],
      ["loop", "link that leads nowhere or in a circle"],
      ["out.tf", "link that leads out of the reviewed folder"],
    ]);
    expect(filesRead.length).toBe(8);
  });

  it("turns a format's own fault into a problem, names the file and not what stood in it, and reads the others", async () => {
    const faulty: Format = {
      id: "faulty",
      title: "",
      specification: "",
      recognises: (file) => file.name.endsWith(".bad"),
      read: async (file) => {
        throw new TypeError(`cannot digest ${await file.text()}`);
      },
    };
    const inFolder: Format = {
      ...faulty,
      id: "in-folder",
      recognises: (file) => file.name.endsWith(".set"),
      read: async (file, findings) => {
        if ((await file.text()).includes("secret")) throw new TypeError("secret");
        findings.observe({ line: 1, kind: "host", value: "a.example.com" });
      },
      readFolder: async (files) => {
        for (const { findings } of files) findings.observe({ line: 1, kind: "host", value: "a.example.com" });
        throw new RangeError("secret");
      },
    };
    const folder = sampleFolder({ "a.bad": "secret", "b.tf": bucket, "c.set": "good", "d.set": "secret" });
    const { observations, problems } = await read(folder, { formats: [faulty, inFolder, ...formats] });
    expect(observations.map((one) => [one.path, one.value])).toEqual([
      ["b.tf", "alicloud_oss_bucket"],
      ["c.set", "a.example.com"],
    ]);
    expect(problems.map((one) => [one.path, one.code])).toEqual([
      ["a.bad", "reader-fault"],
      ["d.set", "reader-fault"],
    ]);
    expect(JSON.stringify(problems)).not.toContain("secret");
  });

  it("counts problems of one kind that are too many to list", async () => {
    const loud: Format = {
      id: "loud",
      title: "",
      specification: "",
      recognises: () => true,
      read: async (_file, findings) => {
        for (let line = 1; line <= 1000; line += 1) {
          findings.problem({ line, column: null, severity: "warning", code: "loud", message: "loud", expected: "quiet", action: "hush" });
        }
      },
    };
    const { problems } = await read(sampleFolder({ x: "x" }), { formats: [loud] });
    expect(problems.length).toBe(21);
    expect(problems.find((one) => one.line === null)?.message).toBe("980 more problems of this kind in the file");
  });

  it("reads a huge number of small elements without keeping them", async () => {
    const resources = Array.from({ length: 20_000 }, (_, index) => instances(`alicloud_t${index % 7}`, 1)).join(",");
    const { observations } = await read(sampleFolder({ "terraform.tfstate": state(resources) }));
    expect(observations.length).toBe(20_000);
  });

  it("says that traffic was read only where a log was", async () => {
    const log: Format = {
      id: "log",
      title: "",
      specification: "",
      readsTraffic: true,
      recognises: () => true,
      read: async () => undefined,
    };
    expect((await read(sampleFolder({ x: "x" }), { formats: [log] })).trafficRead).toBe(true);
    expect((await read(sampleFolder({ "x.tf": bucket }))).trafficRead).toBe(false);
  });

  it("tells how far it is", async () => {
    const told: [number, string][] = [];
    await read(sampleFolder({ "a.tf": bucket, "b/c.tf": bucket }), { onProgress: (files, path) => told.push([files, path]) });
    expect(told).toEqual([
      [1, "a.tf"],
      [2, "b/c.tf"],
    ]);
  });
});
