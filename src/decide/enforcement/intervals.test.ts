import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressText, common, type Interval, merged, networksOf, without } from "./intervals.js";
import { rangeOf } from "./prefixes.js";

const parse = (...prefixes: string[]) => prefixes.map((prefix) => rangeOf(prefix) as Interval);

describe("networks of intervals, worked out by hand", () => {
  it("joins adjacent halves, swallows what lies within, and keeps apart what cannot be one network", () => {
    expect(networksOf(parse("192.0.2.0/25", "192.0.2.128/25"), 4)).toEqual(["192.0.2.0/24"]);
    expect(networksOf(parse("10.0.0.0/8", "10.1.2.0/24"), 4)).toEqual(["10.0.0.0/8"]);
    // 192.0.3.0/24 and 192.0.4.0/24 touch, but no /23 begins at an odd third part.
    expect(networksOf(parse("192.0.3.0/24", "192.0.4.0/24"), 4)).toEqual(["192.0.3.0/24", "192.0.4.0/24"]);
    expect(networksOf(parse("2001:db8::/33", "2001:db8:8000::/33"), 6)).toEqual(["2001:db8::/32"]);
  });

  it("writes a range of odd ends, and the whole space", () => {
    // From .1 to .6: 1, 2-3, 4-5, 6.
    expect(networksOf([{ first: 0xc0000201n, last: 0xc0000206n }], 4)).toEqual([
      "192.0.2.1/32",
      "192.0.2.2/31",
      "192.0.2.4/31",
      "192.0.2.6/32",
    ]);
    expect(networksOf(parse("0.0.0.0/0"), 4)).toEqual(["0.0.0.0/0"]);
    expect(networksOf(parse("::/0"), 6)).toEqual(["::/0"]);
  });

  it("takes out a hole", () => {
    expect(networksOf(without(parse("192.0.2.0/24"), parse("192.0.2.64/26")), 4)).toEqual(["192.0.2.0/26", "192.0.2.128/25"]);
    expect(networksOf(common(parse("192.0.2.0/24"), parse("192.0.2.128/25", "198.51.100.0/24")), 4)).toEqual(["192.0.2.128/25"]);
  });

  // Examples of RFC 5952, sections 1 to 4.
  it.each([
    ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["2001:db8:0:0:0:0:2:1", "2001:db8::2:1"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
    ["0:0:0:0:0:0:0:1", "::1"],
    ["2001:db8:0:0:0:0:0:0", "2001:db8::"],
  ])("writes %s as %s", (whole, short) => {
    expect(addressText(rangeOf(`${whole}/128`)?.first ?? 0n, 6)).toBe(short);
  });
});

describe("laws", () => {
  const interval = fc
    .tuple(fc.nat(255), fc.nat(40))
    .map(([first, length]) => ({ first: BigInt(first), last: BigInt(Math.min(255, first + length)) }));
  const intervals = fc.array(interval, { maxLength: 12 });
  const members = (list: readonly Interval[]) =>
    Array.from({ length: 256 }, (_, at) => BigInt(at)).filter((at) => list.some(({ first, last }) => first <= at && at <= last));

  it("merging, subtracting and intersecting are those of sets", () => {
    fc.assert(
      fc.property(intervals, intervals, (left, right) => {
        const [one, other] = [members(left), new Set(members(right))];
        expect(members(merged(left))).toEqual(one);
        expect(members(without(left, right))).toEqual(one.filter((at) => !other.has(at)));
        expect(members(common(left, right))).toEqual(one.filter((at) => other.has(at)));
      }),
    );
  });

  it("networks hold exactly the addresses, do not overlap, and no two can be joined", () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const networks = networksOf(list, 4).map((prefix) => rangeOf(prefix) as Interval);
        expect(networks.flatMap((one) => members([one]))).toEqual(members(list));
        for (const [at, { first, last }] of networks.entries()) {
          const next = networks[at + 1];
          const size = last - first + 1n;
          const joins = next && next.first === last + 1n && next.last - next.first + 1n === size && first % (size * 2n) === 0n;
          expect(joins ?? false).toBe(false);
        }
      }),
    );
  });
});
