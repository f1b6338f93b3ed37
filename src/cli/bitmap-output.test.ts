import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { decodedPng } from "../bitmap/sample-png.js";
import { addDossierCommand } from "./dossier.js";
import { addImpactCommand } from "./impact.js";
import { runCommand } from "./sample-run.js";
import { addTraceCommand } from "./trace.js";

const folder = mkdtempSync(join(tmpdir(), "beholden-bitmap-"));
afterAll(() => rmSync(folder, { recursive: true }));
const data = ["--data", join(folder, "no-imports")];
const day = ["--as-of", "2022-01-18"];

/** Size of the drawing that a command writes as SVG, and of the bitmap that it writes as PNG. */
async function sizes(add: Parameters<typeof runCommand>[0], ...words: string[]) {
  const svg = (await runCommand(add, ...words, "--format", "svg")).stdout;
  const file = join(folder, `${words[0]}.png`);
  const { stderr, status } = await runCommand(add, ...words, "--format", "png", "--output", file);
  const [, width = "", height = ""] = / width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const pixels = decodedPng(readFileSync(file));
  return { svg: [2 * Number(width), 2 * Number(height)], png: [pixels.width, pixels.height], stderr, status, file };
}

describe("--format png", () => {
  it.each([
    { name: "trace", add: addTraceCommand, words: ["trace", "alibaba-cloud", "--regime", "us-dsp", ...day, ...data] },
    { name: "dossier", add: addDossierCommand, words: ["dossier", "alibaba-cloud", "--regime", "us-dsp", ...day, ...data] },
    {
      name: "impact",
      add: addImpactCommand,
      words: ["impact", "examples/meridian-retail", "--block", "alibaba-cloud", "--as-of", "2026-11-23", ...data],
    },
  ])("of $name is the drawing of --format svg, two pixels for one", async ({ add, words }) => {
    const { svg, png, stderr, status, file } = await sizes(add, ...words);
    expect(png).toEqual(svg);
    expect(png[0]).toBeGreaterThan(600);
    expect(stderr).toBe(`wrote ${file}\n`);
    expect(status).toBe(0);
  });

  it("hides small shares as the SVG does", async () => {
    const words = ["trace", "alibaba-cloud", "--regime", "us-dsp", "--minimum-share", "20", ...day, ...data];
    const { svg, png } = await sizes(addTraceCommand, ...words);
    expect(png).toEqual(svg);
  });

  it("has none of every covered party, and names what there is", async () => {
    await expect(runCommand(addTraceCommand, "trace", "--all", "--regime", "us-dsp", "--format", "png", ...data)).rejects.toThrow(
      "trace --all has no form png. Expected text, jsonl or csv.",
    );
  });

  it("is not written to a terminal", async () => {
    const { isTTY } = process.stdout;
    process.stdout.isTTY = true;
    try {
      const asked = runCommand(addTraceCommand, "trace", "alibaba-cloud", "--regime", "us-dsp", ...day, "--format", "png", ...data);
      await expect(asked).rejects.toThrow("a terminal does not show. Expected --output FILE");
    } finally {
      process.stdout.isTTY = isTTY;
    }
  });
});
