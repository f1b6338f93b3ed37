import type { Baseline } from "./decide/index.js";
import type { AssumedMeasure, Day, Inventory, Link, Reach, Reference, Review, RulePack } from "./model/index.js";

/** A rule pack with the digest of the text that it was read from. */
export interface LoadedPack {
  pack: RulePack;
  sha256: string;
}

export interface ReviewOptions {
  /** The day that lists, laws, owners and acceptances are read for, UTC. */
  asOf: Day;
  reference: Reference;
  packs: LoadedPack[];
  /** Packs to ask about every counterparty side by side; their findings are shown there only. */
  sideBySide?: RulePack[];
  /** Ids of findings known from an earlier review. */
  baseline?: Baseline;
  /** Measures taken as in place though nobody declared them: what would be left if they were. */
  assumed?: AssumedMeasure[];
  /** Told what the artefacts say needs what; reading that takes longer, so it is left out where nobody asks. */
  onLinks?: (links: Link[]) => void;
  /** Told how far reading is; files so far and the path just read. */
  onProgress?: (files: number, path: string) => void;
}

/** A review with what it does not show whole: every path of every reach, the declaration, and the reference with the declared parties. */
export interface WholeReview {
  review: Review;
  reaches: Reach[];
  /** With the measures in force on the day. */
  inventory: Inventory | null;
  reference: Reference;
}
