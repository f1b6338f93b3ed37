import { closeSync, openSync, writeSync } from "node:fs";
import { LONGEST_TEXT } from "./layout.js";

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** A column of numbers that is written in blocks. */
export class ColumnWriter {
  rows = 0;
  private readonly file: number;
  private readonly block: Column;
  private used = 0;

  constructor(path: string, block: Column) {
    this.file = openSync(path, "w");
    this.block = block;
  }

  push(value: number): void {
    if (this.used === this.block.length) this.flush();
    this.block[this.used++] = value;
    this.rows++;
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    writeAll(this.file, bytesOf(this.block.subarray(0, this.used)));
    this.used = 0;
  }
}

/** Texts one after the other, a line each, with the place of each in a column of its own. */
export class TextWriter {
  private readonly file: number;
  private readonly places: ColumnWriter;
  private readonly block = Buffer.allocUnsafe(2 ** 20);
  private used = 0;
  private offset = 0;

  constructor(path: string, places: string) {
    this.file = openSync(path, "w");
    this.places = new ColumnWriter(places, new Uint32Array(2 ** 14));
  }

  /** Throws where the text is longer than 16 MiB. */
  append(text: string): void {
    // A UTF-16 unit takes at most three bytes; one more for the end of the line.
    const most = text.length * 3 + 1;
    if (most > this.block.length) {
      this.appendLong(text);
      return;
    }
    if (most > this.block.length - this.used) this.flush();
    const length = this.block.write(text, this.used);
    this.used += length;
    this.block[this.used++] = 10;
    this.place(length);
  }

  /** No text here: the place of this row is empty. */
  skip(): void {
    this.places.push(0);
    this.places.push(0);
  }

  close(): void {
    this.flush();
    closeSync(this.file);
    this.places.close();
  }

  private appendLong(text: string): void {
    const bytes = Buffer.from(`${text}\n`);
    const length = bytes.length - 1;
    if (length > LONGEST_TEXT) throw new Error(`a record of ${length} bytes is too long to be kept; at most ${LONGEST_TEXT} are`);
    this.flush();
    writeAll(this.file, bytes);
    this.place(length);
  }

  private place(length: number): void {
    this.places.push(this.offset >>> 0);
    this.places.push((Math.floor(this.offset / 2 ** 32) | (length << 8)) >>> 0);
    this.offset += length + 1;
  }

  private flush(): void {
    writeAll(this.file, this.block.subarray(0, this.used));
    this.used = 0;
  }
}

/** The bytes of a column, without copying. */
export function bytesOf(column: Column): Buffer {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength);
}

/** Writes a whole column as a file; one of noughts as an empty file. */
export function writeColumn(path: string, column: Column): void {
  const file = openSync(path, "w");
  try {
    if (column.some((value) => value !== 0)) writeAll(file, bytesOf(column));
  } finally {
    closeSync(file);
  }
}

export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, Math.min(bytes.length - at, 2 ** 28));
}
