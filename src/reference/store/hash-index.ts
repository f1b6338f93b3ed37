import type { PagedFile } from "./paged-file.js";

const ROW = 16;

/** Finds parties by the hash of a key. What shares a hash with it is found too: the caller compares the keys themselves. */
export class HashIndex {
  private readonly rows: PagedFile;
  private readonly starts: PagedFile;
  private readonly shift: number;

  constructor(rows: PagedFile, starts: PagedFile) {
    this.rows = rows;
    this.starts = starts;
    this.shift = 32 - Math.log2(Math.max(2, starts.size / 4 - 1));
    if (!Number.isInteger(this.shift) || rows.size % ROW !== 0) throw starts.torn("a table of keys has an impossible size");
  }

  find(hash: Uint32Array): number[] {
    if (this.rows.size === 0) return [];
    const [from, until] = this.starts.range((hash[0] ?? 0) >>> this.shift, this.rows.size / ROW);
    if (from === until) return [];
    const bytes = this.rows.read(from * ROW, (until - from) * ROW);
    const found: number[] = [];
    for (let at = 0; at < bytes.length; at += ROW) {
      const equal = bytes.readUInt32LE(at) === hash[0] && bytes.readUInt32LE(at + 4) === hash[1] && bytes.readUInt32LE(at + 8) === hash[2];
      if (equal) found.push(bytes.readUInt32LE(at + 12));
    }
    return found;
  }
}
