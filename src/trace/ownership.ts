import {
  byText,
  type Counterparty,
  type Day,
  holdsOn,
  type InterestKind,
  type Party,
  type Reference,
  type Regime,
  type Verdict,
} from "../model/index.js";
import { type HeldInterest, interestsHeld } from "./interests.js";

/** How a regime sees a party, with the owners that make it so. */
export type Assessment = Omit<Counterparty, "pack">;

/** What the fixpoint knows of one party: the limbs and governments through which it counts, and the covered share. */
interface Standing {
  /** Counts in full for what it owns. */
  counts: boolean;
  limbs: Set<string>;
  governments: Set<string>;
  share: number;
}

type Standings = Map<string, Standing>;

/**
 * Answers, for one regime and day, whether a party is covered. Ownership is aggregated over all covered owners; a covered owner
 * counts with its whole stake and an uncovered one with none; cycles end at the least fixed point. Shares that are ranged or unknown
 * are taken at their lowest for `yes` and at their highest for `cannot-be-excluded`. Unrecorded shares count for neither: `no` means
 * no covered owner on file.
 * Source: 28 CFR 202.211(a); OFAC guidance of 13 August 2014; 15 CFR 744.11(a)(1) as the regime's parameters say.
 */
export function ownershipUnder(regime: Regime, reference: Reference, asOf: Day): (party: string) => Assessment {
  const concern = governmentsOfConcern(regime, reference, asOf);
  const answers = new Map<string, Assessment>();
  return (id) => {
    const known = answers.get(id);
    if (known) return known;
    const family = ancestors(id, reference, asOf);
    const surely = settle("min", family, regime, concern, reference, asOf);
    const possibly = settle("max", family, regime, concern, reference, asOf);
    const answer = assess(id, surely, possibly, regime, reference);
    answers.set(id, answer);
    return answer;
  };
}

/** Which governments a regime is concerned with on a day; a regime may name them or except its own. */
export function governmentsOfConcern(regime: Regime, reference: Reference, asOf: Day): (territory: string) => boolean {
  const named = new Set((regime.governments ?? []).filter((government) => holdsOn(government, asOf)).map((government) => government.code));
  const excepted = regime.governmentsExcept && new Set(regime.governmentsExcept);
  return (territory) => {
    const government = reference.governmentOf(territory);
    return named.has(government) || (excepted !== undefined && !excepted.has(government));
  };
}

function ancestors(id: string, reference: Reference, asOf: Day): Map<string, HeldInterest[]> {
  const family = new Map<string, HeldInterest[]>();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (family.has(next)) continue;
    const held = interestsHeld(next, reference, asOf);
    family.set(next, held);
    for (const { interest } of held) queue.push(interest.owner);
  }
  return family;
}

function settle(
  bound: "min" | "max",
  family: Map<string, HeldInterest[]>,
  regime: Regime,
  concern: (territory: string) => boolean,
  reference: Reference,
  asOf: Day,
): Standings {
  const standings: Standings = new Map();
  for (const id of family.keys()) standings.set(id, standingByItself(reference.party(id), bound, regime, concern, reference, asOf));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [id, held] of family) changed = addThroughOwners(standings, id, held, bound, regime) || changed;
  }
  return standings;
}

function standingByItself(
  party: Party | undefined,
  bound: "min" | "max",
  regime: Regime,
  concern: (territory: string) => boolean,
  reference: Reference,
  asOf: Day,
): Standing {
  const standing: Standing = { counts: false, limbs: new Set(), governments: new Set(), share: 0 };
  if (!party) return standing;
  const add = (limb: string, territory: string) => {
    standing.counts = true;
    standing.limbs.add(limb);
    standing.governments.add(reference.governmentOf(territory));
  };
  const knows = (limb: Regime["covered"]["limbs"][number]) => regime.covered.limbs.includes(limb);
  const { jurisdiction, principalPlace } = party;
  if (party.kind === "government") {
    if (jurisdiction && concern(jurisdiction)) add("government", jurisdiction);
    return standing;
  }
  if (party.kind === "individual") {
    // Residence counts, nationality does not: a country without a stated residence leaves the question open.
    if (knows("residence") && principalPlace && concern(principalPlace.country)) add("residence", principalPlace.country);
    else if (knows("residence") && bound === "max" && !principalPlace && jurisdiction && concern(jurisdiction))
      add("residence", jurisdiction);
  } else if (party.kind === "entity") {
    if (knows("organised") && jurisdiction && concern(jurisdiction)) add("organised", jurisdiction);
    if (knows("principal-place") && principalPlace && concern(principalPlace.country)) add("principal-place", principalPlace.country);
  }
  if (knows("listed")) {
    const listed = reference.listingsOf(party.id).some((listing) => regime.covered.lists.includes(listing.list) && holdsOn(listing, asOf));
    if (listed) add("listed", jurisdiction ?? principalPlace?.country ?? "ZZ");
  }
  return standing;
}

