import { rmSync } from "node:fs";
import { join } from "node:path";
import { ColumnWriter, TextWriter, writeColumn } from "./block-writer.js";
import { readWholeColumn } from "./column-file.js";
import { orderOf, reordered, startsOf } from "./grouping.js";

/** Texts of parties in the order in which they come, with places and, where there is one, a column beside them in order of party. */
export class GroupedTextsWriter {
  rows = 0;
  private readonly base: string;
  private readonly party: ColumnWriter;
  private readonly besideName: string | undefined;
  private readonly beside: ColumnWriter | undefined;
  private readonly texts: TextWriter;

  constructor(folder: string, name: string, beside?: string) {
    this.base = join(folder, name);
    this.besideName = beside;
    this.party = new ColumnWriter(`${this.base}.party.raw`, new Uint32Array(2 ** 15));
    this.beside = beside === undefined ? undefined : new ColumnWriter(`${this.base}.${beside}.raw`, new Uint32Array(2 ** 12));
    this.texts = new TextWriter(`${this.base}.jsonl`, `${this.base}.places.raw`);
  }

  add(party: number, text: string, beside = 0): void {
    this.texts.append(text);
    this.party.push(party);
    this.beside?.push(beside);
    this.rows++;
  }

  /** Writes `.places` and `.starts`, and with a column beside also that and `.party`. */
  finish(partyCount: number): void {
    this.texts.close();
    this.party.close();
    this.beside?.close();
    const party = readWholeColumn(`${this.base}.party.raw`, new Uint32Array(this.rows));
    const starts = startsOf(party, partyCount);
    const order = orderOf(party, starts);
    writeColumn(`${this.base}.starts`, this.rows === 0 ? new Uint32Array() : starts);
    writeColumn(`${this.base}.places`, reordered(readWholeColumn(`${this.base}.places.raw`, new Uint32Array(this.rows * 2)), order, 2));
    if (this.besideName !== undefined) {
      const beside = readWholeColumn(`${this.base}.${this.besideName}.raw`, new Uint32Array(this.rows));
      writeColumn(`${this.base}.party`, reordered(party, order));
      writeColumn(`${this.base}.${this.besideName}`, reordered(beside, order));
      rmSync(`${this.base}.${this.besideName}.raw`);
    }
    rmSync(`${this.base}.party.raw`);
    rmSync(`${this.base}.places.raw`);
  }
}
