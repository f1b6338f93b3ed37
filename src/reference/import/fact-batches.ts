import { countryNumber, partyKinds } from "../../model/index.js";
import { encodeInterest, newInterestRow } from "../store/interest-form.js";
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
import type { InterestRecord, ListingRecord, PartyRecord } from "./format.js";
import { writeJson } from "./json-bytes.js";

/** A batch is handed over when it has grown to this many bytes; only one fact alone can be longer. */
export const batchBytes = 2 ** 20;
/** Room that is made for a party's texts before they are known: a longer one is sent whole. */
const usualUnits = 2 ** 13;

/**
 * Gathers checked facts as bytes and hands them over in batches, each good until the call returns. Plain parties and interests, of which
 * registers are made, travel as numbers and texts, since parsing millions of them as JSON once more would cost as much as reading the file.
 */
export class FactBatches {
  private bytes = Buffer.from(new ArrayBuffer(batchBytes));
  private words = new Int32Array(this.bytes.buffer);
  /** Where the next fact begins, in words. */
  private start = 0;
  /** Where the next text of this fact begins, in bytes. */
  private end = 0;
  private latest: string | undefined;
  private before: string | undefined;
  private readonly row = newInterestRow();
  private readonly handOver: (batch: Uint8Array) => void;

  constructor(handOver: (batch: Uint8Array) => void) {
    this.handOver = handOver;
  }

  party(party: PartyRecord): void {
    if (!isPlain(party) || !this.addPlain(party)) this.addJson(factKinds.wholeParty, JSON.stringify(party));
  }

  interest(interest: InterestRecord): void {
    const { row } = this;
    const details = encodeInterest(interest, row);
    const { owner, owned } = interest;
    this.beginFact(factKinds.interest, interestWords, owner.length + owned.length + (details?.length ?? 0));
    const { words, start } = this;
    words[start + interestWord.min] = row.min;
    words[start + interestWord.max] = row.max;
    words[start + interestWord.from] = row.from;
    words[start + interestWord.until] = row.until;
    words[start + interestWord.joint] = row.joint;
    words[start + interestWord.kind] = row.kind;
    words[start + interestWord.capacity] = row.capacity;
    words[start + interestWord.form] = row.form;
    this.addId(interestWord.owner, owner);
    this.addId(interestWord.owned, owned);
    this.addText(interestWord.details, details);
    this.endFact();
  }

  listing(listing: ListingRecord): void {
    this.addJson(factKinds.listing, JSON.stringify(listing));
  }

  /** Hands over what is left. */
  flush(): void {
    if (this.start > 0) this.handOver(this.bytes.subarray(0, this.start * 4));
    this.start = 0;
    this.latest = undefined;
    this.before = undefined;
  }

  /** Gives false, and adds nothing, where the party is too long. */
  private addPlain(party: PartyRecord): boolean {
    const { id, kind, name, nationalities } = party;
    this.beginFact(factKinds.party, partyWords, usualUnits);
    const { words, start } = this;
    if (!this.addMembers(party)) return false;
    this.addId(partyWord.id, id);
    words[start + partyWord.kind] = kind === undefined ? 0 : partyKinds.indexOf(kind) + 1;
    words[start + partyWord.jurisdiction] = countryNumber(party.jurisdiction);
    for (let at = 0; at < mostNationalities; at += 1) words[start + partyWord.nationality + at] = countryNumber(nationalities?.[at]);
    this.addText(partyWord.name, name);
    this.endFact();
    return true;
  }

  /** The party as JSON, unless it leaves no room for its id and name. */
  private addMembers(party: PartyRecord): boolean {
    const end = writeJson(party, this.bytes, this.end);
    if (end + party.id.length + (party.name?.length ?? 0) * 3 > this.bytes.length) return false;
    this.words[this.start + partyWord.json] = end - this.end;
    this.end = end;
    return true;
  }

  private addJson(kind: number, json: string): void {
    this.beginFact(kind, jsonWords, json.length);
    this.addText(1, json);
    this.endFact();
  }

  /** Makes room for a fact with texts of so many UTF-16 units, each of which takes three bytes at most. */
  private beginFact(kind: number, words: number, units: number): void {
    const most = words * 4 + units * 3 + 4;
    if (this.start * 4 + most > this.bytes.length) this.flush();
    if (most > this.bytes.length) {
      this.bytes = Buffer.from(new ArrayBuffer(Math.ceil(most / batchBytes) * batchBytes));
      this.words = new Int32Array(this.bytes.buffer);
    }
    this.words[this.start] = kind;
    this.end = (this.start + words) * 4;
  }

  private endFact(): void {
    this.start = (this.end + 3) >>> 2;
    if (this.start * 4 >= batchBytes) this.flush();
  }

  /** The facts of a record name the same two parties again and again: they are written out once. */
  private addId(word: number, id: string): void {
    const again = id === this.latest ? latestId : id === this.before ? idBefore : undefined;
    this.words[this.start + word] = again ?? id.length;
    if (again !== undefined) return;
    this.before = this.latest;
    this.latest = id;
    // An id is a slug, in ASCII: for so short a text this is quicker than a call.
    for (let at = 0; at < id.length; at += 1) this.bytes[this.end + at] = id.charCodeAt(at);
    this.end += id.length;
  }

  private addText(word: number, text: string | undefined): void {
    const length = text === undefined ? none : this.bytes.write(text, this.end);
    this.words[this.start + word] = length;
    if (length > 0) this.end += length;
  }
}

/** Whether a party has nothing that its words cannot say of where it belongs and by which keys it is found. */
function isPlain(party: PartyRecord): boolean {
  return (
    party.lei === undefined &&
    party.identifiers === undefined &&
    party.nativeName === undefined &&
    party.aliases === undefined &&
    party.weakAliases === undefined &&
    party.formerNames === undefined &&
    party.principalPlace === undefined &&
    party.alsoOrganisedIn === undefined &&
    party.residenceStatus === undefined &&
    party.presentIn === undefined &&
    party.branchOf === undefined &&
    (party.nationalities === undefined || party.nationalities.length <= mostNationalities) &&
    // Half of a surrogate pair is no text in UTF-8; JSON writes it as an escape.
    (party.name === undefined || !/\p{Surrogate}/u.test(party.name))
  );
}
