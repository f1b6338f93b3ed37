import type { Column } from "./column-file.js";

/**
 * Where the rows of each group begin: `starts[group]` to `starts[group + 1]` once rows lie in order of group. A counting sort's first half.
 */
export function startsOf(groups: Uint32Array | Int32Array, groupCount: number): Uint32Array {
  const starts = new Uint32Array(groupCount + 1);
  for (let row = 0; row < groups.length; row++) {
    const next = (groups[row] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let group = 1; group <= groupCount; group++) starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
  return starts;
}

/** The rows in order of group, rows of one group in the order given by `rows` (their own order without it). */
export function orderOf(groups: Uint32Array | Int32Array, starts: Uint32Array, rows?: Uint32Array): Uint32Array {
  const cursors = starts.slice();
  const order = new Uint32Array(groups.length);
  for (let index = 0; index < groups.length; index++) {
    const row = rows ? (rows[index] ?? 0) : index;
    const group = groups[row] ?? 0;
    const to = cursors[group] ?? 0;
    cursors[group] = to + 1;
    order[to] = row;
  }
  return order;
}

/** A column with its rows in another order; each row has `width` numbers. */
export function reordered<Kept extends Column>(column: Kept, order: Uint32Array, width = 1): Kept {
  const result = column.slice() as Kept;
  for (let to = 0; to < order.length; to++) {
    const from = (order[to] ?? 0) * width;
    for (let part = 0; part < width; part++) result[to * width + part] = column[from + part] ?? 0;
  }
  return result;
}

/**
 * Puts the rows from `head` on between those before it, which are in order already; of equal rows the first stays first. `compare` looks
 * at rows where they lay. Quick for a short tail: what lies between two of its rows is moved in one piece.
 */
export function mergeTail(columns: readonly Column[], head: number, compare: (left: number, right: number) => number): void {
  const rows = columns[0]?.length ?? 0;
  const order = Array.from({ length: rows - head }, (_, index) => head + index).sort((left, right) => compare(left, right) || left - right);
  const places = order.map((row) => placeAmong(row, head, compare));
  for (const column of columns) {
    const tail = order.map((row) => column[row] ?? 0);
    let end = head;
    for (let index = tail.length - 1; index >= 0; index--) {
      const place = places[index] ?? 0;
      column.copyWithin(place + index + 1, place, end);
      column[place + index] = tail[index] ?? 0;
      end = place;
    }
  }
}

/** Behind all rows of the head that are not greater. */
function placeAmong(row: number, head: number, compare: (left: number, right: number) => number): number {
  let [low, high] = [0, head];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(middle, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
