import { rmSync } from "node:fs";
import { join } from "node:path";
import type { InterestRecord } from "../import/format.js";
import { ColumnWriter, TextWriter, writeColumn } from "./block-writer.js";
import { readWholeColumn } from "./column-file.js";
import { orderOf, reordered, startsOf } from "./grouping.js";
import { encodeInterest, type InterestDetails, type InterestRow } from "./interest-form.js";
import { interestColumnNames, interestColumns } from "./layout.js";

/** Writes interests as columns in the order in which they come, and puts them in order at the end, one column at a time. */
export class InterestWriter {
  rows = 0;
  private readonly folder: string;
  private readonly columns: { name: keyof InterestRow; writer: ColumnWriter }[];
  private readonly owner: ColumnWriter;
  private readonly owned: ColumnWriter;
  private readonly details: TextWriter;
  private readonly row: InterestRow = { min: 0, max: 0, from: 0, until: 0, joint: 0, kind: 0, capacity: 0, form: 0 };

  constructor(folder: string) {
    this.folder = folder;
    this.owner = new ColumnWriter(this.rawPath("owner"), new Int32Array(2 ** 15));
    this.owned = new ColumnWriter(this.rawPath("owned"), new Int32Array(2 ** 15));
    this.columns = interestColumnNames.flatMap((name) =>
      name === "owner" || name === "owned"
        ? []
        : [{ name, writer: new ColumnWriter(this.rawPath(name), new interestColumns[name](2 ** 15)) }],
    );
    this.details = new TextWriter(join(folder, "interests.jsonl"), this.rawPath("details"));
  }

  /** Reads an interest into the next row. Throws where it is none. */
  encode(interest: InterestRecord): InterestDetails | undefined {
    return encodeInterest(interest, this.row);
  }

  /** Writes the row with its ends and details. */
  add(owner: number, owned: number, details: InterestDetails | undefined): void {
    if (details) this.details.append(JSON.stringify(details));
    else this.details.skip();
    this.owner.push(owner);
    this.owned.push(owned);
    for (const { name, writer } of this.columns) writer.push(this.row[name]);
    this.rows++;
  }

  finish(partyCount: number): void {
    for (const { writer } of this.columns) writer.close();
    this.owner.close();
    this.owned.close();
    this.details.close();
    const order = this.writeEnds(partyCount);
    for (const { name } of this.columns) {
      writeColumn(this.path(name), reordered(readWholeColumn(this.rawPath(name), new interestColumns[name](this.rows)), order));
      rmSync(this.rawPath(name));
    }
    writeColumn(this.path("details"), reordered(readWholeColumn(this.rawPath("details"), new Uint32Array(this.rows * 2)), order, 2));
    rmSync(this.rawPath("details"));
  }

  /** Writes who owns whom, in order of owned, then owner, with the ways in from both ends; gives the order. */
  private writeEnds(partyCount: number): Uint32Array {
    const rawOwner = readWholeColumn(this.rawPath("owner"), new Int32Array(this.rows));
    const rawOwned = readWholeColumn(this.rawPath("owned"), new Int32Array(this.rows));
    const ownerStarts = startsOf(rawOwner, partyCount);
    const ownedStarts = startsOf(rawOwned, partyCount);
    const order = orderOf(rawOwned, ownedStarts, orderOf(rawOwner, ownerStarts));
    const owner = reordered(rawOwner, order);
    writeColumn(this.path("owner"), owner);
    writeColumn(this.path("owned"), reordered(rawOwned, order));
    writeColumn(this.path("owned-starts"), ownedStarts);
    writeColumn(this.path("owner-starts"), ownerStarts);
    writeColumn(this.path("by-owner"), orderOf(owner, ownerStarts));
    rmSync(this.rawPath("owner"));
    rmSync(this.rawPath("owned"));
    return order;
  }

  private path(name: string): string {
    return join(this.folder, `interests.${name}`);
  }

  private rawPath(name: string): string {
    return join(this.folder, `interests.${name}.raw`);
  }
}
