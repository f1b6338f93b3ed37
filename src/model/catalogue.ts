import type { Day, PartialDate } from "./common.js";
import type { BreachConsequence, Measure, MonitoringStatement } from "./measure.js";
import type { Government, GovernmentList, GovernmentTie, Instrument, Interest, Listing, Party, Precedent, ReviewPower } from "./party.js";
import type { Provider, Source } from "./provider.js";

/** The compiled reference: every curated fact, with ids of sources made unique (`file/id`). */
export interface Catalogue {
  schemaVersion: "1";
  /** Day of the newest source in it. */
  edition: string;
  providers: Provider[];
  parties: Party[];
  interests: Interest[];
  listings: Listing[];
  lists: GovernmentList[];
  ties: GovernmentTie[];
  instruments: Instrument[];
  governments: Government[];
  measures: Measure[];
  /** What a breach of a measure means, by the instrument that it is owed under; absent in a catalogue made for one question. */
  breaches?: BreachConsequence[];
  /** What stands beside every list of measures. */
  measuresWarning?: MonitoringStatement;
  /** Powers of reviewing offices and what happened to others; absent in a catalogue made for one question. */
  powers?: ReviewPower[];
  precedents?: Precedent[];
  sources: Record<string, Source>;
}

/** A network that an address belongs to, as a public routing table names it. */
export interface NetworkMatch {
  asn: number;
  organisation: string;
  first: string;
  last: string;
}

/** One imported source in the edition that is in force: an official list, a register, or the user's own table. */
export interface ImportedSource {
  /** Such as us-ofac-sdn or gb-psc. */
  id: string;
  title: string;
  url: string;
  publisher?: string | undefined;
  licence?: string | undefined;
  /** Date that the data itself bears; null where it bears none. */
  edition: PartialDate | null;
  importedOn: Day;
  format: string;
  /** The files as they were given: digest over the bytes on disk. */
  files: { name: string; bytes: number; sha256: string }[];
  counts: { records: number; parties: number; interests: number; listings: number; refused: number; passedOver: number };
  /** Digest over the digests of the files, with the version of the importer: the edition's own name. */
  sha256: string;
}

/**
 * What is known of parties by their number, as far as it decides how they stand by themselves: the same as `Reference.party` says.
 * Countries are numbers as `countryNumber` makes them, 0 where none is stated.
 */
export interface PartyColumns {
  /** Index into `partyKinds`. */
  partyKind: Uint8Array;
  jurisdiction: Uint16Array;
  /** The country of the principal place. */
  principalPlace: Uint16Array;
  /** The first nationality. */
  nationality: Uint16Array;
  /**
   * 1 where the record says more that may matter for where a party belongs: further nationalities or laws that it is organised under,
   * a standing given by a country, where it is now, or that it is a branch.
   */
  particular: Uint8Array;
}

/**
 * Interests of many parties as columns, for questions about all of them at once. Parties are numbered from 0. Shares are in millionths
 * of the whole (1 percent is 10,000), lower bounds rounded down and upper ones up, an exclusive bound moved inwards by one; days are
 * numbers such as 20220118, 0 where open. Rows are ordered by owned, then owner.
 */
export interface InterestColumns extends PartyColumns {
  partyCount: number;
  /** The id of a numbered party. */
  idOf(party: number): string;
  /** The number of a party by any of its ids; undefined where no interest, listing or record names it. */
  numberOf(id: string): number | undefined;
  /** What `Reference.party` says of a numbered party, without looking for it. */
  partyOf(party: number): Party | undefined;
  /** The name in it; the id where there is no record. Without reading the record where that has no name. */
  nameOf(party: number): string;
  owner: Int32Array;
  owned: Int32Array;
  /** Index into `interestKinds`. */
  kind: Uint8Array;
  min: Int32Array;
  max: Int32Array;
  from: Int32Array;
  until: Int32Array;
  /** Index + 1 into `capacities`; 0: none. */
  capacity: Uint8Array;
  /** Numbers of jointly held blocks; 0: held alone. */
  joint: Int32Array;
}

/** Who is who: the catalogue with its indexes, what was imported, and the networks. Read-only. */
export interface Reference {
  catalogue: Catalogue;
  /** SHA-256 of the compiled snapshot, so that a result names the facts it stands on. */
  sha256: string;
  provider(id: string): Provider | undefined;
  party(id: string): Party | undefined;
  /** What each source says of a party by itself, before `party` makes one of it: the built-in reference first, then imports by id. */
  recordsOf(id: string): { record: Partial<Party>; sources: string[] }[];
  interestsIn(owned: string): Interest[];
  interestsOf(owner: string): Interest[];
  listingsOf(party: string): Listing[];
  tiesOf(party: string): GovernmentTie[];
  source(id: string): Source | undefined;
  /** The government that holds a territory: HK gives CN; a territory with no entry gives itself. */
  governmentOf(territory: string): string;
  /** What was imported beside the built-in catalogue, by id. `party` and the others answer for it too. */
  imports: ImportedSource[];
  /** Ids of the parties that have a listing on a list; of all listed parties without an argument. */
  listedParties(list?: string): Iterable<string>;
  /** Every party, built-in and imported, merged over its sources; may be millions. */
  parties(): Iterable<Party>;
  /** Ids of imported parties by a key of their name, as the importer's `nameKeys` made it (see screen/). */
  importedByNameKey(key: string): string[];
  /** All interests as columns, merged over the sources. Built on the first call. */
  columns(): InterestColumns;
  /** The routing table's entry for an IPv4 or IPv6 address; never more than medium confidence. */
  network(address: string): NetworkMatch | undefined;
}
