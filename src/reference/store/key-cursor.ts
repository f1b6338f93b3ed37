import { compareRows } from "./hash-rows.js";
import type { Store } from "./store.js";

const BLOCK_ROWS = 2 ** 16;

/** Walks over rows of hash and party in order of hash: those of a store block by block, or those given. */
export class KeyCursor {
  /** Added to the number of each party. */
  readonly base: number;
  rows: Uint32Array;
  at = 0;
  private readonly refill: () => Uint32Array;

  constructor(base: number, refill: () => Uint32Array) {
    this.base = base;
    this.refill = refill;
    this.rows = refill();
  }

  get ended(): boolean {
    return this.rows.length === 0;
  }

  next(): void {
    this.at += 4;
    if (this.at < this.rows.length) return;
    this.rows = this.refill();
    this.at = 0;
  }

  compare(other: KeyCursor): number {
    return compareRows(this.rows, this.at, other.rows, other.at, 3);
  }
}

/** A cursor over the keys of a store. Throws `StoreError` where the file is torn. */
export function storeCursor(store: Store, base: number): KeyCursor {
  const { parties } = store.manifest;
  const keys = store.file("keys.rows");
  let row = 0;
  const refill = () => {
    const rows = Math.min(BLOCK_ROWS, keys.size / 16 - row);
    const block = keys.readNumbers(row * 4, rows * 4);
    row += rows;
    for (let at = 3; at < block.length; at += 4) {
      if ((block[at] ?? 0) >= parties) throw keys.torn(`a key is of party ${block[at]} of ${parties}`);
    }
    return block;
  };
  return new KeyCursor(base, refill);
}
