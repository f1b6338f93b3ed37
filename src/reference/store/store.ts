import { join } from "node:path";
import type { ImportedSource, Interest, Listing } from "../../model/index.js";
import type { PartyRecord } from "../import/format.js";
import { type Column, readWholeColumn } from "./column-file.js";
import { type HashKey, hashKey } from "./hash.js";
import { HashIndex } from "./hash-index.js";
import { decodeInterest, type InterestDetails } from "./interest-form.js";
import { type InterestColumn, interestColumns, type StoreManifest } from "./layout.js";
import { readStoreManifest } from "./manifest.js";
import { PagedFile } from "./paged-file.js";
import { PartyFacts, partyColumnNames } from "./party-facts.js";
import { partyKeys } from "./party-keys.js";

/**
 * Opens an import: reads its manifest, compares the sizes of its files with it, and opens the files themselves when they are asked.
 * Throws `StoreError`, which names the folder, where something does not fit; reading throws it where a file is torn inside.
 */
export function openStore(folder: string, options: { hashKey?: HashKey | undefined } = {}): Store {
  return new Store(folder, readStoreManifest(folder), options.hashKey ?? hashKey);
}

/** One import, read-only. Parties go by their number in it. */
export class Store {
  readonly folder: string;
  readonly manifest: StoreManifest;
  /** By which its keys were hashed. */
  readonly hashKey: HashKey;
  private readonly hash = new Uint32Array(3);
  private readonly files = new Map<string, PagedFile>();
  private keys: HashIndex | undefined;
  private names: HashIndex | undefined;

  constructor(folder: string, manifest: StoreManifest, hash: HashKey) {
    this.folder = folder;
    this.manifest = manifest;
    this.hashKey = hash;
  }

  get source(): ImportedSource {
    return this.manifest.source;
  }

  /** By which every fact of the import is cited. */
  get sourceId(): string {
    return `import/${this.manifest.source.id}`;
  }

  idOf(party: number): string {
    const id = party < this.manifest.parties ? this.file("ids.places").textIn(this.file("ids.txt"), party) : undefined;
    if (id === undefined) throw this.file("ids.places").torn(`it names party ${party} of ${this.manifest.parties}`);
    return id;
  }

  /** What each record says of a party, in the order in which they were read. */
  mentions(party: number): PartyRecord[] {
    const [from, until] = this.file("mentions.starts").range(party, this.manifest.mentions);
    const id = this.idOf(party);
    return Array.from({ length: until - from }, (_, index) => {
      const mention = this.json<PartyRecord>("mentions", from + index);
      if (mention.id !== id) throw this.file("mentions.jsonl").torn(`what should be of ${id} is of ${String(mention.id)}`);
      return mention;
    });
  }

  /** Every key of a party: its id first, then its identifiers. */
  keysOf(party: number): string[] {
    if (this.file("ids.identified").u8(party) === 0) return [this.idOf(party)];
    const keys = this.mentions(party).flatMap(partyKeys);
    return [...new Set([this.idOf(party), ...keys])];
  }

  /** Parties that have a key as id or identifier. */
  partiesByKey(key: string): number[] {
    return this.candidatesByKey(key).filter((party) => this.keysOf(party).includes(key));
  }

  /** The same, with parties whose key has the same hash: equal hashes are no proof yet. */
  candidatesByKey(key: string): number[] {
    this.keys ??= new HashIndex(this.file("keys.rows"), this.file("keys.starts"));
    this.hashKey(key, this.hash);
    return this.keys.find(this.hash);
  }

  /** Parties with a key of their name. */
  partiesByNameKey(key: string): number[] {
    this.names ??= new HashIndex(this.file("names.rows"), this.file("names.starts"));
    this.hashKey(key, this.hash);
    return this.names.find(this.hash);
  }

  /** Who holds stakes in a party; ends are ids as the source has them. */
  interestsIn(party: number): Interest[] {
    const [from, until] = this.file("interests.owned-starts").range(party, this.manifest.interests);
    const owned = this.idOf(party);
    return Array.from({ length: until - from }, (_, index) => {
      const row = from + index;
      return { owner: this.idOf(this.file("interests.owner").u32(row)), owned, ...this.facts(row) };
    });
  }

