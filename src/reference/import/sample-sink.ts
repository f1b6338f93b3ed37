import type { ImportFormat, ImportSink, InterestRecord, ListingRecord, PartyRecord, RecordPlace, SourceDescription } from "./format.js";

/** Everything that a reader told, for tests. */
export interface SampleImport {
  source: SourceDescription | undefined;
  records: number;
  parties: PartyRecord[];
  interests: InterestRecord[];
  listings: ListingRecord[];
  refused: (RecordPlace & { reason: string })[];
  passedOver: Record<string, number>;
}

/** Reads bytes with one format, in pieces of a given size, and gives everything that the reader told. */
export async function readSample(
  format: ImportFormat,
  name: string,
  content: string | Uint8Array,
  pieceBytes = 65_536,
): Promise<SampleImport> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const told: SampleImport = { source: undefined, records: 0, parties: [], interests: [], listings: [], refused: [], passedOver: {} };
  const sink: ImportSink = {
    source: (description) => {
      if (told.source) throw new Error("the reader described its source twice");
      told.source = description;
    },
    record: () => void told.records++,
    party: (party) => void told.parties.push(party),
    interest: (interest) => void told.interests.push(interest),
    listing: (listing) => void told.listings.push(listing),
    refuse: (place, reason) => void told.refused.push({ ...place, reason }),
    passOver: (what) => {
      told.passedOver[what] = (told.passedOver[what] ?? 0) + 1;
    },
  };
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  await format.read({ name, text: new TextDecoder().decode(bytes.subarray(0, 65_536)), bytes: pieces }, sink);
  return told;
}
