import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { pairs, table, wrap } from "./layout.js";

const anyText = fc.string({ unit: "grapheme", maxLength: 200 });
const anyWidth = fc.integer({ min: 40, max: 160 });

describe("wrap", () => {
  it("breaks at spaces, and inside a word only where it alone is too wide", () => {
    expect(wrap("China can cut off the order archive", { width: 16, first: "  " })).toEqual([
      "  China can cut",
      "  off the order",
      "  archive",
    ]);
    expect(wrap("a 0123456789 b", { width: 6 })).toEqual(["a", "012345", "6789 b"]);
  });

  it("counts two columns for a Chinese character", () => {
    expect(wrap("阿里云计算 有限公司", { width: 10 })).toEqual(["阿里云计算", "有限公司"]);
  });

  it("never makes a line wider than asked, and loses no letter", () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        const lines = wrap(text, { width, first: "  - ", rest: "    " });
        expect(lines.every((line) => stringWidth(line) <= width)).toBe(true);
        const letters = (some: string) => some.replace(/[^\p{L}\p{N}]/gu, "");
        // Steering characters are shown as codes, so letters can be gained, never lost.
        expect(letters(lines.join("")).length).toBeGreaterThanOrEqual(letters(text).length);
      }),
    );
  });
});

describe("table", () => {
  it("aligns columns, headings above", () => {
    expect(
      table(
        ["Who", "What"],
        [
          ["阿里云", "cloud"],
          ["AWS", "-"],
        ],
        40,
      ),
    ).toEqual(["Who     What", "------  -----", "阿里云  cloud", "AWS     -"]);
  });

  it("becomes a list of labels where columns would be too narrow, and leaves out what is empty", () => {
    const headings = ["Provider", "Determination", "Governments"];
    expect(table(headings, [["Alibaba Cloud", "cannot-be-judged", "-"]], 30)).toEqual([
      "Provider",
      "  Alibaba Cloud",
      "Determination",
      "  cannot-be-judged",
    ]);
  });

  it("stays within its width whatever the cells hold", () => {
    const row = fc.tuple(anyText, anyText, anyText, anyText);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), anyWidth, (rows, width) => {
        expect(table(["One", "Two", "Three", "Four"], rows, width).every((line) => stringWidth(line) <= width)).toBe(true);
      }),
    );
  });
});

describe("pairs", () => {
  it("sets texts beside their labels, in one column", () => {
    expect(
      pairs(
        [
          ["Law", "28 CFR 202"],
          ["Evidence", "main.tf:1"],
        ],
        60,
        "  ",
      ),
    ).toEqual(["  Law       28 CFR 202", "  Evidence  main.tf:1"]);
  });
});
