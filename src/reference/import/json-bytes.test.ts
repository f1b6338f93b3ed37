import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeJson } from "./json-bytes.js";

/** What is written into so many bytes; undefined where there was no room. */
function written(value: unknown, room = 1 << 16): string | undefined {
  const bytes = Buffer.alloc(room);
  const end = writeJson(value, bytes, 0);
  return end > room ? undefined : bytes.toString("utf8", 0, end);
}

const text = fc.string({ unit: "binary", maxLength: 40 });
const { fact } = fc.letrec<{ fact: unknown }>((tie) => ({
  fact: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("fact"), { maxLength: 4 }),
    fc.dictionary(text, fc.option(tie("fact"), { nil: undefined }), { maxKeys: 4 }),
  ),
}));

describe("JSON written as bytes", () => {
  it("is what JSON.stringify gives, for any plain data", () => {
    fc.assert(fc.property(fact, (value) => written(value) === JSON.stringify(value)));
  });

  it("fits exactly, or gives a place beyond the end", () => {
    fc.assert(
      fc.property(fact, fc.nat(60), (value, less) => {
        const length = Buffer.byteLength(JSON.stringify(value));
        expect(written(value, length)).toBe(JSON.stringify(value));
        const room = Math.max(0, length - 1 - less);
        expect(written(value, room)).toBeUndefined();
      }),
    );
  });
});
