import type { TracedLink, TracedNode, TracedParty } from "../../../model/index.js";
import { fold } from "./fold.js";
import type { ComparedFamilies } from "./merged.js";
import { tiedTo } from "./tied.js";

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
  /** Of several that hang on one party on the same side, those of one country are drawn as one. Default: no. */
  byCountry?: boolean;
  /** Parties that are drawn before others where not all have room, and groups of a country that are drawn party by party. */
  opened?: readonly string[];
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
  /** The reader asked for it, for these parties or for every country; or a generation would be too broad, or there are too many boxes. */
  why: "asked" | "country" | "broad" | "room";
  /** Of a country's group: its code. */
  country: string | null;
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
  /** How many parties more are on file, tied to one that is drawn and not in the answer: by its id, none where it is nought. */
  more: ReadonlyMap<string, number>;
  hidden: { belowShare: number; otherKinds: number; ended: number; parties: number };
}

export const mostVisible = 400;

export function linkKind({ kind }: Pick<TracedLink, "kind">): "equity" | "votes" | "control" {
  return kind === "equity" ? "equity" : kind === "voting" ? "votes" : "control";
}

/** What of a family is shown, before anything is drawn as one: what exports hold. */
export interface ShownFamily {
  parties: TracedNode[];
  links: TracedLink[];
}

/** Of a traced family, the interests that the options show, with the parties that these tie to the one asked about. */
export function shownFamily(traced: TracedParty, options: OwnershipOptions = {}): ShownFamily & { hidden: OwnershipView["hidden"] } {
  const { minimumShare = 0, kinds } = options;
  const ended = traced.ended ?? [];
  const all = [...traced.owners, ...traced.holdings, ...(options.ended ? ended : [])];
  const ofKind = all.filter((link) => !kinds || kinds.includes(linkKind(link)));
  const links = ofKind.filter((link) => !(linkKind(link) !== "control" && link.stated && link.shareMax < minimumShare));
  const tied = tiedTo(traced.party, links);
  const parties = traced.parties.filter(({ id }) => tied.has(id));
  return {
    parties,
    links: links.filter(({ owner, owned }) => tied.has(owner) && tied.has(owned)),
    hidden: {
      belowShare: ofKind.length - links.length,
      otherKinds: all.length - ofKind.length,
      ended: options.ended ? 0 : ended.length,
      parties: traced.parties.length - parties.length,
    },
  };
}

/** Of a traced family, what the options show. Parties that nothing shown ties to the one asked about are left out. */
export function ownershipView(traced: TracedParty, options: OwnershipOptions = {}): OwnershipView {
  const { minimumShare = 0, most = mostVisible } = options;
  const { parties: nodes, links, hidden } = shownFamily(traced, options);
  const tied = new Set(nodes.map(({ id }) => id));
  const gaps = gapsOf(traced).filter(({ party, share }) => tied.has(party) && share >= minimumShare);
  const owned = new Set([...traced.owners, ...traced.holdings].map((link) => link.owned));
  // Of what the party owns, the other owners are not asked for: they are not told, not missing.
  const asked = new Set([traced.party, ...traced.owners.map(({ owner }) => owner)]);
  const unsought = new Set(
    nodes.filter(({ id, kind }) => (kind === "entity" || kind === "aggregate") && asked.has(id) && !owned.has(id)).map(({ id }) => id),
  );
  const view: OwnershipView = {
    nodes,
    links,
    gaps: gaps.filter(({ party }) => !unsought.has(party)),
    unsought,
    folded: [],
    more: moreOnFile(traced, nodes, options),
    hidden,
  };
  return fold(view, traced.party, {
    folded: options.folded ?? [],
    opened: options.opened ?? [],
    byCountry: options.byCountry === true,
    most,
  });
}

/** The largest unrecorded share of each party, over the regimes. */
function gapsOf(traced: TracedParty): Gap[] {
  const byParty = new Map<string, number>();
  for (const { unrecorded } of traced.regimes) {
    for (const { party, share } of unrecorded) byParty.set(party, Math.max(share, byParty.get(party) ?? 0));
  }
  return [...byParty].map(([party, share]) => ({ party, share }));
}

/** Parties on file beyond the answer, whatever of the answer is drawn: what an expansion adds. */
function moreOnFile(traced: TracedParty, nodes: readonly TracedNode[], { compared }: OwnershipOptions): Map<string, number> {
  const owners = new Map<string, Set<string>>();
  const holdings = new Map<string, Set<string>>();
  const note = (sides: Map<string, Set<string>>, id: string, other: string) => sides.set(id, (sides.get(id) ?? new Set()).add(other));
  for (const { number, owner, owned } of [...traced.owners, ...traced.holdings]) {
    if (compared?.changes[number] === "gone") continue;
    note(owners, owned, owner);
    note(holdings, owner, owned);
  }
  return new Map(
    nodes.flatMap(({ id, onFile }): [string, number][] => {
      const beyond =
        Math.max(0, onFile.owners - (owners.get(id)?.size ?? 0)) + Math.max(0, onFile.holdings - (holdings.get(id)?.size ?? 0));
      return beyond > 0 ? [[id, beyond]] : [];
    }),
  );
}
