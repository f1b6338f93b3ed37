import type { TracedLink, TracedNode, TracedParty } from "../../../model/index.js";
import type { ComparedFamilies } from "./merged.js";

/** What of the family a reader wants to see. */
export interface OwnershipOptions {
  /** Interests with a share that is surely below it are hidden, in percent. Default: 0, none. */
  minimumShare?: number;
  /** Which interests: all of them, or only those of some kinds. */
  kinds?: readonly ("equity" | "votes" | "control")[];
  /** Interests that had ended by the day. Default: not shown. */
  ended?: boolean;
  /** Parties and groups whose own neighbours are folded into one. */
  folded?: readonly string[];
  /** Boxes at most, groups among them. Default: 400. */
  most?: number;
  /** What became of interests since an earlier day, by their number: drawn with a sign and a word. */
  compared?: Pick<ComparedFamilies, "since" | "changes">;
}

/** A share that nobody on file holds. */
export interface Gap {
  party: string;
  share: number;
}

/** Parties that are drawn as one. */
export interface Folded {
  id: string;
  /** Whom they hang on. */
  hub: string;
  side: "above" | "below";
  /** In the order of the answer. */
  members: string[];
  /** Interests between them and the one that they hang on, and among themselves. */
  links: number;
}

/** What is drawn, and what is not and why. */
export interface OwnershipView {
  nodes: TracedNode[];
  links: TracedLink[];
  gaps: Gap[];
  /** Parties of which no owner is on file at all: not looked for, or not found. */
  unsought: ReadonlySet<string>;
  folded: Folded[];
  hidden: { belowShare: number; otherKinds: number; ended: number; parties: number };
}

export const mostVisible = 400;

export function linkKind({ kind }: Pick<TracedLink, "kind">): "equity" | "votes" | "control" {
  return kind === "equity" ? "equity" : kind === "voting" ? "votes" : "control";
}

/** Of a traced family, what the options show. Parties that nothing shown ties to the one asked about are left out. */
export function ownershipView(traced: TracedParty, options: OwnershipOptions = {}): OwnershipView {
  const { minimumShare = 0, kinds, most = mostVisible } = options;
  const ended = traced.ended ?? [];
  const all = [...traced.owners, ...traced.holdings, ...(options.ended ? ended : [])];
  const ofKind = all.filter((link) => !kinds || kinds.includes(linkKind(link)));
  const links = ofKind.filter((link) => !(linkKind(link) !== "control" && link.stated && link.shareMax < minimumShare));
  const tied = tiedTo(traced.party, links);
  const nodes = traced.parties.filter(({ id }) => tied.has(id));
  const gaps = gapsOf(traced).filter(({ party, share }) => tied.has(party) && share >= minimumShare);
  const owned = new Set([...traced.owners, ...traced.holdings].map((link) => link.owned));
  // Of what the party owns, the other owners are not asked for: they are not told, not missing.
  const asked = new Set([traced.party, ...traced.owners.map(({ owner }) => owner)]);
  const unsought = new Set(
    nodes.filter(({ id, kind }) => (kind === "entity" || kind === "aggregate") && asked.has(id) && !owned.has(id)).map(({ id }) => id),
  );
  const view: OwnershipView = {
    nodes,
    links: links.filter(({ owner, owned: of }) => tied.has(owner) && tied.has(of)),
    gaps: gaps.filter(({ party }) => !unsought.has(party)),
    unsought,
    folded: [],
    hidden: {
      belowShare: ofKind.length - links.length,
      otherKinds: all.length - ofKind.length,
      ended: options.ended ? 0 : ended.length,
      parties: traced.parties.length - nodes.length,
    },
  };
  return fold(view, traced.party, options.folded ?? [], most);
}

/** Everybody that interests tie to a party, however far, in the order of their distance. */
function tiedTo(party: string, links: readonly TracedLink[]): Map<string, number> {
  const beside = new Map<string, string[]>();
  const note = (one: string, other: string) => {
    const known = beside.get(one);
    if (known) known.push(other);
    else beside.set(one, [other]);
  };
  for (const { owner, owned } of links) {
    note(owner, owned);
    note(owned, owner);
  }
  const found = new Map([[party, 0]]);
  const queue = [party];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const one of beside.get(next) ?? []) {
      if (found.has(one)) continue;
      found.set(one, (found.get(next) ?? 0) + 1);
      queue.push(one);
    }
  }
  return found;
}

