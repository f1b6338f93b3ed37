import { closeSync, openSync, readSync, writeSync } from "node:fs";

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** Fills a column from a whole file; an empty file is a column of noughts. Throws where the file ends too early. */
export function readWholeColumn<Kept extends Column>(path: string, column: Kept): Kept {
  const bytes = bytesOf(column);
  const file = openSync(path, "r");
  try {
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, Math.min(bytes.length - at, 2 ** 28), at);
      if (read === 0 && at === 0) break;
      if (read === 0) throw new Error(`${path} ends after ${at} bytes; expected ${bytes.length}`);
      at += read;
    }
  } finally {
    closeSync(file);
  }
  return column;
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
