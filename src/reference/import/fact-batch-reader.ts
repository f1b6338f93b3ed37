import { countryOfNumber, partyKinds } from "../../model/index.js";
import { type InterestRow, newInterestRow } from "../store/interest-form.js";
import {
  factKinds,
  idBefore,
  interestWord,
  interestWords,
  jsonWords,
  latestId,
  mostNationalities,
  none,
  partyWord,
  partyWords,
} from "./fact-batch-form.js";
import type { ListingRecord, PartyRecord } from "./format.js";

/** What receives the facts of a batch; bytes and rows are good until the call returns. */
export interface FactReceiver {
  /** A party with what a store finds and places it by, and its JSON, which is what the store keeps. */
  party(party: PartyRecord, json: Uint8Array): void;
  /** An interest in its columns, with its details as JSON where it has any. */
  interestRow(owner: string, owned: string, row: InterestRow, details: Uint8Array | undefined): void;
  listing(listing: ListingRecord): void;
}

/** Reads a batch that `FactBatches` made, in its order; it must begin at a multiple of four bytes. */
export function receiveBatch(batch: Uint8Array, receiver: FactReceiver): void {
  new BatchReader(batch).read(receiver);
}

const nothing = Buffer.alloc(0);

class BatchReader {
  private readonly bytes: Buffer;
  private readonly words: Int32Array;
  private start = 0;
  private end = 0;
  private latest = "";
  private before = "";
  private readonly row = newInterestRow();

  constructor(batch: Uint8Array) {
    this.bytes = Buffer.from(batch.buffer, batch.byteOffset, batch.length);
    this.words = new Int32Array(batch.buffer, batch.byteOffset, batch.length >>> 2);
  }

  read(receiver: FactReceiver): void {
    while (this.start < this.words.length) {
      const kind = this.words[this.start];
      if (kind === factKinds.party) this.readParty(receiver);
      else if (kind === factKinds.interest) this.readInterest(receiver);
      else this.readJson(kind, receiver);
      this.start = (this.end + 3) >>> 2;
    }
  }

  private readParty(receiver: FactReceiver): void {
    this.end = (this.start + partyWords) * 4;
    const json = this.text(partyWord.json) ?? nothing;
    const id = this.id(partyWord.id);
    const name = this.name();
    const kind = partyKinds[this.word(partyWord.kind) - 1];
    const jurisdiction = countryOfNumber(this.word(partyWord.jurisdiction));
    const nationalities: string[] = [];
    for (let at = 0; at < mostNationalities; at += 1) {
      const country = countryOfNumber(this.word(partyWord.nationality + at));
      if (country !== undefined) nationalities.push(country);
    }
    receiver.party({ id, name, kind, jurisdiction, nationalities }, json);
  }

  private readInterest(receiver: FactReceiver): void {
    const { row } = this;
    this.end = (this.start + interestWords) * 4;
    row.min = this.word(interestWord.min);
    row.max = this.word(interestWord.max);
    row.from = this.word(interestWord.from);
    row.until = this.word(interestWord.until);
    row.joint = this.word(interestWord.joint);
    row.kind = this.word(interestWord.kind);
    row.capacity = this.word(interestWord.capacity);
    row.form = this.word(interestWord.form);
    const owner = this.id(interestWord.owner);
    const owned = this.id(interestWord.owned);
    receiver.interestRow(owner, owned, row, this.text(interestWord.details));
  }

  private readJson(kind: number | undefined, receiver: FactReceiver): void {
    this.end = (this.start + jsonWords) * 4;
    const json = this.text(1) ?? nothing;
    const fact: unknown = JSON.parse(json.toString("utf8"));
    if (kind === factKinds.wholeParty) receiver.party(fact as PartyRecord, json);
    else receiver.listing(fact as ListingRecord);
  }

  private word(at: number): number {
    return this.words[this.start + at] ?? 0;
  }

  private id(word: number): string {
    const length = this.word(word);
    if (length === latestId) return this.latest;
    if (length === idBefore) return this.before;
    this.before = this.latest;
    this.latest = this.bytes.toString("latin1", this.end, this.end + length);
    this.end += length;
    return this.latest;
  }

  private name(): string | undefined {
    const length = this.word(partyWord.name);
    if (length === none) return undefined;
    const from = this.end;
    this.end += length;
    return this.bytes.toString("utf8", from, this.end);
  }

  private text(word: number): Buffer | undefined {
    const length = this.word(word);
    if (length === none) return undefined;
    const from = this.end;
    this.end += length;
    return this.bytes.subarray(from, this.end);
  }
}