/** The largest unrecorded share of each party, over the regimes. */
function gapsOf(traced: TracedParty): Gap[] {
  const byParty = new Map<string, number>();
  for (const { unrecorded } of traced.regimes) {
    for (const { party, share } of unrecorded) byParty.set(party, Math.max(share, byParty.get(party) ?? 0));
  }
  return [...byParty].map(([party, share]) => ({ party, share }));
}

/**
 * Draws as one what the reader has folded, and, where there are more boxes than may be drawn, the farthest parties, each with the nearest party that
 * is drawn and ties them to the one asked about.
 */
function fold(view: OwnershipView, subject: string, wanted: readonly string[], most: number): OwnershipView {
  const distance = tiedTo(subject, view.links);
  const order = [...view.nodes].sort((left, right) => (distance.get(left.id) ?? 0) - (distance.get(right.id) ?? 0));
  const parents = parentsOf(order, view.links, distance);
  let kept = new Set(order.map(({ id }) => id));
  for (const { id } of order) {
    const parent = parents.get(id);
    if (parent && (wanted.includes(parent.hub) || !kept.has(parent.hub))) kept.delete(id);
  }
  const boxes = (ids: ReadonlySet<string>) =>
    ids.size + view.gaps.filter(({ party }) => ids.has(party)).length + groupsOf(order, ids, parents, view.links).length;
  if (boxes(kept) > most) {
    const far = order.filter(({ id }) => kept.has(id)).map(({ id }) => id);
    // The most that still has room, found by halving: each party less adds a group at most where none was.
    let [least, beyond] = [1, far.length];
    while (beyond - least > 1) {
      const middle = Math.floor((least + beyond) / 2);
      if (boxes(new Set(far.slice(0, middle))) <= most) least = middle;
      else beyond = middle;
    }
    kept = new Set(far.slice(0, least));
  }
  if (kept.size === order.length) return view;
  return {
    ...view,
    nodes: view.nodes.filter(({ id }) => kept.has(id)),
    links: view.links.filter(({ owner, owned }) => kept.has(owner) && kept.has(owned)),
    gaps: view.gaps.filter(({ party }) => kept.has(party)),
    unsought: new Set([...view.unsought].filter((id) => kept.has(id))),
    folded: groupsOf(order, kept, parents, view.links),
  };
}

interface Parent {
  hub: string;
  side: "above" | "below";
}

/** For every party but the one asked about, the one through which it hangs on that: the first of those nearer to it. */
function parentsOf(order: readonly TracedNode[], links: readonly TracedLink[], distance: ReadonlyMap<string, number>): Map<string, Parent> {
  const parents = new Map<string, Parent>();
  const far = (id: string) => distance.get(id) ?? Number.POSITIVE_INFINITY;
  for (const { owner, owned } of links) {
    if (far(owner) === far(owned) + 1 && !parents.has(owner)) parents.set(owner, { hub: owned, side: "above" });
    if (far(owned) === far(owner) + 1 && !parents.has(owned)) parents.set(owned, { hub: owner, side: "below" });
  }
  return new Map(order.flatMap(({ id }) => (parents.has(id) ? [[id, parents.get(id) as Parent] as const] : [])));
}

function groupsOf(
  order: readonly TracedNode[],
  kept: ReadonlySet<string>,
  parents: ReadonlyMap<string, Parent>,
  links: readonly TracedLink[],
): Folded[] {
  const groups = new Map<string, Folded>();
  const groupOf = new Map<string, Folded>();
  for (const { id } of order) {
    if (kept.has(id)) continue;
    const parent = parents.get(id);
    if (!parent) continue;
    const above = groupOf.get(parent.hub);
    const { hub, side } = above ?? parent;
    const key = `folded ${side} ${hub}`;
    const group = groups.get(key) ?? { id: key, hub, side, members: [], links: 0 };
    groups.set(key, group);
    group.members.push(id);
    groupOf.set(id, group);
  }
  for (const { owner, owned } of links) {
    const group = groupOf.get(owner) ?? groupOf.get(owned);
    if (group) group.links += 1;
  }
  return [...groups.values()];
}
