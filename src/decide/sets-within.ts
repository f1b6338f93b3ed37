/** Sets that cover, up to a bound. */
export interface SetsWithin {
  /** Each in ascending order, none with a column that could be left out. */
  sets: number[][];
  /** False: the search was ended before it had tried everything. */
  complete: boolean;
}

/** More steps than this take minutes: the answer then says "at least". */
const MOST_STEPS = 2_000_000;

/**
 * Every least set of columns that covers all rows and costs no more than a budget: depth first, on the row with the fewest columns left, each column
 * tried once with those before it barred, so that no set comes twice. A branch ends where rows without a common column alone cost too much.
 */
export function setsWithin(rows: readonly (readonly number[])[], costs: readonly number[], budget: number, most: number): SetsWithin {
  const sets: number[][] = [];
  const barred = new Uint8Array(costs.length);
  let steps = 0;
  let complete = true;

  const visit = (left: readonly (readonly number[])[], chosen: number[], spent: number): void => {
    if (!complete) return;
    if (++steps > MOST_STEPS) complete = false;
    else if (left.length === 0) {
      if (!isLeast(chosen, rows)) return;
      if (sets.length < most) sets.push([...chosen].sort((one, other) => one - other));
      else complete = false;
    } else {
      const { row, bound } = narrowest(left, costs, barred);
      if (spent + bound > budget) return;
      const tried = row.filter((column) => barred[column] === 0);
      for (const column of tried) {
        const cost = spent + (costs[column] ?? 0);
        if (cost <= budget) {
          const uncovered = left.filter((one) => !one.includes(column));
          visit(uncovered, [...chosen, column], cost);
        }
        barred[column] = 1;
      }
      for (const column of tried) barred[column] = 0;
    }
  };
  visit(rows, [], 0);
  return { sets, complete };
}

/** The row with the fewest columns that may still be chosen, and what the rows must cost at least; without bound where one has none. */
function narrowest(
  rows: readonly (readonly number[])[],
  costs: readonly number[],
  barred: Uint8Array,
): { row: readonly number[]; bound: number } {
  let bound = 0;
  let row: readonly number[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  const counted = new Set<number>();
  for (const one of rows) {
    let cheapest = Number.POSITIVE_INFINITY;
    let open = 0;
    let apart = true;
    for (const column of one) {
      if (barred[column] === 1) continue;
      open += 1;
      cheapest = Math.min(cheapest, costs[column] ?? 0);
      if (counted.has(column)) apart = false;
    }
    if (open < fewest) [row, fewest] = [one, open];
    if (!apart) continue;
    bound += cheapest;
    for (const column of one) counted.add(column);
  }
  return { row, bound };
}

/** Whether no column of a covering set could be left out. */
function isLeast(set: readonly number[], rows: readonly (readonly number[])[]): boolean {
  return set.every((column) => rows.some((row) => row.includes(column) && !row.some((other) => other !== column && set.includes(other))));
}
