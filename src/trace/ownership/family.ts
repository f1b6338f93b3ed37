import { byText, capacities, type Day, interestKinds, type Party, type Reference, shareUnits } from "../../model/index.js";
import { type HeldInterest, interestsHeld } from "../interests.js";
import { type OwnershipGraph, ownershipGraph } from "./graph.js";

/** A party with everybody above it, on a day: parties numbered tier by tier, 0 the party itself. */
export interface Family {
  ids: string[];
  parties: (Party | undefined)[];
  /** Interests between the party asked about and this one, at least. */
  tiers: number[];
  graph: OwnershipGraph;
  /** By row of the graph. */
  held: HeldInterest[];
}

/** The owners of a party tier by tier up to the top, with the best statement on each stake. */
export function familyOfOwners(id: string, reference: Reference, asOf: Day): Family {
  const numbers = new Map([[id, 0]]);
  const ids = [id];
  const tiers = [0];
  const held: HeldInterest[] = [];
  for (let at = 0; at < ids.length; at++) {
    const found = interestsHeld(ids[at] ?? "", reference, asOf).sort(byOwner);
    for (const { interest } of found) {
      if (numbers.has(interest.owner)) continue;
      numbers.set(interest.owner, ids.length);
      ids.push(interest.owner);
      tiers.push((tiers[at] ?? 0) + 1);
    }
    const number = ({ interest }: HeldInterest) => numbers.get(interest.owner) ?? 0;
    held.push(...found.sort((left, right) => number(left) - number(right)));
  }
  return { ids, parties: ids.map((one) => reference.party(one)), tiers, graph: graphOf(held, numbers), held };
}

function byOwner({ interest: left }: HeldInterest, { interest: right }: HeldInterest): number {
  return byText(left.owner, right.owner) || byText(left.kind, right.kind) || byText(left.joint ?? "", right.joint ?? "");
}

function graphOf(held: HeldInterest[], numbers: Map<string, number>): OwnershipGraph {
  const blocks = new Map<string, number>();
  const blockOf = ({ owned, joint }: HeldInterest["interest"]) => {
    if (joint === undefined) return 0;
    const key = `${owned} ${joint}`;
    blocks.set(key, blocks.get(key) ?? blocks.size + 1);
    return blocks.get(key) ?? 0;
  };
  const units = held.map(({ interest }) => shareUnits(interest));
  const number = (id: string) => numbers.get(id) ?? 0;
  return ownershipGraph({
    partyCount: numbers.size,
    owner: Int32Array.from(held, ({ interest }) => number(interest.owner)),
    owned: Int32Array.from(held, ({ interest }) => number(interest.owned)),
    kind: Uint8Array.from(held, ({ interest }) => interestKinds.indexOf(interest.kind)),
    min: Int32Array.from(units, ({ min }) => min),
    max: Int32Array.from(units, ({ max }) => max),
    // The statements were chosen for the day already.
    from: new Int32Array(held.length),
    until: new Int32Array(held.length),
    capacity: Uint8Array.from(held, ({ interest }) => (interest.capacity ? capacities.indexOf(interest.capacity) + 1 : 0)),
    joint: Int32Array.from(held, ({ interest }) => blockOf(interest)),
    known: Uint8Array.from(units, ({ known }) => Number(known)),
  });
}
