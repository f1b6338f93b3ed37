import type { TracedLink } from "../../../model/index.js";
import type { Folded, Gap, OwnershipView } from "./view.js";

/** A party in the outline with what ties it: each interest, gap and group of the view stands in it once. */
export interface OutlinedParty {
  id: string;
  /** By which interest it hangs on the party that it stands below; null for the party asked about. */
  through: TracedLink | null;
  owners: OutlinedParty[];
  holdings: OutlinedParty[];
  gap: Gap | null;
  unsought: boolean;
  groups: Folded[];
  /** Parties on file that are tied to it and not in the answer. */
  more: number;
  /** It stands elsewhere in the outline with all that ties it. */
  told: boolean;
}

/** The same that the chart and the table show, as nested lists: from the party, owners and holdings nearest first. */
export function outlineOf(view: OwnershipView, party: string): OutlinedParty {
  const listed = new Set<number>();
  const told = new Set<string>([party]);
  const ties = tiesOf(view.links);
  const entry = (id: string, through: TracedLink | null, isTold: boolean): OutlinedParty => ({
    ...{ id, through, owners: [], holdings: [], told: isTold },
    gap: isTold ? null : (view.gaps.find((one) => one.party === id) ?? null),
    unsought: !isTold && view.unsought.has(id),
    more: isTold ? 0 : (view.more.get(id) ?? 0),
    groups: isTold ? [] : view.folded.filter(({ hub }) => hub === id),
  });
  const top = entry(party, null, false);
  const queue = [top];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const link of ties.get(at.id) ?? []) {
      if (listed.has(link.number)) continue;
      listed.add(link.number);
      const other = link.owned === at.id ? link.owner : link.owned;
      const one = entry(other, link, told.has(other));
      (link.owned === at.id ? at.owners : at.holdings).push(one);
      if (!told.has(other)) queue.push(one);
      told.add(other);
    }
  }
  return top;
}

function tiesOf(links: readonly TracedLink[]): Map<string, TracedLink[]> {
  const ties = new Map<string, TracedLink[]>();
  for (const link of links) {
    for (const id of new Set([link.owner, link.owned])) ties.set(id, [...(ties.get(id) ?? []), link]);
  }
  return ties;
}

/** What an outline holds, counted, as the chart and the table count it. */
export function countOutline(top: OutlinedParty): { parties: number; interests: number; gaps: number; unsought: number; groups: number } {
  const count = { parties: 0, interests: 0, gaps: 0, unsought: 0, groups: 0 };
  const visit = (one: OutlinedParty) => {
    if (!one.told) count.parties += 1;
    if (one.through) count.interests += 1;
    if (one.gap) count.gaps += 1;
    if (one.unsought) count.unsought += 1;
    count.groups += one.groups.length;
    for (const other of [...one.owners, ...one.holdings]) visit(other);
  };
  visit(top);
  return count;
}
