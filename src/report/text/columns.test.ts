import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { columnsOf } from "./columns.js";

describe("columnsOf", () => {
  it.each([
    ["", 0],
    ["Alibaba Cloud", 13],
    ["a → b – c", 9],
    ["阿里云计算有限公司", 18],
    ["알리바바", 8],
    ["ｱﾘﾊﾞﾊﾞ", 6],
    ["e\u0301", 1],
    ["\u200b\u0000", 0],
    ["👩‍🚒🇨🇳❤️1️⃣", 8],
    ["각", 2],
  ])("%j takes %i columns", (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it("is what string-width counts for every character", () => {
    const different: string[] = [];
    for (let code = 0; code < 0x20000; code += 1) {
      const character = String.fromCodePoint(code);
      if (columnsOf(character) !== stringWidth(character)) different.push(code.toString(16));
    }
    // Half a flag: we leave it the room of a whole one.
    const halfFlags = Array.from({ length: 26 }, (_, letter) => (0x1f1e6 + letter).toString(16));
    expect(different).toEqual(halfFlags);
  });

  it("is what string-width counts in words of the scripts that names are written in", () => {
    const word = fc.stringMatching(/^[a-zé–→一-龥ァ-ヶ가-힣Ѐ-҂ҊА-ё ]{0,20}$/u);
    fc.assert(fc.property(word, (text) => void expect(columnsOf(text)).toBe(stringWidth(text))));
  });
});
