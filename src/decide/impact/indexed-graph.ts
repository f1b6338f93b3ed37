import {
  type Asset,
  byText,
  type Dependency,
  type DependencyGraph,
  type DependencyTime,
  dependencyNeeds,
  dependencyTimes,
} from "../../model/index.js";

/** For each asset the dependencies at one of its ends: `edges[offsets[asset]]` up to, but without, `edges[offsets[asset + 1]]`. */
export interface Adjacency {
  offsets: Int32Array;
  edges: Int32Array;
}

/** A dependency graph with its assets and dependencies numbered in their own order, so that a pass over it touches arrays only. */
export interface IndexedGraph {
  assets: readonly Asset[];
  dependencies: readonly Dependency[];
  /** Number of an asset by its id. */
  numberOf: ReadonlyMap<string, number>;
  from: Int32Array;
  to: Int32Array;
  /** Number of the asset that takes over; -1 where none does. */
  fallback: Int32Array;
  /** Bit n for the n-th of `dependencyTimes`. */
  times: Uint8Array;
  /** Index into `dependencyNeeds`. */
  need: Uint8Array;
  /** By the asset that is needed: who is touched when it stops. */
  dependents: Adjacency;
  /** By the asset that needs. */
  needs: Adjacency;
  /** By the asset that takes over. */
  reliefs: Adjacency;
}

/**
 * Numbers a graph. Whatever the order in which it comes, the numbers are those of the sorted one, so that every answer is the same.
 *
 * @throws Error where an end of a dependency is no asset, or an id stands twice: the graph was not made by the rules of its contract
 */
export function indexGraph(graph: DependencyGraph): IndexedGraph {
  const assets = inOrder(graph.assets, (left, right) => byText(left.id, right.id));
  const dependencies = inOrder(graph.dependencies, byEnds);
  const numberOf = new Map<string, number>();
  for (const [number, { id }] of assets.entries()) numberOf.set(id, number);
  if (numberOf.size !== assets.length) throw new Error("a dependency graph with an asset id that stands twice");
  return { assets, dependencies, numberOf, ...numbered(dependencies, numberOf, assets.length) };
}

/** One pass that fills plain arrays: making each by a function of its own costs several times as much. */
function numbered(
  dependencies: readonly Dependency[],
  numberOf: ReadonlyMap<string, number>,
  assets: number,
): Omit<IndexedGraph, "assets" | "dependencies" | "numberOf"> {
  const count = dependencies.length;
  const [from, to, fallback] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const [times, need] = [new Uint8Array(count), new Uint8Array(count)];
  const number = (id: string): number => {
    const found = numberOf.get(id);
    if (found === undefined) throw new Error(`a dependency on ${id}, which is no asset of the graph`);
    return found;
  };
  let [needing, itsNumber] = ["", -1];
  for (let edge = 0; edge < count; edge++) {
    const dependency = dependencies[edge] as Dependency;
    // In order of what needs, so that the same one mostly comes again.
    if (itsNumber < 0 || dependency.from !== needing) [needing, itsNumber] = [dependency.from, number(dependency.from)];
    from[edge] = itsNumber;
    to[edge] = number(dependency.to);
    fallback[edge] = dependency.fallback === undefined ? -1 : number(dependency.fallback);
    let mask = 0;
    for (const time of dependency.times) mask |= bitOf[time];
    times[edge] = mask;
    need[edge] = dependencyNeeds.indexOf(dependency.need);
  }
  return {
    from,
    to,
    fallback,
    times,
    need,
    dependents: adjacency(to, assets),
    needs: adjacency(from, assets),
    reliefs: adjacency(fallback, assets),
  };
}

const bitOf = Object.fromEntries(dependencyTimes.map((time, at) => [time, 1 << at])) as Record<DependencyTime, number>;

/** The dependencies at an asset, in their order. */
export function edgesAt({ offsets, edges }: Adjacency, asset: number): Int32Array {
  return edges.subarray(offsets[asset], offsets[asset + 1]);
}

/** Sorts a copy where it is not in order already: most graphs are, and a hundred thousand comparisons are cheaper than a sort. */
function inOrder<Item>(items: readonly Item[], compare: (left: Item, right: Item) => number): readonly Item[] {
  const sorted = items.every((item, at) => at === 0 || compare(items[at - 1] as Item, item) <= 0);
  return sorted ? items : [...items].sort(compare);
}

function byEnds(left: Dependency, right: Dependency): number {
  return (
    byText(left.from, right.from) ||
    byText(left.to, right.to) ||
    byText(left.kind, right.kind) ||
    byText(left.path ?? "", right.path ?? "") ||
    (left.line ?? 0) - (right.line ?? 0) ||
    byText(left.because, right.because) ||
    byText(left.need, right.need) ||
    byText(left.times.join(), right.times.join()) ||
    byText(left.fallback ?? "", right.fallback ?? "")
  );
}

/** Counting sort of dependencies by an end; those without one (-1) are in no list. */
function adjacency(ends: Int32Array, assets: number): Adjacency {
  const offsets = new Int32Array(assets + 1);
  for (const end of ends) if (end >= 0) offsets[end + 1] = (offsets[end + 1] ?? 0) + 1;
  for (let asset = 0; asset < assets; asset++) offsets[asset + 1] = (offsets[asset + 1] ?? 0) + (offsets[asset] ?? 0);
  const next = offsets.slice();
  const edges = new Int32Array(offsets[assets] ?? 0);
  for (let edge = 0; edge < ends.length; edge++) {
    const end = ends[edge] ?? -1;
    if (end < 0) continue;
    edges[next[end] ?? 0] = edge;
    next[end] = (next[end] ?? 0) + 1;
  }
  return { offsets, edges };
}
