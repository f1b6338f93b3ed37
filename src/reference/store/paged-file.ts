import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "./layout.js";
import { placeLength, placeOffset } from "./place.js";

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
    const start = offset % PAGE;
    if (start + length > PAGE) return this.readLong(offset, length);
    const page = this.pageAt(offset, length);
    return page.subarray(start, start + length);
  }

  /** A number of 32 bits by its index; 0 where the whole file is empty, which stands for a column of noughts. */
  u32(index: number): number {
    return this.size === 0 ? 0 : this.pageAt(index * 4, 4).readUInt32LE((index * 4) % PAGE);
  }

  u16(index: number): number {
    return this.size === 0 ? 0 : this.pageAt(index * 2, 2).readUInt16LE((index * 2) % PAGE);
  }

  u8(index: number): number {
    return this.size === 0 ? 0 : this.pageAt(index, 1).readUInt8(index % PAGE);
  }

  /** A run of numbers of 32 bits, past the pages that are kept. */
  readNumbers(index: number, count: number): Uint32Array {
    const bytes = this.readLong(index * 4, count * 4);
    return new Uint32Array(bytes.buffer, bytes.byteOffset, count);
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
    const low = this.u32(row * 2);
    const high = this.u32(row * 2 + 1);
    const length = placeLength(high);
    return length === 0 ? undefined : texts.text(placeOffset(low, high), length);
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

  private text(offset: number, length: number): string {
    const start = offset % PAGE;
    if (start + length > PAGE) return this.readLong(offset, length).toString("utf8");
    return this.pageAt(offset, length).toString("utf8", start, start + length);
  }

  /** The page that bytes lie in, all of them. */
  private pageAt(offset: number, length: number): Buffer {
    if (offset + length > this.size) throw this.torn(`${this.name} ends before byte ${offset + length}`);
    const number = Math.floor(offset / PAGE);
    const slot = number % PAGES;
    const kept = this.pages[slot];
    if (kept && this.numbers[slot] === number) return kept;
    const page = kept ?? Buffer.allocUnsafeSlow(PAGE);
    this.pages[slot] = page;
    // Until it is filled the slot holds no page.
    this.numbers[slot] = -1;
    this.fill(page, number * PAGE, Math.min(PAGE, this.size - number * PAGE));
    this.numbers[slot] = number;
    return page;
  }

  private readLong(offset: number, length: number): Buffer {
    if (offset + length > this.size) throw this.torn(`${this.name} ends before byte ${offset + length}`);
    const bytes = Buffer.allocUnsafeSlow(length);
    this.fill(bytes, offset, length);
    return bytes;
  }

  private fill(bytes: Buffer, offset: number, length: number): void {
    for (let at = 0; at < length; ) {
      const read = readSync(this.opened(), bytes, at, length - at, offset + at);
      if (read === 0) throw this.torn(`${this.name} ends at byte ${offset + at}`);
      at += read;
    }
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
