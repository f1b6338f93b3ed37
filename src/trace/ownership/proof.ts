import type { Settled } from "./assess.js";
import { rowControls, stakeIn } from "./stakes.js";
import type { World } from "./terms.js";
import { isBeaten, onlyUnits, type Unit, unitsOf } from "./units.js";
import { spread } from "./worlds.js";

/** An interest of a proof, and by which limb it counts there. */
export interface ProofUnit {
  unit: Unit;
  as: "ownership" | "control";
}

/**
 * Interests that alone make the family's first party count in a world, none of which can be left out. Found by going up from the party
 * along owners that count before it, then by dropping one after the other, the weakest and smallest first, for as long as the rest holds.
 * In the possible world the room that others leave is not asked for while dropping, so that fewer interests never prove more; as all
 * owners of what remains count, the room is no limit there.
 */
export function proofOf(world: World, settled: Settled): ProofUnit[] {
  const found = settled.terms.multiplied ? everything(settled) : derivation(world, settled);
  const kept = [...found].sort(
    (left, right) => left.unit.doubt - right.unit.doubt || size(right.unit, world, settled) - size(left.unit, world, settled),
  );
  for (let at = kept.length - 1; at >= 0; at--) {
    const rest = kept.filter((_, index) => index !== at);
    if (stands(rest, world, settled)) kept.splice(at, 1);
  }
  return kept.sort((left, right) => (left.unit.rows[0] ?? 0) - (right.unit.rows[0] ?? 0));
}

function stands(proof: ProofUnit[], world: World, { family, terms, seeds }: Settled): boolean {
  const graph = onlyUnits(
    family.graph,
    proof.map(({ unit }) => unit),
  );
  return spread(graph, terms, seeds, world, { uncapped: true }).counts[0] === 1;
}

function everything({ family }: Settled): ProofUnit[] {
  return unitsOf(family).map((unit) => ({ unit, as: "ownership" }));
}

function derivation(world: World, settled: Settled): ProofUnit[] {
  const { family, seeds } = settled;
  const units = unitsOf(family);
  const place = new Int32Array(family.ids.length).fill(-1);
  settled[world].order.forEach((party, at) => {
    place[party] = at;
  });
  const found: ProofUnit[] = [];
  const passed = new Set<number>();
  const queue = [0];
  for (let party = queue.pop(); party !== undefined; party = queue.pop()) {
    if (passed.has(party) || (seeds[party] ?? 0) >= (world === "sure" ? 2 : 1)) continue;
    passed.add(party);
    const at = place[party] ?? -1;
    const before = place.map((one) => Number(one >= 0 && one < at));
    const chosen = fewestThatReach(
      party,
      units.filter(({ owned }) => owned === party),
      Uint8Array.from(before),
      world,
      settled,
    );
    found.push(...chosen);
    for (const { unit } of chosen) {
      const counting = unit.owners.filter((owner) => before[owner] === 1);
      const first = [...counting].sort((left, right) => (place[left] ?? 0) - (place[right] ?? 0)).slice(0, 1);
      queue.push(...(world === "sure" ? counting : first));
    }
  }
  return found;
}

/** Of a right to control, and shares of either class, the best confidence and then the fewest interests. */
function fewestThatReach(party: number, all: Unit[], counts: Uint8Array, world: World, settled: Settled): ProofUnit[] {
  const { terms, family } = settled;
  const counting = all.filter(({ owners }) =>
    world === "sure" ? owners.every((owner) => counts[owner] === 1) : owners.some((owner) => counts[owner] === 1),
  );
  const ways: ProofUnit[][] = [];
  for (let doubt = 0; doubt <= 2 && ways.length === 0; doubt++) {
    const sound = counting.filter((unit) => unit.doubt <= doubt);
    const right = sound.find((unit) => terms.control[world] && unit.rows.some((row) => rowControls(family.graph, terms, row, world)));
    if (right) ways.push([{ unit: right, as: "control" }]);
    for (const shareClass of terms.ownership[world] ? [0, 1] : []) {
      const way = sharesThatReach(party, shareClass, sound, counts, world, settled);
      if (way) ways.push(way);
    }
  }
  return ways.sort((left, right) => left.length - right.length)[0] ?? counting.map((unit) => ({ unit, as: "ownership" }));
}

function sharesThatReach(
  party: number,
  shareClass: number,
  units: Unit[],
  counts: Uint8Array,
  world: World,
  settled: Settled,
): ProofUnit[] | undefined {
  const { terms, family } = settled;
  const inClass = units
    .filter(({ rows }) =>
      rows.some((row) => terms.classOf[family.graph.kind[row] ?? 0] === shareClass && !isBeaten(family.graph, terms.classOf, row)),
    )
    .sort((left, right) => size(right, world, settled) - size(left, world, settled));
  const taken: Unit[] = [];
  for (const unit of inClass) {
    taken.push(unit);
    const stake = stakeIn(onlyUnits(family.graph, taken), terms, party, counts, world, { uncapped: true });
    if ((shareClass === 0 ? stake.equity : stake.voting) >= terms.threshold) return taken.map((one) => ({ unit: one, as: "ownership" }));
  }
  return undefined;
}

/** Millionths that a unit adds where its owners count. */
export function size({ rows }: Unit, world: World, { family: { graph }, terms }: Settled): number {
  return Math.max(
    0,
    ...rows.map((row) => {
      if ((terms.classOf[graph.kind[row] ?? 0] ?? -1) < 0) return 0;
      if (world === "possible") return graph.max[row] ?? 0;
      return graph.capacity[row] === 0 ? (graph.min[row] ?? 0) : 0;
    }),
  );
}
