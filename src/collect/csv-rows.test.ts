import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows } from "./csv-rows.js";

const rows = (text: string) => [...csvRows(text, ",")].map(({ line, cells }) => [line, cells]);

describe("rows of CSV", () => {
  it("know the line they begin on, over line breaks in cells and empty lines", () => {
    expect(rows('a,b\n\n"c\nd","e ""f"""\r\n  \ng,h\n')).toEqual([
      [1, ["a", "b"]],
      [3, ["c\nd", 'e "f"']],
      [6, ["g", "h"]],
    ]);
  });

  it("lose to a stray or unclosed quote the line that it stands on, and no other", () => {
    expect(rows('a,1\n"b,2\nc,3\nd "x",4\n"e\nf,"two\nlines"\ng,5')).toEqual([
      [1, ["a", "1"]],
      [2, null],
      [3, ["c", "3"]],
      [4, null],
      [5, null],
      [6, ["f", "two\nlines"]],
      [8, ["g", "5"]],
    ]);
  });

  it("are what was written, whatever the cells hold", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", ";", "é"), maxLength: 6 }).map((text) => `x${text}x`);
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 450 });
    fc.assert(
      fc.property(table, (cells) => {
        const text = cells.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join("\n");
        expect([...csvRows(text, ",")].map((row) => row.cells)).toEqual(cells);
      }),
      { numRuns: 50 },
    );
  });
});
