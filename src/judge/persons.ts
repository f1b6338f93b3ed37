import {
  byText,
  type Day,
  holdsOn,
  type Listing,
  listingsOn,
  type Party,
  type Reference,
  type Regime,
  type RulePack,
} from "../model/index.js";
import { type Assessment, governmentsOfConcern, ownershipUnder } from "../trace/index.js";
import { domesticPerson, wholeOf } from "./domestic.js";
import { seenColumns } from "./seen-columns.js";

/** A list that no government keeps: individuals whom the employment limb covers, so that what they own counts as covered. */
const employed = "covered-by-employment";

/**
 * How a pack sees parties on a day: ownership as the regime says, and with it what depends on who somebody is. A branch is its company;
 * an individual who is a domestic person is covered only when listed; an entity organised under several laws is foreign where the pack
 * asks for one law only; a foreign individual who works for a covered entity or government is covered where the regime knows that limb,
 * and so is what he or she owns. Computed as the least fixed point over all of these (28 CFR 202.211(a)).
 */
export function personsUnder(pack: RulePack, reference: Reference, asOf: Day): (party: string) => Assessment {
  const known = new Map<string, Assessment>();
  const plain = settled(pack, reference, asOf, []);
  return (id) => {
    const remembered = known.get(id);
    if (remembered) return remembered;
    const whole = wholeId(id, reference);
    const workers = workersFor(pack, whole, reference, asOf);
    const { view, found } = workers.length > 0 ? settled(pack, reference, asOf, workers) : plain;
    const assessment = { ...(found.surely.has(whole) ? byWork(view(whole), reference, pack, asOf) : view(whole)), party: id };
    known.set(id, assessment);
    return assessment;
  };
}

/** The regime, the facts and the party as the pack's law takes them on a day, for an engine that knows nothing of persons. */
export interface PackView {
  regime: Regime;
  reference: Reference;
  /** The party itself, or the company that it is a branch of. */
  party: string;
}

/** What the ownership engine is asked for one party. */
export function packView(pack: RulePack, party: string, reference: Reference, asOf: Day): PackView {
  const whole = wholeId(party, reference);
  const { regime, seen } = settled(pack, reference, asOf, workersFor(pack, whole, reference, asOf));
  return { regime, reference: seen, party: whole };
}

/** The same for all parties at once; work is not followed, so that an individual covered by it alone is left to the question about one party. */
export function packViewOfAll(pack: RulePack, reference: Reference, asOf: Day): Pick<PackView, "regime" | "reference"> {
  const { regime, seen } = settled(pack, reference, asOf, []);
  return { regime, reference: seen };
}

function wholeId(id: string, reference: Reference): string {
  const party = reference.party(id);
  return party ? wholeOf(party, reference).id : id;
}

function workersFor(pack: RulePack, id: string, reference: Reference, asOf: Day): Works[] {
  return pack.regime.covered.limbs.includes("employment") ? workersBehind(id, reference, asOf) : [];
}

interface Works {
  party: Party;
  employers: string[];
}

/** Covered for sure, and possibly covered, by their work. */
interface Employed {
  surely: Set<string>;
  possibly: Set<string>;
}

interface Settled {
  view: (party: string) => Assessment;
  found: Employed;
  regime: Regime;
  seen: Reference;
}

function settled(pack: RulePack, reference: Reference, asOf: Day, workers: Works[]): Settled {
  const found: Employed = { surely: new Set(), possibly: new Set() };
  const regime = withEmployedList(pack.regime);
  for (;;) {
    const seen = asThePackSees(pack, reference, asOf, found);
    const view = ownershipUnder(regime, seen, asOf);
    const before = found.surely.size + found.possibly.size;
    for (const { party, employers } of workers) {
      if (domesticPerson(party, pack, reference) === "yes") continue;
      const verdicts = employers.map((employer) => view(employer).covered);
      if (verdicts.includes("yes")) found.surely.add(party.id);
      else if (verdicts.includes("cannot-be-excluded")) found.possibly.add(party.id);
    }
    if (found.surely.size + found.possibly.size === before) return { view, found, regime, seen };
  }
}

