import type { CandidateKeys } from "./candidate-keys.js";

/** What a name shares with a query: how much of the query's keys, and whether anything was left out. */
export interface Candidates {
  names: number[];
  /** Names that shared as much as the last ones taken and more, and were left out all the same. */
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

/** Names compared for one query at most, unless more share equally much. */
const mostCandidates = 100;
const mostAtTheBar = 150;
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
    let count = 0;
    let best = 0;
    for (const key of new Set(keys.leading)) {
      const list = this.lists.get(key);
      if (!list) continue;
      const weight = keyWeight(list.length);
      for (const name of list) {
        const before = shares[name] ?? 0;
        if (before === 0) touched[count++] = name;
        const share = before + weight;
        shares[name] = share;
        if (share > best) best = share;
      }
    }
    for (const key of keys.following) {
      const list = this.lists.get(key) ?? [];
      const weight = keyWeight(list.length);
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
    if (kept.length <= mostCandidates) return { names: kept, left: 0 };
    let bar = steps;
    let taken = histogram[bar] ?? 0;
    while (bar > 0 && taken < mostCandidates && taken + (histogram[bar - 1] ?? 0) <= mostAtTheBar) {
      bar -= 1;
      taken += histogram[bar] ?? 0;
    }
    const names = kept.filter((name) => stepOf(name) >= bar).slice(0, mostAtTheBar);
    return { names, left: kept.length - names.length };
  }
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
