/**
 * Where a text lies in its file, as two numbers of 32 bits: the lower 32 bits of the offset, then 8 more of it below 24 of the length. A file
 * of texts holds a terabyte, a text 16 MiB.
 */

/** Longest text that a place can name, in bytes. */
export const LONGEST_TEXT = 2 ** 24 - 1;

export function placeLow(offset: number): number {
  return offset % 2 ** 32;
}

export function placeHigh(offset: number, length: number): number {
  return Math.floor(offset / 2 ** 32) + length * 256;
}

export function placeOffset(low: number, high: number): number {
  return low + (high & 0xff) * 2 ** 32;
}

/** Nought where there is no text. */
export function placeLength(high: number): number {
  return high >>> 8;
}
