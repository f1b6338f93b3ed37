import type { TracedLink, TracedParty } from "../../../model/index.js";

/** Bounds in percent. */
export interface Share {
  min: number;
  max: number;
}

/** A way by which an owner holds a part of the party: the interests from the owner down, and their product. */
export interface ShareChain {
  links: TracedLink[];
  share: Share;
}

/** What an owner holds of the party over all ways together, shares multiplied along each and added up. */
export interface IndirectShare {
  owner: string;
  /** Largest share first. */
  chains: ShareChain[];
  /** Null where there are more ways than are added up. */
  total: Share | null;
  /** Whether interests lead back to a party of the same way: such a way is counted once, not round and round. */
  circular: boolean;
}

/** More ways than these are not multiplied out: nobody can check them by hand. */
export const mostChains = 200;
/** Steps walked for all owners together: a family in which everybody owns everybody would never end. */
const mostWalked = 4_000;

/**
 * For each owner, directly or through others, the share of the party that comes out when shares are multiplied along every way and the products are
 * added up. Equity only: votes and control are not shares of anything that could be multiplied. No law of the rule packs counts so; they count
 * covered owners in full. Stakes held jointly by several count for each of them, and so only as an upper bound.
 */
export function indirectShares({ party, owners }: Pick<TracedParty, "party" | "owners">): Map<string, IndirectShare> {
  const equity = owners.filter(({ kind }) => kind === "equity");
  const into = groupByOwned(equity);
  const ways = new Map<string, ShareChain[]>();
  const circle = new Set<string>();
  let walked = 0;
  const walk = (at: string, below: TracedLink[], above: readonly string[]) => {
    for (const link of into.get(at) ?? []) {
      const again = above.indexOf(link.owner);
      if (again >= 0) {
        for (const id of above.slice(again)) circle.add(id);
        continue;
      }
      walked += 1;
      if (walked > mostWalked) return;
      const links = [link, ...below];
      const known = ways.get(link.owner);
      const chain = { links, share: product(links) };
      if (known) known.push(chain);
      else ways.set(link.owner, [chain]);
      walk(link.owner, links, [...above, link.owner]);
    }
  };
  walk(party, [], [party]);
  return new Map(
    [...ways].map(([owner, chains]): [string, IndirectShare] => {
      const ordered = [...chains].sort((left, right) => right.share.max - left.share.max || left.links.length - right.links.length);
      const total = walked <= mostWalked && chains.length <= mostChains ? sum(ordered) : null;
      const circular = chains.some(({ links }) => links.some((link) => circle.has(link.owner) || circle.has(link.owned)));
      return [owner, { owner, chains: ordered, total, circular }];
    }),
  );
}

function groupByOwned(links: readonly TracedLink[]): Map<string, TracedLink[]> {
  const groups = new Map<string, TracedLink[]>();
  for (const link of links) {
    const known = groups.get(link.owned);
    if (known) known.push(link);
    else groups.set(link.owned, [link]);
  }
  return groups;
}

/** Ten thousandths of a percent, so that products are exact; bounds are rounded outwards. */
const unit = 10_000;
const whole = BigInt(100 * unit);

function product(links: readonly TracedLink[]): Share {
  return {
    min: multiplied(links, ({ shareMin, joint }) => (joint === null ? shareMin : 0), false),
    max: multiplied(links, ({ shareMax }) => shareMax, true),
  };
}

function multiplied(links: readonly TracedLink[], bound: (link: TracedLink) => number, up: boolean): number {
  let [above, below] = [1n, 1n];
  for (const link of links) {
    above *= BigInt(Math.round(bound(link) * unit));
    below *= whole;
  }
  const scaled = above * whole;
  const rounded = up ? (scaled + below - 1n) / below : scaled / below;
  return Number(rounded) / unit;
}

function sum(chains: readonly ShareChain[]): Share {
  const added = (bound: (share: Share) => number) =>
    Math.min(100, Math.round(chains.reduce((total, { share }) => total + bound(share) * unit, 0)) / unit);
  return { min: added(({ min }) => min), max: added(({ max }) => max) };
}
