import { ImportError, type ImportSink, type ListingRecord, type PartyRecord } from "../format.js";
import { distinct, filled } from "./list-identity.js";

/** Many times what any of these lists has ever held. */
const maxParties = 500_000;

interface Group {
  party: PartyRecord & { name: string };
  aliases: Set<string>;
  formerNames: Set<string>;
  addresses: Map<string, { full: string; country?: string | undefined }>;
  listings: Map<string, ListingRecord>;
}

/** What one row adds to its party. */
export interface GroupedRow {
  party: PartyRecord & { name: string };
  aliases?: (string | undefined)[];
  formerNames?: (string | undefined)[];
  address?: { full: string; country?: string | undefined } | undefined;
  listing: ListingRecord;
}

/**
 * Gathers the rows of lists that write a row for every address and alias of a party, in any order, and tells each party once and each of
 * its listings once, in the order of their first rows. Lists of this form hold some thousand parties; `ImportError` beyond 500,000.
 */
export class PartyGroups {
  private readonly groups = new Map<string, Group>();

  add({ party, aliases, formerNames, address, listing }: GroupedRow): void {
    const group = this.groups.get(party.id) ?? this.begin(party);
    for (const alias of distinct(aliases ?? [])) if (alias !== group.party.name) group.aliases.add(alias);
    for (const name of distinct(formerNames ?? [])) if (name !== group.party.name) group.formerNames.add(name);
    if (address?.full) group.addresses.set(address.full, address);
    const key = [listing.list, listing.from, listing.until, listing.citation, listing.scope, listing.note].join("\n");
    if (!group.listings.has(key)) group.listings.set(key, listing);
  }

  tell(sink: ImportSink): void {
    for (const { party, aliases, formerNames, addresses, listings } of this.groups.values()) {
      sink.party(filled({ ...party, aliases: [...aliases], formerNames: [...formerNames], addresses: [...addresses.values()] }));
      for (const listing of listings.values()) sink.listing(listing);
    }
  }

  private begin(party: GroupedRow["party"]): Group {
    if (this.groups.size >= maxParties)
      throw new ImportError(`the file names more than ${maxParties} parties, which no list of this kind does.`);
    const group = { party, aliases: new Set<string>(), formerNames: new Set<string>(), addresses: new Map(), listings: new Map() };
    this.groups.set(party.id, group);
    return group;
  }
}
