import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { endianness } from "node:os";
import { join } from "node:path";
import type { ImportedSource } from "../../model/index.js";
import type { ImportSink, InterestRecord, ListingRecord, PartyRecord } from "../import/format.js";
import { writeColumn } from "./column-file.js";
import { GatheredColumn } from "./gathered-column.js";
import { GroupedTextsWriter } from "./grouped-texts-writer.js";
import { reordered } from "./grouping.js";
import { type HashKey, hashKey } from "./hash.js";
import { HashIndexWriter } from "./hash-index-writer.js";
import { IdTable } from "./id-table.js";
import { encodeInterest, type InterestRow, newInterestRow } from "./interest-form.js";
import { InterestWriter } from "./interest-writer.js";
import { type StoreManifest, storeFiles } from "./layout.js";
import { PartyFacts, partyColumnNames } from "./party-facts.js";
import { partyKeys } from "./party-keys.js";
import { TextWriter } from "./text-writer.js";

export interface StoreWriterOptions {
  /** Keys of a party's names, by which `Reference.importedByNameKey` finds it. */
  nameKeys?: ((party: PartyRecord) => string[]) | undefined;
  hashKey?: HashKey | undefined;
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 400;

/**
 * Writes one import into a folder, which is made. Facts may come in any order; a party is known from its first mention, also as the end of
 * an interest. Memory grows with the number of parties only, by some 30 bytes each.
 */
export function createStoreWriter(folder: string, options: StoreWriterOptions = {}): StoreWriter {
  if (endianness() !== "LE") throw new Error("imports need a machine with little-endian numbers, as nearly all are");
  mkdirSync(folder, { recursive: true });
  return new StoreWriter(folder, options);
}

/** Receives the facts of an import. A fact that no store can hold throws and is left out. */
export class StoreWriter implements Pick<ImportSink, "party" | "interest" | "listing"> {
  private readonly folder: string;
  private readonly nameKeys: ((party: PartyRecord) => string[]) | undefined;
  private readonly hashKey: HashKey;
  private readonly table: IdTable;
  private readonly ids: TextWriter;
  private readonly mentions: GroupedTextsWriter;
  private readonly keys: HashIndexWriter;
  private readonly names: HashIndexWriter;
  private readonly interests: InterestWriter;
  private readonly row = newInterestRow();
  private readonly listings: GroupedTextsWriter;
  private readonly listingList: GatheredColumn<Uint32Array>;
  private readonly lists = new Map<string, number>();
  private readonly hash = new Uint32Array(3);
  private lastId: string | undefined;
  private lastNumber = -1;
  private idBefore: string | undefined;
  private numberBefore = -1;
  /** By number of a party: 1 where it has an identifier. */
  private identified = new Uint8Array(1024);
  private readonly facts = new PartyFacts(1024);

  constructor(folder: string, options: StoreWriterOptions) {
    this.folder = folder;
    this.nameKeys = options.nameKeys;
    this.hashKey = options.hashKey ?? hashKey;
    this.table = new IdTable(this.hashKey);
    this.ids = new TextWriter(join(folder, "ids.txt"));
    this.mentions = new GroupedTextsWriter(folder, "mentions");
    this.keys = new HashIndexWriter(join(folder, "keys"));
    this.names = new HashIndexWriter(join(folder, "names"));
    this.interests = new InterestWriter(folder);
    this.listings = new GroupedTextsWriter(folder, "listings");
    this.listingList = new GatheredColumn(join(folder, "listings.list.raw"), Uint32Array);
  }

  /** What has been kept so far: parties that differ in id, interests, listings. */
  get kept(): Pick<ImportedSource["counts"], "parties" | "interests" | "listings"> {
    return { parties: this.table.size, interests: this.interests.rows, listings: this.listings.rows };
  }

  /** `json` is the party as text, where the caller has it already: the party then needs no more than what finds and places it. */
  party(party: PartyRecord, json: string | Uint8Array = JSON.stringify(party)): void {
    const number = this.numberOf(party.id);
    this.mentions.add(number, json);
    this.facts.add(number, party);
    if (party.lei !== undefined || party.identifiers !== undefined) this.addIdentifiers(party, number);
    if (this.nameKeys) for (const key of this.nameKeys(party)) this.addKey(this.names, key, number);
  }

  interest(interest: InterestRecord): void {
    const details = encodeInterest(interest, this.row);
    this.interestRow(interest.owner, interest.owned, this.row, details);
  }

  /** An interest that `encodeInterest` has put into a row already. */
  interestRow(owner: string, owned: string, row: InterestRow, details: string | Uint8Array | undefined): void {
    this.interests.add(this.numberOf(owner), this.numberOf(owned), row, details);
  }

  listing(listing: ListingRecord): void {
    this.listings.add(this.numberOf(listing.party), JSON.stringify(listing));
    const list = this.lists.get(listing.list) ?? this.lists.size;
    this.lists.set(listing.list, list);
    this.listingList.push(list);
  }

  /** Puts everything in order and writes the manifest, last of all. The writer is used up. */
  finish(source: ImportedSource): void {
    const parties = this.table.size;
    this.table.clear();
    writeColumn(join(this.folder, "ids.places"), this.ids.finish());
    writeColumn(join(this.folder, "ids.identified"), this.identified.subarray(0, parties));
    for (const name of partyColumnNames) writeColumn(join(this.folder, `parties.${name}`), this.facts[name].subarray(0, parties));
    this.keys.finish();
    this.names.finish();
    this.mentions.finish(parties);
    this.interests.finish(parties);
    const { party, order } = this.listings.finish(parties);
    writeColumn(join(this.folder, "listings.party"), reordered(party, order));
    writeColumn(join(this.folder, "listings.list"), reordered(this.listingList.take(), order));
    const manifest: StoreManifest = {
      schemaVersion: "2",
      source,
      parties,
      mentions: this.mentions.rows,
      interests: this.interests.rows,
      listings: this.listings.rows,
      lists: [...this.lists.keys()],
      files: Object.fromEntries(storeFiles.map((name) => [name, statSync(join(this.folder, name)).size])),
    };
    writeFileSync(join(this.folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  }

  private numberOf(id: string): number {
    // The interests of a record name the same two parties again and again.
    if (id === this.lastId) return this.lastNumber;
    if (id === this.idBefore) return this.numberBefore;
    const number = this.table.find(id) ?? this.addId(id);
    this.idBefore = this.lastId;
    this.numberBefore = this.lastNumber;
    this.lastId = id;
    this.lastNumber = number;
    return number;
  }

  private addId(id: string): number {
    if (id.length > LONGEST_ID || !slug.test(id)) {
      throw new Error(
        `${JSON.stringify(id.slice(0, 80))} is no id of a party; expected lower-case letters and digits in parts joined by hyphens`,
      );
    }
    const number = this.table.add();
    if (number === this.identified.length) {
      const grown = new Uint8Array(number * 2);
      grown.set(this.identified);
      this.identified = grown;
      this.facts.resize(number * 2);
    }
    this.facts.addKey(number, id);
    this.ids.append(id);
    this.keys.add(this.table.hash, number);
    return number;
  }

  private addIdentifiers(party: PartyRecord, number: number): void {
    for (const key of partyKeys(party)) {
      // The id itself has its key since the party was numbered.
      if (key === party.id) continue;
      this.addKey(this.keys, key, number);
      this.identified[number] = 1;
      this.facts.addKey(number, key);
    }
  }

  private addKey(index: HashIndexWriter, key: string, party: number): void {
    this.hashKey(key, this.hash);
    index.add(this.hash, party);
  }
}
