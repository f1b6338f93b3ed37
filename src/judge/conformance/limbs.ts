import { type Day, holdsOn, type Interest, type Reference, type RulePack, shareUnits, WHOLE } from "../../model/index.js";
import type { Assessment } from "../../trace/index.js";
import { governmentsOfConcern } from "../../trace/index.js";
import { wholeOf } from "../domestic.js";

/** The limb of the pack's regime that the numbered limb of 28 CFR 202.211(a) corresponds to, where no owner is needed. */
const simple: Record<string, string> = {
  organised: "(a)(1)-organized",
  "principal-place": "(a)(1)-ppb",
  residence: "(a)(4)",
  listed: "(a)(5)",
};

interface LimbInput {
  ids: string[];
  standing: (party: string) => Assessment;
  reference: Reference;
  pack: RulePack;
  asOf: Day;
}

/**
 * The limbs of 28 CFR 202.211(a) by which covered parties are covered. Limb (1) adds up what countries of concern and limb-(2) entities
 * own, limb (2) what all other covered persons own, each directly or indirectly: what an entity owns of which they hold half or more is
 * theirs in full. Where only both sums together reach half, the text has a seam; both limbs are named.
 */
export function numberedLimbs(input: LimbInput): Map<string, Set<string>> {
  const { ids, standing, reference, asOf } = input;
  const limbs = new Map(ids.map((id) => [id, withoutOwners(id, input)]));
  const covered = ids.filter((id) => standing(id).covered === "yes");
  const concern = governmentsOfConcern(input.pack.regime, reference, asOf);
  const isGovernment = (id: string) => {
    const party = reference.party(id);
    return party?.kind === "government" && party.jurisdiction !== null && concern(party.jurisdiction);
  };
  const has = (id: string, wanted: (limb: string) => boolean) => [...(limbs.get(id) ?? [])].some(wanted);
  for (let size = -1; size !== count(limbs); ) {
    size = count(limbs);
    const first = closure(ids, (id) => isGovernment(id) || has(id, (limb) => limb === "(a)(2)"), input);
    const second = closure(ids, (id) => !isGovernment(id) && has(id, (limb) => limb !== "(a)(2)"), input);
    for (const id of covered) {
      if (!standing(id).limbs.includes("ownership")) continue;
      const [one, two] = [owned(id, first, input), owned(id, second, input)];
      if (one) limbs.get(id)?.add("(a)(1)-ownership");
      if (two) limbs.get(id)?.add("(a)(2)");
    }
  }
  for (const id of covered) {
    const found = limbs.get(id);
    if (found?.size === 0 && standing(id).limbs.includes("ownership")) limbs.set(id, new Set(["(a)(1)-ownership", "(a)(2)"]));
  }
  return limbs;
}

function count(limbs: Map<string, Set<string>>): number {
  return [...limbs.values()].reduce((sum, one) => sum + one.size, 0);
}

function withoutOwners(id: string, { standing, reference }: LimbInput): Set<string> {
  const { covered, limbs } = standing(id);
  if (covered !== "yes") return new Set();
  const party = reference.party(id);
  const engagements = party ? (wholeOf(party, reference).engagements ?? []) : [];
  const work = limbs.includes("employment") ? engagements.filter((one) => one.as !== "officer") : [];
  return new Set([...limbs.flatMap((limb) => simple[limb] ?? []), ...work.map((one) => `(a)(3)-${one.as}`)]);
}

/** The parties that count, and every entity that they own to half or more together. */
function closure(ids: string[], counts: (id: string) => boolean, input: LimbInput): Set<string> {
  const members = new Set(ids.filter(counts));
  for (let size = -1; size !== members.size; ) {
    size = members.size;
    for (const id of ids) if (owned(id, members, input)) members.add(id);
  }
  return members;
}

function owned(id: string, owners: Set<string>, { reference, pack, asOf }: LimbInput): boolean {
  const { ownershipKinds, threshold } = pack.regime.covered;
  const counting = (one: Interest) => ownershipKinds.includes(one.kind) && holdsOn(one, asOf) && owners.has(one.owner);
  const sum = reference.interestsIn(id).reduce((total, one) => total + (counting(one) ? shareUnits(one).min : 0), 0);
  return sum >= (threshold * WHOLE) / 100;
}
