import { createHash } from "node:crypto";
import { closeSync, constants, createReadStream, fstatSync, openSync, readSync } from "node:fs";
import { createGunzip, gunzipSync, constants as zlib } from "node:zlib";
import { Unreadable } from "./format.js";
import { headBytes, maxExpandedBytes, maxExpansionRatio, ratioJudgedAbove } from "./limits.js";

/** A file up to this size is read with one call when it is opened, and then not again. */
const smallBytes = 64 * 1024;

/** The bytes of one file on disk, hashed on their first way through, gzip opened on the way out. */
export class ByteSource {
  readonly size: number;
  readonly gzip: boolean;
  /** First 8 KiB, after gunzip. */
  readonly head: Buffer;
  private readonly absolute: string;
  private whole: Buffer | null;
  private digest: string | null = null;

  /** Opens the file and reads its beginning. Throws what the file system throws. */
  constructor(absolute: string) {
    this.absolute = absolute;
    const { size, start } = readStart(absolute);
    this.size = size;
    this.gzip = start.length > 2 && start[0] === 0x1f && start[1] === 0x8b;
    this.whole = start.length === size ? start : null;
    this.head = this.gzip ? gunzipStart(start) : start.subarray(0, headBytes);
  }

  /** The bytes in pieces, after gunzip, hashing what is on disk. A reader that stops early costs nothing more. */
  async *chunks(): AsyncGenerator<Buffer> {
    yield* this.gzip ? this.expanded() : this.raw();
  }

  /** SHA-256 of the file on disk, lower-case hex. Reads the file only where nobody has read it to its end yet. */
  async sha256(): Promise<string> {
    if (this.digest === null) for await (const _chunk of this.raw());
    return this.digest ?? "";
  }

  /** Lets the bytes go: many files wait for the rest of their folder. They are read again when needed. */
  release(): void {
    this.whole = null;
  }

  private async *raw(): AsyncGenerator<Buffer> {
    const hash = createHash("sha256");
    // One blocking call reads a small file ten times as fast as a stream does.
    const whole = this.whole ?? (this.size <= smallBytes ? readStart(this.absolute).start : null);
    const source: Iterable<Buffer> | AsyncIterable<Buffer> = whole
      ? [whole]
      : createReadStream(this.absolute, { fd: openFile(this.absolute), highWaterMark: 256 * 1024 });
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
    this.digest ??= hash.digest("hex");
  }

  private async *expanded(): AsyncGenerator<Buffer> {
    const gunzip = createGunzip({ chunkSize: 256 * 1024 });
    const source = this.raw();
    let written = 0;
    let expanded = 0;
    const feeding = feed(source, gunzip, (bytes) => {
      written += bytes;
    });
    try {
      for await (const chunk of gunzip) {
        expanded += (chunk as Buffer).length;
        if (isBomb(written, expanded)) throw bomb(written, expanded);
        yield chunk as Buffer;
      }
    } catch (error) {
      throw isZlibError(error) ? damaged(error) : error;
    } finally {
      gunzip.destroy();
      await feeding;
      await source.return(undefined);
    }
  }
}

/** O_NOFOLLOW: links were resolved before, and a file swapped for a link since then must not lead out of the folder. */
function openFile(absolute: string): number {
  return openSync(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
}

function readStart(absolute: string): { size: number; start: Buffer } {
  const file = openFile(absolute);
  try {
    const { size } = fstatSync(file);
    const start = Buffer.allocUnsafe(size <= smallBytes ? size : headBytes);
    let filled = 0;
    while (filled < start.length) {
      const read = readSync(file, start, filled, start.length - filled, filled);
      if (read === 0) break;
      filled += read;
    }
    return { size, start: start.subarray(0, filled) };
  } finally {
    closeSync(file);
  }
}

/** What the first compressed bytes hold; nothing where they are damaged, which reading will then say. */
function gunzipStart(start: Buffer): Buffer {
  try {
    return gunzipSync(start.subarray(0, headBytes), { finishFlush: zlib.Z_SYNC_FLUSH }).subarray(0, headBytes);
  } catch {
    return Buffer.alloc(0);
  }
}

async function feed(
  source: AsyncGenerator<Buffer>,
  sink: NodeJS.WritableStream & { destroyed: boolean; destroy(error?: Error): unknown },
  count: (bytes: number) => void,
): Promise<void> {
  try {
    for await (const chunk of source) {
      if (sink.destroyed) return;
      count(chunk.length);
      if (!sink.write(chunk)) await drained(sink);
    }
    if (!sink.destroyed) sink.end();
  } catch (error) {
    sink.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function drained(sink: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of ["drain", "close", "error"]) sink.off(event, done);
      resolve();
    };
    for (const event of ["drain", "close", "error"]) sink.on(event, done);
  });
}

function isBomb(compressed: number, expanded: number): boolean {
  return expanded > maxExpandedBytes || (expanded > ratioJudgedAbove && expanded > compressed * maxExpansionRatio);
}

function bomb(compressed: number, expanded: number): Unreadable {
  return new Unreadable({
    line: null,
    column: null,
    code: "gzip-expands-too-much",
    message: `${compressed} compressed bytes expand to more than ${expanded} bytes`,
    expected: `at most ${maxExpansionRatio} times the compressed size, and at most ${maxExpandedBytes} bytes`,
    action: "Check where the file comes from. If it is good, unpack it beside the original; what stood before this place was read.",
  });
}

function isZlibError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
}

function damaged(cause: Error & { code: string }): Unreadable {
  const truncated = cause.code === "Z_BUF_ERROR";
  return new Unreadable(
    {
      line: null,
      column: null,
      code: truncated ? "gzip-truncated" : "gzip-damaged",
      message: truncated ? "the gzip file ends too early" : `the gzip file is damaged: ${cause.message}`,
      expected: "a complete gzip file (RFC 1952)",
      action: "Fetch the file again; what stood before this place was read.",
    },
    { cause },
  );
}
