import type { Interest, Listing, PartialDate, Party } from "../../model/index.js";

/** The source that a file holds, as its reader finds it out. */
export interface SourceDescription {
  /** Such as us-ofac-sdn, gb-psc or gleif-lei; the user's own tables are user-NAME. A new import of the same id takes its place. */
  id: string;
  title: string;
  /** Official address, or the file's name for a user's own table. */
  url: string;
  publisher?: string | undefined;
  licence?: string | undefined;
  /** Date that the data itself bears. */
  edition?: PartialDate | undefined;
}

/** Facts as a reader gives them: their source is the import, and they are of high confidence unless the reader says less. */
type Given<Fact extends { sources: string[]; confidence: string }> = Omit<Fact, "sources" | "confidence"> &
  Partial<Pick<Fact, "confidence">>;

/**
 * A party, or a part of what is known of one: mentions of the same id, also from other files and sources, are merged. `name` may be
 * missing where this record does not have it. Ids are lower-case slugs with the scheme in front: `lei-…`, `gb-coh-…`, `ofac-…`.
 * Parties of different sources are one where an id or an identifier (`identifiers`, by scheme, or `lei`) of theirs is the same:
 * `identifiers: { "gb-coh": "01234567" }` is the same as the id `gb-coh-01234567`.
 */
export type PartyRecord = Omit<Given<Party>, "name" | "kind" | "jurisdiction"> & Partial<Pick<Party, "name" | "kind" | "jurisdiction">>;
export type InterestRecord = Given<Interest>;
/** `from` may be missing where neither record nor file bears a date: the import then takes the day it was made on, and notes so. */
export type ListingRecord = Omit<Given<Listing>, "from"> & Partial<Pick<Listing, "from">>;

/** Where in a file something stands. Lines count from 1. */
export interface RecordPlace {
  line?: number | undefined;
  /** The record's own number or id, where the format has no lines. */
  record?: string | undefined;
}

/** What a reader tells. Nothing may be dropped in silence: what is no party, interest or listing is refused or passed over. */
export interface ImportSink {
  /** First of all, and once. */
  source(description: SourceDescription): void;
  /** One record of the source was read, whatever it gave. */
  record(): void;
  party(party: PartyRecord): void;
  interest(interest: InterestRecord): void;
  listing(listing: ListingRecord): void;
  /** A record that should have been read and could not: what is wrong, and what was expected. */
  refuse(place: RecordPlace, reason: string): void;
  /** A sound record that beholden has no use for, by what it is: "vessels", "directorships". Counted in the report. */
  passOver(what: string): void;
}

/** The beginning of a file, for telling its format. */
export interface ImportHead {
  /** File name, of the entry where it lies in an archive; without .gz. */
  name: string;
  /** First 64 KiB after unpacking, as UTF-8. */
  text: string;
}

export interface ImportInput extends ImportHead {
  /** The unpacked bytes, once, in pieces of up to 1 MiB, each good until the next is asked for. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** One format of official lists, registers or own tables: one file in `formats/` and one line in `registry.ts`. */
export interface ImportFormat {
  id: string;
  title: string;
  /** Address of the format's specification. */
  specification: string;
  recognises(head: ImportHead): boolean;
  /**
   * Reads a file in one pass, in memory that does not grow with it. A record that cannot be read is refused and the rest still read;
   * a file that ends too early or is not of the format after all throws `ImportError`, and the import leaves the old data in place.
   */
  read(input: ImportInput, sink: ImportSink): Promise<void>;
}

/** A file that cannot be imported: what was wrong, where, what was expected, what to do. */
export class ImportError extends Error {
  override name = "ImportError";
}
