import { interestKinds, WHOLE } from "../../model/index.js";
import type { Settled } from "./assess.js";
import type { Atom, OpenFact } from "./facts.js";
import type { OwnershipGraph } from "./graph.js";
import { heldByAnybody } from "./stakes.js";
import type { Terms, World } from "./terms.js";
import { type Seeds, spread } from "./worlds.js";

/** Facts that settle the verdict whatever they turn out to be; `smallest`: no fewer do. */
export interface Settlement {
  facts: OpenFact[];
  smallest: boolean;
}

const stateControl = interestKinds.indexOf("state-control");

/** Parties and interests looked at before the search for the smallest set ends. */
const mostWork = 20_000_000;

/** The facts as far as they were learnt. */
interface Learnt {
  graph: OwnershipGraph;
  terms: Terms;
  seeds: Seeds;
}

/**
 * The smallest set of open facts that settles whether the first party counts, whatever they turn out to be; the first such in the order of
 * the facts. All sets are tried by size; where that takes too long, all facts are given, which settle it too.
 *
 * Whether a set settles: it does not if some way for its facts to turn out leaves the party out of the sure world and in the possible one. Both
 * grow with every share and party, so that it is enough to try facts at their ends with one share at a time in between, at the most
 * that keeps the sure world short of it.
 */
export function smallestSettlement(facts: OpenFact[], settled: Settled): Settlement {
  const search = new Search(settled);
  try {
    for (let size = 1; size < facts.length; size++) {
      for (const chosen of combinations(facts, size)) {
        if (!search.leavesOpen(chosen.flatMap(({ atoms }) => atoms))) return { facts: chosen, smallest: true };
      }
    }
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    return { facts, smallest: false };
  }
  return { facts, smallest: true };
}

class TooMuchWork extends Error {}

class Search {
  private work = 0;

  private readonly settled: Settled;

  constructor(settled: Settled) {
    this.settled = settled;
  }

  leavesOpen(atoms: Atom[]): boolean {
    const shares = atoms.filter((atom) => atom.kind === "share");
    if (shares.length === 0) return this.anyOutcome(atoms, (learnt) => this.isOpen(learnt));
    return shares.some((share) =>
      this.anyOutcome(
        atoms.filter((atom) => atom !== share),
        (learnt) => this.openAlong(share, learnt),
      ),
    );
  }

  /** Tries all ends of the facts. */
  private anyOutcome(atoms: Atom[], test: (learnt: Learnt) => boolean, learnt = this.start()): boolean {
    const [first, ...others] = atoms;
    if (!first) return test(learnt);
    return outcomesOf(first).some((outcome) => this.anyOutcome(others, test, learn(learnt, first, outcome)));
  }

  private start(): Learnt {
    return { graph: this.settled.family.graph, terms: this.settled.terms, seeds: this.settled.seeds };
  }

  private openAlong(atom: Extract<Atom, { kind: "share" }>, learnt: Learnt): boolean {
    const at = (share: number) => learn(learnt, atom, share);
    const top = this.roomFor(atom, learnt);
    if (top < atom.least || this.counts(at(atom.least), "sure")) return false;
    if (this.counts(at(atom.least), "possible")) return true;
    let [below, above] = [atom.least, top];
    if (!this.counts(at(top), "possible")) return false;
    if (!this.counts(at(top), "sure")) return true;
    while (above - below > 1) {
      const middle = Math.floor((above + below) / 2);
      if (this.counts(at(middle), "sure")) above = middle;
      else below = middle;
    }
    return this.counts(at(below), "possible");
  }

  /** The share can be no more than what the others hold at least leaves, unless what is on file contradicts itself already. */
  private roomFor(atom: Extract<Atom, { kind: "share" }>, learnt: Learnt): number {
    const { family, terms } = this.settled;
    const { rows, least, most } = atom;
    const [row = 0] = rows;
    const shareClass = terms.classOf[family.graph.kind[row] ?? 0] ?? -1;
    if (shareClass < 0) return most;
    const owned = family.graph.owned[row] ?? 0;
    const before = heldByAnybody(family.graph, terms, owned).least[shareClass] ?? 0;
    if (before > WHOLE) return most;
    const now = heldByAnybody(learn(learnt, atom, least).graph, terms, owned).least[shareClass] ?? 0;
    return Math.min(most, least + WHOLE - now);
  }

