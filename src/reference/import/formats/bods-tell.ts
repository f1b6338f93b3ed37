import type { ImportSink } from "../format.js";
import { componentsReplace } from "./bods-components.js";
import { type Stake, type StatedInterest, statedInterest, unknownInterest } from "./bods-interest.js";
import { type JointHolding, jointHoldings } from "./bods-joint.js";
import { bodsParty, unspecifiedForm, unspecifiedReason } from "./bods-party.js";
import { maxHistory, type Records, type Relationship } from "./bods-records.js";
import { isObject, textOf } from "./bods-statement.js";
import { idOf } from "./ftm-id.js";
import { dayBefore } from "./list-dates.js";

/** Tells everything that the latest statements of a file say, once all of them are known. */
export function tellRecords(records: Records, source: string, sink: ImportSink): void {
  new Teller(records, source, sink).tell();
}

class Teller {
  private readonly records: Records;
  private readonly scheme: string;
  private readonly sink: ImportSink;
  private readonly joint: ReadonlyMap<string, JointHolding>;
  /** Parts of an indirect relationship that itself counts: their stakes may be in it already. */
  private readonly overlapping = new Set<string>();

  constructor(records: Records, source: string, sink: ImportSink) {
    this.records = records;
    this.scheme = `bods-${source}`;
    this.sink = sink;
    this.joint = jointHoldings(records);
  }

  tell(): void {
    for (const [record, statement] of this.records.parties) {
      if (!this.records.stands(record)) this.sink.passOver("statements that a later one replaces");
      else if (this.joint.has(record)) this.sink.passOver("joint holdings, told as holdings of those who hold them");
      else this.tellParty(record, statement);
    }
    const relationships = [...this.records.relationships.values()];
    const indirect = relationships.filter(({ components }) => components.length > 0);
    // First those with parts, since what becomes of the parts hangs on them.
    for (const relationship of indirect) this.tellRelationship(relationship);
    for (const relationship of relationships) if (relationship.components.length === 0) this.tellRelationship(relationship);
  }

  private tellParty(record: string, statement: Parameters<typeof bodsParty>[0]): void {
    const id = this.id(record);
    if (id) this.sink.party(bodsParty(statement, id));
    else this.sink.refuse({ record: record.slice(0, 100) }, "the record's id is too long for an id.");
  }

  private tellRelationship(relationship: Relationship): void {
    const { record } = relationship;
    const owned = this.id(this.records.latest(relationship.subject));
    if (!this.records.stands(record)) {
      this.sink.passOver("statements that a later one replaces");
    } else if (!this.joint.has(this.records.latest(relationship.subject))) {
      const { owners, joint } = this.ownersOf(relationship);
      if (!owned || owners.includes(undefined))
        this.sink.refuse({ record: record.slice(0, 100) }, "an id that it names is too long for an id.");
      else
        for (const stake of this.stakesOf(relationship))
          for (const owner of owners) if (owner) this.sink.interest({ owner, owned, ...stake, ...joint, record });
    }
  }

  private ownersOf(relationship: Relationship): { owners: (string | undefined)[]; joint: { joint?: string } } {
    if (relationship.party === undefined) return { owners: [this.tellUnknown(relationship)], joint: {} };
    const party = this.records.latest(relationship.party);
    const holding = this.joint.get(party);
    if (!holding) return { owners: [this.id(party)], joint: {} };
    return { owners: [...new Set(holding.holders)].map((holder) => this.id(holder)), joint: { joint: holding.record } };
  }

  /** Somebody who holds and is not named. */
  private tellUnknown({ record, unspecified }: Relationship): string | undefined {
    const id = this.id(`${record}-unspecified`);
    const note = `the owner is not named: ${unspecifiedReason(unspecified)}`;
    if (id) this.sink.party({ id, kind: "unknown", form: unspecifiedForm(unspecified), name: "Not named", note, record });
    return id;
  }

  private stakesOf(relationship: Relationship): Stake[] {
    const stated = this.statedBy(relationship);
    const past = this.pastOf(relationship, stated);
    const counted = stated.filter((interest) => {
      if (interest.directness === "direct" || relationship.components.length === 0 || interest.stake === "office") return true;
      if (componentsReplace(relationship, interest, this.records)) {
        this.sink.passOver("indirect interests, counted by their direct parts");
        return false;
      }
      for (const component of relationship.components) {
        if (this.records.relationships.get(component)?.subject === relationship.subject) this.overlapping.add(component);
      }
      return true;
    });
    const stakes = counted.flatMap(({ stake }) => (stake === "office" ? [] : [stake]));
    for (const { stake } of counted) if (stake === "office") this.sink.passOver("seats on a board");
    const lessened = this.overlapping.has(relationship.record) ? stakes.map(withoutLowerBound) : stakes;
    return [...past, ...lessened].map((stake) => ended(stake, relationship));
  }

  /** A relationship without interests still says that somebody has some. */
  private statedBy({ interests, record, unspecified, party }: Relationship): StatedInterest[] {
    if (interests.length === 0) {
      const note = party === undefined ? unspecifiedReason(unspecified) : "no interest is stated";
      return [{ type: "", directness: "unknown", stake: { kind: "equity", note } }];
    }
    return interests.flatMap((value) => {
      if (!isObject(value)) {
        this.sink.refuse({ record: record.slice(0, 100) }, "an interest is no object.");
        return [];
      }
      const stated = statedInterest(value);
      if (typeof stated !== "string") return [stated];
      this.sink.refuse({ record: record.slice(0, 100) }, stated);
      return [unknownInterest(value)];
    });
  }

  /** Interests of earlier statements of the record held until the day before the later statement has them begin anew. */
  private pastOf(relationship: Relationship, later: StatedInterest[]): Stake[] {
    const past: Stake[] = [];
    let following = later;
    let steps = 0;
    for (let before = relationship.before; before && steps < maxHistory; before = before.before, steps++) {
      const stated = before.interests.filter(isObject).map(statedInterest);
      const earlier = stated.filter((interest) => typeof interest !== "string");
      for (const { stake, type } of earlier) {
        if (stake === "office" || !stake.from) continue;
        const next = following.find((one) => one.type === type && one.stake !== "office" && one.stake.from);
        const begins = next && next.stake !== "office" ? next.stake.from : undefined;
        if (begins && begins.length === 10 && begins > stake.from) past.push({ ...stake, until: dayBefore(begins) });
      }
      following = [...earlier, ...following];
    }
    return past;
  }

  private id(record: string): string | undefined {
    return idOf(this.scheme, record);
  }
}

/** What may be in the indirect stake already counts as possible, not as certain beside it. */
function withoutLowerBound(stake: Stake): Stake {
  const { share, shareMin: _least, minExclusive: _exclusive, ...rest } = stake;
  const note = [stake.note, "may be part of an indirect stake that is stated beside it"].filter(Boolean).join("; ");
  return { ...rest, shareMax: share ?? stake.shareMax ?? 100, note };
}

/** A record that is closed is over by the day of the statement that closes it. */
function ended(stake: Stake, { closed, date }: Relationship): Stake {
  if (!closed || stake.until || textOf(date) === "") return stake;
  return stake.from && stake.from > date ? { ...stake, from: undefined, until: date } : { ...stake, until: date };
}
