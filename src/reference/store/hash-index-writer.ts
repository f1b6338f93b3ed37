import { closeSync, openSync } from "node:fs";
import { bytesOf, writeAll, writeColumn } from "./column-file.js";
import { GatheredColumn } from "./gathered-column.js";
import { sortedRows } from "./hash-rows.js";

/** Rows are parted by the first bits of their hash as they come, so that no sort ever holds more than a part. */
const PART_BITS = 4;
const PARTS = 2 ** PART_BITS;
/** Rows that share the first bits of their hash lie together; about so many do. */
const ROWS_TOGETHER = 16;

/** Gathers rows of hash and party, and writes them in order of hash with a table of where each group begins. */
export class HashIndexWriter {
  private readonly path: string;
  private readonly parts: GatheredColumn<Uint32Array>[];

  constructor(path: string) {
    this.path = path;
    this.parts = Array.from({ length: PARTS }, (_, part) => new GatheredColumn(`${path}.part-${part}`, Uint32Array));
  }

  add(hash: Uint32Array, party: number): void {
    const first = hash[0] ?? 0;
    const part = this.parts[first >>> (32 - PART_BITS)];
    if (!part) return;
    part.push(first);
    part.push(hash[1] ?? 0);
    part.push(hash[2] ?? 0);
    part.push(party);
  }

  /** Writes `PATH.rows` and `PATH.starts`; equal rows once. */
  finish(): void {
    const total = this.parts.reduce((sum, { rows }) => sum + rows / 4, 0);
    const bits = Math.min(26, Math.max(PART_BITS, Math.ceil(Math.log2(Math.max(1, total / ROWS_TOGETHER)))));
    const starts = new Uint32Array(2 ** bits + 1);
    const output = openSync(`${this.path}.rows`, "w");
    try {
      for (const part of this.parts) {
        const sorted = sortedRows(part.take(), PART_BITS, bits);
        for (let at = 0; at < sorted.length; at += 4) {
          const group = ((sorted[at] ?? 0) >>> (32 - bits)) + 1;
          starts[group] = (starts[group] ?? 0) + 1;
        }
        writeAll(output, bytesOf(sorted));
      }
    } finally {
      closeSync(output);
    }
    for (let group = 1; group < starts.length; group++) starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
    writeColumn(`${this.path}.starts`, starts);
  }
}
