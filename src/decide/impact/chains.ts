import type { IndexedGraph } from "./indexed-graph.js";
import { type Blocked, carried } from "./spread.js";

/** Shortest chains of needs to what is cut off, for each bit of the states. */
export interface ChainFinder {
  /** The dependencies from an asset to the blocked one that comes first, in order; undefined where the asset has not the bit. */
  chain(asset: number, bit: number): Int32Array | undefined;
  /** The asset that a chain of these dependencies ends at. */
  end(asset: number, edges: Int32Array): number;
  /** Whether the chains of two bits are the same one. */
  same(asset: number, bit: number, other: number): boolean;
}

/** Chains are looked for when the first of a bit is asked for, because most of the sixteen never are. */
export function chainFinder(graph: IndexedGraph, blocked: Blocked, states: Uint16Array): ChainFinder {
  const known = new Map<number, Int32Array>();
  const stepsFor = (bit: number): Int32Array => {
    const steps = known.get(bit) ?? firstSteps(graph, blocked, states, bit);
    known.set(bit, steps);
    return steps;
  };
  const { to } = graph;
  return {
    chain: (asset, bit) => {
      const steps = stepsFor(bit);
      let length = 0;
      let at = asset;
      for (let step = steps[at] ?? notReached; step !== source; step = steps[at] ?? notReached) {
        if (step === notReached) return undefined;
        length += 1;
        at = to[step] ?? 0;
      }
      const edges = new Int32Array(length);
      at = asset;
      for (let place = 0; place < length; place++) {
        edges[place] = steps[at] ?? 0;
        at = to[steps[at] ?? 0] ?? 0;
      }
      return edges;
    },
    end: (asset, edges) => (edges.length === 0 ? asset : (to[edges.at(-1) ?? 0] ?? 0)),
    same: (asset, bit, other) => {
      const [left, right] = [stepsFor(bit), stepsFor(other)];
      for (let at = asset; ; ) {
        const step = left[at] ?? notReached;
        if (step !== right[at]) return false;
        if (step < 0) return true;
        at = to[step] ?? 0;
      }
    },
  };
}

const notReached = -1;
const source = -2;

/**
 * For each asset the first dependency of its shortest chain: breadth first from the blocked ones along whatever carries the bit. Of several as short,
 * the first dependency in order goes.
 */
function firstSteps(graph: IndexedGraph, blocked: Blocked, states: Uint16Array, bit: number): Int32Array {
  const mask = 1 << bit;
  const { offsets, edges } = graph.dependents;
  const steps = new Int32Array(graph.assets.length).fill(notReached);
  const distance = new Int32Array(graph.assets.length).fill(-1);
  let tier = [...blocked.keys()].filter((asset) => startsHere(blocked, asset, bit) && (states[asset] ?? 0) & mask).sort((a, b) => a - b);
  for (const asset of tier) {
    steps[asset] = source;
    distance[asset] = 0;
  }
  for (let hops = 1; tier.length > 0; hops++) {
    const next: number[] = [];
    for (const asset of tier) {
      for (let at = offsets[asset] ?? 0; at < (offsets[asset + 1] ?? 0); at++) {
        const edge = edges[at] ?? 0;
        const from = graph.from[edge] ?? 0;
        const seen = distance[from] ?? -1;
        if (seen !== -1 && (seen !== hops || (steps[from] ?? 0) < edge)) continue;
        if (!(carried(graph, edge, states) & mask)) continue;
        if (seen === -1) next.push(from);
        distance[from] = hops;
        steps[from] = edge;
      }
    }
    tier = next;
  }
  return steps;
}

/** Who is only possibly blocked starts no chain of the better world. */
function startsHere(blocked: Blocked, asset: number, bit: number): boolean {
  return bit >= firstBitOfWorseWorld || blocked.get(asset) === "sure";
}

const firstBitOfWorseWorld = 8;
