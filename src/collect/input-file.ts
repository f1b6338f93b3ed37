import { isUtf8 } from "node:buffer";
import type { Problem } from "../model/index.js";
import { ByteSource } from "./byte-source.js";
import { type InputFile, type LineBlock, Unreadable } from "./format.js";
import { maxLineBytes, maxTextBytes } from "./limits.js";

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

const lineFeed = 0x0a;

/** A file on disk as formats see it, and what the collector needs besides. */
export class FileOnDisk implements InputFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly head: string;
  /** No text by its first 8 KiB: it holds NUL bytes and no byte order mark of UTF-16. */
  readonly isBinary: boolean;
  private readonly bytes: ByteSource;
  private readonly encoding: Encoding;
  private readonly report: (problem: Omit<Problem, "path">) => void;
  private badBytesReported = false;

  /** Opens the file. `report` is told of bytes that are no text and of lines that are skipped. Throws what the file system throws. */
  constructor(path: string, absolute: string, report: (problem: Omit<Problem, "path">) => void) {
    this.path = path;
    this.name = path.slice(path.lastIndexOf("/") + 1).replace(/\.gz$/, "");
    this.bytes = new ByteSource(absolute);
    this.size = this.bytes.size;
    this.report = report;
    this.encoding = encodingOf(this.bytes.head);
    this.isBinary = this.encoding === "utf-8" && this.bytes.head.includes(0);
    this.head = this.isBinary ? "" : new TextDecoder(this.encoding).decode(this.bytes.head);
  }

  async text(): Promise<string> {
    if (!this.bytes.gzip && this.size > maxTextBytes) throw tooLarge(this.size);
    this.badBytesReported = false;
    const all = await this.allBytes();
    if (this.encoding !== "utf-8") return new TextDecoder(this.encoding).decode(all);
    this.checkUtf8(all, 1);
    return withoutMark(all).toString("utf8");
  }

  async *lines(): AsyncGenerator<{ number: number; text: string }> {
    for await (const block of this.blocks()) {
      const text = block.bytes.toString("utf8");
      let { number } = block;
      for (let start = 0; start < text.length; number += 1) {
        const end = text.indexOf("\n", start);
        yield { number, text: text.slice(start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end) };
        start = end + 1;
      }
    }
  }

  async *blocks(): AsyncGenerator<LineBlock> {
    this.badBytesReported = false;
    let carry: Buffer[] = [];
    let carried = 0;
    let number = 1;
    for await (const chunk of this.utf8Chunks()) {
      const last = chunk.lastIndexOf(lineFeed);
      if (last < 0) {
        // An overlong line is not kept, whatever its length.
        if (carried <= maxLineBytes) carry.push(chunk);
        carried += chunk.length;
        continue;
      }
      const whole = carry.length > 0 ? Buffer.concat([...carry, chunk.subarray(0, last + 1)]) : chunk.subarray(0, last + 1);
      yield* this.wholeLines(whole, number, carried);
      number += countOf(lineFeed, whole);
      carry = last + 1 < chunk.length ? [Buffer.from(chunk.subarray(last + 1))] : [];
      carried = chunk.length - last - 1;
    }
    if (carried > 0) yield* this.wholeLines(Buffer.concat([...carry, Buffer.from("\n")]), number, carried);
  }

  /** SHA-256 of the file on disk, lower-case hex. */
  sha256(): Promise<string> {
    return this.bytes.sha256();
  }

  /** Lets the bytes go that are held since opening. */
  release(): void {
    this.bytes.release();
  }

  private async *utf8Chunks(): AsyncGenerator<Buffer> {
    if (this.encoding === "utf-8") yield* this.bytes.chunks();
    else yield Buffer.from(await this.text());
  }

  /** Whole lines without those that are too long. `carried` counts bytes of the first line, which may be gone in part. */
  private *wholeLines(whole: Buffer, first: number, carried: number): Generator<LineBlock> {
    this.checkUtf8(whole, first);
    const bytes = first === 1 ? withoutMark(whole) : whole;
    if (carried <= maxLineBytes && bytes.length <= maxLineBytes) {
      if (bytes.length > 0) yield { number: first, bytes };
      return;
    }
    let number = first;
    let from = 0;
    let fromNumber = first;
    for (let start = 0; start < bytes.length; number += 1) {
      const end = bytes.indexOf(lineFeed, start);
      const length = number === first ? Math.max(carried, end - start) : end - start;
      if (length > maxLineBytes) {
        this.reportLongLine(number);
        if (start > from) yield { number: fromNumber, bytes: bytes.subarray(from, start) };
        from = end + 1;
        fromNumber = number + 1;
      }
      start = end + 1;
    }
    if (from < bytes.length) yield { number: fromNumber, bytes: bytes.subarray(from) };
  }

  private async allBytes(): Promise<Buffer> {
    // The size is known without gzip: filling one buffer takes half the memory of joining pieces.
    const target = this.bytes.gzip ? null : Buffer.allocUnsafe(this.size);
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const chunk of this.bytes.chunks()) {
      if (length + chunk.length > maxTextBytes) throw tooLarge(length + chunk.length);
      if (target && length + chunk.length <= target.length) chunk.copy(target, length);
      else pieces.push(chunk);
      length += chunk.length;
    }
    return target && pieces.length === 0 ? target.subarray(0, length) : Buffer.concat(target ? [target, ...pieces] : pieces);
  }

  private checkUtf8(bytes: Buffer, firstLine: number): void {
    if (this.badBytesReported || isUtf8(bytes)) return;
    this.badBytesReported = true;
    this.report({
      line: lineOfFirstBadByte(bytes, firstLine),
      column: null,
      severity: "warning",
      code: "text-not-utf8",
      message: "bytes that are no UTF-8 text stand here; they were read as the replacement character U+FFFD",
      expected: "UTF-8, or UTF-16 with a byte order mark",
      action: "Save the file as UTF-8.",
    });
  }

  private reportLongLine(line: number): void {
    this.report({
      line,
      column: null,
      severity: "error",
      code: "line-too-long",
      message: `the line is longer than ${maxLineBytes} bytes and was skipped`,
      expected: `lines of at most ${maxLineBytes} bytes`,
      action: "Check that the file is what its name says; the other lines were read.",
    });
  }
}

function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function countOf(byte: number, bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

/** Line by line, because a line feed is never part of a longer sequence. */
function lineOfFirstBadByte(bytes: Buffer, firstLine: number): number {
  let line = firstLine;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed < 0 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}

function tooLarge(bytes: number): Unreadable {
  return new Unreadable({
    line: null,
    column: null,
    code: "file-too-large",
    message: `the file holds ${bytes} bytes or more`,
    expected: `at most ${maxTextBytes} bytes for this format`,
    action: "Split the file, or review what it was made from.",
  });
}
