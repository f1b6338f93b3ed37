import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { coverageOf } from "./font-coverage.js";

const { resolve } = createRequire(import.meta.url);
const font = readFileSync(resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"));

describe("which characters a font has shapes for", () => {
  const has = coverageOf(font);
  // Counts of the fonts' own list, unicover.txt, of the version that is installed.
  it.each([
    { block: "Greek and Coptic", first: 0x370, last: 0x3ff, count: 135 },
    { block: "Cyrillic", first: 0x400, last: 0x4ff, count: 256 },
    { block: "Armenian", first: 0x530, last: 0x58f, count: 86 },
    { block: "Hebrew", first: 0x590, last: 0x5ff, count: 54 },
    { block: "Arabic", first: 0x600, last: 0x6ff, count: 165 },
    { block: "Thaana", first: 0x780, last: 0x7bf, count: 0 },
    { block: "Arabic Mathematical Alphabetic Symbols", first: 0x1ee00, last: 0x1eeff, count: 74 },
  ])("is as many as the font's own list says: $block", ({ first, last, count }) => {
    const covered = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(has);
    expect(covered).toHaveLength(count);
  });

  it("has what drawings write themselves, and no Chinese", () => {
    for (const sign of "−–×≥…□·—") expect(has(sign.codePointAt(0) ?? 0), sign).toBe(true);
    expect(has("阿".codePointAt(0) ?? 0)).toBe(false);
  });

  it("says so where a file is no such font", () => {
    expect(() => coverageOf(new Uint8Array(64))).toThrow(/no table cmap/);
  });
});
