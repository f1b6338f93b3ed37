import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forEachLine } from "./lines.js";
import { samplePieces } from "./sample-pieces.js";

async function linesOf(content: string | Uint8Array, pieceBytes = 7, maxBytes = 100): Promise<(string | number)[]> {
  const seen: (string | number)[] = [];
  await forEachLine(
    samplePieces(content, pieceBytes),
    maxBytes,
    (text, line) => seen.push(line, text),
    (line) => seen.push(line, "too long"),
  );
  return seen;
}

describe("forEachLine", () => {
  it("splits at LF and CRLF, takes a byte order mark off, and reads a last line without an end", async () => {
    expect(await linesOf("\uFEFFone\r\ntwo\n\nfour")).toEqual([1, "one", 2, "two", 3, "", 4, "four"]);
    expect(await linesOf("one\n")).toEqual([1, "one"]);
    expect(await linesOf("")).toEqual([]);
  });

  it("gives the same lines however the bytes are cut, characters of several bytes included", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replace(/[\r\n\uFEFF]/g, ""))),
        fc.integer({ min: 1, max: 64 }),
        async (lines, pieceBytes) => {
          const expected = lines.flatMap((text, index) => [index + 1, text]);
          expect(await linesOf(lines.map((text) => `${text}\n`).join(""), pieceBytes, 1000)).toEqual(expected);
        },
      ),
    );
  });

  it("gives the same lines of a large piece, empty ones and ones longer than what is decoded at once included", async () => {
    const lengths = [0, 0, 10, 48 * 1024 - 12, 0, 48 * 1024, 100_000, 48 * 1024 + 1, 1, 30_000, 30_000, 0, 0];
    const lines = lengths.map((length) => "é".repeat(length / 2) + "e".repeat(length % 2));
    const expected = lines.flatMap((text, index) => [index + 1, text]);
    for (const pieceBytes of [1000, 256 * 1024, 1024 * 1024]) {
      expect(await linesOf(lines.map((text) => `${text}\n`).join(""), pieceBytes, 200_000)).toEqual(expected);
    }
  });

  it("tells a line that is too long, counted in bytes, and goes on after it", async () => {
    const exactly = "é".repeat(50);
    const content = `a\n${exactly}\n${exactly}x\n${"y".repeat(5000)}\nlast`;
    const expected = [1, "a", 2, exactly, 3, "too long", 4, "too long", 5, "last"];
    for (const pieceBytes of [1, 7, 64, 10_000]) expect(await linesOf(content, pieceBytes)).toEqual(expected);
  });

  it("marks what is no UTF-8", async () => {
    expect(await linesOf(Buffer.from([0x61, 0xff, 0x0a, 0x62]))).toEqual([1, "a\uFFFD", 2, "b"]);
  });
});
