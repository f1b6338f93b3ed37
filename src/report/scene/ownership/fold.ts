import type { TracedLink, TracedNode } from "../../../model/index.js";
import { byText } from "../../../model/order.js";
import { narrowed } from "./narrowed.js";
import { tiedTo } from "./tied.js";
import type { Folded, OwnershipView } from "./view.js";

interface Asked {
  folded: readonly string[];
  opened: readonly string[];
  byCountry: boolean;
  most: number;
}

export interface Parent {
  hub: string;
  side: "above" | "below";
}

/** A family as a tree from the party asked about: everybody nearest first, each with whom it hangs on. */
export interface Tree {
  order: readonly TracedNode[];
  parents: ReadonlyMap<string, Parent>;
  links: readonly TracedLink[];
}

/** Why the first of those that are drawn as one is not drawn, by its id: whoever hangs on it goes with it. */
type Reasons = ReadonlyMap<string, Pick<Folded, "why" | "country">>;

/**
 * Draws as one what the reader has folded, then the parties of one country, and, where there are more boxes than may be drawn, the farthest parties,
 * each with the nearest party that is drawn and ties them to the one asked about. What the reader has opened is drawn before the rest.
 */
export function fold(view: OwnershipView, subject: string, { folded, opened, byCountry, most }: Asked): OwnershipView {
  const tree = treeOf(view, subject);
  const wanted: Reasons = new Map([
    ...(byCountry ? ofCountries(tree, opened) : []),
    ...[...tree.parents].flatMap(([id, { hub }]) => (folded.includes(hub) ? [[id, { why: "asked", country: null }] as const] : [])),
  ]);
  let kept: ReadonlySet<string> = drawnBeside(tree, wanted);
  const { kept: narrow, tooBroad } = narrowed(tree, kept, openedFirst(tree, opened));
  kept = narrow;
  const reasons: Reasons = new Map([...tooBroad.map((id) => [id, { why: "broad", country: null }] as const), ...wanted]);
  const boxes = (ids: ReadonlySet<string>) =>
    ids.size + view.gaps.filter(({ party }) => ids.has(party)).length + groupsOf(tree, ids, reasons).length;
  if (boxes(kept) > most) {
    const near = openedFirst(tree, opened).filter((id) => kept.has(id));
    // The most that still has room, found by halving: each party less adds a group at most where none was.
    let [least, beyond] = [1, near.length];
    while (beyond - least > 1) {
      const middle = Math.floor((least + beyond) / 2);
      if (boxes(new Set(near.slice(0, middle))) <= most) least = middle;
      else beyond = middle;
    }
    kept = new Set(near.slice(0, least));
  }
  if (kept.size === tree.order.length) return view;
  return {
    ...view,
    nodes: view.nodes.filter(({ id }) => kept.has(id)),
    links: view.links.filter(({ owner, owned }) => kept.has(owner) && kept.has(owned)),
    gaps: view.gaps.filter(({ party }) => kept.has(party)),
    unsought: new Set([...view.unsought].filter((id) => kept.has(id))),
    folded: groupsOf(tree, kept, reasons),
  };
}

/** For every party but the one asked about, the one through which it hangs on that: the first of those nearer to it. */
function treeOf({ nodes, links }: OwnershipView, subject: string): Tree {
  const distance = tiedTo(subject, links);
  const far = (id: string) => distance.get(id) ?? Number.POSITIVE_INFINITY;
  const order = [...nodes].sort((left, right) => far(left.id) - far(right.id));
  const parents = new Map<string, Parent>();
  for (const { owner, owned } of links) {
    if (far(owner) === far(owned) + 1 && !parents.has(owner)) parents.set(owner, { hub: owned, side: "above" });
    if (far(owned) === far(owner) + 1 && !parents.has(owned)) parents.set(owned, { hub: owner, side: "below" });
  }
  return { order, parents, links };
}

/** Those who hang on the same party on the same side and are of the same country, two or more, unless that group was opened. */
function ofCountries({ order, parents }: Tree, opened: readonly string[]): [string, Pick<Folded, "why" | "country">][] {
  const groups = new Map<string, { country: string; members: string[] }>();
  for (const { id, kind, jurisdiction, principalPlace } of order) {
    const parent = parents.get(id);
    const country = jurisdiction ?? principalPlace;
    // A state is drawn for itself: it is what an answer is about.
    if (!parent || country === null || kind === "government") continue;
    const key = groupId(parent, country);
    const group = groups.get(key) ?? { country, members: [] };
    group.members.push(id);
    groups.set(key, group);
  }
  return [...groups].flatMap(([key, { country, members }]) =>
    members.length > 1 && !opened.includes(key) ? members.map((id) => [id, { why: "country" as const, country }] as const) : [],
  ) as [string, Pick<Folded, "why" | "country">][];
}

/** Everybody who is not drawn as one with others, nor hangs on somebody who is. */
function drawnBeside({ order, parents }: Tree, wanted: Reasons): Set<string> {
  const kept = new Set(order.map(({ id }) => id));
  for (const { id } of order) {
    const parent = parents.get(id);
    if (parent && (wanted.has(id) || !kept.has(parent.hub))) kept.delete(id);
  }
  return kept;
}

/** The order in which parties get a box: the way to what was opened, what was opened, then the nearest. */
function openedFirst({ order, parents }: Tree, opened: readonly string[]): string[] {
  const [subject] = order;
  const wayTo = (id: string): string[] => {
    const parent = parents.get(id);
    return parent ? [...wayTo(parent.hub), id] : [id];
  };
  const asked = opened.filter((id) => parents.has(id));
  return [...new Set([...(subject ? [subject.id] : []), ...asked.flatMap(wayTo), ...order.map(({ id }) => id)])];
}

function groupId({ hub, side }: Parent, country: string | null): string {
  return country === null ? `folded ${side} ${hub}` : `country ${country} ${side} ${hub}`;
}

function groupsOf({ order, parents, links }: Tree, kept: ReadonlySet<string>, wanted: Reasons): Folded[] {
  const groups = new Map<string, Folded>();
  const groupOf = new Map<string, Folded>();
  for (const { id } of order) {
    const parent = parents.get(id);
    if (kept.has(id) || !parent) continue;
    const { why, country } = wanted.get(id) ?? { why: "room" as const, country: null };
    const key = groupId(parent, country);
    const group = groupOf.get(parent.hub) ?? groups.get(key) ?? { id: key, why, country, ...parent, members: [], links: 0 };
    groups.set(group.id, group);
    group.members.push(id);
    groupOf.set(id, group);
  }
  for (const { owner, owned } of links) {
    const group = groupOf.get(owner) ?? groupOf.get(owned);
    if (group) group.links += 1;
  }
  return [...groups.values()].sort((left, right) => byText(left.id, right.id));
}
