import { capacities, confidences, type Interest, interestKinds, type PartialDate, shareUnits, WHOLE } from "../../model/index.js";
import type { InterestRecord } from "../import/format.js";
import { type DateEnd, dayOf, partialDate } from "./days.js";
import type { InterestColumn } from "./layout.js";

/** An interest's columns without its ends. */
export type InterestRow = Record<Exclude<InterestColumn, "owner" | "owned">, number>;

/** A row to encode interests into. */
export function newInterestRow(): InterestRow {
  return { min: 0, max: 0, from: 0, until: 0, joint: 0, kind: 0, capacity: 0, form: 0 };
}

/** What an interest has beyond its columns: texts, and shares that columns of millionths would change. */
export type InterestDetails = Partial<Pick<Interest, "asOf" | "joint" | "note" | "record" | "share" | "shareMin" | "shareMax">>;

/** Bits of `form`: how the source put it. Precision of dates: 0 none, 1 year, 2 month, 3 day. Confidence: index. */
const form = {
  share: 1,
  shareMin: 2,
  shareMax: 4,
  minExclusive: 8,
  maxExclusive: 16,
  sharesInDetails: 32,
  from: 6,
  until: 8,
  confidence: 10,
};

/**
 * Puts an interest into `row`, which is used again, and gives its details as JSON; undefined where it has none. Throws for what no
 * interest can be: a share outside 0 to 100, a date that is none, an unknown kind.
 */
export function encodeInterest(interest: InterestRecord, row: InterestRow): string | undefined {
  const { asOf, joint, note, record } = interest;
  row.kind = indexIn(interestKinds, interest.kind, "kind");
  row.capacity = interest.capacity === undefined ? 0 : indexIn(capacities, interest.capacity, "capacity") + 1;
  row.from = dayOf(interest.from, "first");
  row.until = dayOf(interest.until, "last");
  row.joint = joint === undefined ? 0 : jointNumber(joint);
  row.form =
    (interest.share === undefined ? 0 : form.share) |
    (interest.shareMin === undefined ? 0 : form.shareMin) |
    (interest.shareMax === undefined ? 0 : form.shareMax) |
    (interest.minExclusive ? form.minExclusive : 0) |
    (interest.maxExclusive ? form.maxExclusive : 0) |
    (precision(interest.from) << form.from) |
    (precision(interest.until) << form.until) |
    (interest.confidence === undefined ? 0 : indexIn(confidences, interest.confidence, "confidence") << form.confidence);
  const exact = encodeShares(interest, row);
  if (exact && asOf === undefined && joint === undefined && note === undefined) {
    // In most registers a record's number is all there is, in millions of rows.
    return record === undefined ? undefined : `{"record":${JSON.stringify(record)}}`;
  }
  const texts: InterestDetails = { asOf, joint, note, record };
  if (exact) return JSON.stringify(texts);
  row.form |= form.sharesInDetails;
  return JSON.stringify({ ...texts, share: interest.share, shareMin: interest.shareMin, shareMax: interest.shareMax });
}

/** The facts of an interest from its row; ends, sources and details are the caller's. */
export function decodeInterest(row: InterestRow): Omit<Interest, "owner" | "owned" | "sources"> | undefined {
  const kind = interestKinds[row.kind];
  const confidence = confidences[(row.form >> form.confidence) & 3];
  const capacity = row.capacity === 0 ? undefined : capacities[row.capacity - 1];
  if (!kind || !confidence || (row.capacity !== 0 && !capacity)) return undefined;
  const has = (bit: number) => (row.form & bit) !== 0;
  const stated = !has(form.sharesInDetails);
  const low = row.min - (has(form.minExclusive) && !has(form.share) ? 1 : 0);
  const high = row.max + (has(form.maxExclusive) && !has(form.share) ? 1 : 0);
  return {
    kind,
    ...(stated && has(form.share) && { share: row.min / 10_000 }),
    ...(stated && has(form.shareMin) && { shareMin: low / 10_000 }),
    ...(stated && has(form.shareMax) && { shareMax: high / 10_000 }),
    ...(has(form.minExclusive) && { minExclusive: true }),
    ...(has(form.maxExclusive) && { maxExclusive: true }),
    ...(capacity && { capacity }),
    ...dated("from", row.from, (row.form >> form.from) & 3),
    ...dated("until", row.until, (row.form >> form.until) & 3),
    confidence,
  };
}

/** Bounds into `min` and `max`; whether the shares as stated can be told from them again. */
function encodeShares(interest: InterestRecord, row: InterestRow): boolean {
  const { share, shareMin, shareMax } = interest;
  const whole = wholeUnits(share) && wholeUnits(shareMin) && wholeUnits(shareMax);
  if (whole && (share === undefined || (shareMin === undefined && shareMax === undefined))) {
    const exact = share !== undefined;
    const low = share ?? shareMin;
    const high = share ?? shareMax;
    const min = low === undefined ? 0 : Math.round(low * 10_000) + (interest.minExclusive && !exact ? 1 : 0);
    const max = high === undefined ? WHOLE : Math.round(high * 10_000) - (interest.maxExclusive && !exact ? 1 : 0);
    if (min <= max) {
      row.min = min;
      row.max = max;
      return true;
    }
  }
  const units = shareUnits(interest);
  row.min = units.min;
  row.max = units.max;
  return false;
}

/** Whether a share has no more than four decimals, so that millionths keep it as it is. */
function wholeUnits(percent: number | undefined): boolean {
  if (percent === undefined) return true;
  if (!(percent >= 0 && percent <= 100)) throw new Error(`a share of ${percent} is no percentage; expected 0 to 100`);
  return Math.round(percent * 10_000) / 10_000 === percent;
}

/** A number for a jointly held block, above 0; blocks are told apart within one owned party only. */
function jointNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 16)) >>> 1 || 1;
}

function precision(date: PartialDate | undefined): number {
  return date === undefined ? 0 : date.length === 4 ? 1 : date.length === 7 ? 2 : 3;
}

function dated(end: "from" | "until", day: number, precisionOf: number): DateEnd {
  return precisionOf === 0 ? {} : { [end]: partialDate(day, precisionOf) };
}

function indexIn<Value extends string>(values: readonly Value[], value: Value, what: string): number {
  const index = values.indexOf(value);
  if (index < 0) throw new Error(`${what} ${value} is unknown; expected ${values.join(", ")}`);
  return index;
}
