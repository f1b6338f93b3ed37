import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { DeterminationDraft } from "../model/index.js";
import { addDeterminationCommand } from "./determination.js";
import { addReviewCommand } from "./review.js";

const folder = mkdtempSync(join(tmpdir(), "beholden-determination-"));
const archive = "hosting:alibaba-cloud:us-west-1:order-archive";
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

async function run(...words: string[]): Promise<string> {
  const out: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  const program = new Command().exitOverride();
  addDeterminationCommand(program);
  addReviewCommand(program);
  await program.parseAsync([...words, "--data", join(folder, "no-imports")], { from: "user" });
  return out.join("");
}
const retail = (...more: string[]) => run("determination", "examples/meridian-retail", "--as-of", "2026-11-23", ...more);

describe("beholden determination", () => {
  it("gives one page by default, and the whole letter with --full", async () => {
    const page = await retail();
    expect(page.split("\n").length).toBeLessThan(60);
    expect(Math.max(...page.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(page).toContain("Nothing is ordered to cease.");
    expect(page).toMatch(/Promised +M19\n/);
    expect(page).toMatch(/In place +M04\n/);
    const full = await retail("--transaction", archive, "--full");
    expect(full).toContain("Transaction 1: Alibaba Cloud us-west-1, Order archive (hosting)");
    expect(full).toContain("[source missing: no source on file says who verifies it]");
    expect(full).not.toContain("Transaction 2:");
  });

  it("decides on a saved review, whose bytes it names", async () => {
    const file = join(folder, "review.json");
    await run("review", "examples/meridian-retail", "--as-of", "2026-11-23", "--format", "json", "--output", file, "--quiet");
    const draft = DeterminationDraft.parse(
      JSON.parse(await run("determination", "--review", file, "--on", "2026-12-01", "--format", "json")),
    );
    expect(draft.review.sha256).toBe(createHash("sha256").update(readFileSync(file)).digest("hex"));
    // 1 December and 30 days.
    expect(draft.windDown?.steps[0]).toMatchObject({ id: "no-new-agreements", on: "2026-12-31" });
    await expect(run("determination", "--review", file, "--as-of", "2026-11-23")).rejects.toThrow(/Give one or the other/);
    await expect(run("determination", "--review", file, "--on", "2026-11-22")).rejects.toThrow(/before the day of the review/);
  });

  it.each([
    ["md", "# Draft determination: Meridian Retail, Inc."],
    ["html", "<!doctype html>"],
    ["docx", "PK"],
  ])("writes the letter as %s", async (format, start) => {
    const file = join(folder, `letter.${format}`);
    await retail("--transaction", archive, "--format", format, "--output", file, "--quiet");
    expect(readFileSync(file, "latin1").startsWith(start)).toBe(true);
  });

  it("drafts a prohibition as the user decides it, dated by the user", async () => {
    const json = await retail("--prohibit", archive, "--cease-on", "2027-01-31", "--format", "json");
    expect(JSON.parse(json).prohibitions).toEqual([
      {
        transaction: archive,
        provider: "alibaba-cloud",
        region: "us-west-1",
        services: ["Object Storage Service (OSS)"],
        from: "2027-01-31",
      },
    ]);
    await expect(retail("--cease-on", "2026-11-22")).rejects.toThrow(/before the determination of 2026-11-23/);
  });

  it("says what is wrong with what it is given", async () => {
    await expect(retail("--transaction", "hosting:nobody")).rejects.toThrow(
      /there is no transaction hosting:nobody[\s\S]*hosting:alibaba-cloud/,
    );
    await expect(run("determination", "--review", join(folder, "none.json"))).rejects.toThrow(/Expected the JSON of a review/);
    const other = join(folder, "other.json");
    writeFileSync(other, "{}");
    await expect(run("determination", "--review", other)).rejects.toThrow(/is no saved review/);
    writeFileSync(other, "{");
    await expect(run("determination", "--review", other)).rejects.toThrow(/Expected the JSON of a review/);
  });
});
