import type { InterestColumns } from "../../model/index.js";

/** What the engine reads of interests: rows ordered by owned, then owner; see `InterestColumns`. */
export interface OwnershipColumns
  extends Pick<InterestColumns, "partyCount" | "owner" | "owned" | "kind" | "min" | "max" | "from" | "until" | "capacity" | "joint"> {
  /** 0 where neither share nor bound is stated; without this column, rows of nought to all count as such. */
  known?: Uint8Array;
  /** Decides on single rows what their kind leaves open: 1 it is control, 2 it is none. */
  rights?: Uint8Array;
}

/** Interests with the rows of each owned party and of each owner at hand. */
export interface OwnershipGraph extends OwnershipColumns {
  /** Rows of owned party p: from `ownedStart[p]` up to `ownedStart[p + 1]`. */
  ownedStart: Int32Array;
  /** Rows of owner p: `ownerRows` from `ownerStart[p]` up to `ownerStart[p + 1]`. */
  ownerStart: Int32Array;
  ownerRows: Int32Array;
}

/** Indexes columns for walking up and down; two passes over the rows. */
export function ownershipGraph(columns: OwnershipColumns): OwnershipGraph {
  const { owner, owned, partyCount } = columns;
  const ownerStart = startsOf(owner, partyCount);
  const next = ownerStart.slice(0, partyCount);
  const ownerRows = new Int32Array(owner.length);
  for (let row = 0; row < owner.length; row++) {
    const party = owner[row] ?? 0;
    const at = next[party] ?? 0;
    ownerRows[at] = row;
    next[party] = at + 1;
  }
  return { ...columns, ownedStart: startsOf(owned, partyCount), ownerStart, ownerRows };
}

function startsOf(column: Int32Array, partyCount: number): Int32Array {
  const starts = new Int32Array(partyCount + 1);
  for (let row = 0; row < column.length; row++) {
    const party = (column[row] ?? 0) + 1;
    starts[party] = (starts[party] ?? 0) + 1;
  }
  for (let party = 0; party < partyCount; party++) starts[party + 1] = (starts[party + 1] ?? 0) + (starts[party] ?? 0);
  return starts;
}

/** Whether a row holds on a day such as 20220118. */
export function rowHolds(graph: OwnershipColumns, row: number, day: number): boolean {
  const until = graph.until[row] ?? 0;
  return (graph.from[row] ?? 0) <= day && (until === 0 || until >= day);
}
