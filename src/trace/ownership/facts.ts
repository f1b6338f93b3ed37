import { interestKinds, type SettlingFact, WHOLE } from "../../model/index.js";
import { percentOf, type Settled } from "./assess.js";
import { rangeInWords } from "./because.js";
import { heldByAnybody, isKnown } from "./stakes.js";
import { isBeaten, type Unit, unitsOf } from "./units.js";

/** One thing to learn, in the engine's terms. */
export type Atom =
  | { kind: "share"; rows: number[]; least: number; most: number }
  | { kind: "status"; party: number }
  | { kind: "rights"; row: number }
  | { kind: "block"; unit: Unit }
  | { kind: "rule" };

/** A fact that is not known, with what learning it decides. */
export interface OpenFact {
  told: SettlingFact;
  atoms: Atom[];
}

/**
 * Every unknown fact that can matter to whether the family's first party counts: on stakes in parties that may but need not count, and on parties
 * that are in doubt themselves. Nearest first.
 */
export function openFacts(settled: Settled, rule: string | undefined): OpenFact[] {
  const { family, sure, possible, standings } = settled;
  const open = (party: number) => possible.counts[party] === 1 && sure.counts[party] !== 1;
  const units = unitsOf(family).filter(({ owned }) => open(owned));
  const doubtful = new Set([0, ...units.flatMap(({ owners }) => owners)].filter((party) => standings[party]?.doubt && open(party)));
  const facts = [...doubtful].map((party) => doubtOn(party, units, settled));
  const withheld = (party: number) => doubtful.has(party) && standings[party]?.doubt === "holder";
  for (const unit of units) {
    if (unit.rows.length > 1 || !unit.owners.some(withheld)) facts.push(...factsOn(unit, settled));
  }
  if (rule !== undefined) {
    facts.push({ told: { kind: "rule", question: rule, party: null, owned: null, share: null }, atoms: [{ kind: "rule" }] });
  }
  return facts;
}

function doubtOn(party: number, units: Unit[], settled: Settled): OpenFact {
  const { family, standings } = settled;
  const name = nameOf(party, settled);
  const fact = { party: family.ids[party] ?? null, owned: null, share: null };
  const status: Atom = { kind: "status", party };
  const doubt = standings[party]?.doubt;
  if (doubt === "residence") return { told: { ...fact, kind: "residence", question: `where does ${name} reside` }, atoms: [status] };
  if (doubt === "open-list") {
    const question = `did the list of this rule, which draws on lists that name ${name}, take it over`;
    return { told: { ...fact, kind: "listing", question }, atoms: [status] };
  }
  if (doubt === "listing") {
    return { told: { ...fact, kind: "listing", question: `under which programme is ${name} listed` }, atoms: [status] };
  }
  const own = units.filter(({ owners, rows }) => owners.includes(party) && rows.length === 1);
  const [first] = own;
  const atoms = [status, ...own.flatMap(({ rows }) => atomsOf(rows, settled))];
  if (!first) return { told: { ...fact, kind: "holder", question: `who is ${name}` }, atoms };
  return {
    told: {
      ...fact,
      kind: "holder",
      question: whoHolds(first, settled),
      owned: family.ids[first.owned] ?? null,
      share: shareOf(first.rows[0] ?? 0, settled),
    },
    atoms,
  };
}

/** Who holds the other 31 % of X: what others leave, where the withheld owner's own share is not stated. */
function whoHolds({ rows: [row = 0], owned }: Unit, settled: Settled): string {
  const { graph } = settled.family;
  const name = nameOf(owned, settled);
  const shareClass = settled.terms.classOf[graph.kind[row] ?? 0] ?? -1;
  if (shareClass < 0) return `who has ${interestKinds[graph.kind[row] ?? 0] ?? "rights"} in ${name}`;
  const what = shareClass === 1 ? `the votes of ${name}` : name;
  if (isKnown(graph, row)) return `who holds ${rangeInWords(shareOf(row, settled))} % of ${what}`;
  const others = heldByAnybody(graph, settled.terms, owned).least[shareClass] ?? 0;
  return others > 0 && others < WHOLE ? `who holds the other ${percentOf(WHOLE - others)} % of ${what}` : `who holds ${what}`;
}

function factsOn(unit: Unit, settled: Settled): OpenFact[] {
  const { family } = settled;
  const [row = 0] = unit.rows;
  const kind = interestKinds[family.graph.kind[row] ?? 0];
  const [owner, owned] = [unit.owners.map((one) => nameOf(one, settled)).join(" and "), nameOf(unit.owned, settled)];
  const fact = { party: family.ids[unit.owners[0] ?? 0] ?? null, owned: family.ids[unit.owned] ?? null, share: shareOf(row, settled) };
  const atoms = atomsOf(unit.rows, settled);
  if (unit.rows.length > 1) {
    const question = `who of ${owner} holds what of their joint block in ${owned}`;
    return [{ told: { ...fact, kind: "joint", question }, atoms: [{ kind: "block", unit }, ...atoms] }];
  }
  if (atoms.length === 0) return [];
  const range = rangeInWords(fact.share);
  if (family.graph.capacity[row] !== 0) {
    return [
      { told: { ...fact, kind: "beneficiary", question: `whose is the stake of ${range} % that ${owner} holds in ${owned}` }, atoms },
    ];
  }
  if (kind === "linked")
    return [{ told: { ...fact, kind: "control", question: `what links ${owner} to ${owned}: does it own or control it` }, atoms }];
  if (atoms.every((atom) => atom.kind === "rights")) {
    return [{ told: { ...fact, kind: "control", question: `does ${owner} control ${owned}`, share: null }, atoms }];
  }
  const what = kind === "voting" ? `the votes of ${owned}` : owned;
  return [{ told: { ...fact, kind: "share", question: `the exact share of ${owner} in ${what}, now ${range} %` }, atoms }];
}

function atomsOf(rows: number[], settled: Settled): Atom[] {
  return [...shareAtom(rows, settled), ...rows.flatMap((row) => rightsAtom(row, settled))];
}

function shareAtom(rows: number[], { family: { graph }, terms }: Settled): Atom[] {
  const [row = 0] = rows;
  const kind = graph.kind[row] ?? 0;
  const counts = (terms.classOf[kind] ?? -1) >= 0 && !isBeaten(graph, terms.classOf, row);
  const shareKind = ["equity", "voting", "state-control"].includes(interestKinds[kind] ?? "");
  if (!counts && !(shareKind && terms.controls[kind] !== 0)) return [];
  const least = Math.max(...rows.map((one) => (graph.capacity[one] === 0 ? (graph.min[one] ?? 0) : 0)));
  const most = Math.max(...rows.map((one) => graph.max[one] ?? 0));
  return least < most ? [{ kind: "share", rows, least, most }] : [];
}

function rightsAtom(row: number, { family: { graph }, terms }: Settled): Atom[] {
  const kind = graph.kind[row] ?? 0;
  const shareKind = ["equity", "voting", "state-control"].includes(interestKinds[kind] ?? "");
  const unsure = terms.controls[kind] === 2 || (terms.controls[kind] === 1 && graph.capacity[row] !== 0 && !shareKind);
  return unsure ? [{ kind: "rights", row }] : [];
}

function shareOf(row: number, { family: { graph } }: Settled): { min: number; max: number } {
  return { min: percentOf(graph.min[row] ?? 0), max: percentOf(graph.max[row] ?? 0) };
}

function nameOf(party: number, { family }: Settled): string {
  return family.parties[party]?.name ?? family.ids[party] ?? "";
}
