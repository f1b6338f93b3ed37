import { type OwnershipGraph, rowHolds } from "./graph.js";
import { multipliedShares } from "./multiplied.js";
import { type StakeOptions, stakeIn } from "./stakes.js";
import type { Terms, World } from "./terms.js";

/** How parties stand by themselves: 0 not covered, 1 in doubt, 2 covered. */
export type Seeds = Uint8Array;

/** Who counts in full for what it owns, in one world. */
export interface Spread {
  /** 1 where the party counts. */
  counts: Uint8Array;
  /** Those who count in the order in which they came to: each by itself or through ones before it. */
  order: Int32Array;
}

/**
 * The least set of parties that count in a world: those that do by themselves, and those of which counting owners hold the line or more,
 * or which they control. Goes round by round from the seeds; each party is looked at once a round however many of its owners joined.
 */
export function spread(graph: OwnershipGraph, terms: Terms, seeds: Seeds, world: World, options: StakeOptions = {}): Spread {
  const counts = new Uint8Array(graph.partyCount);
  const order = new Int32Array(graph.partyCount);
  let size = 0;
  const least = world === "sure" ? 2 : 1;
  for (let party = 0; party < graph.partyCount; party++) {
    if ((seeds[party] ?? 0) < least) continue;
    counts[party] = 1;
    order[size++] = party;
  }
  if (terms.multiplied) return byMultiplying(graph, terms, { counts, order: order.subarray(0, size) }, world);
  if (!terms.ownership[world] && !terms.control[world]) return { counts, order: order.subarray(0, size) };
  const waiting = new Int32Array(graph.partyCount);
  for (let done = 0; done < size; ) {
    const candidates = candidatesOf(graph, terms, counts, order, done, size, waiting);
    done = size;
    for (let at = 0; at < candidates; at++) {
      const party = waiting[at] ?? 0;
      counts[party] = 0;
      if (!reaches(graph, terms, party, counts, world, options)) continue;
      counts[party] = 1;
      order[size++] = party;
    }
  }
  return { counts, order: order.subarray(0, size) };
}

/** Parties owned by those that joined in the last round and not counting yet; marked 2 so that each is named once. */
function candidatesOf(
  graph: OwnershipGraph,
  terms: Terms,
  counts: Uint8Array,
  order: Int32Array,
  from: number,
  until: number,
  waiting: Int32Array,
): number {
  let found = 0;
  for (let at = from; at < until; at++) {
    const owner = order[at] ?? 0;
    const end = graph.ownerStart[owner + 1] ?? 0;
    for (let index = graph.ownerStart[owner] ?? 0; index < end; index++) {
      const row = graph.ownerRows[index] ?? 0;
      const party = graph.owned[row] ?? 0;
      if (counts[party] !== 0 || !rowHolds(graph, row, terms.day)) continue;
      counts[party] = 2;
      waiting[found++] = party;
    }
  }
  return found;
}

function reaches(graph: OwnershipGraph, terms: Terms, party: number, counts: Uint8Array, world: World, options: StakeOptions): boolean {
  const { equity, voting, control } = stakeIn(graph, terms, party, counts, world, options);
  return control || (terms.ownership[world] && Math.max(equity, voting) >= terms.threshold);
}

function byMultiplying(graph: OwnershipGraph, terms: Terms, roots: Spread, world: World): Spread {
  const shares = multipliedShares(graph, terms, roots.counts, world);
  const counts = roots.counts.slice();
  if (terms.ownership[world])
    for (let party = 0; party < counts.length; party++) if ((shares[party] ?? 0) >= terms.threshold) counts[party] = 1;
  return { counts, order: Int32Array.from(counts.keys()).filter((party) => counts[party] === 1) };
}
