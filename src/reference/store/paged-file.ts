import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "./layout.js";

const PAGE = 8192;
const PAGES = 128;

/** A file that is read at places, a page at a time, with the pages last read kept: at most 1 MiB. Opened on the first read. */
export class PagedFile {
  readonly size: number;
  private readonly folder: string;
  private readonly name: string;
  private file: number | undefined;
  private readonly pages: (Buffer | undefined)[] = [];
  private readonly numbers = new Float64Array(PAGES).fill(-1);

  constructor(folder: string, name: string, size: number) {
    this.folder = folder;
    this.name = name;
    this.size = size;
  }

  /** Bytes at an offset; they are good until the next read. Throws where the file does not reach so far. */
  read(offset: number, length: number): Buffer {
    if (offset + length > this.size) throw this.torn(`${this.name} ends before byte ${offset + length}`);
    const first = Math.floor(offset / PAGE);
    const start = offset - first * PAGE;
    if (start + length <= PAGE) return this.page(first).subarray(start, start + length);
    return this.readAt(offset, length);
  }

  /** A number of 32 bits by its index; 0 where the whole file is empty, which stands for a column of noughts. */
  u32(index: number): number {
    if (this.size === 0) return 0;
    return this.read(index * 4, 4).readUInt32LE(0);
  }

  u16(index: number): number {
    return this.size === 0 ? 0 : this.read(index * 2, 2).readUInt16LE(0);
  }

  u8(index: number): number {
    return this.size === 0 ? 0 : (this.read(index, 1)[0] ?? 0);
  }

  /** From where to where the rows of a group lie. */
  range(group: number, rows: number): [from: number, until: number] {
    const from = this.u32(group);
    const until = this.u32(group + 1);
    if (from > until || until > rows) throw this.torn(`${this.name} says that rows ${from} to ${until} of ${rows} belong together`);
    return [from, until];
  }

  /** The text that a row of places names, in another file; undefined where the place is empty. */
  textIn(texts: PagedFile, row: number): string | undefined {
    if (this.size === 0) return undefined;
    const place = this.read(row * 8, 8);
    const high = place.readUInt32LE(4);
    const offset = place.readUInt32LE(0) + (high & 0xff) * 2 ** 32;
    const length = high >>> 8;
    return length === 0 ? undefined : texts.read(offset, length).toString("utf8");
  }

  torn(what: string, cause?: unknown): StoreError {
    return new StoreError(this.folder, what, cause);
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    this.pages.length = 0;
    this.numbers.fill(-1);
  }

  private page(number: number): Buffer {
    const slot = number % PAGES;
    const kept = this.pages[slot];
    if (kept && this.numbers[slot] === number) return kept;
    const page = this.readAt(number * PAGE, Math.min(PAGE, this.size - number * PAGE));
    this.pages[slot] = page;
    this.numbers[slot] = number;
    return page;
  }

  private readAt(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafeSlow(length);
    for (let at = 0; at < length; ) {
      const read = readSync(this.opened(), bytes, at, length - at, offset + at);
      if (read === 0) throw this.torn(`${this.name} ends at byte ${offset + at}`);
      at += read;
    }
    return bytes;
  }

  private opened(): number {
    try {
      this.file ??= openSync(join(this.folder, this.name), "r");
      return this.file;
    } catch (cause) {
      throw this.torn(`${this.name} cannot be opened`, cause);
    }
  }
}
