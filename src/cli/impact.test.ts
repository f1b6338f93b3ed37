import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Impact, ImpactComparison } from "../model/index.js";
import { addImpactCommand } from "./impact.js";
import { runCommand } from "./sample-run.js";

const folder = mkdtempSync(join(tmpdir(), "beholden-impact-"));
const example = join(folder, "meridian");
cpSync("examples/meridian-retail", example, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) =>
  runCommand(addImpactCommand, "impact", example, "--as-of", "2026-11-23", "--data", join(folder, "no-imports"), ...words);

describe("beholden impact", () => {
  it("gives one page by default, and every chain with --full", async () => {
    const page = await run("--block", "alibaba-cloud", "--on", "2026-12-31");
    expect(page.status).toBe(0);
    expect(page.stdout).toMatch(/^Impact on Meridian Retail, Inc. of cutting off Alibaba Cloud on 2026-12-31/);
    expect(page.stdout).toContain("Order archive");
    expect(page.stdout).not.toContain("Assets that do not go on");
    const full = await run("--block", "alibaba-cloud", "--full");
    expect(full.stdout).toContain("Assets that do not go on");
    expect(full.stdout.length).toBeGreaterThan(page.stdout.length);
    for (const line of page.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("gives JSON of its schema, Markdown, a page and a table", async () => {
    const json = await run("--block", "alibaba-cloud", "--format", "json");
    expect(Impact.parse(JSON.parse(json.stdout)).asOf).toBe("2026-11-23");
    expect((await run("--block", "alibaba-cloud", "--format", "md")).stdout).toMatch(/^# Impact on Meridian/);
    expect((await run("--block", "alibaba-cloud", "--format", "html")).stdout).toMatch(/^<!doctype html>/);
    const csv = (await run("--block", "alibaba-cloud", "--format", "csv")).stdout.split("\r\n");
    expect(csv[0]).toMatch(/^scenario,id,name,kind/);
    expect(csv.length - 2).toBe(JSON.parse(json.stdout).assets.length);
  });

  it("saves a scenario with its id, tells it again, and side by side with others", async () => {
    const saved = await run("--block", "alibaba-cloud", "--on", "2026-12-31", "--save", "ban");
    const file = join(example, ".beholden", "scenarios", "ban.yaml");
    expect(saved.stderr).toMatch(/saved scenario [0-9a-f]{12} as .*ban\.yaml/);
    expect(existsSync(file)).toBe(true);
    const again = Impact.parse(JSON.parse((await run("--scenario", "ban", "--format", "json")).stdout));
    expect(again.scenario).toMatchObject({ name: "ban", on: "2026-12-31" });
    expect(readFileSync(file, "utf8")).toContain(again.scenario.id);
    expect(again.leftOut).toContainEqual(expect.objectContaining({ path: ".beholden/" }));

    const own = join(folder, "all.yaml");
    writeFileSync(own, "name: all of China\nblock: [CN]\non: 2026-12-31\n");
    const both = ImpactComparison.parse(JSON.parse((await run("--scenario", "ban", "--scenario", own, "--format", "json")).stdout));
    expect(both.scenarios.map(({ scenario }) => scenario.name)).toEqual(["ban", "all of China"]);
    expect(both.assets.length).toBeGreaterThan(0);
    for (const format of ["text", "md", "html"])
      expect((await run("--scenario", "ban", "--scenario", own, "--format", format)).stdout).toContain("ban");
    const lines = (await run("--scenario", "ban", "--scenario", own, "--format", "jsonl")).stdout.trimEnd().split("\n");
    expect(lines.map((line) => Impact.parse(JSON.parse(line)).scenario.id)).toEqual(both.scenarios.map(({ scenario }) => scenario.id));
    const rows = (await run("--scenario", "ban", "--scenario", own, "--format", "csv")).stdout.split("\r\n").slice(1, -1);
    expect([...new Set(rows.map((row) => row.split(",")[0]))]).toEqual(both.scenarios.map(({ scenario }) => scenario.id));
  });

  it.each([
    [[], /nothing is named to be cut off/],
    [["--region", "us-west-1"], /--region says nothing without --block/],
    [["--block", "alibaba-cloud", "--on", "2026-11-22"], /before the day of the review/],
    [["--block", "alibaba-cloud", "--on", "2026-02-30"], /--on 2026-02-30 is no day/],
    [["--block", "alibaba-cloud", "--egress", "fast"], /--egress fast is no rate/],
    [["--block", "alibaba-clud"], /--block alibaba-clud is not known/],
    [["--scenario", "none-such"], /--scenario none-such: no /],
    [["--block", "aws", "--save", "../x"], /--save \.\.\/x is no name/],
    [["--block", "aws", "--scenario", "a.yaml", "--scenario", "b.yaml", "--scenario", "c.yaml"], /no such file/],
  ])("refuses %j and says what to do", async (words, message) => {
    await expect(run(...words)).rejects.toThrow(message);
  });

  it("tells every fault of a scenario with its place", async () => {
    const file = join(folder, "wrong.yaml");
    writeFileSync(file, "block: []\nregoins: [us-west-1]\n");
    await expect(run("--scenario", file)).rejects.toThrow(/wrong\.yaml:\d+:\d+: /);
  });
});
