import type { Member } from "./clusters.js";
import { hashKey } from "./hash.js";
import { sortedRows } from "./hash-rows.js";
import { KeyCursor, storeCursor } from "./key-cursor.js";
import type { Store } from "./store.js";

/**
 * Numbers for the parties of all sources at once, from 0: parties that share a key have the same one. The store with the most parties
 * comes first, so that its own order is kept. Two sorted tables of keys meet where a hash of 96 bits is the same.
 */
export class Numbering {
  readonly partyCount: number;
  private readonly stores: readonly Store[];
  private readonly builtInIds: string[];
  private readonly builtInNumbers: ReadonlyMap<string, number>;
  private readonly bases: number[];
  private readonly builtInBase: number;
  private readonly numbers: Int32Array;
  /** By number, one of the parties that have it, counted over all sources. */
  private readonly first: Int32Array;
  /** By number: 1 where several parties have it. */
  private readonly shared: Uint8Array;

  constructor(builtInKeys: ReadonlyMap<string, readonly string[]>, stores: readonly Store[]) {
    this.stores = stores;
    this.builtInIds = [...builtInKeys.keys()];
    this.builtInNumbers = new Map(this.builtInIds.map((id, number) => [id, number]));
    this.bases = basesOf(stores);
    this.builtInBase = stores.reduce((sum, { manifest }) => sum + manifest.parties, 0);
    const parents = new Int32Array(this.builtInBase + this.builtInIds.length);
    for (let party = 0; party < parents.length; party++) parents[party] = party;
    this.unite(parents, builtInKeys);
    this.numbers = new Int32Array(parents.length);
    let count = 0;
    for (let party = 0; party < parents.length; party++) {
      const root = rootOf(parents, party);
      // A root is the lowest of its set, so it has its number already.
      this.numbers[party] = root === party ? count++ : (this.numbers[root] ?? 0);
    }
    this.partyCount = count;
    this.first = new Int32Array(count).fill(-1);
    this.shared = new Uint8Array(count);
    for (let party = 0; party < parents.length; party++) {
      const number = this.numbers[party] ?? 0;
      if (this.first[number] === -1) this.first[number] = party;
      else this.shared[number] = 1;
    }
  }

  /** The numbers of a store's parties, by their number in it. */
  ofStore(store: number): Int32Array {
    const base = this.bases[store] ?? 0;
    return this.numbers.subarray(base, base + (this.stores[store]?.manifest.parties ?? 0));
  }

  ofBuiltIn(id: string): number | undefined {
    const number = this.builtInNumbers.get(id);
    return number === undefined ? undefined : this.numbers[this.builtInBase + number];
  }

  /** An id of a numbered party, as one of its sources has it. */
  idOf(number: number): string {
    const member = this.memberOf(number);
    if (member) return this.stores[member.store]?.idOf(member.party) ?? "";
    return this.builtInIds[(this.first[number] ?? -1) - this.builtInBase] ?? "";
  }

  /** The party that has a number alone; undefined where several have it, or the built-in catalogue. */
  soleMemberOf(number: number): Member | undefined {
    return this.shared[number] === 1 ? undefined : this.memberOf(number);
  }

  private memberOf(number: number): Member | undefined {
    const party = this.first[number] ?? -1;
    const store = this.bases.findIndex((base, index) => party >= base && party < base + (this.stores[index]?.manifest.parties ?? 0));
    return store < 0 ? undefined : { store, party: party - (this.bases[store] ?? 0) };
  }

  /** Goes through all keys in order of hash, and joins the parties of equal ones. */
  private unite(parents: Int32Array, builtInKeys: ReadonlyMap<string, readonly string[]>): void {
    const cursors = this.stores.map((store, index) => storeCursor(store, this.bases[index] ?? 0));
    let rows = builtInRows([...builtInKeys.values()], this.stores[0]?.hashKey ?? hashKey);
    const rowsOnce = () => {
      const all = rows;
      rows = new Uint32Array();
      return all;
    };
    uniteEqual(parents, [...cursors, new KeyCursor(this.builtInBase, rowsOnce)]);
  }
}

/** Where the parties of each store begin, the store with the most first. */
function basesOf(stores: readonly Store[]): number[] {
  const bases: number[] = Array(stores.length).fill(0);
  const bySize = stores.map((store, index) => ({ index, count: store.manifest.parties })).sort((left, right) => right.count - left.count);
  let base = 0;
  for (const { index, count } of bySize) {
    bases[index] = base;
    base += count;
  }
  return bases;
}

function builtInRows(keys: readonly (readonly string[])[], hashKeyOf: typeof hashKey): Uint32Array {
  const hash = new Uint32Array(3);
  const rows = keys.flatMap((ofParty, party) =>
    ofParty.flatMap((key) => {
      hashKeyOf(key, hash);
      return [...hash, party];
    }),
  );
  return sortedRows(Uint32Array.from(rows), 0, 8);
}

function uniteEqual(parents: Int32Array, cursors: readonly KeyCursor[]): void {
  const last = new Uint32Array(3);
  let lastParty = -1;
  let open = cursors.filter(({ ended }) => !ended);
  while (open.length > 0) {
    const lowest = open.reduce((least, cursor) => (cursor.compare(least) < 0 ? cursor : least));
    // As long as its hash stays below all others it goes on alone.
    const limit = open.reduce((least, cursor) => (cursor === lowest ? least : Math.min(least, cursor.rows[cursor.at] ?? 0)), 2 ** 32);
    do {
      const { rows, at, base } = lowest;
      const party = base + (rows[at + 3] ?? 0);
      const same = lastParty >= 0 && rows[at] === last[0] && rows[at + 1] === last[1] && rows[at + 2] === last[2];
      if (same) unite(parents, lastParty, party);
      last[0] = rows[at] ?? 0;
      last[1] = rows[at + 1] ?? 0;
      last[2] = rows[at + 2] ?? 0;
      lastParty = party;
      lowest.next();
    } while (!lowest.ended && (lowest.rows[lowest.at] ?? 0) < limit);
    if (lowest.ended) open = open.filter(({ ended }) => !ended);
  }
}

function unite(parents: Int32Array, left: number, right: number): void {
  const leftRoot = rootOf(parents, left);
  const rightRoot = rootOf(parents, right);
  if (leftRoot < rightRoot) parents[rightRoot] = leftRoot;
  else parents[leftRoot] = rightRoot;
}

function rootOf(parents: Int32Array, party: number): number {
  let at = party;
  for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
    const grandparent = parents[parent] ?? parent;
    parents[at] = grandparent;
    at = grandparent;
  }
  return at;
}
