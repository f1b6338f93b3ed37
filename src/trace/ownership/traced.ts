import { countryNumber, type Day, type InterestColumns, partyKinds, type Reference, type Regime, type Verdict } from "../../model/index.js";
import { percentOf } from "./assess.js";
import { ownershipGraph } from "./graph.js";
import { seedsAmong } from "./seeds.js";
import { stakeIn } from "./stakes.js";
import { type Terms, termsOf, type World } from "./terms.js";
import { type Seeds, spread } from "./worlds.js";

/** One party that is covered or may be, with bounds in percent of what covered owners hold of it. */
export interface CoveredParty {
  party: string;
  /** Its number in the columns. */
  number: number;
  covered: Exclude<Verdict, "no">;
  shareMin: number;
  shareMax: number;
  /** Whether covered owners control it otherwise than by what they hold: for sure where it is covered, else perhaps. */
  controlled: boolean;
}

/** Who is covered among all parties of the columns. */
export interface TracedColumns {
  /** By number of a party: 1 where it counts in the sure world. */
  sure: Uint8Array;
  /** By number of a party: 1 where it counts in the possible world. */
  possible: Uint8Array;
  /** What covered owners have in a numbered party: bounds of the share in millionths, and control in each world. */
  stakesOf(party: number): { min: number; max: number; control: { sure: boolean; possible: boolean } };
}

/**
 * All parties that are covered or may be under a regime on a day, by themselves or through their owners. Reads columns, and records of
 * those on the regime's lists only: millions of parties take seconds. Columns do not tell which of several statements on one stake is the
 * latest: between them the share is open, where `ownershipUnder` takes the latest.
 */
export function* tracedUnder(regime: Regime, reference: Reference, asOf: Day): Generator<CoveredParty> {
  const columns = reference.columns();
  const { seeds, listed } = seedsAmong(columns, regime, reference, asOf);
  const traced = traceColumns(columns, seeds, termsOf(regime, asOf));
  const isExempt = exemptAmong(columns, regime);
  for (let number = 0; number < columns.partyCount; number++) {
    if (traced.possible[number] !== 1 && traced.sure[number] !== 1) continue;
    const exempt = isExempt(number);
    const standing = exempt ? (listed.get(number)?.listed ?? "no") : "yes";
    if (standing === "no") continue;
    const covered = exempt ? standing : traced.sure[number] === 1 ? "yes" : "cannot-be-excluded";
    const { min, max, control } = traced.stakesOf(number);
    const controlled = !exempt && control[covered === "yes" ? "sure" : "possible"];
    yield { party: columns.idOf(number), number, covered, shareMin: percentOf(min), shareMax: percentOf(max), controlled };
  }
}

/** The same as `isExempt` says of a record. */
function exemptAmong({ partyKind, jurisdiction }: InterestColumns, { covered }: Regime): (party: number) => boolean {
  const exempt = new Set(covered.exemptJurisdictions.map(countryNumber));
  const entity = partyKinds.indexOf("entity");
  return (party) => partyKind[party] === entity && exempt.has(jurisdiction[party] ?? 0);
}

/** Settles both worlds over columns: the part of `tracedUnder` that knows numbers only. */
export function traceColumns(columns: InterestColumns, seeds: Seeds, terms: Terms): TracedColumns {
  const graph = ownershipGraph(columns);
  const sure = spread(graph, terms, seeds, "sure").counts;
  const possible = spread(graph, terms, seeds, "possible").counts;
  const stake = (party: number, counts: Uint8Array, world: World) => {
    const { equity, voting, control } = stakeIn(graph, terms, party, counts, world);
    return { share: Math.max(equity, voting), control };
  };
  return {
    sure,
    possible,
    stakesOf: (party) => {
      const [least, most] = [stake(party, sure, "sure"), stake(party, possible, "possible")];
      return { min: least.share, max: Math.max(least.share, most.share), control: { sure: least.control, possible: most.control } };
    },
  };
}
