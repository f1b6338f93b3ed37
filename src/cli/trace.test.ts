import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { CoveredThrough, TracedParty } from "../model/index.js";
import { builtInPacks } from "../rule-packs.js";
import { addTraceCommand } from "./trace.js";

const folder = mkdtempSync(join(tmpdir(), "beholden-trace-"));
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
  addTraceCommand(program);
  await program.parseAsync(["trace", ...words, "--data", join(folder, "no-imports")], { from: "user" });
  return out.join("");
}

describe("beholden trace", () => {
  it("asks every built-in regime, side by side, unless told which", async () => {
    const { regimes } = TracedParty.parse(
      JSON.parse(await run("Alibaba Group Holding Limited", "--as-of", "2026-06-10", "--format", "json")),
    );
    expect(regimes.map(({ id }) => id)).toEqual(await builtInPacks());
    // Its principal place of business is Hangzhou, and it is on the list since 2026-06-08.
    expect(regimes.find(({ id }) => id === "us-dsp")).toMatchObject({ verdict: "yes", limbs: ["principal-place"] });
    expect(regimes.find(({ id }) => id === "us-dod-1260h")).toMatchObject({ verdict: "yes", limbs: ["listed"] });
  });

  it("reads the lists of the day: the listing of 2026-06-08 does not hold before", async () => {
    const words = ["Alibaba Group Holding Limited", "--regime", "us-dod-1260h", "--format", "json"];
    const verdictOn = async (day: string) => TracedParty.parse(JSON.parse(await run(...words, "--as-of", day))).regimes[0]?.verdict;
    expect(await verdictOn("2026-06-07")).toBe("no");
    expect(await verdictOn("2026-06-08")).toBe("yes");
  });

  it("shows shares multiplied beside a regime, and says that it is no law", async () => {
    const text = await run("tiktok-ltd", "--regime", "us-dsp", "--regime", "multiplicative", "--as-of", "2026-06-10");
    expect(text).toContain("us-dsp, multiplied");
    expect(text.replace(/\s+/g, " ")).toContain("no law on file multiplies shares");
  });

  it("writes the page to a file", async () => {
    const path = join(folder, "page.html");
    expect(await run("tiktok", "--format", "html", "--output", path, "--as-of", "2026-06-10")).toBe("");
    expect(readFileSync(path, "utf8")).toMatch(/^<!doctype html>/);
  });

  it("says how to choose where several parties could be meant, and what to do where none is", async () => {
    await expect(run("no such company at all")).rejects.toThrow(
      /nobody on file is known as no such company at all. Expected an id, an LEI/,
    );
    await expect(run("x", "--as-of", "2026-02-30")).rejects.toThrow(/no day/);
    await expect(run("alibaba-group-holding", "--regime", "no-such-pack")).rejects.toThrow(/there is no such file/);
  });

  it("lists every party that owners make covered, in each form", async () => {
    const words = ["--all", "--regime", "us-icts", "--as-of", "2026-06-10"];
    const lines = (await run(...words, "--format", "jsonl"))
      .trim()
      .split("\n")
      .map((line) => CoveredThrough.parse(JSON.parse(line)));
    // Wholly owned by Yandex Cloud's parent, and organised in Russia itself.
    expect(lines.find(({ party }) => party === "yandex-llc")).toMatchObject({ covered: "yes", through: "ownership", shareMin: 100 });
    const csv = (await run(...words, "--format", "csv")).trim().split("\r\n");
    expect(csv).toHaveLength(lines.length + 1);
    const text = await run(...words);
    const sure = lines.filter(({ covered }) => covered === "yes").length;
    expect(text).toContain(`${sure} parties covered through owners or controllers, ${lines.length - sure} cannot be excluded.`);
  });

  it("refuses what --all does not go with", async () => {
    await expect(run("--all", "--regime", "us-icts", "--format", "html")).rejects.toThrow(/has no form html/);
    await expect(run("--all")).rejects.toThrow(/exactly one --regime/);
    await expect(run("x", "--all", "--regime", "us-icts")).rejects.toThrow(/takes no party/);
    await expect(run()).rejects.toThrow(/needs a party/);
    await expect(run("x", "--format", "jsonl")).rejects.toThrow(/goes with --all/);
  });
});
