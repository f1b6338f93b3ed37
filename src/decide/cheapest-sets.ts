import type { Highs } from "highs";
import { setsWithin } from "./sets-within.js";

/** What has to be covered: each row names the columns (measures) of which at least one must be chosen. */
export interface CoverInstance {
  costs: readonly number[];
  rows: readonly (readonly number[])[];
}

/** The cheapest choices of columns that cover every row. */
export interface CheapestSets {
  cost: number;
  /** Every one of that cost, none with a column that could be left out; each in ascending order, and so sorted. */
  sets: number[][];
  /** False: there are more than were asked for. */
  complete: boolean;
}

/**
 * Every cheapest set. What the least cost is, an exact solver proves (HiGHS, branch and cut, without any allowed gap); all sets of that cost are then
 * listed by a search of its own, which also confirms by exact sums that nothing costs less. Loads the solver when it is called.
 *
 * @throws RangeError where a row names no column: nothing covers it
 * @throws Error where the solver ends without proof
 */
export async function cheapestSets({ costs, rows }: CoverInstance, most: number): Promise<CheapestSets> {
  if (rows.some((row) => row.length === 0)) throw new RangeError("a row without columns cannot be covered");
  const needed = leastRows(rows);
  if (needed.length === 0) return { cost: 0, sets: [[]], complete: true };
  const proven = withoutSpare(await cheapestSet(needed, costs), needed, costs);
  const within = setsWithin(needed, costs, costOf(proven, costs) * (1 + solverTolerance), most);
  const found = new Map([proven, ...within.sets].map((set) => [set.join(), set]));
  const cost = Math.min(...[...found.values()].map((set) => costOf(set, costs)));
  // What the solver's own tolerance let pass as equal is told apart by the sums.
  const equal = [...found.values()].filter((set) => costOf(set, costs) - cost <= sumTolerance * cost);
  return { cost, sets: equal.sort(byColumns).slice(0, most), complete: within.complete };
}

async function cheapestSet(rows: readonly number[][], costs: readonly number[]): Promise<number[]> {
  const highs = await solver();
  const scale = wholeUnits(costs);
  return highs.withModel((model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0, mip_feasibility_tolerance: 1e-9 });
    costs.forEach((cost, column) => {
      model.addVar(0, 1);
      model.changeColCost(column, cost * scale);
      model.changeColIntegrality(column, highs.constants.variableType.integer);
    });
    for (const row of rows) model.addRow(1, highs.infinity, { indices: [...row], values: row.map(() => 1) });
    model.run();
    const status = model.getModelStatus();
    if (status !== highs.constants.modelStatus.optimal) throw new Error(`the solver ended without proof, with status ${status}`);
    return [...model.getSolution().colValue].flatMap((value, column) => (value > 0.5 ? [column] : []));
  });
}

/** What makes costs whole numbers, by which the solver prunes better; where nothing does, what makes the dearest one 1. */
function wholeUnits(costs: readonly number[]): number {
  const dearest = Math.max(...costs, Number.MIN_VALUE);
  const units = [1, 10, 100, 1000].find((scale) => dearest * scale < 1e6 && costs.every((cost) => Number.isInteger(cost * scale)));
  return units ?? 1 / dearest;
}

let loading: Promise<Highs> | undefined;

/** The solver, loaded once: it is some megabytes of WebAssembly, which only this question needs. */
function solver(): Promise<Highs> {
  loading ??= import("highs").then((loaded) => (loaded.default as unknown as typeof loaded.default.default)());
  return loading;
}

/** Relative: what the solver takes for equal, and what sums of the same decimal costs in another order differ by. */
const solverTolerance = 1e-6;
const sumTolerance = 1e-9;

function costOf(set: readonly number[], costs: readonly number[]): number {
  return set.reduce((sum, column) => sum + (costs[column] ?? 0), 0);
}

/** Leaves out what the set does not need, dearest first; only columns without a cost can be spare in a cheapest set. */
function withoutSpare(set: number[], rows: readonly (readonly number[])[], costs: readonly number[]): number[] {
  const covers = (some: ReadonlySet<number>) => rows.every((row) => row.some((column) => some.has(column)));
  const kept = new Set(set);
  if (!covers(kept)) throw new Error("the solver gave a set that does not cover every row");
  for (const column of [...set].sort((left, right) => (costs[right] ?? 0) - (costs[left] ?? 0))) {
    kept.delete(column);
    if (!covers(kept)) kept.add(column);
  }
  return [...kept].sort((left, right) => left - right);
}

/** The rows that imply all others: a row that holds another is covered whenever that is. The covers stay exactly the same. */
function leastRows(rows: readonly (readonly number[])[]): number[][] {
  const distinct = new Map(rows.map((row) => [[...new Set(row)].sort((left, right) => left - right).join(), new Set(row)]));
  const kept: Set<number>[] = [];
  for (const row of [...distinct.values()].sort((left, right) => left.size - right.size)) {
    if (!kept.some((smaller) => isSubset(smaller, row))) kept.push(row);
  }
  return kept.map((row) => [...row].sort((left, right) => left - right));
}

function isSubset(smaller: ReadonlySet<number>, larger: ReadonlySet<number>): boolean {
  for (const one of smaller) if (!larger.has(one)) return false;
  return true;
}

function byColumns(left: number[], right: number[]): number {
  const at = left.findIndex((column, index) => column !== right[index]);
  return at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
}
