import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvOptions, delimiterOf, forEachRow } from "./csv.js";
import { samplePieces } from "./sample-pieces.js";

type Seen = (string | number)[];

async function rowsOf(content: string, options: CsvOptions = {}, pieceBytes = 7): Promise<Seen[]> {
  const seen: Seen[] = [];
  await forEachRow(
    samplePieces(content, pieceBytes),
    options,
    ({ line, cells }) => seen.push([line, ...cells]),
    (line, reason) => seen.push([line, `fault: ${reason.split(";")[0]}`]),
  );
  return seen;
}

describe("forEachRow", () => {
  it("gives cells by the name of their column, without white space, and nothing for a column that is not there", async () => {
    const seen: string[] = [];
    const visit = ({ cell }: { cell(column: string): string }) => seen.push(cell("Name"), cell("Country"), cell("None"));
    await forEachRow(
      samplePieces("\uFEFFName, Country\r\n Acme ,US\r\nShort\r\n", 5),
      {},
      (row) => visit({ cell: (column) => row.cell(column) }),
      () => {},
    );
    expect(seen).toEqual(["Acme", "US", "", "Short", "", ""]);
  });

  it("reads quotes, quotes in quotes, delimiters and line ends in cells, and passes over empty lines", async () => {
    const content = 'a,b\n"1","x, ""y"""\n\n"2","two\nlines"\n3,"" \n"4","" ,5';
    expect(await rowsOf(content)).toEqual([
      [2, "1", 'x, "y"'],
      [4, "2", "two\nlines"],
      [6, "3", ""],
      [7, "4", "", "5"],
    ]);
  });

  it("costs only its own line where a quote is stray or never closed", async () => {
    const content = `a,b\n1,5" pipe\n2,ok\n3,"x"y\n4,"open\n${"5,fine\n".repeat(60)}`;
    const rows = await rowsOf(content);
    expect(rows.slice(0, 5)).toEqual([
      [2, "fault: a quote is opened and not closed"],
      [3, "2", "ok"],
      [4, "fault: a quote stands where none may"],
      [5, "fault: a quote is opened and not closed"],
      [6, "5", "fine"],
    ]);
    expect(rows).toHaveLength(64);
  });

  it("takes quotes in the wrong place for text where asked to", async () => {
    const content = 'a,b\n1,5" pipe\n2,ACME "THE BEST" LTD\n3,"X" Y\n4,"two\nlines, 5"" wide"\n5,"open';
    expect(await rowsOf(content, { relaxedQuotes: true })).toEqual([
      [2, "1", '5" pipe'],
      [3, "2", 'ACME "THE BEST" LTD'],
      [4, "3", '"X" Y'],
      [5, "4", 'two\nlines, 5" wide'],
      [7, "fault: a quote is opened and not closed"],
    ]);
  });

  it("gives back what was written, however the bytes are cut", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", " ", "é", "'", ";"), maxLength: 8 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, pieceBytes) => {
        const content = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\n");
        const read = await rowsOf(content, { columns: ["x"] }, pieceBytes);
        expect(read.map(([, ...cells]) => cells)).toEqual(rows);
      }),
    );
  });

  it("reads a table without a row of names, with another delimiter", async () => {
    expect(await rowsOf("1;2\n3;4", { columns: ["a", "b"], delimiter: ";" })).toEqual([
      [1, "1", "2"],
      [2, "3", "4"],
    ]);
  });
});

describe("delimiterOf", () => {
  it("takes the commonest of the first line, outside quotes", () => {
    expect(delimiterOf('a;"b,c,d,e";f\n1,2,3,4,5,6')).toBe(";");
    expect(delimiterOf("a\tb")).toBe("\t");
    expect(delimiterOf("name")).toBe(",");
  });
});
