import {
  type DependencyGraph,
  type DependencyTime,
  dependencyTimes,
  type ImpactByTime,
  type ImpactChain,
  type ImpactedAsset,
  type ImpactHop,
  type ImpactRange,
  type ImpactState,
} from "../../model/index.js";
import { type ChainFinder, chainFinder } from "./chains.js";
import { type IndexedGraph, indexGraph } from "./indexed-graph.js";
import { type Blocked, degradesAtLeast, degradesAtMost, spread, stopsAtLeast, stopsAtMost } from "./spread.js";

/** What becomes of every asset when some are cut off. */
export interface Consequences {
  /** By time. */
  statesOf(asset: number): ImpactByTime;
  /** Over all times: the worst of each end. */
  worstOf(asset: number): ImpactRange;
  /** Shortest first; none where the asset goes on. */
  chainsOf(asset: number): ImpactChain[];
}

/**
 * What stops, degrades, goes on, or cannot be told. A blocked asset stops at the times at which something uses it (at all, where nothing says when). Along a dependency
 * with the need `required` a state passes as it is; with `partial` whatever is worse than going on becomes degrading; with `unknown` it
 * passes in the worse of two worlds only. A fallback makes a need partial while it goes on itself. States are the least fixed point.
 */
export function consequencesOf(graph: IndexedGraph, blocked: Blocked): Consequences {
  const states = spread(graph, blocked);
  const chains = chainFinder(graph, blocked, states);
  // Many assets are in the same state, and many chains end in the same steps: each is told by one object.
  const byTime = remembered(statesIn);
  const worst = remembered(worstIn);
  const hop = remembered((edge) => hopOf(edge, graph));
  return {
    statesOf: (asset) => byTime(states[asset] ?? 0),
    worstOf: (asset) => worst(states[asset] ?? 0),
    chainsOf: (asset) => chainsOf(asset, byTime(states[asset] ?? 0), chains, hop, graph),
  };
}

function remembered<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function statesIn(bits: number): ImpactByTime {
  return Object.fromEntries(
    dependencyTimes.map((time, at) => [
      time,
      rangeOf(end(bits, at, degradesAtLeast, stopsAtLeast), end(bits, at, degradesAtMost, stopsAtMost)),
    ]),
  ) as ImpactByTime;
}

function end(bits: number, time: number, degrades: number, stops: number): ImpactState {
  if (bits & (1 << (stops + time))) return "stops";
  return bits & (1 << (degrades + time)) ? "degrades" : "goes-on";
}

function worstIn(bits: number): ImpactRange {
  const any = (shift: number) => ((bits >> shift) & 0b1111) !== 0;
  const worst = (degrades: number, stops: number): ImpactState => (any(stops) ? "stops" : any(degrades) ? "degrades" : "goes-on");
  return rangeOf(worst(degradesAtLeast, stopsAtLeast), worst(degradesAtMost, stopsAtMost));
}

function rangeOf(least: ImpactState, most: ImpactState): ImpactRange {
  return { verdict: least === most ? least : "cannot-be-told", least, most };
}

interface FoundChain {
  bit: number;
  times: DependencyTime[];
  state: ImpactState;
  certainty: "sure" | "possible";
}

/** A chain for each end of each time's range; the same chain is told once, with all its times. */
function chainsOf(
  asset: number,
  states: ImpactByTime,
  chains: ChainFinder,
  hop: (edge: number) => ImpactHop,
  { assets }: IndexedGraph,
): ImpactChain[] {
  const found: FoundChain[] = [];
  const tell = (time: DependencyTime, state: ImpactState, certainty: "sure" | "possible", bit: number) => {
    const known = found.find((one) => one.state === state && one.certainty === certainty && chains.same(asset, one.bit, bit));
    if (known) known.times.push(time);
    else found.push({ bit, times: [time], state, certainty });
  };
  dependencyTimes.forEach((time, at) => {
    const { least, most } = states[time];
    if (least !== "goes-on") tell(time, least, "sure", at + (least === "stops" ? stopsAtLeast : degradesAtLeast));
    if (most !== least) tell(time, most, "possible", at + (most === "stops" ? stopsAtMost : degradesAtMost));
  });
  return found.flatMap(({ bit, times, state, certainty }) => {
    const edges = chains.chain(asset, bit);
    if (!edges) return [];
    const end = assets[chains.end(asset, edges)];
    return [{ times, state, certainty, hops: Array.from(edges, hop), blocked: end?.id ?? "", blockedName: end?.name ?? "" }];
  });
}

function hopOf(edge: number, { dependencies, assets, from, to, fallback }: IndexedGraph): ImpactHop {
  const dependency = dependencies[edge];
  const needing = assets[from[edge] ?? 0];
  const needed = assets[to[edge] ?? 0];
  if (!dependency || !needing || !needed) throw new Error(`no dependency ${edge}`);
  const { kind, need, because, path, line } = dependency;
  return {
    from: needing.id,
    fromName: needing.name,
    to: needed.id,
    toName: needed.name,
    kind,
    need,
    because,
    fallback: assets[fallback[edge] ?? -1]?.name ?? null,
    path,
    line,
  };
}

/**
 * What becomes of the assets of a dependency graph when some of them are cut off, for a graph of one's own.
 *
 * @param blocked ids of what is cut off, each surely or possibly
 * @returns every asset in the order of the ids, with its states and, where it does not go on, its chains
 * @throws Error where the graph names an asset that is none, or a blocked id is of none
 * @example
 * const told = consequences(graph, [["store", "sure"]]);
 * console.log(told.filter(({ verdict }) => verdict === "stops").map(({ name, chains }) => [name, chains[0]?.hops.length]));
 */
export function consequences(
  graph: DependencyGraph,
  blocked: Iterable<readonly [id: string, certainty: "sure" | "possible"]>,
): ImpactedAsset[] {
  const indexed = indexGraph(graph);
  const numbers = new Map<number, "sure" | "possible">();
  for (const [id, certainty] of blocked) {
    const number = indexed.numberOf.get(id);
    if (number === undefined) throw new Error(`${id} is cut off and no asset of the graph`);
    numbers.set(number, certainty);
  }
  const found = consequencesOf(indexed, numbers);
  return indexed.assets.map((_, number) => assetTold(number, indexed, found));
}

/** An asset with what becomes of it. */
export function assetTold(number: number, { assets }: IndexedGraph, found: Consequences): ImpactedAsset {
  const asset = assets[number];
  if (!asset) throw new Error(`no asset ${number}`);
  const { id, name, kind, path, line, systems, provider, service, operator, region } = asset;
  const { verdict, least, most } = found.worstOf(number);
  const times = found.statesOf(number);
  const chains = most === "goes-on" ? [] : found.chainsOf(number);
  return { id, name, kind, path, line, systems, provider, service, operator, region, verdict, least, most, times, chains };
}
