import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { bytesOf, ColumnWriter, writeAll, writeColumn } from "./block-writer.js";
import { sortedRows } from "./hash-rows.js";

/** Rows are parted by the first bits of their hash as they come, so that no sort ever holds more than a part. */
const PART_BITS = 4;
const PARTS = 2 ** PART_BITS;
/** Rows that share the first bits of their hash lie together; about so many do. */
const ROWS_TOGETHER = 16;

/** Gathers rows of hash and party, and writes them in order of hash with a table of where each group begins. */
export class HashIndexWriter {
  private readonly path: string;
  private readonly parts: ColumnWriter[];

  constructor(path: string) {
    this.path = path;
    this.parts = Array.from({ length: PARTS }, (_, part) => new ColumnWriter(this.partPath(part), new Uint32Array(2 ** 14)));
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
    for (const part of this.parts) part.close();
    const total = this.parts.reduce((sum, { rows }) => sum + rows / 4, 0);
    const bits = Math.min(26, Math.max(PART_BITS, Math.ceil(Math.log2(Math.max(1, total / ROWS_TOGETHER)))));
    const starts = new Uint32Array(2 ** bits + 1);
    const output = openSync(`${this.path}.rows`, "w");
    let written = 0;
    try {
      for (let part = 0; part < PARTS; part++) {
        const sorted = sortedRows(readRows(this.partPath(part)), PART_BITS, bits);
        for (let at = 0; at < sorted.length; at += 4) {
          const group = ((sorted[at] ?? 0) >>> (32 - bits)) + 1;
          starts[group] = (starts[group] ?? 0) + 1;
        }
        writeAll(output, bytesOf(sorted));
        written += sorted.length / 4;
      }
    } finally {
      closeSync(output);
    }
    for (let group = 1; group < starts.length; group++) starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
    writeColumn(`${this.path}.starts`, written === 0 ? new Uint32Array() : starts);
    for (let part = 0; part < PARTS; part++) rmSync(this.partPath(part));
  }

  private partPath(part: number): string {
    return `${this.path}.part-${part}`;
  }
}

function readRows(path: string): Uint32Array {
  const bytes = readFileSync(path);
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}
