import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalogue, ImportedSource } from "../../model/index.js";
import type { InterestRecord, ListingRecord, PartyRecord } from "../import/format.js";
import { type LoadedReference, referenceFrom } from "../load.js";
import { openStore, type Store } from "./store.js";
import { createStoreWriter, type StoreWriterOptions } from "./writer.js";

/** What a test imports. */
export interface SampleFacts {
  parties?: PartyRecord[];
  interests?: InterestRecord[];
  listings?: ListingRecord[];
}

/** Stores of a test below one temporary folder. */
export class SampleStores {
  readonly folder = mkdtempSync(join(tmpdir(), "beholden-store-"));
  private readonly opened: Store[] = [];
  private count = 0;

  /** Writes facts and opens them again. */
  store(id: string, facts: SampleFacts, options: StoreWriterOptions = {}): Store {
    const folder = join(this.folder, `${id}-${this.count++}`);
    const writer = createStoreWriter(folder, options);
    for (const party of facts.parties ?? []) writer.party(party);
    for (const interest of facts.interests ?? []) writer.interest(interest);
    for (const listing of facts.listings ?? []) writer.listing(listing);
    writer.finish(sampleSource(id, writer.kept));
    const store = openStore(folder, options);
    this.opened.push(store);
    return store;
  }

  remove(): void {
    for (const store of this.opened) store.close();
    rmSync(this.folder, { recursive: true });
  }
}

export function sampleSource(id: string, kept: Pick<ImportedSource["counts"], "parties" | "interests" | "listings">): ImportedSource {
  return {
    id,
    title: `Register ${id}`,
    url: `https://register.example/${id}`,
    publisher: "Register",
    edition: "2026-10",
    importedOn: "2026-11-25",
    format: "test",
    files: [],
    counts: { records: 0, refused: 0, passedOver: 0, ...kept },
    sha256: id.padEnd(64, "0"),
  };
}

/** A built-in reference with little in it. */
export function sampleBuiltIn(facts: Partial<Catalogue> = {}): LoadedReference {
  const catalogue: Catalogue = {
    schemaVersion: "1",
    edition: "2026-11-23",
    providers: [],
    parties: [],
    interests: [],
    listings: [],
    lists: [],
    ties: [],
    instruments: [],
    governments: [],
    measures: [],
    sources: {},
    ...facts,
  };
  const file = { file: "", bytes: 0, sha256: "" };
  return {
    ...referenceFrom(catalogue, undefined, "b".repeat(64)),
    folder: "",
    manifest: { schemaVersion: "1", sha256: "b".repeat(64), catalogue: file, networks: file },
    networks: () => {
      throw new Error("no networks here");
    },
  };
}
