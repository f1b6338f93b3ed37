import { dependencyNeeds } from "../../model/index.js";
import { edgesAt, type IndexedGraph } from "./indexed-graph.js";

/**
 * What becomes of each asset, as bits: for each of the four times (bit n is the n-th of `dependencyTimes`) whether it degrades or worse, and whether it
 * stops, in the better and in the worse of the two worlds that unknown facts leave open. A bit that is set is never cleared again, so that states
 * only get worse until nothing changes: the least fixed point, whatever the order and whatever the cycles.
 */
export const degradesAtLeast = 0;
export const stopsAtLeast = 4;
export const degradesAtMost = 8;
export const stopsAtMost = 12;

const everyTime = 0b1111;
const degrading = (everyTime << degradesAtLeast) | (everyTime << degradesAtMost);
const inWorseWorld = (everyTime << degradesAtMost) | (everyTime << stopsAtMost);
const inEveryGroup = 0x1111;

const partial = dependencyNeeds.indexOf("partial");
const unknown = dependencyNeeds.indexOf("unknown");

/** Assets that are cut off, by number: `sure`, or `possible` where it cannot be told whether they are. */
export type Blocked = ReadonlyMap<number, "sure" | "possible">;

/** The states of all assets when some are blocked: linear in the dependencies. */
export function spread(graph: IndexedGraph, blocked: Blocked): Uint16Array {
  const states = new Uint16Array(graph.assets.length);
  const waiting: number[] = [];
  const waits = new Uint8Array(graph.assets.length);
  const worsen = (asset: number, bits: number) => {
    const before = states[asset] ?? 0;
    if ((before | bits) === before) return;
    states[asset] = before | bits;
    if (waits[asset]) return;
    waits[asset] = 1;
    waiting.push(asset);
  };
  for (const [asset, certainty] of blocked) worsen(asset, stoppedAt(timesUsed(graph, asset), certainty));
  for (let asset = waiting.pop(); asset !== undefined; asset = waiting.pop()) {
    waits[asset] = 0;
    for (const { offsets, edges } of [graph.dependents, graph.reliefs]) {
      for (let at = offsets[asset] ?? 0; at < (offsets[asset + 1] ?? 0); at++) {
        const edge = edges[at] ?? 0;
        worsen(graph.from[edge] ?? 0, carried(graph, edge, states));
      }
    }
  }
  return states;
}

/** The bits that a dependency carries from what is needed to what needs it. */
export function carried({ to, times, need, fallback }: IndexedGraph, edge: number, states: Uint16Array): number {
  let bits = (states[to[edge] ?? 0] ?? 0) & ((times[edge] ?? 0) * inEveryGroup);
  if (need[edge] === partial) bits &= degrading;
  if (need[edge] === unknown) bits &= inWorseWorld;
  const relief = fallback[edge] ?? -1;
  // What takes over keeps it going, with less, as long as it goes on itself.
  if (relief >= 0) bits &= degrading | (((states[relief] ?? 0) & degrading) << 4);
  return bits;
}

/** When an asset is used, by what needs it; at every time where nothing on file says when. */
function timesUsed({ dependents, times }: IndexedGraph, asset: number): number {
  let used = 0;
  for (const edge of edgesAt(dependents, asset)) used |= times[edge] ?? 0;
  return used || everyTime;
}

function stoppedAt(times: number, certainty: "sure" | "possible"): number {
  const bits = times * inEveryGroup;
  return certainty === "sure" ? bits : bits & inWorseWorld;
}