  private isOpen(learnt: Learnt): boolean {
    return !this.counts(learnt, "sure") && this.counts(learnt, "possible");
  }

  private counts({ graph, terms, seeds }: Learnt, world: World): boolean {
    this.work += graph.partyCount + graph.owner.length + 20;
    if (this.work > mostWork) throw new TooMuchWork();
    return spread(graph, terms, seeds, world).counts[0] === 1;
  }
}

function outcomesOf(atom: Atom): number[] {
  if (atom.kind === "share") return [atom.least, atom.most];
  return atom.kind === "block" ? atom.unit.owners : [0, 1];
}

/** The facts with one more of them known. */
function learn({ graph, terms, seeds }: Learnt, atom: Atom, outcome: number): Learnt {
  switch (atom.kind) {
    case "rule":
      return { graph, seeds, terms: { ...terms, ownership: decided(terms.ownership, outcome), control: decided(terms.control, outcome) } };
    case "status":
      return { graph, terms, seeds: seeds.with(atom.party, outcome * 2) };
    case "rights":
      return {
        graph: { ...graph, rights: (graph.rights ?? new Uint8Array(graph.owner.length)).with(atom.row, outcome === 1 ? 1 : 2) },
        terms,
        seeds,
      };
    case "share":
      return { graph: atom.rows.reduce((known, row) => withShare(known, terms, row, outcome), graph), terms, seeds };
    case "block":
      return { graph: asIfHeldBy(outcome, atom.unit.rows, graph), terms, seeds };
  }
}

function decided(worlds: Record<World, boolean>, outcome: number): Record<World, boolean> {
  const inForce = worlds.possible && outcome === 1;
  return { sure: inForce, possible: inForce };
}

/** A holder of a joint block that it turned out not to be keeps its nought. */
function withShare(graph: OwnershipGraph, terms: Terms, row: number, share: number): OwnershipGraph {
  if (graph.max[row] === 0) return graph;
  const unstated = graph.known?.[row] === 0 && terms.controls[graph.kind[row] ?? 0] === 1;
  const rights = graph.rights ?? new Uint8Array(graph.owner.length);
  return {
    ...graph,
    min: graph.min.with(row, share),
    max: graph.max.with(row, share),
    capacity: graph.capacity.with(row, 0),
    // Control by the state is stated as such, whatever the share turns out to be.
    ...(unstated && isStateControl(graph, row) ? { rights: rights.with(row, 1) } : {}),
    ...(graph.known ? { known: graph.known.with(row, 1) } : {}),
  };
}

function isStateControl(graph: OwnershipGraph, row: number): boolean {
  return stateControl === graph.kind[row];
}

/** The block as the stake of one of its holders. */
function asIfHeldBy(owner: number, rows: number[], graph: OwnershipGraph): OwnershipGraph {
  const [min, max, joint, rights] = [
    graph.min.slice(),
    graph.max.slice(),
    graph.joint.slice(),
    (graph.rights ?? new Uint8Array(graph.owner.length)).slice(),
  ];
  const least = Math.max(...rows.map((row) => graph.min[row] ?? 0));
  const most = Math.max(...rows.map((row) => graph.max[row] ?? 0));
  for (const row of rows) {
    const holds = graph.owner[row] === owner;
    joint[row] = 0;
    min[row] = holds ? least : 0;
    max[row] = holds ? most : 0;
    if (!holds) rights[row] = 2;
  }
  return { ...graph, min, max, joint, rights };
}

function* combinations<T>(all: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= all.length - size; at++) {
    for (const rest of combinations(all, size - 1, at + 1)) yield [all[at] as T, ...rest];
  }
}
