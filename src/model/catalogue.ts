import type { Measure } from "./measure.js";
import type { Government, GovernmentList, GovernmentTie, Instrument, Interest, Listing, Party } from "./party.js";
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
  sources: Record<string, Source>;
}

/** A network that an address belongs to, as a public routing table names it. */
export interface NetworkMatch {
  asn: number;
  organisation: string;
  first: string;
  last: string;
}

/** Who is who: the catalogue with its indexes, and the networks. Read-only. */
export interface Reference {
  catalogue: Catalogue;
  /** SHA-256 of the compiled snapshot, so that a result names the facts it stands on. */
  sha256: string;
  provider(id: string): Provider | undefined;
  party(id: string): Party | undefined;
  interestsIn(owned: string): Interest[];
  interestsOf(owner: string): Interest[];
  listingsOf(party: string): Listing[];
  tiesOf(party: string): GovernmentTie[];
  source(id: string): Source | undefined;
  /** The government that holds a territory: HK gives CN; a territory with no entry gives itself. */
  governmentOf(territory: string): string;
  /** The routing table's entry for an IPv4 or IPv6 address; never more than medium confidence. */
  network(address: string): NetworkMatch | undefined;
}
