import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { bytesOf } from "./column-file.js";
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

/** A cursor over the keys of a store, and what closes its file. */
export function storeCursor(store: Store, base: number): { cursor: KeyCursor; close: () => void } {
  const file = openSync(join(store.folder, "keys.rows"), "r");
  let offset = 0;
  const refill = () => {
    const block = new Uint32Array(BLOCK_ROWS * 4);
    const read = readSync(file, bytesOf(block), 0, block.byteLength, offset);
    offset += read;
    return block.subarray(0, Math.floor(read / 16) * 4);
  };
  return { cursor: new KeyCursor(base, refill), close: () => closeSync(file) };
}
