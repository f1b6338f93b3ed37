import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeNetworks, type NetworkRange, type NetworksOrigin, openNetworks } from "./networks.js";

const origin: NetworksOrigin = { source: "a table", edition: "2026-06-17", licence: "CC-BY-4.0", attribution: "somebody" };

function range(first: bigint, last: bigint, asn: number, organisation = `AS ${asn}`): NetworkRange {
  return { first, last, asn, organisation };
}

/** Ascending ranges without overlap, some of them side by side, from steps between their bounds. */
function ascendingRanges(bits: number): fc.Arbitrary<NetworkRange[]> {
  const most = (1n << BigInt(bits)) - 1n;
  const step = fc.record({
    gap: fc.bigInt(0n, 1n << BigInt(bits - 6)),
    length: fc.oneof(fc.bigInt(0n, 3n), fc.bigInt(0n, 1n << BigInt(bits - 6))),
    asn: fc.integer({ min: 1, max: 4_294_967_295 }),
    organisation: fc.string({ unit: "grapheme", maxLength: 12 }),
  });
  return fc.array(step, { maxLength: 30 }).map((steps) => {
    let next = 0n;
    return steps.flatMap(({ gap, length, asn, organisation }) => {
      const first = next + gap;
      const last = first + length;
      next = last + 1n;
      return last <= most ? [range(first, last, asn, organisation)] : [];
    });
  });
}

function textOf(number: bigint, bits: number): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 0xffn).join(".");
  return Array.from({ length: 8 }, (_, index) => ((number >> BigInt(112 - index * 16)) & 0xffffn).toString(16)).join(":");
}

/** Addresses in, at and beside the bounds of ranges, where a search goes wrong if it does, and anywhere else. */
function addressesAround(ranges: NetworkRange[], bits: number): fc.Arbitrary<bigint> {
  const most = (1n << BigInt(bits)) - 1n;
  const bounds = ranges.flatMap(({ first, last }) => [first - 1n, first, last, last + 1n]).filter((one) => one >= 0n && one <= most);
  const anywhere = fc.bigInt(0n, most);
  return bounds.length > 0 ? fc.oneof(fc.constantFrom(...bounds), anywhere) : anywhere;
}

describe.each([
  ["IPv4", 32],
  ["IPv6", 128],
])("a table of %s networks", (family, bits) => {
  it("finds what a scan of the ranges from first to last finds", () => {
    const cases = ascendingRanges(bits).chain((ranges) =>
      fc.record({ ranges: fc.constant(ranges), address: addressesAround(ranges, bits) }),
    );
    fc.assert(
      fc.property(cases, ({ ranges, address }) => {
        const networks = openNetworks(bits === 32 ? encodeNetworks(ranges, [], origin) : encodeNetworks([], ranges, origin));
        const scanned = ranges.find(({ first, last }) => first <= address && address <= last);
        // The rest of ::ffff:0:0/96 is IPv4, and is looked up there.
        fc.pre(bits === 32 || address >> 32n !== 0xffffn);
        const found = networks.network(textOf(address, bits));
        expect(found && { asn: found.asn, organisation: found.organisation }).toEqual(
          scanned && { asn: scanned.asn, organisation: scanned.organisation },
        );
      }),
      { numRuns: 500 },
    );
  });

  it("refuses ranges that overlap, stand out of order or are too large, and says which", () => {
    const encode = (...ranges: NetworkRange[]) => (bits === 32 ? encodeNetworks(ranges, [], origin) : encodeNetworks([], ranges, origin));
    expect(() => encode(range(1n, 5n, 1), range(5n, 9n, 2))).toThrow(`${family} range 2 (5 to 9)`);
    expect(() => encode(range(7n, 9n, 1), range(1n, 3n, 2))).toThrow(`${family} range 2 (1 to 3)`);
    expect(() => encode(range(9n, 7n, 1))).toThrow(`${family} range 1 (9 to 7)`);
    expect(() => encode(range(0n, 1n << BigInt(bits), 1))).toThrow(`${family} range 1`);
  });
});

describe("a table of networks", () => {
  // 192.0.2.0/24 is 0xc0000200 to 0xc00002ff; 2001:db8::/32 starts with 0x20010db8.
  const networks = openNetworks(
    encodeNetworks(
      [range(0xc0000200n, 0xc00002ffn, 64500, "Beispiel Netz Köln")],
      [range(0x20010db8n << 96n, (0x20010db9n << 96n) - 1n, 4_294_967_294, "文档 Network")],
      origin,
    ),
  );

  it("gives the range, the AS number and the name", () => {
    expect(networks.network("192.0.2.77")).toMatchObject({
      asn: 64500,
      organisation: "Beispiel Netz Köln",
      first: "192.0.2.0",
      last: "192.0.2.255",
    });
    expect(networks.network("2001:DB8:1::1")).toMatchObject({
      asn: 4_294_967_294,
      organisation: "文档 Network",
      first: "2001:db8::",
      last: "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
    });
    expect(networks.origin).toEqual(origin);
    expect(networks.counts).toEqual({ ipv4: 1, ipv6: 1, organisations: 2 });
  });

  it("looks an IPv4-mapped IPv6 address up as IPv4, in both spellings", () => {
    expect(networks.network("::ffff:192.0.2.77")?.asn).toBe(64500);
    expect(networks.network("::ffff:c000:24d")?.asn).toBe(64500);
    expect(networks.network("::ffff:192.0.3.1")).toBeUndefined();
  });

  it.each(["", "host.example", "192.0.2", "0xc0000201", "3221225985", "192.0.2.256", "192.0.2.1/24", "2001:db8::1::2", "0300.0.2.1"])(
    "knows nothing of %j, which is no whole address",
    (text) => {
      expect(networks.network(text)).toBeUndefined();
    },
  );

  it("knows nothing when it is empty", () => {
    const empty = openNetworks(encodeNetworks([], [], origin));
    expect(empty.network("192.0.2.1")).toBeUndefined();
    expect(empty.network("2001:db8::1")).toBeUndefined();
  });

  it("refuses bytes of another format, another version or cut short, and says what to do", () => {
    const bytes = encodeNetworks([range(1n, 2n, 1)], [], origin);
    expect(() => openNetworks(Buffer.from("something else entirely, long enough for a header"))).toThrow("npm run build");
    expect(() => openNetworks(bytes.subarray(0, 20))).toThrow("npm run build");
    expect(() => openNetworks(bytes.subarray(0, bytes.length - 1))).toThrow(/has \d+ bytes, expected \d+/);
    const later = Buffer.from(bytes);
    later.writeUInt32LE(2, 12);
    expect(() => openNetworks(later)).toThrow("has format 2, expected 1");
  });
});
