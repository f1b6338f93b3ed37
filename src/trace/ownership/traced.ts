import type { Day, InterestColumns, Reference, Regime, Verdict } from "../../model/index.js";
import { isExempt, percentOf } from "./assess.js";
import { standingsByThemselves } from "./by-itself.js";
import { ownershipGraph } from "./graph.js";
import { stakeIn } from "./stakes.js";
import { type Terms, termsOf } from "./terms.js";
import { type Seeds, spread } from "./worlds.js";

/** One party that is covered or may be, with bounds in percent of what covered owners hold of it. */
export interface CoveredParty {
  party: string;
  covered: Exclude<Verdict, "no">;
  shareMin: number;
  shareMax: number;
}

/** Who is covered among all parties of the columns. */
export interface TracedColumns {
  /** By number of a party: 1 where it counts in the sure world. */
  sure: Uint8Array;
  /** By number of a party: 1 where it counts in the possible world. */
  possible: Uint8Array;
  /** Bounds of the covered share of a numbered party, in millionths. */
  shareOf(party: number): { min: number; max: number };
}

/**
 * All parties that are covered or may be under a regime on a day, by themselves or through their owners. Reads every party once for its seat, listings
 * and kind. Columns do not tell which of several statements on one stake is the latest: between them the share is open, where
 * `ownershipUnder` takes the latest.
 */
export function* tracedUnder(regime: Regime, reference: Reference, asOf: Day): Generator<CoveredParty> {
  const columns = reference.columns();
  const traced = traceColumns(columns, seedsAmong(columns, regime, reference, asOf), termsOf(regime, asOf));
  for (let party = 0; party < columns.partyCount; party++) {
    if (traced.possible[party] !== 1) continue;
    const id = columns.idOf(party);
    const facts = reference.party(id);
    const exempt = isExempt(facts, regime);
    const standing = exempt ? standingsByThemselves(regime, reference, asOf)(facts).listed : "yes";
    if (standing === "no") continue;
    const covered = exempt ? standing : traced.sure[party] === 1 ? "yes" : "cannot-be-excluded";
    const { min, max } = traced.shareOf(party);
    yield { party: id, covered, shareMin: percentOf(min), shareMax: percentOf(max) };
  }
}

/** Settles both worlds over columns: the part of `tracedUnder` that knows numbers only. */
export function traceColumns(columns: InterestColumns, seeds: Seeds, terms: Terms): TracedColumns {
  const graph = ownershipGraph(columns);
  const sure = spread(graph, terms, seeds, "sure").counts;
  const possible = spread(graph, terms, seeds, "possible").counts;
  const shareIn = (party: number, counts: Uint8Array, world: "sure" | "possible") => {
    const { equity, voting } = stakeIn(graph, terms, party, counts, world);
    return Math.max(equity, voting);
  };
  return {
    sure,
    possible,
    shareOf: (party) => ({ min: shareIn(party, sure, "sure"), max: shareIn(party, possible, "possible") }),
  };
}

function seedsAmong(columns: InterestColumns, regime: Regime, reference: Reference, asOf: Day): Seeds {
  const seeds = new Uint8Array(columns.partyCount);
  const standingOf = standingsByThemselves(regime, reference, asOf);
  for (const party of reference.parties()) {
    const { covered } = standingOf(party);
    if (covered === "no") continue;
    const number = columns.numberOf(party.id);
    if (number !== undefined) seeds[number] = covered === "yes" ? 2 : 1;
  }
  return seeds;
}
