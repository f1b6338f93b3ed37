/** Addresses from `first` to `last`, both included. */
export interface Interval {
  first: bigint;
  last: bigint;
}

export type Family = 4 | 6;

/** The same addresses in the fewest intervals, in ascending order: overlapping and adjacent ones are one. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const ascending = [...intervals].sort((left, right) => (left.first < right.first ? -1 : left.first > right.first ? 1 : 0));
  const result: Interval[] = [];
  for (const { first, last } of ascending) {
    const before = result.at(-1);
    if (before && first <= before.last + 1n) {
      if (last > before.last) before.last = last;
    } else result.push({ first, last });
  }
  return result;
}

/** The addresses of the first list that are in none of the second. */
export function without(intervals: readonly Interval[], removed: readonly Interval[]): Interval[] {
  const holes = merged(removed);
  const result: Interval[] = [];
  let at = 0;
  for (const { first, last } of merged(intervals)) {
    while (at < holes.length && (holes[at]?.last ?? 0n) < first) at += 1;
    let from = first;
    for (let hole = at; hole < holes.length; hole += 1) {
      const cut = holes[hole];
      if (!cut || cut.first > last) break;
      if (cut.first > from) result.push({ first: from, last: cut.first - 1n });
      from = cut.last + 1n;
    }
    if (from <= last) result.push({ first: from, last });
  }
  return result;
}

/** The addresses that both lists have. */
export function common(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  return without(left, without(left, right));
}

/** The fewest networks in CIDR notation that hold exactly these addresses. */
export function networksOf(intervals: readonly Interval[], family: Family): string[] {
  const bits = family === 4 ? 32 : 128;
  const networks: string[] = [];
  for (const { first, last } of merged(intervals)) {
    let from = first;
    while (from <= last) {
      let free = 0;
      // As wide as the start is aligned, and no wider than what is left.
      while (free < bits && (from >> BigInt(free)) % 2n === 0n && from + (1n << BigInt(free + 1)) - 1n <= last) free += 1;
      networks.push(`${addressText(from, family)}/${bits - free}`);
      from += 1n << BigInt(free);
    }
  }
  return networks;
}

/** An address in its usual text (RFC 5952 for IPv6). */
export function addressText(address: bigint, family: Family): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, at) => ((address >> BigInt((7 - at) * 16)) & 0xffffn).toString(16));
  const { start, length } = longestZeros(groups);
  if (length < 2) return groups.join(":");
  return `${groups.slice(0, start).join(":")}::${groups.slice(start + length).join(":")}`;
}

function longestZeros(groups: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = -1;
  for (const [at, group] of groups.entries()) {
    if (group !== "0") start = -1;
    else {
      if (start < 0) start = at;
      if (at - start + 1 > best.length) best = { start, length: at - start + 1 };
    }
  }
  return best;
}
