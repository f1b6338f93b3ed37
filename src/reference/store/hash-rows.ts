/**
 * Rows of hash and party in order of hash, then party, equal ones once. The first `common` bits of all hashes are the same; rows that
 * share the first `bits` are counted together, then sorted by insertion.
 */
export function sortedRows(rows: Uint32Array, common: number, bits: number): Uint32Array {
  const shift = 32 - bits;
  const groups = 2 ** (bits - common);
  const firstGroup = common === 0 ? 0 : ((rows[0] ?? 0) >>> (32 - common)) * groups;
  const ends = new Uint32Array(groups + 1);
  for (let at = 0; at < rows.length; at += 4) {
    const group = ((rows[at] ?? 0) >>> shift) - firstGroup + 1;
    ends[group] = (ends[group] ?? 0) + 1;
  }
  for (let group = 1; group <= groups; group++) ends[group] = (ends[group] ?? 0) + (ends[group - 1] ?? 0);
  const cursors = ends.slice(0, groups);
  const placed = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 4) {
    const group = ((rows[at] ?? 0) >>> shift) - firstGroup;
    const to = cursors[group] ?? 0;
    cursors[group] = to + 1;
    copyRow(rows, at, placed, to * 4);
  }
  for (let group = 0; group < groups; group++) sortGroup(placed, (ends[group] ?? 0) * 4, (ends[group + 1] ?? 0) * 4);
  return withoutRepeats(placed);
}

function sortGroup(rows: Uint32Array, from: number, until: number): void {
  // Only a weak hash or a key of very many parties makes a group this large.
  if (until - from > 4 * 256) {
    sortLargeGroup(rows, from, until);
    return;
  }
  const held = new Uint32Array(4);
  for (let next = from + 4; next < until; next += 4) {
    let to = next;
    copyRow(rows, next, held, 0);
    while (to > from && compareRows(rows, to - 4, held, 0, 4) > 0) {
      copyRow(rows, to - 4, rows, to);
      to -= 4;
    }
    if (to !== next) copyRow(held, 0, rows, to);
  }
}

function sortLargeGroup(rows: Uint32Array, from: number, until: number): void {
  const copy = rows.slice(from, until);
  const order = Uint32Array.from({ length: copy.length / 4 }, (_, row) => row * 4).sort((left, right) =>
    compareRows(copy, left, copy, right, 4),
  );
  order.forEach((row, index) => {
    copyRow(copy, row, rows, from + index * 4);
  });
}

function withoutRepeats(rows: Uint32Array): Uint32Array {
  let kept = 0;
  for (let at = 0; at < rows.length; at += 4) {
    if (kept > 0 && compareRows(rows, at, rows, kept - 4, 4) === 0) continue;
    if (at !== kept) copyRow(rows, at, rows, kept);
    kept += 4;
  }
  return rows.subarray(0, kept);
}

/** Compares the first `columns` numbers of two rows; three are the hash, the fourth is the party. */
export function compareRows(left: Uint32Array, leftAt: number, right: Uint32Array, rightAt: number, columns: 3 | 4): number {
  for (let column = 0; column < columns; column++) {
    const difference = (left[leftAt + column] ?? 0) - (right[rightAt + column] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function copyRow(from: Uint32Array, fromAt: number, to: Uint32Array, toAt: number): void {
  to[toAt] = from[fromAt] ?? 0;
  to[toAt + 1] = from[fromAt + 1] ?? 0;
  to[toAt + 2] = from[fromAt + 2] ?? 0;
  to[toAt + 3] = from[fromAt + 3] ?? 0;
}
