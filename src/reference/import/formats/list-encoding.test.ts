import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mendUtf8 } from "./list-encoding.js";

async function mendedText(bytes: Uint8Array, pieceBytes: number): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const parts: Uint8Array[] = [];
  for await (const part of mendUtf8(pieces())) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

describe("files that are UTF-8 in the main", () => {
  it("keeps UTF-8 as it is, however it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 7 }), async (text, size) => {
        const bytes = Buffer.from(text, "utf8");
        expect(await mendedText(bytes, size)).toBe(bytes.toString("utf8"));
      }),
    );
  });

  it("reads other bytes as Windows-1252", async () => {
    const bytes = Buffer.concat([
      Buffer.from("Bogotá 53"),
      Buffer.from([0x96]),
      Buffer.from("59, Mu"),
      Buffer.from([0xf1]),
      Buffer.from("oz"),
    ]);
    for (const size of [1, 2, 3, 100]) expect(await mendedText(bytes, size)).toBe("Bogotá 53–59, Muñoz");
  });

  it("gives the same for any bytes, however they are cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
        expect(await mendedText(bytes, size)).toBe(await mendedText(bytes, 1000));
      }),
    );
  });
});