function withEmployedList({ covered, ...regime }: Regime): Regime {
  if (!covered.limbs.includes("employment")) return { ...regime, covered };
  return { ...regime, covered: { ...covered, limbs: [...covered.limbs, "listed"], lists: [...covered.lists, employed] } };
}

/** The facts as the pack's law takes them, for the ownership engine. */
function asThePackSees(pack: RulePack, reference: Reference, asOf: Day, { surely, possibly }: Employed): Reference {
  const concern = governmentsOfConcern(pack.regime, reference, asOf);
  const seen = (party: Party): Party => {
    if (possibly.has(party.id) && !surely.has(party.id)) return { ...party, kind: "unknown" };
    const domestic = domesticPerson(party, pack, reference) === "yes";
    if (party.kind === "individual") {
      if (domestic) return { ...party, jurisdiction: pack.domestic[0] ?? null, principalPlace: undefined };
      return party;
    }
    if (!party.alsoOrganisedIn || domestic) return party;
    const foreign = [party.jurisdiction, ...party.alsoOrganisedIn].filter(
      (law): law is string => law !== null && !pack.domestic.includes(reference.governmentOf(law)),
    );
    return { ...party, jurisdiction: foreign.find(concern) ?? foreign[0] ?? party.jurisdiction };
  };
  return {
    ...reference,
    party: (id) => {
      const party = reference.party(id);
      return party && seen(party);
    },
    parties: function* () {
      for (const party of reference.parties()) yield seen(party);
    },
    columns: () => seenColumns(reference.columns(), seen, pack.regime),
    listingsOf: (id) => (surely.has(id) ? [...reference.listingsOf(id), employment(id)] : reference.listingsOf(id)),
  };
}

function employment(party: string): Listing {
  return { party, list: employed, from: "0001", citation: "", sources: ["employment"], confidence: "high" };
}

/** Every individual with work among the owners of a party and of their employers, whatever the number of tiers. */
function workersBehind(id: string, reference: Reference, asOf: Day): Works[] {
  const workers: Works[] = [];
  const passed = new Set<string>();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (passed.has(next)) continue;
    passed.add(next);
    queue.push(...reference.interestsIn(next).flatMap((interest) => (holdsOn(interest, asOf) ? [interest.owner] : [])));
    const party = reference.party(next);
    if (party?.kind !== "individual") continue;
    const employers = employersOf(party, reference, asOf);
    if (employers.length > 0) workers.push({ party, employers: employers.map((one) => one.id) });
    queue.push(...employers.map((one) => one.id));
  }
  return workers;
}

/** Officers alone are no employees: a seat on the board is told apart by those who record it. A covered individual is no entity. */
function employersOf(party: Party, reference: Reference, asOf: Day): Party[] {
  const held = (party.engagements ?? []).filter((one) => one.as !== "officer" && holdsOn(one, asOf));
  return held.flatMap((one) => {
    const employer = reference.party(one.with);
    if (!employer) return [];
    const whole = wholeOf(employer, reference);
    return whole.kind === "individual" ? [] : [whole];
  });
}

/** The ground is the work, not a list, unless a list names the individual as well. */
function byWork(assessment: Assessment, reference: Reference, pack: RulePack, asOf: Day): Assessment {
  const listed = listingsOn(assessment.party, reference, asOf).some(({ list }) => pack.regime.covered.lists.includes(list));
  const limbs = ["employment", ...assessment.limbs.filter((limb) => limb !== "listed" || listed)].sort(byText);
  const name = reference.party(assessment.party)?.name ?? assessment.party;
  return { ...assessment, limbs, because: `${name} works for a covered entity or a government of concern.` };
}
