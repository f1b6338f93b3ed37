import type { InterestRecord, ListingRecord, PartyRecord } from "./format.js";

/** A batch is handed over when it has grown to this many UTF-16 units. */
const BATCH = 2 ** 20;

/** Gathers facts as lines of text, a letter for the kind and the fact in JSON, and hands them over in batches. */
export class FactBatches {
  private text = "";
  private readonly handOver: (batch: Uint8Array) => void;

  constructor(handOver: (batch: Uint8Array) => void) {
    this.handOver = handOver;
  }

  party(party: PartyRecord): void {
    this.add("P", party);
  }

  interest(interest: InterestRecord): void {
    this.add("I", interest);
  }

  listing(listing: ListingRecord): void {
    this.add("L", listing);
  }

  /** Hands over what is left. */
  flush(): void {
    if (this.text === "") return;
    this.handOver(new TextEncoder().encode(this.text));
    this.text = "";
  }

  private add(kind: string, fact: object): void {
    this.text += `${kind}${JSON.stringify(fact)}\n`;
    if (this.text.length >= BATCH) this.flush();
  }
}

/** What receives the facts of a batch. A party comes with its JSON, which is what the store keeps. */
export interface FactReceiver {
  party(party: PartyRecord, json: string): void;
  interest(interest: InterestRecord): void;
  listing(listing: ListingRecord): void;
}

/** Reads a batch that `FactBatches` made, in its order. */
export function receiveBatch(batch: Uint8Array, receiver: FactReceiver): void {
  const text = Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength).toString("utf8");
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const json = text.slice(start + 1, end);
    const kind = text.charAt(start);
    if (kind === "P") receiver.party(JSON.parse(json) as PartyRecord, json);
    else if (kind === "I") receiver.interest(JSON.parse(json) as InterestRecord);
    else receiver.listing(JSON.parse(json) as ListingRecord);
    start = end + 1;
  }
}
