import type { CandidateKeys } from "./candidate-keys.js";

/** What a name shares with a query: how much of the query's keys, and whether anything was left out. */
export interface Candidates {
  /** In ascending order. */
  names: number[];
  /** Names that share enough, but no more than the last ones taken, and were left out. */
  left: number;
}

/** Which names have which keys. */
export interface Postings {
  /**
   * The names that share most with a query, by its keys: a key that few names have counts for more. Names that share less than a
   * fraction of what the best one shares are no candidates.
   */
  candidates(keys: CandidateKeys, accepts: (name: number) => boolean): Candidates;
  /** Names that have every one of the keys. */
  together(keys: readonly string[]): number[];
}

/** Names compared for one query at most, unless more share equally much: then up to the next figure, or up to the last where these share most. */
const mostCandidates = 100;
const mostAtTheBar = 150;
const mostEqual = 400;
const leastShare = 0.3;
const steps = 256;

export class PostingsBuilder {
  private readonly lists = new Map<string, number[]>();

  /** Names must come in the order of their numbers. */
  add(key: string, name: number): void {
    const list = this.lists.get(key);
    if (list) list.push(name);
    else this.lists.set(key, [name]);
  }

  build(names: number): Postings {
    const lists = new Map([...this.lists].map(([key, list]) => [key, Int32Array.from(list)]));
    this.lists.clear();
    return new KeptPostings(lists, names);
  }
}

class KeptPostings implements Postings {
  private readonly lists: ReadonlyMap<string, Int32Array>;
  private readonly shares: Float32Array;
  private readonly touched: Int32Array;

  constructor(lists: ReadonlyMap<string, Int32Array>, names: number) {
    this.lists = lists;
    this.shares = new Float32Array(names);
    this.touched = new Int32Array(names);
  }

  candidates(keys: CandidateKeys, accepts: (name: number) => boolean): Candidates {
    const { shares, touched } = this;
    const leading = this.rarestFirst(keys.leading);
    const following = this.rarestFirst(keys.following);
    let rest = weightOf(leading) + weightOf(following);
    let count = 0;
    let best = 0;
    for (const { list, weight } of leading) {
      // A name that none of the rarer keys has led to cannot share enough any more.
      const late = rest < best * leastShare;
      rest -= weight;
      for (const name of list) {
        const before = shares[name] ?? 0;
        if (before === 0) {
          if (late) continue;
          touched[count++] = name;
        }
        const share = before + weight;
        shares[name] = share;
        if (share > best) best = share;
      }
    }
    for (const { list, weight } of following) {
      for (const name of list) {
        const before = shares[name] ?? 0;
        if (before === 0) continue;
        shares[name] = before + weight;
        if (before + weight > best) best = before + weight;
      }
    }
    const found = this.most(count, best, accepts);
    for (let at = 0; at < count; at += 1) shares[touched[at] ?? 0] = 0;
    return found;
  }

  private rarestFirst(keys: readonly string[]): { list: Int32Array; weight: number }[] {
    const found: { list: Int32Array; weight: number }[] = [];
    for (const key of new Set(keys)) {
      const list = this.lists.get(key);
      if (list) found.push({ list, weight: keyWeight(list.length) });
    }
    return found.sort((one, other) => one.list.length - other.list.length);
  }

  together(keys: readonly string[]): number[] {
    const lists = [...new Set(keys)]
      .map((key) => this.lists.get(key) ?? new Int32Array())
      .sort((left, right) => left.length - right.length);
    const [first, ...others] = lists;
    if (!first) return [];
    return [...first].filter((name) => others.every((list) => holds(list, name)));
  }

  /** Takes whole steps from the top down, so that which names are taken does not depend on their order. */
  private most(count: number, best: number, accepts: (name: number) => boolean): Candidates {
    const { shares, touched } = this;
    const histogram = new Int32Array(steps + 1);
    const least = best * leastShare;
    const stepOf = (name: number) => Math.floor(((shares[name] ?? 0) / best) * steps);
    const kept: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const name = touched[at] ?? 0;
      if ((shares[name] ?? 0) < least || !accepts(name)) continue;
      kept.push(name);
      const step = stepOf(name);
      histogram[step] = (histogram[step] ?? 0) + 1;
    }
    if (kept.length <= mostCandidates) return { names: kept.sort(ascending), left: 0 };
    let bar = steps;
    while (histogram[bar] === 0) bar -= 1;
    let taken = histogram[bar] ?? 0;
    while (bar > 0 && taken < mostCandidates && taken + (histogram[bar - 1] ?? 0) <= mostAtTheBar) {
      bar -= 1;
      taken += histogram[bar] ?? 0;
    }
    const names = kept
      .filter((name) => stepOf(name) >= bar)
      .sort(ascending)
      .slice(0, mostEqual);
    return { names, left: kept.length - names.length };
  }
}

function weightOf(lists: readonly { weight: number }[]): number {
  return lists.reduce((sum, { weight }) => sum + weight, 0);
}

function ascending(left: number, right: number): number {
  return left - right;
}

/** Depends on nothing but how many names have the key: a name without it changes nothing. */
function keyWeight(names: number): number {
  return Math.max(1, 17 - Math.log2(names));
}

function holds(list: Int32Array, name: number): boolean {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = list[middle] ?? 0;
    if (value === name) return true;
    if (value < name) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
