import { WHOLE } from "../../model/index.js";
import { type OwnershipGraph, rowHolds } from "./graph.js";
import type { Terms, World } from "./terms.js";

/** Rounds after which a cycle that has not come to rest is cut; each adds only what went once more around it. */
const mostRounds = 2_000;
/** In millionths: less than this is no change. */
const rest = 1e-6;

/**
 * For comparison only, and no law that beholden knows: shares of every party in millionths that roots hold in the end, as products along all chains, cycles
 * to the least fixed point (to a millionth). Equity and votes apart, the larger of the two given.
 */
export function multipliedShares(graph: OwnershipGraph, terms: Terms, roots: Uint8Array, world: World): Float64Array {
  const equity = ofClass(0, graph, terms, roots, world);
  const voting = ofClass(1, graph, terms, roots, world);
  return equity.map((share, party) => {
    const larger = Math.min(WHOLE, Math.max(share, voting[party] ?? 0));
    return world === "sure" ? Math.floor(larger + rest) : Math.ceil(larger - rest);
  });
}

function ofClass(shareClass: number, graph: OwnershipGraph, terms: Terms, roots: Uint8Array, world: World): Float64Array {
  const shares = new Float64Array(graph.partyCount);
  for (let round = 0, changed = true; changed && round < mostRounds; round++) {
    changed = false;
    for (let party = 0; party < graph.partyCount; party++) {
      if (graph.ownedStart[party] === graph.ownedStart[party + 1]) continue;
      const share = Math.min(
        WHOLE,
        multipliedIn(shareClass, graph, terms, party, (owner) => (roots[owner] === 1 ? WHOLE : (shares[owner] ?? 0)), world),
      );
      changed ||= share - (shares[party] ?? 0) > rest;
      shares[party] = share;
    }
  }
  return shares;
}

/** Each owner's best statement times what roots hold of that owner; a block times its least or most covered holder. */
function multipliedIn(
  shareClass: number,
  graph: OwnershipGraph,
  terms: Terms,
  party: number,
  heldOf: (owner: number) => number,
  world: World,
): number {
  const best = new Map<number, { share: number; held: number }>();
  const end = graph.ownedStart[party + 1] ?? 0;
  for (let row = graph.ownedStart[party] ?? 0; row < end; row++) {
    const owner = graph.owner[row] ?? 0;
    if (owner === party || terms.classOf[graph.kind[row] ?? 0] !== shareClass || !rowHolds(graph, row, terms.day)) continue;
    const least = graph.capacity[row] === 0 ? (graph.min[row] ?? 0) : 0;
    const share = world === "sure" ? least : (graph.max[row] ?? 0);
    const block = graph.joint[row] ?? 0;
    const key = block === 0 ? owner : -block;
    const held = heldOf(owner);
    const known = best.get(key) ?? { share, held };
    best.set(key, {
      share: Math.max(known.share, share),
      held: world === "sure" ? Math.min(known.held, held) : Math.max(known.held, held),
    });
  }
  let sum = 0;
  for (const { share, held } of best.values()) sum += (share * held) / WHOLE;
  return sum;
}
