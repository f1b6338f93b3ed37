import { byText, type Day, holdsOn, type Interest, type Reference } from "./model/index.js";
import { type HeldInterest, interestsHeld } from "./trace/interests.js";

/** Interests around a party: those of its owners tier by tier, and those that it holds itself. */
export interface Family {
  /** Nearest tier first. */
  owners: HeldInterest[];
  holdings: HeldInterest[];
  /** Parties that were left out. */
  hidden: { owners: number; holdings: number };
}

/** Parties shown where nobody asks for more, the party itself among them. */
export const usualParties = 60;
/** Parties looked at to say how many are hidden, and which of them come first. */
const mostCounted = 5_000;
/** Holdings of which each is looked at for a later statement that ends it; of more the statements are counted as they are. */
const mostChecked = 500;

/**
 * The owners of a party on a day, tier by tier up to the top, and what it owns directly. Parties that `needed` names are always
 * in it; of the others, the nearer ones and the larger shares go first.
 */
export function familyOf(id: string, needed: ReadonlySet<string>, most: number, reference: Reference, asOf: Day): Family {
  const mostHoldings = Math.floor(most / 4);
  const { kept: owners, hidden } = ownersOf(id, needed, most - mostHoldings - 1, reference, asOf);
  const { held, parties } = holdingsOf(id, reference, asOf);
  const shown = new Set([...new Set(held.map(({ interest }) => interest.owned))].slice(0, mostHoldings));
  return {
    owners,
    holdings: held.filter(({ interest }) => shown.has(interest.owned)),
    hidden: { owners: hidden, holdings: parties - shown.size },
  };
}

function ownersOf(
  id: string,
  needed: ReadonlySet<string>,
  most: number,
  reference: Reference,
  asOf: Day,
): { kept: HeldInterest[]; hidden: number } {
  const tiers = new Map([[id, 0]]);
  const all: HeldInterest[] = [];
  const queue = [id];
  for (let next = queue.shift(); next !== undefined && tiers.size < mostCounted; next = queue.shift()) {
    for (const held of interestsHeld(next, reference, asOf).sort(byShare)) {
      all.push(held);
      if (tiers.has(held.interest.owner)) continue;
      tiers.set(held.interest.owner, (tiers.get(next) ?? 0) + 1);
      queue.push(held.interest.owner);
    }
  }
  const order = [...tiers.keys()].filter((one) => one !== id);
  const kept = new Set([id, ...order.filter((one) => needed.has(one))]);
  for (const one of order) if (kept.size <= most) kept.add(one);
  return {
    kept: all.filter(({ interest }) => kept.has(interest.owner) && kept.has(interest.owned)),
    hidden: order.length - (kept.size - 1),
  };
}

/** Of the statements on one stake, those that `interestsHeld` takes for the day. */
function holdingsOf(id: string, reference: Reference, asOf: Day): { held: HeldInterest[]; parties: number } {
  const owned = new Set(reference.interestsOf(id).flatMap((one) => (holdsOn(one, asOf) && one.owned !== id ? [one.owned] : [])));
  const held = [...owned]
    .sort(byText)
    .slice(0, mostCounted)
    .flatMap((one) => interestsHeld(one, reference, asOf).filter(({ interest }) => interest.owner === id))
    .sort(byShare);
  return { held, parties: owned.size };
}

/** How many parties hold one and how many it holds on a day, whether a family shows them or not. */
export function tiesOnFile(id: string, reference: Reference, asOf: Day): { owners: number; holdings: number } {
  const owners = new Set(interestsHeld(id, reference, asOf).map(({ interest }) => interest.owner));
  const owned = [...new Set(reference.interestsOf(id).flatMap((one) => (holdsOn(one, asOf) && one.owned !== id ? [one.owned] : [])))];
  if (owned.length > mostChecked) return { owners: owners.size, holdings: owned.length };
  const held = owned.filter((one) => interestsHeld(one, reference, asOf).some(({ interest }) => interest.owner === id));
  return { owners: owners.size, holdings: held.length };
}

/** Larger shares first; then by the parties and kinds, so that the order is the same everywhere. */
function byShare(left: HeldInterest, right: HeldInterest): number {
  return right.share.min - left.share.min || right.share.max - left.share.max || byText(placeOf(left.interest), placeOf(right.interest));
}

function placeOf({ owner, owned, kind }: Interest): string {
  return `${owner} ${owned} ${kind}`;
}
