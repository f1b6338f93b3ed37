import type { ImportInput } from "./format.js";
import { headBytes } from "./limits.js";
import type { UnpackedFile } from "./unpack.js";

/** Reads the beginning of a file, and gives it again in front of the rest. */
export async function withHead({ name, bytes }: UnpackedFile): Promise<ImportInput> {
  const start: Uint8Array[] = [];
  let length = 0;
  while (length < headBytes) {
    const { value, done } = await bytes.next();
    if (done) break;
    // A copy, since a piece is good only until the next one.
    start.push(Buffer.from(value));
    length += value.length;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* start.splice(0);
    yield* bytes;
  }
  return { name, text: decode(Buffer.concat(start).subarray(0, headBytes)), bytes: whole };
}

/** UTF-8, or UTF-16 where a byte order mark says so; a character cut in two at the end is left out. */
function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}
