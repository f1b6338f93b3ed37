import { byText, type Counterparty, type Day, type Party, type Reference, type Regime, type Verdict, WHOLE } from "../../model/index.js";
import { explain } from "./because.js";
import { type Standing, standingsByThemselves } from "./by-itself.js";
import { type Family, familyOfOwners } from "./family.js";
import { multipliedShares } from "./multiplied.js";
import { heldByAnybody, rowControls, type Stake, stakeIn } from "./stakes.js";
import { type Terms, termsOf, type World } from "./terms.js";
import { type Seeds, type Spread, spread } from "./worlds.js";

/** How a regime sees a party, with the owners that make it so. */
export type Assessment = Omit<Counterparty, "pack">;

/** A family in both worlds. */
export interface Settled {
  family: Family;
  terms: Terms;
  standings: Standing[];
  seeds: Seeds;
  sure: Spread;
  possible: Spread;
}

/** Settles who counts among a party and its owners, in both worlds. */
export function settleFamily(id: string, regime: Regime, reference: Reference, asOf: Day): Settled {
  const family = familyOfOwners(id, reference, asOf);
  const terms = termsOf(regime, asOf);
  const standings = family.parties.map(standingsByThemselves(regime, reference, asOf));
  const seeds = seedsOf(standings);
  return {
    family,
    terms,
    standings,
    seeds,
    sure: spread(family.graph, terms, seeds, "sure"),
    possible: spread(family.graph, terms, seeds, "possible"),
  };
}

export function seedsOf(standings: Standing[]): Seeds {
  return Uint8Array.from(standings, ({ covered }) => (covered === "yes" ? 2 : covered === "no" ? 0 : 1));
}

/** What a world says of the parties of a family. */
interface Grounds {
  limbs: Set<string>[];
  governments: Set<string>[];
}

/** The family's first party as the regime sees it. */
export function assessFirst(settled: Settled, regime: Regime): Assessment {
  return assessmentOf(0, settled, regime, { sure: groundsIn("sure", settled), possible: groundsIn("possible", settled) });
}

export function assessmentOf(number: number, settled: Settled, regime: Regime, grounds: Record<World, Grounds>): Assessment {
  const { family } = settled;
  const id = family.ids[number] ?? "";
  const party = family.parties[number];
  const exempt = isExempt(party, regime);
  const covered = coveredAt(number, settled, exempt);
  const world = covered === "yes" ? "sure" : "possible";
  const limbs = [...(grounds[world].limbs[number] ?? [])].filter((limb) => !exempt || limb === "listed").sort(byText);
  const [sure, possible] = [shareIn("sure", number, settled), shareIn("possible", number, settled)];
  // Where the shares on file contradict each other, the highest they leave room for can be below the lowest.
  const shares = { shareMin: percentOf(sure), shareMax: percentOf(Math.max(sure, possible)) };
  return {
    party: id,
    covered,
    limbs: covered === "no" ? [] : limbs,
    governments: covered === "no" ? [] : [...(grounds[world].governments[number] ?? [])].sort(byText),
    ...shares,
    because: explain({
      name: party?.name ?? id,
      covered,
      limbs,
      share: { min: shares.shareMin, max: shares.shareMax },
      contradictory: isContradictory(number, settled),
      exemptIn:
        exempt && party?.jurisdiction && (settled.possible.counts[number] === 1 || settled.sure.counts[number] === 1)
          ? { territory: party.jurisdiction, sure: settled.sure.counts[number] === 1 }
          : null,
    }),
  };
}

/** Whether the shares on file of one class are more than the whole even at their least. */
function isContradictory(number: number, { family, terms }: Settled): boolean {
  return heldByAnybody(family.graph, terms, number).least.some((units) => units > WHOLE);
}

/** Entities of an exempt jurisdiction pass on what covered owners hold, and are covered themselves only when listed. */
export function isExempt(party: Party | undefined, { covered }: Regime): boolean {
  return party?.kind === "entity" && party.jurisdiction !== null && covered.exemptJurisdictions.includes(party.jurisdiction);
}

export function coveredAt(number: number, { standings, sure, possible }: Settled, exempt: boolean): Verdict {
  if (exempt) return standings[number]?.listed ?? "no";
  return sure.counts[number] === 1 ? "yes" : possible.counts[number] === 1 ? "cannot-be-excluded" : "no";
}

function shareIn(world: World, number: number, { family, terms, seeds, ...spreads }: Settled): number {
  if (terms.multiplied) {
    const roots = seeds.map((seed) => Number(seed >= (world === "sure" ? 2 : 1)));
    return multipliedShares(family.graph, terms, roots, world)[number] ?? 0;
  }
  const { equity, voting } = stakeIn(family.graph, terms, number, spreads[world].counts, world);
  return Math.max(equity, voting);
}

export function percentOf(units: number): number {
  return (units * 100) / WHOLE;
}

/** Limbs by which each party of the family counts in a world, and governments that it counts for through itself and its counting owners. */
export function groundsIn(world: World, settled: Settled): Grounds {
  const { family, terms, standings, seeds } = settled;
  const { order, counts } = settled[world];
  const limbs = family.ids.map(() => new Set<string>());
  const governments = family.ids.map(() => new Set<string>());
  for (const party of order) {
    if ((seeds[party] ?? 0) < (world === "sure" ? 2 : 1)) continue;
    for (const limb of standings[party]?.limbs ?? []) limbs[party]?.add(limb);
    for (const code of standings[party]?.governments ?? []) governments[party]?.add(code);
  }
  const stakes = new Map<number, Stake>(Array.from(order, (party) => [party, stakeIn(family.graph, terms, party, counts, world)]));
  for (let before = -1, size = 0; before !== size; ) {
    before = size;
    for (const party of order) creditOwners(party, stakes.get(party), world, settled, limbs, governments);
    size = [...limbs, ...governments].reduce((sum, one) => sum + one.size, 0);
  }
  return { limbs, governments };
}

function creditOwners(
  party: number,
  stake: Stake | undefined,
  world: World,
  { family: { graph }, terms, ...spreads }: Settled,
  limbs: Set<string>[],
  governments: Set<string>[],
): void {
  const owned = terms.ownership[world] && stake !== undefined && Math.max(stake.equity, stake.voting) >= terms.threshold;
  const controlled = terms.control[world] && stake?.control === true;
  if (owned) limbs[party]?.add("ownership");
  if (controlled) limbs[party]?.add("control");
  const end = graph.ownedStart[party + 1] ?? 0;
  for (let row = graph.ownedStart[party] ?? 0; row < end; row++) {
    const owner = graph.owner[row] ?? 0;
    if (spreads[world].counts[owner] !== 1 || owner === party) continue;
    const asOwner = owned && (terms.classOf[graph.kind[row] ?? 0] ?? -1) >= 0;
    if (!asOwner && !(controlled && rowControls(graph, terms, row, world))) continue;
    for (const code of governments[owner] ?? []) governments[party]?.add(code);
  }
}
