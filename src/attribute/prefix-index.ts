import ipaddr from "ipaddr.js";
import type { Signed } from "./signed.js";

export interface PrefixSignature extends Signed {
  prefix: string;
  region?: string | undefined;
  service?: string | undefined;
}

/** Published prefixes, the most specific first. */
export interface PrefixIndex {
  isEmpty: boolean;
  /** The narrowest prefix that holds an address, or a whole network of the given length. */
  holding(address: ipaddr.IPv4 | ipaddr.IPv6, length: number): PrefixSignature | undefined;
}

/** Indexes prefixes by length and by network address: a lookup masks the address once a length in use. */
export function prefixIndex(facts: PrefixSignature[]): PrefixIndex {
  const networks = new Map<string, PrefixSignature>();
  const lengths = { ipv4: new Set<number>(), ipv6: new Set<number>() };
  for (const fact of facts) {
    if (!ipaddr.isValidCIDR(fact.prefix)) continue;
    const [address, length] = ipaddr.parseCIDR(fact.prefix);
    const key = networkKey(address, length);
    if (!networks.has(key)) networks.set(key, fact);
    lengths[address.kind()].add(length);
  }
  const narrowestFirst = {
    ipv4: [...lengths.ipv4].sort((left, right) => right - left),
    ipv6: [...lengths.ipv6].sort((left, right) => right - left),
  };
  return {
    isEmpty: networks.size === 0,
    holding(address, length) {
      for (const prefixLength of narrowestFirst[address.kind()]) {
        if (prefixLength > length) continue;
        const found = networks.get(networkKey(address, prefixLength));
        if (found) return found;
      }
      return undefined;
    },
  };
}

function networkKey(address: ipaddr.IPv4 | ipaddr.IPv6, length: number): string {
  const bytes = address.toByteArray().map((byte, position) => {
    const kept = Math.min(8, Math.max(0, length - position * 8));
    return byte & (0xff << (8 - kept)) & 0xff;
  });
  return `${bytes.join(".")}/${length}`;
}
