import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forEachElement, type JsonOptions } from "./json.js";
import { samplePieces } from "./sample-pieces.js";

async function elementsOf(content: string, options: JsonOptions = {}, pieceBytes = 5): Promise<unknown[]> {
  const seen: unknown[] = [];
  await forEachElement(
    samplePieces(content, pieceBytes),
    options,
    (element, { index, line }) => seen.push([index, line, element]),
    ({ index, line }, reason) => seen.push([index, line, `fault: ${reason.split(":")[0]}`]),
  );
  return seen;
}

describe("forEachElement", () => {
  it("gives the elements of an array, whatever they are, with index and line", async () => {
    expect(await elementsOf('\uFEFF[1, "a,]}\\"",\n {"b": [1, {"c": "\\\\"}]},\n\n null, true\n]\n')).toEqual([
      [0, 1, 1],
      [1, 1, 'a,]}"'],
      [2, 2, { b: [1, { c: "\\" }] }],
      [3, 4, null],
      [4, 4, true],
    ]);
    expect(await elementsOf("[]")).toEqual([]);
  });

  it("gives the elements of the named arrays of an object, and passes over the rest", async () => {
    const content = '{"total": 3, "x": [1,2], "results": [{"a":1},\n{"a":2}], "y": {"results":[9]}, "more": [7]}';
    expect(await elementsOf(content, { arrays: ["results", "more"] })).toEqual([
      [0, 1, { a: 1 }],
      [1, 2, { a: 2 }],
      [0, 2, 7],
    ]);
  });

  it("reads any array, however the bytes are cut and however it is laid out", async () => {
    const indents = fc.constantFrom(undefined, 1, "\t");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.json()), indents, fc.integer({ min: 1, max: 40 }), async (values, indent, pieceBytes) => {
        const array = values.map((text) => JSON.parse(text) as unknown);
        const seen = await elementsOf(JSON.stringify(array, null, indent), {}, pieceBytes);
        expect(seen.map((one) => (one as unknown[])[2])).toEqual(array);
      }),
    );
  });

  it("goes on after an element that is no JSON or too large", async () => {
    const content = `[tru, {"a" 1}, 1 2, {"b":"${"x".repeat(50)}"}, 2]`;
    expect(await elementsOf(content, { maxElementBytes: 40 })).toEqual([
      [0, 1, "fault: no JSON"],
      [1, 1, "fault: no JSON"],
      [2, 1, "fault: no JSON"],
      [3, 1, "fault: the element is larger than 40 bytes"],
      [4, 1, 2],
    ]);
  });

  it.each([
    ["", "line 1: the JSON ends too early, before an array or an object"],
    ['[{"a":1},\n{"a":2', "line 2: the JSON ends too early, inside the element that begins on line 2"],
    ['[{"a":1}', 'line 1: the JSON ends too early, before "," or "]"'],
    ['[{"a":1},\n{"a":2]', "line 2, column 7: the JSON is not well-formed: a bracket is closed that was not opened"],
    ["[1]x", "line 1, column 4: the JSON is not well-formed: expected the end of the file"],
    ["<html>", "line 1, column 1: the JSON is not well-formed: expected an array or an object"],
    ['{"a": 1, b: 2}', "line 1, column 10: the JSON is not well-formed: expected a name in quotes"],
    [`[${"[".repeat(300)}`, "brackets nest deeper than 200 levels"],
  ])("refuses %j with its place", async (content, message) => {
    await expect(elementsOf(content)).rejects.toThrow(message);
  });
});