function addThroughOwners(standings: Standings, id: string, held: HeldInterest[], bound: "min" | "max", regime: Regime): boolean {
  const standing = standings.get(id);
  if (!standing) return false;
  const before = `${standing.counts} ${standing.share} ${standing.limbs.size} ${standing.governments.size}`;
  const counting = held.filter(({ interest }) => standings.get(interest.owner)?.counts);
  const credit = (owners: HeldInterest[], limb: string) => {
    if (owners.length === 0) return;
    standing.counts = true;
    standing.limbs.add(limb);
    for (const { interest } of owners) for (const code of standings.get(interest.owner)?.governments ?? []) standing.governments.add(code);
  };

  standing.share = Math.max(standing.share, aggregateShare(held, counting, bound, regime.covered.ownershipKinds));
  if (regime.covered.limbs.includes("ownership") && standing.share >= regime.covered.threshold) {
    credit(
      counting.filter((one) => regime.covered.ownershipKinds.includes(one.interest.kind)),
      "ownership",
    );
  }
  if (regime.covered.limbs.includes("control")) {
    credit(
      counting.filter((one) => regime.covered.controlKinds.includes(one.interest.kind) && controls(one, bound)),
      "control",
    );
  }
  return before !== `${standing.counts} ${standing.share} ${standing.limbs.size} ${standing.governments.size}`;
}

/** Equity and votes are summed apart: half of the votes and half of the equity are not the same half. */
function aggregateShare(held: HeldInterest[], counting: HeldInterest[], bound: "min" | "max", kinds: InterestKind[]): number {
  const classes = [["equity", "state-control"], ["voting"]] as const;
  return Math.max(
    0,
    ...classes.map((members) => {
      const inClass = (one: HeldInterest) => kinds.includes(one.interest.kind) && members.some((kind) => kind === one.interest.kind);
      const sum = sumByOwner(counting.filter(inClass), bound);
      if (bound === "min") return Math.min(100, sum);
      const others = held.filter((one) => inClass(one) && !counting.includes(one));
      return Math.min(sum, 100 - Math.min(100, sumByOwner(others, "min")));
    }),
  );
}

function sumByOwner(interests: HeldInterest[], bound: "min" | "max"): number {
  const byOwner = new Map<string, number>();
  for (const { interest, share } of interests) byOwner.set(interest.owner, Math.max(byOwner.get(interest.owner) ?? 0, share[bound]));
  // Shares are stated to two decimals at most; more digits would be noise of the addition.
  return Math.round([...byOwner.values()].reduce((sum, share) => sum + share, 0) * 1e6) / 1e6;
}

/** A stated minority of votes is not control; rights without a stated share are what the kind says they are. */
function controls(held: HeldInterest, bound: "min" | "max"): boolean {
  if (held.interest.kind !== "voting" && held.interest.kind !== "equity" && held.interest.kind !== "state-control") return true;
  return held.shareKnown ? held.share[bound] >= 50 : bound === "max" || held.interest.kind === "state-control";
}

function assess(id: string, surely: Standings, possibly: Standings, regime: Regime, reference: Reference): Assessment {
  const [sure, possible] = [surely.get(id), possibly.get(id)];
  const party = reference.party(id);
  const exempt = party?.kind === "entity" && party.jurisdiction !== null && regime.covered.exemptJurisdictions.includes(party.jurisdiction);
  const covered: Verdict = isCovered(sure, exempt) ? "yes" : isCovered(possible, exempt) ? "cannot-be-excluded" : "no";
  const standing = covered === "yes" ? sure : possible;
  const limbs = [...(standing?.limbs ?? [])].filter((limb) => !exempt || limb === "listed").sort(byText);
  const shares = { shareMin: sure?.share ?? 0, shareMax: possible?.share ?? 0 };
  return {
    party: id,
    covered,
    limbs: covered === "no" ? [] : limbs,
    governments: covered === "no" ? [] : [...(standing?.governments ?? [])].filter((code) => code !== "ZZ").sort(byText),
    ...shares,
    because: explain(party?.name ?? id, covered, limbs, shares, exempt && possible?.counts === true, party?.jurisdiction ?? null),
  };
}

function isCovered(standing: Standing | undefined, exempt: boolean): boolean {
  if (!standing?.counts) return false;
  return !exempt || standing.limbs.has("listed");
}

const limbWords: Record<string, string> = {
  government: "is a government of concern or its organ",
  organised: "is organised under the law of a government of concern",
  "principal-place": "has its principal place of business in a country of concern",
  residence: "resides in a country of concern",
  listed: "is listed",
  ownership: "is owned by covered parties at or above the line",
  control: "is controlled by covered parties",
};

function explain(
  name: string,
  covered: Verdict,
  limbs: string[],
  share: { shareMin: number; shareMax: number },
  exempt: boolean,
  jurisdiction: string | null,
): string {
  if (exempt && covered === "no") {
    return `${name} has covered owners, but is organised in ${jurisdiction}: it is a domestic person itself; what counts is who then gets access.`;
  }
  // Nought to all says nothing that the other grounds do not.
  const says = share.shareMax > 0 && !(share.shareMin === 0 && share.shareMax === 100);
  const shares = says ? ` Covered share on file: ${range(share)} percent.` : "";
  if (covered === "no") return `${name} has no covered owner, seat or listing on file.${shares}`;
  const grounds = limbs.map((limb) => limbWords[limb] ?? limb).join(", and ");
  return covered === "yes"
    ? `${name} ${grounds}.${shares}`
    : `It cannot be excluded that ${name} ${grounds}: the facts on file are ranges or unknown.${shares}`;
}

function range({ shareMin, shareMax }: { shareMin: number; shareMax: number }): string {
  return shareMin === shareMax ? `${shareMin}` : `${shareMin} to ${shareMax}`;
}
