import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { Dossier } from "../model/index.js";
import { addDossierCommand } from "./dossier.js";

const folder = mkdtempSync(join(tmpdir(), "beholden-dossier-"));
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
  addDossierCommand(program);
  await program.parseAsync(["dossier", ...words, "--data", join(folder, "no-imports")], { from: "user" });
  return out.join("");
}

describe("beholden dossier", () => {
  it("gives one page by default, and everything with the addresses of the sources with --full", async () => {
    const page = await run("alibaba-cloud", "--as-of", "2022-01-18");
    for (const words of [
      "fourth largest",
      "About 4 million customers",
      "9.2 billion",
      "8 percent",
      "50 million",
      "MoneyGram",
      "Ford",
      "Red Hat",
      "Hewlett Packard",
      "Virginia",
      "15 CFR part 7",
    ])
      expect(page.replace(/\s+/g, " ")).toContain(words);
    expect(page).not.toContain("https://");
    const full = await run("alibaba-cloud", "--as-of", "2022-01-18", "--full");
    expect(full).toContain("https://www.marketscreener.com/");
    expect(full).toContain("Leads: of low confidence");
  });

  it("tells what has changed since an earlier day", async () => {
    const words = ["alibaba-cloud", "--as-of", "2026-11-27", "--since", "2022-01-18", "--format", "json"];
    const { changes } = Dossier.parse(JSON.parse(await run(...words)));
    expect(changes?.since).toBe("2022-01-18");
    expect(changes?.changes.length).toBeGreaterThan(10);
    await expect(run("alibaba-cloud", "--as-of", "2022-01-18", "--since", "2022-01-18")).rejects.toThrow(
      /not before the day of the dossier/,
    );
    await expect(run("alibaba-cloud", "--since", "2022-02-30")).rejects.toThrow(/--since 2022-02-30 is no day/);
  });

  it("writes the page to a file", async () => {
    const path = join(folder, "page.html");
    expect(await run("huawei-cloud", "--format", "html", "--output", path, "--as-of", "2026-06-10")).toBe("");
    expect(readFileSync(path, "utf8")).toMatch(/^<!doctype html>/);
  });

  it("asks the regimes that it is told of, and says what to do where no provider is known", async () => {
    const found = Dossier.parse(JSON.parse(await run("tencent-cloud", "--regime", "us-icts", "--as-of", "2026-06-10", "--format", "json")));
    expect(found.ownership[0]?.regimes.map(({ id }) => id)).toEqual(["us-icts"]);
    await expect(run("no such cloud")).rejects.toThrow(/no provider on file is known as no such cloud. Expected the id/);
  });
});
