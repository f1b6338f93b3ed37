import { closeSync, openSync } from "node:fs";
import { writeAll } from "./column-file.js";
import { GatheredColumn } from "./gathered-column.js";
import { LONGEST_TEXT, placeHigh, placeLow } from "./place.js";

const lineEnd = Uint8Array.of(10);

/** Texts one after the other, a line each, written in blocks; the place of each is kept beside. */
export class TextWriter {
  private readonly file: number;
  private readonly places: GatheredColumn<Uint32Array>;
  private readonly block = Buffer.allocUnsafe(2 ** 20);
  private used = 0;
  private offset = 0;

  constructor(path: string) {
    this.file = openSync(path, "w");
    this.places = new GatheredColumn(`${path}.places`, Uint32Array);
  }

  /** Throws where the text is longer than 16 MiB. */
  append(text: string | Uint8Array): void {
    if (typeof text === "string") this.appendString(text);
    else this.appendBytes(text);
  }

  /** No text here: the place of this row is empty. */
  skip(): void {
    this.places.push(0);
    this.places.push(0);
  }

  /** Writes what is left, and gives the places: two numbers for each text. */
  finish(): Uint32Array {
    this.flush();
    closeSync(this.file);
    return this.places.take();
  }

  private appendString(text: string): void {
    // A UTF-16 unit takes at most three bytes; one more for the end of the line.
    const most = text.length * 3 + 1;
    if (most > this.block.length) {
      this.appendLong(Buffer.from(text));
      return;
    }
    if (most > this.block.length - this.used) this.flush();
    this.close(this.block.write(text, this.used));
  }

  private appendBytes(bytes: Uint8Array): void {
    if (bytes.length + 1 > this.block.length) {
      this.appendLong(bytes);
      return;
    }
    if (bytes.length + 1 > this.block.length - this.used) this.flush();
    this.block.set(bytes, this.used);
    this.close(bytes.length);
  }

  private appendLong(bytes: Uint8Array): void {
    const { length } = bytes;
    if (length > LONGEST_TEXT) throw new Error(`a record of ${length} bytes is too long to be kept; at most ${LONGEST_TEXT} are`);
    this.flush();
    writeAll(this.file, bytes);
    writeAll(this.file, lineEnd);
    this.place(length);
  }

  /** Ends a text of so many bytes that was just put into the block. */
  private close(length: number): void {
    this.used += length;
    this.block[this.used++] = 10;
    this.place(length);
  }

  private place(length: number): void {
    this.places.push(placeLow(this.offset));
    this.places.push(placeHigh(this.offset, length));
    this.offset += length + 1;
  }

  private flush(): void {
    writeAll(this.file, this.block.subarray(0, this.used));
    this.used = 0;
  }
}
