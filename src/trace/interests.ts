import { type Confidence, type Day, firstDayOf, holdsOn, type Interest, type Reference, weakest } from "../model/index.js";

/** The share that an interest gives, in percent, as far as the statement tells. */
export interface ShareBounds {
  min: number;
  max: number;
}

/** An interest as it stands on a day: the one statement that speaks best for it. */
export interface HeldInterest {
  interest: Interest;
  share: ShareBounds;
  /** False where neither the share nor a range was stated. */
  shareKnown: boolean;
  confidence: Confidence;
  /** Set where the source vouches for a later day only. */
  recordedLater: boolean;
}

/** Bounds of a stated share; a lower bound alone leaves the upper at 100, no statement at all gives 0 to 100. */
export function shareBounds(interest: Interest): ShareBounds {
  if (interest.share !== undefined) return { min: interest.share, max: interest.share };
  return { min: interest.shareMin ?? 0, max: interest.shareMax ?? 100 };
}

/**
 * The interests in a party that hold on a day. Sources speak of the same stake at several times: of the statements on one owner,
 * kind and joint block, the latest that vouches for the day or earlier counts, else the earliest later one, with at most medium confidence.
 */
export function interestsHeld(owned: string, reference: Reference, asOf: Day): HeldInterest[] {
  const best = new Map<string, Interest>();
  for (const interest of reference.interestsIn(owned)) {
    if (!holdsOn(interest, asOf) || !couldHold(interest, reference, asOf)) continue;
    const key = `${interest.owner} ${interest.kind} ${interest.joint ?? ""}`;
    const rival = best.get(key);
    if (!rival || speaksBetter(interest, rival, asOf)) best.set(key, interest);
  }
  return [...best.values()].map((interest) => held(interest, asOf));
}

/**
 * An owner that was dissolved before the day holds nothing on it, and one that was founded later held nothing yet, unless the statement
 * itself says since when.
 */
function couldHold({ owner, from }: Interest, reference: Reference, asOf: Day): boolean {
  const party = reference.party(owner);
  if (!party) return true;
  return holdsOn(from ? { until: party.until } : party, asOf);
}

function held(interest: Interest, asOf: Day): HeldInterest {
  const recordedLater = !interest.from && interest.asOf !== undefined && firstDayOf(interest.asOf) > asOf;
  return {
    interest,
    share: shareBounds(interest),
    shareKnown: interest.share !== undefined || interest.shareMin !== undefined || interest.shareMax !== undefined,
    confidence: recordedLater ? weakest("medium", interest.confidence) : interest.confidence,
    recordedLater,
  };
}

function speaksBetter(candidate: Interest, rival: Interest, asOf: Day): boolean {
  const [ours, theirs] = [statedOn(candidate), statedOn(rival)];
  const [oursInTime, theirsInTime] = [ours <= asOf, theirs <= asOf];
  if (oursInTime !== theirsInTime) return oursInTime;
  if (ours !== theirs) return oursInTime ? ours > theirs : ours < theirs;
  // Of equal standing: the larger share, then whatever is the same in any order of the facts.
  const [ourShare, theirShare] = [candidate.share ?? candidate.shareMin ?? -1, rival.share ?? rival.shareMin ?? -1];
  return ourShare !== theirShare ? ourShare > theirShare : JSON.stringify(candidate) > JSON.stringify(rival);
}

function statedOn(interest: Interest): Day {
  const stated = interest.asOf ?? interest.from;
  return stated ? firstDayOf(stated) : "0000-01-01";
}
