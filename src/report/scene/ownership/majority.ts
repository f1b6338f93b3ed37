import type { TracedLink } from "../../../model/index.js";
import { rangeWords } from "../../trace/words.js";
import { listed } from "../../words.js";
import type { IndirectShare, Share, ShareChain } from "./indirect.js";

/**
 * What an owner holds where whoever holds more than half of a party counts for the whole of what that party holds, and whoever holds less for nothing: the
 * majority chain. Bounds: a stake that may be more than half leaves open whether it counts. Ways that end with the same stake count it once.
 */
export function majorityShare({ chains }: Pick<IndirectShare, "chains">): Share {
  const byStake = new Map<number, Share>();
  for (const chain of chains) {
    const stake = chain.links.at(-1);
    if (!stake) continue;
    const { min, max } = throughMajorities(chain);
    const known = byStake.get(stake.number) ?? { min: 0, max: 0 };
    byStake.set(stake.number, { min: Math.max(known.min, min), max: Math.max(known.max, max) });
  }
  const sum = (bound: (share: Share) => number) =>
    Math.min(100, Math.round([...byStake.values()].reduce((total, share) => total + bound(share) * 10_000, 0)) / 10_000);
  return { min: sum(({ min }) => min), max: sum(({ max }) => max) };
}

/** Of a way: the last stake, where every stake before it is more than half. */
function throughMajorities({ links }: ShareChain): Share {
  const stake = links.at(-1);
  const before = links.slice(0, -1);
  return {
    min: stake && before.every(isMajority) ? surely(stake) : 0,
    max: stake && before.every((link) => link.shareMax > 50) ? stake.shareMax : 0,
  };
}

/** A bound that is not part of its range counts: more than 50 is more than half. */
function isMajority(link: TracedLink): boolean {
  return surely(link) > 50 || (surely(link) === 50 && link.minExclusive);
}

/** What is held jointly may be another's. */
function surely({ joint, shareMin }: TracedLink): number {
  return joint === null ? shareMin : 0;
}

/** `60 % is more than half, so all of 51 % counts through HoldCo A; 10 % directly; in all 61 %`. */
export function majorityArithmetic(share: Pick<IndirectShare, "chains">, nameOf: (id: string) => string): string {
  const total = majorityShare(share);
  const ways = share.chains.slice(0, mostWritten).map((chain) => wayWords(chain, nameOf));
  const rest = share.chains.length - ways.length;
  return [
    ...ways,
    ...(rest > 0 ? [`${rest} further ways`] : []),
    ...(share.chains.length > 1 ? [`in all ${rangeWords(total.min, total.max)}`] : []),
  ].join("; ");
}

const mostWritten = 6;

function wayWords(chain: ShareChain, nameOf: (id: string) => string): string {
  const { links } = chain;
  const stake = links.at(-1);
  if (!stake) return "";
  const held = rangeWords(stake.shareMin, stake.shareMax);
  if (links.length === 1) return `${held} directly`;
  const before = links.slice(0, -1);
  const through = listed(before.map(({ owned }) => nameOf(owned)));
  const stakes = listed(before.map((link) => rangeWords(link.shareMin, link.shareMax)));
  const are = before.length === 1 ? "is" : "are each";
  if (before.every(isMajority)) return `${stakes} ${are} more than half, so all of ${held} counts through ${through}`;
  const small = before.find(({ shareMax }) => shareMax <= 50);
  return small
    ? `${rangeWords(small.shareMin, small.shareMax)} is not more than half, so nothing counts through ${through}`
    : `${stakes} may ${before.length === 1 ? "be" : "each be"} more than half, so 0 to ${rangeWords(stake.shareMax, stake.shareMax)} counts through ${through}`;
}
