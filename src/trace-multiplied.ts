import type { Day, Reference, Regime, Verdict } from "./model/index.js";
import type { Assessment } from "./trace/index.js";
import { interestsHeld } from "./trace/interests.js";

/** A covered share when shares are multiplied along chains, in percent. */
export interface MultipliedShare {
  shareMin: number;
  shareMax: number;
  verdict: Verdict;
}

/** Chains are followed no further: what is left of a share after them is nothing to speak of. */
const longestChain = 12;

/**
 * The share of a party that comes to those who are covered by themselves when shares are multiplied along every chain: 50 percent of 50 percent is
 * 25. No law counts like this; it is the beneficial share, for comparison with the regimes. A chain that comes back to itself is cut.
 */
export function multipliedShare(
  party: string,
  regime: Regime,
  view: (party: string) => Assessment,
  reference: Reference,
  asOf: Day,
): MultipliedShare {
  const of = (id: string, passed: ReadonlySet<string>): { min: number; max: number } => {
    if (passed.size >= longestChain) return { min: 0, max: 1 };
    const deeper = new Set([...passed, id]);
    const sum = { min: 0, max: 0 };
    for (const { interest, share } of interestsHeld(id, reference, asOf)) {
      if (interest.kind !== "equity" || deeper.has(interest.owner)) continue;
      const owner = standing(interest.owner, view, reference) ?? of(interest.owner, deeper);
      sum.min += (share.min / 100) * owner.min;
      sum.max += (share.max / 100) * owner.max;
    }
    return { min: Math.min(1, sum.min), max: Math.min(1, sum.max) };
  };
  const { min, max } = standing(party, view, reference) ?? of(party, new Set());
  const [shareMin, shareMax] = [percent(min), percent(max)];
  const { threshold } = regime.covered;
  return { shareMin, shareMax, verdict: shareMin >= threshold ? "yes" : shareMax >= threshold ? "cannot-be-excluded" : "no" };
}

/** Whole for who is covered by itself, open for who may be or is unknown; undefined for who is neither. */
function standing(id: string, view: (party: string) => Assessment, reference: Reference): { min: number; max: number } | undefined {
  if (reference.party(id)?.kind === "unknown") return { min: 0, max: 1 };
  const { covered, limbs } = view(id);
  const byItself = limbs.some((limb) => limb !== "ownership" && limb !== "control");
  if (!byItself || covered === "no") return undefined;
  return covered === "yes" ? { min: 1, max: 1 } : { min: 0, max: 1 };
}

function percent(part: number): number {
  return Math.round(part * 1_000_000) / 10_000;
}
