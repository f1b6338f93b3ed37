import { isUtf8 } from "node:buffer";

/** What the bytes 80 to 9F are in Windows-1252; what it leaves open stays a control character, as in the WHATWG encoding standard. */
const windows = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];

/**
 * UTF-8 from bytes that are UTF-8 in the main, as files of agencies are: each byte that is no part of it is taken as Windows-1252
 * (Latin-1 with its dashes and quotes), so that a name keeps its letter. Where pieces end does not matter.
 */
export async function* mendUtf8(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of bytes) {
    const whole = rest.length ? Buffer.concat([rest, piece]) : piece;
    const end = whole.length - openTail(whole);
    yield mended(whole.subarray(0, end));
    rest = Buffer.from(whole.subarray(end));
  }
  if (rest.length) yield mended(rest);
}

/** Windows-1252 quotes and dashes that somebody took for Latin-1 once, as U+0080 to U+009F, read as what they were. */
export function withoutControls(text: string): string {
  return /[\u0080-\u009f]/.test(text) ? text.replace(/[\u0080-\u009f]/g, (one) => windows[one.charCodeAt(0) - 0x80] ?? "") : text;
}

function mended(bytes: Uint8Array): Uint8Array {
  if (isUtf8(bytes)) return bytes;
  const parts: Uint8Array[] = [];
  let good = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length === 0) {
      parts.push(bytes.subarray(good, at), Buffer.from(windowsCharacter(bytes[at] ?? 0), "utf8"));
      good = at + 1;
    }
    at += length || 1;
  }
  return Buffer.concat([...parts, bytes.subarray(good)]);
}

function windowsCharacter(byte: number): string {
  return windows[byte - 0x80] ?? String.fromCharCode(byte);
}

/** How many bytes the character at a place takes; 0 where it is not UTF-8. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const length = announced(bytes[at] ?? 0);
  return length > 0 && isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length ? length : 0;
}

/** Length that a first byte announces; 0 for a byte that begins nothing. */
function announced(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
}

/** How many bytes at the end begin a character whose other bytes are still to come. */
function openTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (announced(byte) > back) return back;
    if (byte < 0x80 || byte >= 0xc0) return 0;
  }
  return 0;
}
