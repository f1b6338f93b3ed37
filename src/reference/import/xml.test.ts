import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { samplePieces } from "./sample-pieces.js";
import { readXml } from "./xml.js";

async function seenIn(content: string | Uint8Array, pieceBytes = 7): Promise<unknown[]> {
  const seen: unknown[] = [];
  await readXml(samplePieces(content, pieceBytes), {
    start: (name, attributes, { line }) => seen.push([name, { ...attributes }, line]),
    end: (name, text) => seen.push([`/${name}`, text]),
  });
  return seen;
}

describe("readXml", () => {
  it("gives elements without their prefix, attributes as written, and the text directly in an element", async () => {
    const content =
      '<?xml version="1.0"?>\n<!-- list -->\n<l:List xmlns:l="urn:x" xml:lang=\'en\'>\n  <Name a = "1 &lt; 2"\n b="x>y">A &amp; B &#x4E2D;&#65;</Name>\n  <Empty/>\n  mixed<![CDATA[ <raw> & ]]></l:List>\n<!-- end -->\n';
    for (const pieceBytes of [1, 7, 1000]) {
      expect(await seenIn(content, pieceBytes)).toEqual([
        ["List", { "xmlns:l": "urn:x", "xml:lang": "en" }, 3],
        ["Name", { a: "1 < 2", b: "x>y" }, 4],
        ["/Name", "A & B 中A"],
        ["Empty", {}, 6],
        ["/Empty", ""],
        ["/List", "mixed <raw> & "],
      ]);
    }
  });

  it("reads UTF-16 and windows-1252 by mark and declaration", async () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><a>中 é</a>';
    const expected = [
      ["a", {}, 1],
      ["/a", "中 é"],
    ];
    expect(await seenIn(Buffer.from(`\uFEFF${text}`, "utf16le"))).toEqual(expected);
    expect(await seenIn(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', "latin1"))).toEqual([
      ["a", {}, 1],
      ["/a", "é"],
    ]);
    await expect(seenIn('<?xml version="1.0" encoding="EBCDIC-INT"?><a/>')).rejects.toThrow("declares the encoding EBCDIC-INT");
    await expect(seenIn(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]))).rejects.toThrow("not UTF-8 text");
  });

  it("gives back what was written, however the bytes are cut", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "<", "&", '"', "'", ">", "é", "中", "😀", "/", "="), maxLength: 8 });
    const rows = fc.array(fc.tuple(text, text), { maxLength: 5 });
    const escaped = (raw: string) => raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 30 }), async (pairs, pieceBytes) => {
        const content = `<list>${pairs.map(([a, inner]) => `<row a="${escaped(a)}">${escaped(inner)}</row>`).join("\n")}</list>`;
        const expected = pairs.flatMap(([a, inner], index) => [
          ["row", { a }, index + 1],
          ["/row", inner],
        ]);
        expect(await seenIn(content, pieceBytes)).toEqual([["list", {}, 1], ...expected, ["/list", ""]]);
      }),
    );
  });

  it.each([
    ["<a>\n <b></a>", "line 2, column 5: the XML is not well-formed or not allowed: expected </b>, found </a>"],
    ["<a>\n<b>", "the file ends inside <b>: it is cut off"],
    ["<a><b", "the file ends inside <a>"],
    ["<a/><b/>", "line 1, column 5: the XML is not well-formed or not allowed: a second outermost element"],
    ["text<a/>", "text stands before the first tag"],
    ["<a/>text<", "text follows the end"],
    ["</a>", "an element ends that never began"],
    ["<a b=1/>", "line 1, column 6: the XML is not well-formed or not allowed: the value of b has no quotes"],
    ['<a b="1"c="2"/>', "expected a space before the attribute"],
    ['<a b="1" b="2"/>', "the attribute b is there twice"],
    ['<a __proto__="1"/>', "not allowed"],
    ['<a b="<"/>', '"<" stands in the value of b'],
    ["<a>1 < 2</a>", "expected the name of an element"],
    ["<a>&nbsp;</a>", "unknown entity &nbsp;"],
    ["<a>AT&T</a>", "unknown entity &T"],
    ["<a>&#0;</a>", "unknown entity &#0;"],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "line 1, column 1: the XML is not well-formed or not allowed: a document type"],
    ["<a>".repeat(101), "elements nest deeper than 100 levels"],
    ["", "there is no element in the file"],
  ])("refuses %j", async (content, message) => {
    for (const pieceBytes of [1, 1000]) await expect(seenIn(content, pieceBytes)).rejects.toThrow(message);
  });

  it("does not keep a tag or text without an end", async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("<a>");
      for (let count = 0; count < 200; count += 1) yield Buffer.alloc(65_536, "x");
    }
    await expect(readXml(endless(), { start: () => {}, end: () => {} })).rejects.toThrow("runs on without an end");
  });
});
