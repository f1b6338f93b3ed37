import { type Day, type InterestKind, type Party, type Reference, type Regime, type Verdict, WHOLE } from "../../model/index.js";
import { standingsByThemselves } from "./by-itself.js";
import { type Family, familyOfOwners } from "./family.js";
import { stakeIn } from "./stakes.js";
import { type Terms, termsOf, type World } from "./terms.js";
import { type Seeds, spread } from "./worlds.js";

/** How a party is tied to a listed one. */
export interface Affiliation {
  /** Never `no`: who is not tied is not told. */
  verdict: Exclude<Verdict, "no">;
  /** Id of the listed party. */
  listed: string;
  /** `below`: the listed party owns or controls it; `above`: the other way; `beside`: somebody else both. */
  where: "below" | "above" | "beside";
  /** Id of whoever owns or controls: the listed party, the party asked about, or the third one. */
  holder: string;
}

/**
 * Tells the listed parties whose affiliate a party is: one owns or controls the other, directly or indirectly, or the same party both. Control
 * is half or more of the shares or votes, together with what is controlled, or rights that decide. Where the regime names a share
 * (`affiliateShareOver`), more than that ties like control; such a stake is counted where the holder, or somebody it controls, holds it, and
 * one held through others that are only so tied leaves the question open. A government as the common holder leaves it open too: no text on file
 * says whether a state's companies are each other's affiliates. The public, and whoever is not known, tie nobody.
 * Source: 47 CFR 2.903(c) for a share of more than 10 percent; FAR 2.101 for control.
 */
export function affiliationsUnder(regime: Regime, reference: Reference, asOf: Day): (party: string) => Affiliation[] {
  if (!regime.covered.limbs.includes("affiliation")) return () => [];
  const hold = holds(regime, asOf);
  const listed = listedParties(regime, reference, asOf).map((one) => ({ ...one, family: familyOfOwners(one.id, reference, asOf) }));
  return (id) => {
    const family = familyOfOwners(id, reference, asOf);
    return listed.flatMap((one) => (one.id === id ? [] : (strongest(tiesBetween(family, one, hold)) ?? [])));
  };
}

interface Listed {
  id: string;
  verdict: Exclude<Verdict, "no">;
  family: Family;
}

function listedParties(regime: Regime, reference: Reference, asOf: Day): Omit<Listed, "family">[] {
  const standingOf = standingsByThemselves(regime, reference, asOf);
  const ids = new Set([...regime.covered.lists, ...(regime.covered.openLists ?? [])].flatMap((list) => [...reference.listedParties(list)]));
  return [...ids].sort().flatMap((id) => {
    const verdict = standingOf(reference.party(id)).listed;
    return verdict === "no" ? [] : [{ id, verdict }];
  });
}

function* tiesBetween(family: Family, listed: Listed, hold: Hold): Generator<Affiliation> {
  const [id = ""] = family.ids;
  for (const [number, holder] of family.ids.entries()) {
    const inListed = listed.family.ids.indexOf(holder);
    const party = family.parties[number];
    if (inListed < 0 || (holder !== id && holder !== listed.id && !canHold(party))) continue;
    const verdict = least(hold(family, number), hold(listed.family, inListed), listed.verdict, stateIsOpen(party));
    if (verdict === "no") continue;
    yield { verdict, listed: listed.id, where: holder === listed.id ? "below" : holder === id ? "above" : "beside", holder };
  }
}

function canHold(party: Party | undefined): boolean {
  return party !== undefined && party.kind !== "aggregate" && party.kind !== "unknown";
}

function stateIsOpen(party: Party | undefined): Verdict {
  return party?.kind === "government" ? "cannot-be-excluded" : "yes";
}

/** A sure tie before an open one, then the nearer holder. */
function strongest(ties: Iterable<Affiliation>): Affiliation | undefined {
  const all = [...ties];
  return all.find(({ verdict }) => verdict === "yes") ?? all[0];
}

function least(...verdicts: Verdict[]): Verdict {
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("cannot-be-excluded") ? "cannot-be-excluded" : "yes";
}

/** Whether a party of a family, by number, owns or controls the family's first one. */
type Hold = (family: Family, holder: number) => Verdict;

const shares: InterestKind[] = ["equity", "voting", "state-control"];

function holds({ governments, covered }: Regime, asOf: Day): Hold {
  const base = { ...covered, limbs: ["ownership", "control"] as Regime["covered"]["limbs"], passThrough: "full" as const };
  const control = termsOf({ governments, covered: { ...base, threshold: 50, ownershipKinds: shares } }, asOf);
  const over = covered.affiliateShareOver;
  // More than the share, not that much: one millionth above it.
  const stake = over === undefined ? undefined : { ...control, threshold: Math.round((over * WHOLE) / 100) + 1 };
  return (family, holder) => {
    if (holder === 0) return "yes";
    const surely = spread(family.graph, control, only(holder, family), "sure");
    if (surely.counts[0] === 1 || (stake && stakeOf(family, stake, surely.counts) >= stake.threshold)) return "yes";
    const possibly = spread(family.graph, stake ?? control, only(holder, family), "possible");
    return possibly.counts[0] === 1 ? "cannot-be-excluded" : "no";
  };
}

function stakeOf({ graph }: Family, terms: Terms, counts: Uint8Array, world: World = "sure"): number {
  const { equity, voting } = stakeIn(graph, terms, 0, counts, world);
  return Math.max(equity, voting);
}

function only(holder: number, { ids }: Family): Seeds {
  const seeds = new Uint8Array(ids.length);
  seeds[holder] = 2;
  return seeds;
}
