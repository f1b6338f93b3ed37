import type { Interest } from "./party.js";

/** A share of one hundred percent: shares are counted in millionths, so that sums are exact. */
export const WHOLE = 1_000_000;

/** The share that an interest gives, in millionths of the whole, as far as the statement tells. */
export interface ShareUnits {
  min: number;
  max: number;
  /** False where neither a share nor a bound was stated. */
  known: boolean;
}

/**
 * Bounds of a stated share in millionths. A lower bound is rounded down and an upper one up, so that a stated 49.99999999 never
 * reaches half for sure; an exclusive bound moves inwards by one. No statement gives nought to all.
 */
export function shareUnits(interest: Pick<Interest, "share" | "shareMin" | "shareMax" | "minExclusive" | "maxExclusive">): ShareUnits {
  const low = interest.share ?? interest.shareMin;
  const high = interest.share ?? interest.shareMax;
  const exact = interest.share !== undefined;
  const min = low === undefined ? 0 : Math.floor(units(low)) + (interest.minExclusive && !exact ? 1 : 0);
  const max = high === undefined ? WHOLE : Math.ceil(units(high)) - (interest.maxExclusive && !exact ? 1 : 0);
  return { min: Math.min(min, WHOLE), max: Math.max(max, Math.min(min, WHOLE)), known: low !== undefined || high !== undefined };
}

/** Percent in millionths, without the noise that binary fractions bring: 33.34 is 333,400. */
function units(percent: number): number {
  return Number((percent * 10_000).toFixed(4));
}
