import { byText, type Catalogue, type Party } from "../../model/index.js";
import { partyKeys } from "./party-keys.js";
import type { Store } from "./store.js";

/** A party as one source of several has it: the index of the store, and the number in it. */
export interface Member {
  store: number;
  party: number;
}

/** One party over all sources. */
export interface Cluster {
  id: string;
  /** Its ids in the built-in catalogue; more than one where an import shows that two are one. */
  builtIn: string[];
  members: Member[];
}

/** So many answers are kept; then memory starts anew. */
const KEPT = 200_000;

/** Which parties of the built-in catalogue and of the imports are one: those that share a key, and whatever shares one with these. */
export class Clusters {
  private readonly stores: readonly Store[];
  private readonly builtIn: Map<string, string[]>;
  private readonly builtInKeys: Map<string, string[]>;
  private known = new Map<string, Cluster | null>();

  constructor(catalogue: Catalogue, stores: readonly Store[]) {
    this.stores = stores;
    this.builtInKeys = builtInKeys(catalogue);
    this.builtIn = new Map();
    for (const [id, keys] of this.builtInKeys) {
      for (const key of keys) this.builtIn.set(key, [...(this.builtIn.get(key) ?? []), id]);
    }
  }

  /** The party that has a key as id or identifier in any source; undefined where none has. */
  find(key: string): Cluster | undefined {
    const known = this.known.get(key);
    if (known !== undefined) return known ?? undefined;
    if (this.known.size > KEPT) this.known = new Map();
    const { cluster, keys } = this.close(key);
    for (const one of cluster ? keys : [key]) this.known.set(one, cluster ?? null);
    return cluster;
  }

  /** The id under which a party is answered for; the id itself where nobody knows it. */
  canonical(id: string): string {
    return this.find(id)?.id ?? id;
  }

  /** The party that a member is, where it is known that no other source has it. */
  sole(member: Member): Cluster {
    const store = this.stores[member.store];
    const own = store?.keysOf(member.party) ?? [];
    return { id: canonicalId([], own, own.slice(0, 1)), builtIn: [], members: [member] };
  }

  /** Ids of the built-in catalogue with the keys of each. */
  keysOfBuiltIn(): ReadonlyMap<string, readonly string[]> {
    return this.builtInKeys;
  }

  /** Follows keys to parties and parties to keys until nothing new comes. */
  private close(start: string): { cluster: Cluster | undefined; keys: Set<string> } {
    const keys = new Set([start]);
    const builtIn = new Set<string>();
    const seen = new Set<string>();
    const members: Member[] = [];
    // A set gives what is added while it is walked.
    for (const key of keys) {
      for (const id of this.builtIn.get(key) ?? []) {
        builtIn.add(id);
        for (const other of this.builtInKeys.get(id) ?? []) keys.add(other);
      }
      this.stores.forEach((source, store) => {
        for (const party of source.candidatesByKey(key)) {
          if (seen.has(`${store} ${party}`)) continue;
          const others = source.keysOf(party);
          if (!others.includes(key)) continue;
          seen.add(`${store} ${party}`);
          members.push({ store, party });
          for (const other of others) keys.add(other);
        }
      });
    }
    if (builtIn.size === 0 && members.length === 0) return { cluster: undefined, keys };
    members.sort((left, right) => left.store - right.store || left.party - right.party);
    const own = members.map(({ store, party }) => this.stores[store]?.idOf(party) ?? "");
    const ids = [...builtIn].sort(byText);
    return { cluster: { id: canonicalId(ids, [...keys], own), builtIn: ids, members }, keys };
  }
}

/** The built-in id, else the LEI, else the UK company number, else the first of the sources' ids in order of text. */
function canonicalId(builtIn: readonly string[], keys: readonly string[], own: readonly string[]): string {
  const withScheme = (scheme: string) => keys.filter((key) => key.startsWith(scheme)).sort(byText)[0];
  return builtIn[0] ?? withScheme("lei-") ?? withScheme("gb-coh-") ?? [...own].sort(byText)[0] ?? "";
}

/** Ids that only an interest or a listing names are parties too. */
function builtInKeys(catalogue: Catalogue): Map<string, string[]> {
  const parties = new Map<string, string[]>(catalogue.parties.map((party: Party) => [party.id, partyKeys(party)]));
  const named = [
    ...catalogue.interests.flatMap(({ owner, owned }) => [owner, owned]),
    ...catalogue.listings.map(({ party }) => party),
    ...catalogue.ties.map(({ party }) => party),
  ];
  for (const id of named) if (!parties.has(id)) parties.set(id, [id]);
  return parties;
}
