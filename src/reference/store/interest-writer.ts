import { join } from "node:path";
import { writeColumn } from "./column-file.js";
import { GatheredColumn } from "./gathered-column.js";
import { orderOf, reordered, startsOf } from "./grouping.js";
import type { InterestRow } from "./interest-form.js";
import { interestColumnNames, interestColumns } from "./layout.js";
import { TextWriter } from "./text-writer.js";

const BLOCK_ROWS = 2 ** 15;

/** Writes interests as columns in the order in which they come, and puts them in order at the end, one column at a time. */
export class InterestWriter {
  rows = 0;
  private readonly folder: string;
  private readonly owner: GatheredColumn<Int32Array>;
  private readonly owned: GatheredColumn<Int32Array>;
  private readonly columns: Record<keyof InterestRow, GatheredColumn<Int32Array | Uint16Array | Uint8Array>>;
  private readonly details: TextWriter;

  constructor(folder: string) {
    this.folder = folder;
    const gathered = (name: keyof InterestRow) =>
      new GatheredColumn<Int32Array | Uint16Array | Uint8Array>(this.path(`${name}.raw`), interestColumns[name], BLOCK_ROWS);
    this.owner = new GatheredColumn(this.path("owner.raw"), Int32Array, BLOCK_ROWS);
    this.owned = new GatheredColumn(this.path("owned.raw"), Int32Array, BLOCK_ROWS);
    this.columns = {
      min: gathered("min"),
      max: gathered("max"),
      from: gathered("from"),
      until: gathered("until"),
      joint: gathered("joint"),
      kind: gathered("kind"),
      capacity: gathered("capacity"),
      form: gathered("form"),
    };
    this.details = new TextWriter(this.path("jsonl"));
  }

  /** Writes a row with its ends and details. */
  add(owner: number, owned: number, row: InterestRow, details: string | Uint8Array | undefined): void {
    if (details === undefined) this.details.skip();
    else this.details.append(details);
    this.owner.push(owner);
    this.owned.push(owned);
    // One by one: going through their names takes several times as long, for each of tens of millions of rows.
    const { columns } = this;
    columns.min.push(row.min);
    columns.max.push(row.max);
    columns.from.push(row.from);
    columns.until.push(row.until);
    columns.joint.push(row.joint);
    columns.kind.push(row.kind);
    columns.capacity.push(row.capacity);
    columns.form.push(row.form);
    this.rows++;
  }

  finish(partyCount: number): void {
    const order = this.writeEnds(partyCount);
    for (const name of interestColumnNames) {
      if (name !== "owner" && name !== "owned") writeColumn(this.path(name), reordered(this.columns[name].take(), order));
    }
    writeColumn(this.path("details"), reordered(this.details.finish(), order, 2));
  }

  /** Writes who owns whom, in order of owned, then owner, with the ways in from both ends; gives the order. */
  private writeEnds(partyCount: number): Uint32Array {
    const owner = this.owner.take();
    const owned = this.owned.take();
    const ownerStarts = startsOf(owner, partyCount);
    const ownedStarts = startsOf(owned, partyCount);
    const order = orderOf(owned, ownedStarts, orderOf(owner, ownerStarts));
    const ownerInOrder = reordered(owner, order);
    writeColumn(this.path("owner"), ownerInOrder);
    writeColumn(this.path("owned"), reordered(owned, order));
    writeColumn(this.path("owned-starts"), ownedStarts);
    writeColumn(this.path("owner-starts"), ownerStarts);
    writeColumn(this.path("by-owner"), orderOf(ownerInOrder, ownerStarts));
    return order;
  }

  private path(name: string): string {
    return join(this.folder, `interests.${name}`);
  }
}
