import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visible } from "./visible.js";

describe("visible", () => {
  it("shows what would steer a terminal or turn a line around", () => {
    expect(visible("a\u001b[31mb")).toBe("a\\u{1b}[31mb");
    expect(visible("user\u202egnp.exe")).toBe("user\\u{202e}gnp.exe");
    expect(visible("pay\u200bpal\u009b2J")).toBe("pay\\u{200b}pal\\u{9b}2J");
  });

  it("keeps text of any script on one line", () => {
    expect(visible("阿里云\r\n\tOSS – größer")).toBe("阿里云 OSS – größer");
  });

  it("leaves no control or format character, whatever comes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u);
      }),
    );
  });
});
