import { closeSync, openSync, rmSync } from "node:fs";
import { bytesOf, type Column, readWholeColumn, writeAll } from "./column-file.js";

/** Makes a column of noughts of a length. */
export type ColumnKind<Kept extends Column> = new (length: number) => Kept;

/** A column of numbers as they come: beyond one block they go to a temporary file, which is there only as long as it is needed. */
export class GatheredColumn<Kept extends Column> {
  rows = 0;
  private readonly path: string;
  private readonly kind: ColumnKind<Kept>;
  private readonly block: Kept;
  private used = 0;
  private file: number | undefined;

  constructor(path: string, kind: ColumnKind<Kept>, blockRows = 2 ** 14) {
    this.path = path;
    this.kind = kind;
    this.block = new kind(blockRows);
  }

  push(value: number): void {
    if (this.used === this.block.length) this.spill();
    this.block[this.used++] = value;
    this.rows++;
  }

  /** All numbers, in memory; the column is used up. */
  take(): Kept {
    const column = new this.kind(this.rows);
    if (this.file === undefined) {
      column.set(this.block.subarray(0, this.used));
      return column;
    }
    this.spill();
    closeSync(this.file);
    readWholeColumn(this.path, column);
    rmSync(this.path);
    return column;
  }

  private spill(): void {
    this.file ??= openSync(this.path, "w");
    writeAll(this.file, bytesOf(this.block.subarray(0, this.used)));
    this.used = 0;
  }
}
