import { closeSync, openSync, readSync } from "node:fs";
import { bytesOf } from "./block-writer.js";

/** Fills a column from a whole file; an empty file is a column of noughts. Throws where the file ends too early. */
export function readWholeColumn<Column extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(path: string, column: Column): Column {
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
