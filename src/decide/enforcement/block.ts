import type { EnforcementPlan } from "../../model/index.js";
import { parseAddress } from "./address.js";
import { rangeOf } from "./prefixes.js";

/** What of a plan a name or an address meets. */
export interface Block {
  /** The suffix that cuts a name off: the entry of the plan; undefined where none does, or an exception lets it pass. */
  nameRule(name: string): string | undefined;
  /** The prefix that cuts an address off. */
  addressRule(address: string): string | undefined;
}

/** A plan made ready for questions: a name takes a look for each of its labels, an address a binary search. */
export function blockOf({ names, prefixes }: Pick<EnforcementPlan, "names" | "prefixes">): Block {
  const suffixes = new Map(names.map((one) => [one.suffix, one.except]));
  const ranges = { 4: rangesOf(prefixes, 4), 6: rangesOf(prefixes, 6) };
  return {
    nameRule(name) {
      const above = suffixesOf(name);
      const suffix = above.find((one) => suffixes.has(one));
      if (suffix === undefined) return undefined;
      const except = suffixes.get(suffix) ?? [];
      return except.some((open) => above.includes(open)) ? undefined : suffix;
    },
    addressRule(address) {
      const parsed = parseAddress(address);
      if (!parsed) return undefined;
      const found = holding(ranges[parsed.family], parsed.value);
      return found?.prefix;
    },
  };
}

/** A name and every suffix of it, the longest first. */
export function suffixesOf(name: string): string[] {
  const suffixes = [name];
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) suffixes.push(name.slice(dot + 1));
  return suffixes;
}

interface Ranged {
  first: bigint;
  last: bigint;
  prefix: string;
}

/** In ascending order; of prefixes that hold one another the widest alone, so that a binary search meets it. */
function rangesOf(prefixes: EnforcementPlan["prefixes"], family: 4 | 6): Ranged[] {
  const all = prefixes.flatMap(({ prefix }): Ranged[] => {
    const range = rangeOf(prefix);
    return range?.family === family ? [{ first: range.first, last: range.last, prefix }] : [];
  });
  all.sort((left, right) => (left.first !== right.first ? (left.first < right.first ? -1 : 1) : left.last > right.last ? -1 : 1));
  const widest: Ranged[] = [];
  for (const one of all) if (one.last > (widest.at(-1)?.last ?? -1n)) widest.push(one);
  return widest;
}

function holding(ranges: readonly Ranged[], address: bigint): Ranged | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((ranges[middle]?.first ?? 0n) <= address) low = middle;
    else high = middle - 1;
  }
  const found = ranges[low];
  return found && found.first <= address && address <= found.last ? found : undefined;
}
