import type { ImportedSource } from "../../model/index.js";
import type { InterestRecord, ListingRecord, PartyRecord } from "./format.js";

/** What the pipeline needs of a store that is being written. */
export interface StoreWriter {
  party(party: PartyRecord): void;
  interest(interest: InterestRecord): void;
  listing(listing: ListingRecord & { from: string }): void;
  /** Writes what is left, and the source's own description. The folder can be opened after that. */
  finish(source: ImportedSource): void | Promise<void>;
}
