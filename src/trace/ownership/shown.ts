import type { OwnershipNode, ProofInterest } from "../../model/index.js";
import { type Assessment, percentOf, type Settled } from "./assess.js";
import type { OpenFact } from "./facts.js";
import { type ProofUnit, size } from "./proof.js";
import type { World } from "./terms.js";

/** Parties that an answer names at most, beside those of the proof and the questions. */
const mostParties = 60;

/** The party, those that the proof and the questions name, then the nearest, in the order of their tiers. */
export function partiesToShow({ family }: Settled, proof: ProofUnit[], facts: OpenFact[]): { shown: number[]; cut: number } {
  const numbers = new Map(family.ids.map((id, number) => [id, number]));
  const named = facts.flatMap(({ told }) => [told.party, told.owned].flatMap((id) => (id === null ? [] : [numbers.get(id) ?? 0])));
  const shown = new Set([0, ...proof.flatMap(({ unit }) => [unit.owned, ...unit.owners]), ...named]);
  for (const number of family.ids.keys()) if (shown.size < mostParties) shown.add(number);
  return { shown: [...shown].sort((left, right) => left - right), cut: family.ids.length - shown.size };
}

export function nodeOf(number: number, { family, sure, possible }: Settled, { covered, limbs }: Assessment): OwnershipNode {
  const id = family.ids[number] ?? "";
  const party = family.parties[number];
  return {
    id,
    name: party?.name ?? id,
    kind: party?.kind ?? null,
    tier: family.tiers[number] ?? 0,
    covered,
    counts: sure.counts[number] === 1 ? "yes" : possible.counts[number] === 1 ? "cannot-be-excluded" : "no",
    limbs,
  };
}

export function proofInterests({ unit, as }: ProofUnit, settled: Settled): ProofInterest[] {
  const counted = { min: addsIn("sure", unit, settled), max: addsIn("possible", unit, settled) };
  return unit.rows.map((row) => ({ ...statement(row, settled), counted, as }));
}

function addsIn(world: World, unit: ProofUnit["unit"], settled: Settled): number {
  const counts = (owner: number) => settled[world].counts[owner] === 1;
  const counting = world === "sure" ? unit.owners.every(counts) : unit.owners.some(counts);
  return counting ? percentOf(size(unit, world, settled)) : 0;
}

/** An interest as its source states it. */
export function statement(row: number, { family: { held, graph } }: Settled): Omit<ProofInterest, "counted" | "as"> {
  const one = held[row];
  if (!one) throw new RangeError(`no interest ${row}`);
  const { interest, confidence } = one;
  return {
    owner: interest.owner,
    owned: interest.owned,
    kind: interest.kind,
    share: { min: percentOf(graph.min[row] ?? 0), max: percentOf(graph.max[row] ?? 0) },
    stated: graph.known?.[row] === 1,
    capacity: interest.capacity ?? null,
    joint: interest.joint ?? null,
    asOf: interest.asOf ?? null,
    record: interest.record ?? null,
    note: interest.note ?? null,
    sources: interest.sources,
    confidence,
  };
}
