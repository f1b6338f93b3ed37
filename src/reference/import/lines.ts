const lineFeed = 0x0a;
const carriageReturn = "\r";
const byteOrderMark = "\uFEFF";

/** Longer than any line of a format that beholden reads. */
export const maxLineBytes = 4 * 1024 * 1024;

/**
 * Calls `visit` with every line of UTF-8 text, without its line end (LF or CRLF), and its number from 1; a byte order mark is taken
 * off, and empty lines are visited too. A line of more than `maxBytes` bytes is told to `tooLong` and skipped, in memory that does
 * not grow with it. What is no UTF-8 becomes U+FFFD. Give what you keep of a line a copy of its own: a part of the text holds all of it.
 */
export async function forEachLine(
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
  visit: (text: string, line: number) => void,
  tooLong: (line: number) => void = () => {},
): Promise<void> {
  const lines = new LineSplitter(maxBytes, visit, tooLong);
  for await (const piece of bytes) lines.write(piece);
  lines.end();
}

/** Decoded at once: a longer text would be no object of V8's young heap, and the system would map and clear memory for each. */
const decodedBytes = 48 * 1024;

/** Splits pieces of bytes into lines: many are decoded with one call, up to a line end. */
class LineSplitter {
  private line = 0;
  private rest: Uint8Array[] = [];
  private restBytes = 0;
  /** Inside a line that is too long and was told already. */
  private skipping = false;
  private readonly maxBytes: number;
  private readonly visit: (text: string, line: number) => void;
  private readonly tooLong: (line: number) => void;

  constructor(maxBytes: number, visit: (text: string, line: number) => void, tooLong: (line: number) => void) {
    this.maxBytes = maxBytes;
    this.visit = visit;
    this.tooLong = tooLong;
  }

  write(piece: Uint8Array): void {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    let start = 0;
    if (this.skipping || this.restBytes > 0) {
      const end = bytes.indexOf(lineFeed);
      this.keep(end < 0 ? bytes : bytes.subarray(0, end));
      if (end < 0) return;
      this.finishLine();
      start = end + 1;
    }
    // A line feed is never part of another character in UTF-8, so what stands before one is whole.
    const last = bytes.lastIndexOf(lineFeed);
    while (start <= last) {
      const within = bytes.lastIndexOf(lineFeed, Math.min(last, start + decodedBytes));
      const end = within >= start ? within : bytes.indexOf(lineFeed, start);
      this.visitAll(bytes.toString("utf8", start, end));
      start = end + 1;
    }
    if (start < bytes.length) this.keep(bytes.subarray(start));
  }

  end(): void {
    if (this.skipping || this.restBytes > 0) this.finishLine();
  }

  private keep(bytes: Buffer): void {
    if (this.skipping) return;
    if (this.restBytes + bytes.length > this.maxBytes + 1) {
      this.skipping = true;
      this.rest = [];
      this.restBytes = 0;
      return;
    }
    // A copy, since whoever gives the pieces may fill the same memory again.
    this.rest.push(Buffer.from(bytes));
    this.restBytes += bytes.length;
  }

  private finishLine(): void {
    if (this.skipping) {
      this.line += 1;
      this.tooLong(this.line);
    } else {
      this.visitLine(Buffer.concat(this.rest, this.restBytes).toString("utf8"));
    }
    this.skipping = false;
    this.rest = [];
    this.restBytes = 0;
  }

  private visitAll(text: string): void {
    for (let at = 0; ; ) {
      const end = text.indexOf("\n", at);
      this.visitLine(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return;
      at = end + 1;
    }
  }

  private visitLine(raw: string): void {
    this.line += 1;
    let text = raw.endsWith(carriageReturn) ? raw.slice(0, -1) : raw;
    if (this.line === 1 && text.startsWith(byteOrderMark)) text = text.slice(1);
    if (this.isTooLong(text)) this.tooLong(this.line);
    else this.visit(text, this.line);
  }

  /** A character takes three bytes at most (a pair of surrogates four): the exact count is needed only near the limit. */
  private isTooLong(text: string): boolean {
    return text.length * 3 > this.maxBytes && Buffer.byteLength(text) > this.maxBytes;
  }
}
