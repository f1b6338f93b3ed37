import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { TracedParty } from "../model/index.js";
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
    expect(regimes.map(({ id }) => id)).toEqual([
      "eu-sovereignty",
      "us-bis-affiliates",
      "us-dod-1260h",
      "us-dsp",
      "us-icts",
      "us-ofac-sdn",
    ]);
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
});
