import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Review } from "../model/index.js";
import { reports } from "../report/registry.js";
import { reviewFormats } from "./review.js";

const beholden = "dist/beholden.js";
const folder = () => mkdtemp(join(tmpdir(), "beholden-"));

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [beholden, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
}

it("names the formats that the registry has", () => {
  expect([...reviewFormats].sort()).toEqual(Object.keys(reports).sort());
});

describe.skipIf(!existsSync(beholden))("the built command (npm run build)", () => {
  const example = ["review", "examples/meridian-retail", "--as-of", "2026-11-23"];

  it("exits with 0 on findings without a gate, with 1 at or above one, and with 0 against a baseline", async () => {
    expect(run(...example).status).toBe(0);
    expect(run(...example, "--fail-on", "prohibited").status).toBe(0);
    expect(run(...example, "--fail-on", "restricted").status).toBe(1);
    const baseline = join(await folder(), "baseline.json");
    expect(run(...example, "--format", "json", "--output", baseline).status).toBe(0);
    const gated = run(...example, "--fail-on", "note", "--baseline", baseline, "--format", "json");
    expect(gated.status).toBe(0);
    expect((JSON.parse(gated.stdout) as Review).summary.inBaseline).toBeGreaterThan(0);
  });

  it("writes the report to the file asked for and a short summary to standard output", async () => {
    const output = join(await folder(), "report.html");
    const { stdout, stderr } = run(...example, "--format", "html", "--output", output);
    expect(stdout).toMatch(/^As of 2026-11-23, of the \d+ transactions of Meridian Retail, Inc\./);
    expect(stderr).toContain(`wrote ${output}`);
    expect(await readFile(output, "utf8")).toMatch(/^<!doctype html>/);
    expect(run(...example, "--format", "html", "--output", output, "--quiet").stdout).toBe("");
  });

  it("shows what an artefact or an argument says on the terminal, and lets none of it steer that", async () => {
    const hostile = await folder();
    await writeFile(join(hostile, "hosts.txt"), "oss-us-west-1.aliyuncs.com\n");
    const subject = 'schemaVersion: "1"\nsubject: { name: "Acme\\e[31m\\u202e", jurisdiction: US, principalPlace: US }\n';
    await writeFile(join(hostile, "beholden.yaml"), subject);
    const written = run("review", hostile, "--format", "json", "--output", join(hostile, "..", "hostile.json"));
    expect(written.stdout).toContain("Acme\\u{1b}[31m\\u{202e}");
    expect(run("review", "no\u001b[31m").stderr).toContain("no\\u{1b}[31m: no such file or folder");
  });

  it.each([
    ["no such path", ["review", "nowhere"], /nowhere: no such file or folder/],
    ["a day that is none", [...example, "--as-of", "2023-02-30"], /2023-02-30 is no day/],
    ["an unknown option", ["review", "--nope"], /unknown option '--nope'/],
    ["an unknown outcome", [...example, "--fail-on", "bad"], /Allowed choices/],
    ["an unknown rule pack", [...example, "--rules", "nope"], /nope/],
    ["a baseline that is none", [...example, "--baseline", "package.json"], /no list of findings/],
    ["a place that cannot be written", [...example, "--output", "/nowhere/x"], /cannot write/],
  ])("exits with 2 on %s, and says what to do", (_, args, message) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("answers who with status 0, the unknown too", () => {
    expect(run("who", "oss-us-west-1.aliyuncs.com")).toMatchObject({ status: 0, stdout: expect.stringContaining("Alibaba Cloud") });
    expect(run("who", "nobody.example.org")).toMatchObject({ status: 0, stdout: expect.stringContaining("Tried") });
  });

  it("reviews what is good beside what is broken, truncated, hostile or huge, and tells each with its place", async () => {
    const hostile = await folder();
    const write = (name: string, content: string | Buffer) => writeFile(join(hostile, name), content);
    await write("hosts.txt", "oss-us-west-1.aliyuncs.com\n");
    await write(
      "truncated.tfstate",
      '{"version": 4, "serial": 1, "lineage": "x", "resources": [\n{"mode": "managed", "type": "alicloud_oss_bucket", "name": "a", "instances": [{}]},\n{"mode":',
    );
    await write(
      "bomb.yaml",
      `apiVersion: v1\nkind: X\n${Array.from(
        { length: 300 },
        (_, at) =>
          `a${at}: &a${at} [${
            at === 0
              ? "x"
              : Array(9)
                  .fill(`*a${at - 1}`)
                  .join(",")
          }]`,
      ).join("\n")}\n`,
    );
    await write("deep.json", `{"bomFormat": "CycloneDX", "components": ${"[".repeat(100_000)}`);
    await write(
      "package-lock.json",
      `{"lockfileVersion": 3, "packages": {"node_modules/a": {"version": "1.0.0", "resolved": "https://registry.npmmirror.com/a.tgz"}`,
    );
    await write(
      "flow.log.gz",
      gzipSync(
        `version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n${"\n".repeat(64 * 1024 * 1024)}`,
      ),
    );
    await write(
      "vendors.csv",
      Buffer.concat([Buffer.from("vendor,use\nAlibaba Cloud,archive\n"), Buffer.from([0xff, 0xfe, 0x41, 0x2c, 0x42, 0x0a])]),
    );
    await write("long.txt", `a.example.com\nb.example.com\n${"x".repeat(20 * 1024 * 1024)}\n`);
    await write("binary.tf", Buffer.from([0, 1, 2, 3]));
    await write("main.tf", 'resource "alicloud_oss_bucket" "b" {\n  bucket = \n}\nresource "alicloud_oss_bucket" "c" {}\n');
    await mkdir(join(hostile, "loop"));
    await symlink("..", join(hostile, "loop", "back"));
    await symlink("/etc", join(hostile, "out"));

    const { status, stdout } = run("review", hostile, "--format", "json");
    expect(status).toBe(2);
    const review = JSON.parse(stdout) as Review;
    const seen = (path: string) => review.observations.filter((one) => one.path === path).map((one) => one.value);
    expect(seen("hosts.txt")).toEqual(["oss-us-west-1.aliyuncs.com"]);
    expect(seen("truncated.tfstate")).toContain("alicloud_oss_bucket");
    expect(seen("package-lock.json")).toContain("pkg:npm/a@1.0.0");
    expect(seen("vendors.csv")).toContain("Alibaba Cloud");
    expect(seen("main.tf").length).toBeGreaterThan(0);
    for (const path of ["truncated.tfstate", "bomb.yaml", "deep.json", "package-lock.json", "flow.log.gz", "vendors.csv", "main.tf"]) {
      const problem = review.problems.find((one) => one.path === path);
      expect([path, problem?.expected ?? ""]).toEqual([path, expect.stringMatching(/\S/)]);
      expect(problem?.action).toMatch(/\S/);
    }
    expect(review.leftOut.some((one) => one.path.startsWith("out"))).toBe(true);
    expect(review.observations.some((one) => one.path.startsWith("out") || one.path.startsWith("loop"))).toBe(false);
  });

  it("starts where it is installed: the library gives what the command does", async () => {
    const library = (await import(join(process.cwd(), "dist/index.js"))) as typeof import("../index.js");
    const answer = library.who("oss-us-west-1.aliyuncs.com", { asOf: "2026-11-23", reference: library.loadReference() });
    expect(answer.provider).toEqual({ id: "alibaba-cloud", name: "Alibaba Cloud" });
  });
});
