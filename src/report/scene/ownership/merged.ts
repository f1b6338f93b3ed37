import type { TracedLink, TracedParty } from "../../../model/index.js";

/** What is the same stake in two answers: who, in whom, of what kind and how much. */
function stakeOf({ owner, owned, kind, shareMin, shareMax, joint }: TracedLink): string {
  return JSON.stringify([owner, owned, kind, shareMin, shareMax, joint]);
}

/**
 * The family of a party together with those of others that belong to it: each party and each interest once. The verdicts and figures stay those of the
 * first; interests that come to it are numbered on.
 */
export function mergedFamilies(first: TracedParty, others: readonly TracedParty[]): TracedParty {
  const parties = new Map(first.parties.map((one) => [one.id, one]));
  const known = new Set([...first.owners, ...first.holdings, ...(first.ended ?? [])].map(stakeOf));
  let last = known.size === 0 ? 0 : Math.max(...[...first.owners, ...first.holdings, ...(first.ended ?? [])].map(({ number }) => number));
  const fresh = (links: readonly TracedLink[]) =>
    links.flatMap((link) => {
      if (known.has(stakeOf(link))) return [];
      known.add(stakeOf(link));
      last += 1;
      return [{ ...link, number: last }];
    });
  const merged = { ...first, owners: [...first.owners], holdings: [...first.holdings], ended: [...(first.ended ?? [])] };
  for (const other of others) {
    for (const one of other.parties) if (!parties.has(one.id)) parties.set(one.id, one);
    merged.owners.push(...fresh(other.owners));
    merged.holdings.push(...fresh(other.holdings));
    merged.ended.push(...fresh(other.ended ?? []));
  }
  return { ...merged, parties: [...parties.values()] };
}

/** What became of an interest between two days. */
export type StakeChange = "added" | "gone";

/** A family on two days: every interest of both, and by its number whether it was added or is gone. A share that changed is one of each. */
export interface ComparedFamilies {
  traced: TracedParty;
  since: string;
  changes: Readonly<Record<number, StakeChange>>;
}

export function comparedFamilies(earlier: TracedParty, later: TracedParty): ComparedFamilies {
  const before = new Set([...earlier.owners, ...earlier.holdings].map(stakeOf));
  const now = new Set([...later.owners, ...later.holdings].map(stakeOf));
  const merged = mergedFamilies({ ...later, ended: [] }, [{ ...earlier, ended: [] }]);
  const changes: Record<number, StakeChange> = {};
  for (const link of [...merged.owners, ...merged.holdings]) {
    if (!now.has(stakeOf(link))) changes[link.number] = "gone";
    else if (!before.has(stakeOf(link))) changes[link.number] = "added";
  }
  return { traced: merged, since: earlier.asOf, changes };
}
