import { describe, expect, it } from "vitest";
import { hashKey } from "./hash.js";

describe("hashKey", () => {
  it("gives keys that follow each other, as those of registers do, hashes that look drawn by lot", () => {
    const keys = 200_000;
    const hash = new Uint32Array(3);
    const seen = [new Set<number>(), new Set<number>(), new Set<number>()];
    const buckets = new Uint32Array(256);
    for (let number = 0; number < keys; number++) {
      hashKey(`gb-coh-${String(number).padStart(8, "0")}`, hash);
      hash.forEach((lane, index) => {
        seen[index]?.add(lane);
      });
      const bucket = (hash[0] ?? 0) >>> 24;
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    // Of 200,000 draws among 2^32 about 4.7 fall on one that was drawn before; 30 would be far beyond chance.
    for (const lane of seen) expect(lane.size).toBeGreaterThan(keys - 30);
    // 781 a bucket, with a deviation of 28.
    expect(Math.min(...buckets)).toBeGreaterThan(600);
    expect(Math.max(...buckets)).toBeLessThan(960);
  });

  it("tells apart what differs in order, length or one high bit only", () => {
    const hashes = ["", "a", "aa", "ab", "ba", "\u0001", "\u8001", "\u0001\u0000"].map((key) => {
      const hash = new Uint32Array(3);
      hashKey(key, hash);
      return hash.join(" ");
    });
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
