import { createHash } from "node:crypto";
import { byText, type Interest, interestKinds, type Listing, type Party, type Source } from "../../model/index.js";
import type { LoadedReference } from "../load.js";
import { type Cluster, Clusters } from "./clusters.js";
import { composedColumns } from "./composed-columns.js";
import { type Mention, mergeParty } from "./merge-party.js";
import { Numbering } from "./numbering.js";
import type { Store } from "./store.js";

/**
 * The built-in reference together with imports. Parties that share an id or an identifier are one, under the built-in id, else the LEI,
 * else the UK company number, else the first id in order of text; `party` finds it by any of them. Nothing is read until it is asked for.
 */
export function composeReference(builtIn: LoadedReference, imported: readonly Store[]): LoadedReference {
  if (imported.length === 0) return builtIn;
  const stores = [...imported].sort((left, right) => byText(left.source.id, right.source.id));
  const { catalogue } = builtIn;
  const clusters = once(() => new Clusters(catalogue, stores));
  const numbering = once(() => new Numbering(clusters().keysOfBuiltIn(), stores));
  const canonical = (id: string) => clusters().canonical(id);

  function party(id: string): Party | undefined {
    const cluster = clusters().find(id);
    return cluster && partyOf(cluster);
  }

  function mentionsIn({ builtIn: ids, members }: Cluster): { own: Mention[]; others: Mention[] } {
    const own = ids.flatMap((one): Mention[] => {
      const record = builtIn.party(one);
      return record ? [{ record, sources: record.sources }] : [];
    });
    const others = members.flatMap(({ store, party: number }): Mention[] => {
      const source = stores[store];
      return source?.mentions(number).map((record) => ({ record, sources: [source.sourceId] })) ?? [];
    });
    return { own, others };
  }

  function recordsOf(id: string): Mention[] {
    const cluster = clusters().find(id);
    if (!cluster) return [];
    const { own, others } = mentionsIn(cluster);
    return [...own, ...others];
  }

  function partyOf(cluster: Cluster): Party | undefined {
    const { id, members } = cluster;
    const { own, others } = mentionsIn(cluster);
    if (members.length === 0 && own.length === 0) return undefined;
    // What only the built-in catalogue knows is given as it is.
    if (members.length === 0 && own.length === 1 && own[0]?.record.id === id) return builtIn.party(id);
    // What only an interest or a listing names is a party of the sources that do.
    const naming = members.flatMap(({ store }) => stores[store]?.sourceId ?? []);
    const sources = [...new Set([...own.flatMap((mention) => mention.sources), ...naming])];
    const merged = mergeParty(id, [...own, ...others]);
    merged.sources = sources;
    return withCanonicalEnds(merged, canonical);
  }

  function interestsIn(id: string): Interest[] {
    const cluster = clusters().find(id);
    if (!cluster) return [];
    const ended = (interest: Interest): Interest => ({ ...interest, owner: canonical(interest.owner), owned: cluster.id });
    const others = cluster.members.flatMap(({ store, party: number }) => stores[store]?.interestsIn(number) ?? []);
    return [...cluster.builtIn.flatMap(builtIn.interestsIn).map(ended), ...others.map(ended).sort(byContent)];
  }

  function interestsOf(id: string): Interest[] {
    const cluster = clusters().find(id);
    if (!cluster) return [];
    const ended = (interest: Interest): Interest => ({ ...interest, owner: cluster.id, owned: canonical(interest.owned) });
    const others = cluster.members.flatMap(({ store, party: number }) => stores[store]?.interestsOf(number) ?? []);
    return [...cluster.builtIn.flatMap(builtIn.interestsOf).map(ended), ...others.map(ended).sort(byContent)];
  }

  function listingsOf(id: string): Listing[] {
    const cluster = clusters().find(id);
    if (!cluster) return [];
    const own = cluster.builtIn.flatMap((one) => builtIn.listingsOf(one));
    const others = cluster.members.flatMap(({ store, party: number }) => stores[store]?.listingsOf(number) ?? []);
    return [...own, ...others].map((listing) => ({ ...listing, party: cluster.id }));
  }

  function listedParties(list?: string): Iterable<string> {
    const own = [...builtIn.listedParties(list)];
    const others = stores.flatMap((store) => store.listedParties(list).map((number) => store.idOf(number)));
    return new Set([...own, ...others].map(canonical));
  }

  function* parties(): Iterable<Party> {
    for (let number = 0; number < numbering().partyCount; number++) {
      const found = numberedParty(number);
      if (found) yield found;
    }
  }

  function numberedParty(number: number): Party | undefined {
    const member = numbering().soleMemberOf(number);
    return member ? partyOf(clusters().sole(member)) : party(numbering().idOf(number));
  }

  return {
    ...builtIn,
    sha256: digestOf([builtIn.sha256, ...stores.map(({ source }) => source.sha256)]),
    imports: stores.map(({ source }) => source),
    party,
    recordsOf,
    interestsIn,
    interestsOf,
    listingsOf,
    tiesOf: (id) =>
      clusters()
        .find(id)
        ?.builtIn.flatMap((one) => builtIn.tiesOf(one)) ?? [],
    source: (id) => builtIn.source(id) ?? importAsSource(stores.find(({ sourceId }) => sourceId === id)),
    listedParties,
    parties,
    importedByNameKey: (key) => [
      ...new Set(stores.flatMap((store) => store.partiesByNameKey(key).map((number) => canonical(store.idOf(number))))),
    ],
    columns: once(() => composedColumns(catalogue.interests, clusters(), numbering(), stores, numberedParty)),
  };
}

/** Imported facts in one order, whatever the order of the files was. */
function byContent(left: Interest, right: Interest): number {
  return (
    byText(left.owned, right.owned) ||
    byText(left.owner, right.owner) ||
    interestKinds.indexOf(left.kind) - interestKinds.indexOf(right.kind) ||
    byText(left.from ?? "", right.from ?? "") ||
    byText(JSON.stringify(left), JSON.stringify(right))
  );
}

function withCanonicalEnds(party: Party, canonical: (id: string) => string): Party {
  if (party.branchOf === undefined && party.engagements === undefined) return party;
  return {
    ...party,
    ...(party.branchOf !== undefined && { branchOf: canonical(party.branchOf) }),
    ...(party.engagements && { engagements: party.engagements.map((one) => ({ ...one, with: canonical(one.with) })) }),
  };
}

function importAsSource(store: Store | undefined): Source | undefined {
  if (!store) return undefined;
  const { url, title, publisher, edition, importedOn } = store.source;
  return { id: store.sourceId, url, title, publisher, asOf: edition ?? undefined, retrieved: importedOn };
}

function digestOf(digests: readonly string[]): string {
  return createHash("sha256")
    .update([...digests].sort().join("\n"))
    .digest("hex");
}

function once<Value>(build: () => Value): () => Value {
  let built: { value: Value } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}
