import { confidences, interestKinds } from "../../model/index.js";
import type { Family } from "./family.js";
import { type OwnershipGraph, ownershipGraph } from "./graph.js";
import { isKnown } from "./stakes.js";

/** One interest, or one block held jointly: what is on file as a whole. */
export interface Unit {
  rows: number[];
  owned: number;
  owners: number[];
  /** Index into `confidences`: of the weakest statement in it. */
  doubt: number;
}

/** The interests of a family, blocks together. A link without a share is left out where the share of the same owner is stated. */
export function unitsOf({ graph, held }: Family): Unit[] {
  const units: Unit[] = [];
  const blocks = new Map<number, Unit>();
  for (let row = 0; row < held.length; row++) {
    const owner = graph.owner[row] ?? 0;
    if (owner === graph.owned[row]) continue;
    const doubt = confidences.indexOf(held[row]?.confidence ?? "low");
    const block = blocks.get(graph.joint[row] ?? 0);
    if (block) {
      block.rows.push(row);
      block.owners.push(owner);
      block.doubt = Math.max(block.doubt, doubt);
      continue;
    }
    const unit = { rows: [row], owned: graph.owned[row] ?? 0, owners: [owner], doubt };
    if (graph.joint[row] !== 0) blocks.set(graph.joint[row] ?? 0, unit);
    units.push(unit);
  }
  return units;
}

/** Whether the row says nothing of a share, because another of the same owner states it. */
export function isBeaten(graph: OwnershipGraph, classOf: Int8Array, row: number): boolean {
  const kind = interestKinds[graph.kind[row] ?? 0];
  if (kind !== "consolidation" && kind !== "linked") return false;
  const owned = graph.owned[row] ?? 0;
  const end = graph.ownedStart[owned + 1] ?? 0;
  for (let other = graph.ownedStart[owned] ?? 0; other < end; other++) {
    const sameHolder = graph.owner[other] === graph.owner[row] && graph.joint[other] === graph.joint[row];
    if (sameHolder && classOf[graph.kind[other] ?? 0] === classOf[graph.kind[row] ?? 0] && isKnown(graph, other)) return true;
  }
  return false;
}

/** The same parties with these interests alone. */
export function onlyUnits(graph: OwnershipGraph, units: readonly Unit[]): OwnershipGraph {
  const rows = units.flatMap((unit) => unit.rows).sort((left, right) => left - right);
  const integers = (column: Int32Array) => Int32Array.from(rows, (row) => column[row] ?? 0);
  const bytes = (column: Uint8Array) => Uint8Array.from(rows, (row) => column[row] ?? 0);
  return ownershipGraph({
    partyCount: graph.partyCount,
    owner: integers(graph.owner),
    owned: integers(graph.owned),
    kind: bytes(graph.kind),
    min: integers(graph.min),
    max: integers(graph.max),
    from: integers(graph.from),
    until: integers(graph.until),
    capacity: bytes(graph.capacity),
    joint: integers(graph.joint),
    ...(graph.known ? { known: bytes(graph.known) } : {}),
    ...(graph.rights ? { rights: bytes(graph.rights) } : {}),
  });
}