  interestsOf(party: number): Interest[] {
    const [from, until] = this.file("interests.owner-starts").range(party, this.manifest.interests);
    const rows = Array.from({ length: until - from }, (_, index) => this.file("interests.by-owner").u32(from + index));
    const owner = this.idOf(party);
    return rows.map((row) => ({ owner, owned: this.idOf(this.file("interests.owned").u32(row)), ...this.facts(row) }));
  }

  /** Listings of a party. Where neither record nor file bore a date, they run from the day of the import, and say so. */
  listingsOf(party: number): Listing[] {
    const [from, until] = this.file("listings.starts").range(party, this.manifest.listings);
    return Array.from({ length: until - from }, (_, index) => {
      const { confidence = "high", ...listing } = this.json<Partial<Listing>>("listings", from + index);
      const undated = `The source gives no date; it was on the list when it was imported on ${this.source.importedOn}.`;
      const dated =
        listing.from === undefined
          ? { from: this.source.importedOn, note: listing.note === undefined ? undated : `${listing.note} ${undated}` }
          : {};
      return { ...listing, ...dated, sources: [this.sourceId], confidence } as Listing;
    });
  }

  /** Parties that have a listing on a list, or on any, each once, in order of their number. */
  listedParties(list?: string): number[] {
    const { lists, listings } = this.manifest;
    const wanted = list === undefined ? undefined : lists.indexOf(list);
    if (listings === 0 || wanted === -1) return [];
    const party = this.wholeColumn("listings.party", new Uint32Array(listings));
    const on = this.wholeColumn("listings.list", new Uint32Array(listings));
    return [...new Set(party.filter((_, row) => wanted === undefined || on[row] === wanted))];
  }

  /** A whole column of interests into `target`, which has a number for each. */
  readInterestColumn(name: InterestColumn, target: Uint8Array | Uint16Array | Int32Array): void {
    this.wholeColumn(`interests.${name}`, target);
  }

  /** What the records state of all parties. */
  partyFacts(): PartyFacts {
    const facts = new PartyFacts(this.manifest.parties);
    for (const name of partyColumnNames) this.wholeColumn(`parties.${name}`, facts[name]);
    return facts;
  }

  /** A file to be read at places. */
  file(name: string): PagedFile {
    const open = this.files.get(name) ?? new PagedFile(this.folder, name, this.manifest.files[name] ?? 0);
    this.files.set(name, open);
    return open;
  }

  close(): void {
    for (const file of this.files.values()) file.close();
  }

  private facts(row: number): Omit<Interest, "owner" | "owned"> {
    const column = (name: InterestColumn) => {
      const file = this.file(`interests.${name}`);
      const { BYTES_PER_ELEMENT: width } = interestColumns[name];
      return width === 1 ? file.u8(row) : width === 2 ? file.u16(row) : file.u32(row);
    };
    const facts = decodeInterest({
      min: column("min"),
      max: column("max"),
      from: column("from"),
      until: column("until"),
      joint: column("joint"),
      kind: column("kind"),
      capacity: column("capacity"),
      form: column("form"),
    });
    if (!facts) throw this.file("interests.kind").torn(`interest ${row} is of no known kind`);
    const text = this.file("interests.details").textIn(this.file("interests.jsonl"), row);
    const details = text === undefined ? {} : this.parse<InterestDetails>("interests.jsonl", text);
    return { ...facts, ...details, sources: [this.sourceId] };
  }

  private json<Value>(name: "mentions" | "listings", row: number): Value {
    return this.parse(`${name}.jsonl`, this.file(`${name}.places`).textIn(this.file(`${name}.jsonl`), row) ?? "");
  }

  private parse<Value>(name: string, text: string): Value {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === "object" && value !== null) return value as Value;
    } catch (cause) {
      throw this.file(name).torn(`${name} holds what is no JSON`, cause);
    }
    throw this.file(name).torn(`${name} holds what is no record`);
  }

  private wholeColumn<Kept extends Column>(name: string, target: Kept): Kept {
    try {
      return readWholeColumn(join(this.folder, name), target);
    } catch (cause) {
      throw this.file(name).torn(`${name} cannot be read`, cause);
    }
  }
}
