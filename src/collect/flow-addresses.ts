import ipaddr from "ipaddr.js";
import { neverAnotherParty } from "../model/special-networks.js";
import { IntegerIndex } from "./integer-index.js";

type Network = ReturnType<typeof ipaddr.parseCIDR>;

const longestAddress = 45;

/** Every address of a log, numbered, with whether it is the subject's own. */
export class FlowAddresses {
  private readonly own4: { first: number; mask: number }[] = [];
  private readonly own6: Network[] = [];
  private readonly index = new IntegerIndex();
  /** Number by text for IPv6, both as written and canonical. */
  private readonly numbers6 = new Map<string, number>();
  private readonly texts6: string[] = [];
  private readonly ours: boolean[] = [];
  /** Entries of `ownNetworks` that are no networks. */
  readonly refused: string[] = [];

  /** Takes the subject's networks in CIDR notation; a lone address counts as itself. */
  constructor(ownNetworks: readonly string[]) {
    for (const network of [...neverAnotherParty, ...ownNetworks]) this.addOwn(network);
  }

  /** Number of the address that stands at `from` (inclusive) to `to` (exclusive); -1 where it is none. */
  number(bytes: Uint8Array, from: number, to: number): number {
    const value = ipv4(bytes, from, to);
    if (value >= 0) return this.number4(value);
    if (to - from > longestAddress || to - from < 2) return -1;
    return this.number6(Buffer.from(bytes.subarray(from, to)).toString("latin1"));
  }

  isOurs(number: number): boolean {
    return this.ours[number] === true;
  }

  /** Canonical text: dotted decimal, or IPv6 as RFC 5952 writes it. */
  text(number: number): string {
    if (this.index.part(number, 1) === 6) return this.texts6[this.index.part(number, 0)] ?? "";
    const value = this.index.part(number, 0);
    return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
  }

  private number4(value: number): number {
    const before = this.index.size;
    const number = this.index.add(value, 4, 0);
    if (number === before) this.ours[number] = this.own4.some((one) => (value & one.mask) >>> 0 === one.first);
    return number;
  }

  private number6(written: string): number {
    const known = this.numbers6.get(written);
    if (known !== undefined) return known;
    if (!written.includes(":") || !ipaddr.IPv6.isValid(written)) return -1;
    const address = ipaddr.IPv6.parse(written);
    const canonical = address.toRFC5952String();
    const number = this.numbers6.get(canonical) ?? this.index.add(this.texts6.length, 6, 0);
    if (!this.numbers6.has(canonical)) {
      this.texts6.push(canonical);
      this.ours[number] = this.own6.some((network) => address.match(network));
      this.numbers6.set(canonical, number);
    }
    this.numbers6.set(written, number);
    return number;
  }

  private addOwn(network: string): void {
    const cidr = network.includes("/") ? network : `${network}/${network.includes(":") ? 128 : 32}`;
    if (!ipaddr.isValidCIDR(cidr)) {
      this.refused.push(network);
      return;
    }
    const [address, bits] = ipaddr.parseCIDR(cidr);
    if (address.kind() === "ipv6") {
      this.own6.push([address, bits]);
      return;
    }
    const mask = bits === 0 ? 0 : (-1 << (32 - bits)) >>> 0;
    const [a = 0, b = 0, c = 0, d = 0] = address.toByteArray();
    this.own4.push({ first: (((a << 24) | (b << 16) | (c << 8) | d) & mask) >>> 0, mask });
  }
}

/** Dotted decimal as an unsigned integer; -1 for anything else. Read in place, as a log has millions. */
function ipv4(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let octet = -1;
  let dots = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) {
      octet = (octet < 0 ? 0 : octet * 10) + digit;
      if (octet > 255) return -1;
    } else if (digit === -2 && octet >= 0 && dots < 3) {
      value = value * 256 + octet;
      octet = -1;
      dots += 1;
    } else return -1;
  }
  return dots === 3 && octet >= 0 ? value * 256 + octet : -1;
}
