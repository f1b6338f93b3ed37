import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue, Reference } from "../model/index.js";
import { packageRoot } from "../package-root.js";
import { columnsOf } from "./columns.js";
import { type Networks, openNetworks } from "./networks.js";
import { composeReference } from "./store/compose.js";
import { currentStores } from "./store/current.js";
import { openStore } from "./store/store.js";

/** `manifest.json` of a compiled snapshot: what it holds, and the digests by which a result names it. */
export interface SnapshotManifest {
  schemaVersion: "1";
  /** SHA-256 over the SHA-256 of each file, in the order below. */
  sha256: string;
  catalogue: { file: string; bytes: number; sha256: string };
  networks: { file: string; bytes: number; sha256: string };
}

/** A reference read from a snapshot, with what only its keeper asks for. */
export interface LoadedReference extends Reference {
  folder: string;
  manifest: SnapshotManifest;
  /** The table of networks; opened on the first call. */
  networks(): Networks;
}

export interface ReferenceOptions {
  /** Folder of the imported editions, such as `reference` in the data folder. */
  imports?: string | undefined;
}

/**
 * Opens the compiled reference of this package: `dist/snapshot` below the folder whose package.json is beholden's, and the imports
 * in force in a folder. The table of networks is opened on the first lookup, imports are read when they are first asked. Throws with what
 * to do where the snapshot or an import is missing or torn.
 */
export function loadReference({ imports }: ReferenceOptions = {}): LoadedReference {
  const builtIn = loadSnapshot(join(packageRoot(), "dist", "snapshot"));
  return composeReference(builtIn, imports === undefined ? [] : currentStores(imports).map((folder) => openStore(folder)));
}

/** The same with given editions in force, for what would be. */
export function loadReferenceOn(editions: readonly string[]): LoadedReference {
  return composeReference(
    loadSnapshot(join(packageRoot(), "dist", "snapshot")),
    editions.map((folder) => openStore(folder)),
  );
}

/** The same for a given folder. */
export function loadSnapshot(folder: string): LoadedReference {
  const manifest = readManifest(folder);
  const catalogue = JSON.parse(readSized(folder, manifest.catalogue).toString("utf8")) as Catalogue;
  let opened: Networks | undefined;
  const networks = (): Networks => {
    opened ??= openNetworks(readSized(folder, manifest.networks));
    return opened;
  };
  return { ...referenceFrom(catalogue, networks, manifest.sha256), folder, manifest, networks };
}

/**
 * A reference over a catalogue in memory. Indexes are built on first use. Without networks every address is unknown;
 * `sha256` is the digest that results name.
 */
export function referenceFrom(catalogue: Catalogue, networks?: () => Networks, sha256 = ""): Reference {
  const providers = once(() => new Map(catalogue.providers.map((provider) => [provider.id, provider])));
  const parties = once(() => new Map(catalogue.parties.map((party) => [party.id, party])));
  const interestsByOwned = once(() => grouped(catalogue.interests, ({ owned }) => owned));
  const interestsByOwner = once(() => grouped(catalogue.interests, ({ owner }) => owner));
  const listings = once(() => grouped(catalogue.listings, ({ party }) => party));
  const ties = once(() => grouped(catalogue.ties, ({ party }) => party));
  const holders = once(
    () =>
      new Map(
        catalogue.governments.flatMap(({ code, territories }) => territories.map((territory): [string, string] => [territory, code])),
      ),
  );
  const columns = once(() => columnsOf(catalogue.interests, catalogue.parties));
  return {
    catalogue,
    sha256,
    provider: (id) => providers().get(id),
    party: (id) => parties().get(id),
    recordsOf: (id) => [parties().get(id) ?? []].flat().map((record) => ({ record, sources: record.sources })),
    interestsIn: (owned) => interestsByOwned().get(owned) ?? [],
    interestsOf: (owner) => interestsByOwner().get(owner) ?? [],
    listingsOf: (party) => listings().get(party) ?? [],
    tiesOf: (party) => ties().get(party) ?? [],
    source: (id) => (Object.hasOwn(catalogue.sources, id) ? catalogue.sources[id] : undefined),
    governmentOf: (territory) => holders().get(territory) ?? territory,
    network: (address) => networks?.().network(address),
    imports: [],
    listedParties: (list) =>
      new Set(catalogue.listings.flatMap((listing) => (list === undefined || listing.list === list ? [listing.party] : []))),
    parties: () => catalogue.parties,
    importedByNameKey: () => [],
    columns,
  };
}

function readManifest(folder: string): SnapshotManifest {
  const text = readSnapshotFile(folder, "manifest.json").toString("utf8");
  try {
    return JSON.parse(text) as SnapshotManifest;
  } catch (cause) {
    throw new Error(`the compiled reference is torn: ${join(folder, "manifest.json")} is no JSON; build it again with \`npm run build\``, {
      cause,
    });
  }
}

function readSnapshotFile(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch (cause) {
    throw new Error(`the compiled reference is missing: ${join(folder, name)} cannot be read; build it with \`npm run build\``, { cause });
  }
}

function readSized(folder: string, { file, bytes }: { file: string; bytes: number }): Buffer {
  const content = readSnapshotFile(folder, file);
  if (content.length === bytes) return content;
  const message = `the compiled reference is torn: ${join(folder, file)} has ${content.length} bytes, its manifest says ${bytes}`;
  throw new Error(`${message}; build it again with \`npm run build\``);
}

function once<T>(build: () => T): () => T {
  let built: { value: T } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}

function grouped<T>(values: T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}
