import type { Refusal } from "../../model/index.js";
import type { StoreWriter } from "../store/writer.js";
import { faultOfInterest, faultOfListing, faultOfParty, isPartialDate, isSlug } from "./check-facts.js";
import {
  ImportError,
  type ImportSink,
  type InterestRecord,
  type ListingRecord,
  type PartyRecord,
  type RecordPlace,
  type SourceDescription,
} from "./format.js";
import { passedOverKinds, refusalsKept } from "./limits.js";

/** What one source told so far, over all its files. */
export class Tally {
  readonly counts = { records: 0, parties: 0, interests: 0, listings: 0, refused: 0, passedOver: 0 };
  readonly refused: Refusal[] = [];
  readonly passedOver: Record<string, number> = {};
  /** Listings that bear no date of their own. */
  undated = 0;

  refuse(refusal: Refusal): void {
    this.counts.refused += 1;
    if (this.refused.length < refusalsKept) this.refused.push(refusal);
  }

  passOver(what: string): void {
    this.counts.passedOver += 1;
    const known = Object.hasOwn(this.passedOver, what);
    const kind = known || Object.keys(this.passedOver).length < passedOverKinds ? what : "others";
    this.passedOver[kind] = (this.passedOver[kind] ?? 0) + 1;
  }
}

/** Where what a reader tells goes to, once it has said which source it reads. */
export interface Receiver {
  tally: Tally;
  writer: Pick<StoreWriter, "party" | "interest" | "listing">;
}

/** Checks what a reader tells and counts it; what is in order goes to the store. */
export class CheckedSink implements ImportSink {
  private readonly place: string;
  private readonly receiverOf: (description: SourceDescription) => Receiver;
  private receiver: Receiver | undefined;

  constructor(place: string, receiverOf: (description: SourceDescription) => Receiver) {
    this.place = place;
    this.receiverOf = receiverOf;
  }

  get described(): boolean {
    return this.receiver !== undefined;
  }

  get records(): number {
    return this.receiver?.tally.counts.records ?? 0;
  }

  source(description: SourceDescription): void {
    if (this.receiver) throw new Error("a reader described its source twice");
    if (!isSlug(description.id)) throw new Error(`a reader named its source ${description.id}, which is no id`);
    const { edition } = description;
    if (edition !== undefined && !isPartialDate(edition)) {
      throw new ImportError(`bears the date ${edition}, which is none. Expected YYYY, YYYY-MM or YYYY-MM-DD.`);
    }
    this.receiver = this.receiverOf(description);
  }

  record(): void {
    this.told.tally.counts.records += 1;
  }

  party(party: PartyRecord): void {
    const { tally, writer } = this.told;
    const fault = faultOfParty(party);
    if (fault) this.refuse({ record: party.record }, fault);
    else {
      tally.counts.parties += 1;
      writer.party(party);
    }
  }

  interest(interest: InterestRecord): void {
    const { tally, writer } = this.told;
    const fault = faultOfInterest(interest);
    if (fault) this.refuse({ record: interest.record }, fault);
    else {
      tally.counts.interests += 1;
      writer.interest(interest);
    }
  }

  listing(listing: ListingRecord): void {
    const { tally, writer } = this.told;
    const fault = faultOfListing(listing);
    if (fault) this.refuse({ record: listing.record }, fault);
    else {
      tally.counts.listings += 1;
      if (listing.from === undefined) tally.undated += 1;
      writer.listing(listing);
    }
  }

  refuse(place: RecordPlace, reason: string): void {
    const { tally } = this.told;
    const known = place.line !== undefined || place.record !== undefined;
    const where = known ? place : { record: `number ${tally.counts.records}` };
    tally.refuse({ place: this.place, ...where, reason });
  }

  passOver(what: string): void {
    this.told.tally.passOver(what);
  }

  private get told(): Receiver {
    if (!this.receiver) throw new Error("a reader told facts before it described its source");
    return this.receiver;
  }
}
