import { interestKinds, WHOLE } from "../../model/index.js";
import { type OwnershipGraph, rowHolds } from "./graph.js";
import type { Terms, World } from "./terms.js";

/** What the counting owners of one party hold together in one world, in millionths, and whether they control it otherwise. */
export interface Stake {
  equity: number;
  voting: number;
  control: boolean;
}

/** `uncapped`: shares of others leave as much room as is asked for; used where a proof must stand on its own. */
export interface StakeOptions {
  uncapped?: boolean;
}

const HALF = WHOLE / 2;
const shareKinds = Uint8Array.from(interestKinds, (kind) => Number(kind === "equity" || kind === "voting" || kind === "state-control"));
const noShareKinds = Uint8Array.from(interestKinds, (kind) => Number(kind === "consolidation" || kind === "linked"));
const stateControl = interestKinds.indexOf("state-control");

/** Sums of one class over the holders of a party. */
class ClassSum {
  private least = 0;
  private countingLeast = 0;
  private countingMost = 0;

  reset(): void {
    this.least = 0;
    this.countingLeast = 0;
    this.countingMost = 0;
  }

  add(min: number, max: number, surely: boolean, possibly: boolean, world: World): void {
    this.least += min;
    if (world === "sure" ? !surely : !possibly) return;
    this.countingLeast += min;
    this.countingMost += max;
  }

  get atLeast(): number {
    return this.least;
  }

  total(world: World, uncapped: boolean): number {
    if (world === "sure") return Math.min(WHOLE, this.countingLeast);
    const most = Math.min(WHOLE, this.countingMost);
    // Also where the shares on file add up to more than the whole: else a wider band would answer what a narrower one leaves open.
    return uncapped ? most : Math.min(most, Math.max(0, WHOLE - (this.least - this.countingLeast)));
  }
}

/** A block or a single holder: the best statement of each class. */
class Holding {
  private readonly min = new Int32Array(interestKinds.length);
  private readonly max = new Int32Array(interestKinds.length);
  private seen = 0;
  private knownIn = 0;

  reset(): void {
    this.seen = 0;
    this.knownIn = 0;
  }

  /** Rival statements on one kind leave open what lies between them. */
  add(kind: number, min: number, max: number, known: boolean, shareClass: number): void {
    if (known) this.knownIn |= 1 << shareClass;
    if (this.seen & (1 << kind)) {
      this.min[kind] = Math.min(this.min[kind] ?? 0, min);
      this.max[kind] = Math.max(this.max[kind] ?? 0, max);
      return;
    }
    this.seen |= 1 << kind;
    this.min[kind] = min;
    this.max[kind] = max;
  }

  /** Adds it to the sums; a link without a share says nothing of a stake whose share is stated. */
  addTo(sums: readonly ClassSum[], terms: Terms, surely: boolean, possibly: boolean, world: World): void {
    for (let shareClass = 0; shareClass < sums.length; shareClass++) {
      let [min, max, any] = [0, 0, false];
      for (let kind = 0; kind < this.min.length; kind++) {
        if (!(this.seen & (1 << kind)) || terms.classOf[kind] !== shareClass) continue;
        if (noShareKinds[kind] === 1 && this.knownIn & (1 << shareClass)) continue;
        any = true;
        min = Math.max(min, this.min[kind] ?? 0);
        max = Math.max(max, this.max[kind] ?? 0);
      }
      if (any) sums[shareClass]?.add(min, max, surely, possibly, world);
    }
  }
}

const sums = [new ClassSum(), new ClassSum()] as const;
const single = new Holding();

/** What those owners of a party that count (`counts`) hold of it together in a world. */
export function stakeIn(
  graph: OwnershipGraph,
  terms: Terms,
  party: number,
  counts: Uint8Array,
  world: World,
  { uncapped = false }: StakeOptions = {},
): Stake {
  for (const sum of sums) sum.reset();
  const end = graph.ownedStart[party + 1] ?? 0;
  let control = false;
  let joint = false;
  for (let row = graph.ownedStart[party] ?? 0; row < end; ) {
    const owner = graph.owner[row] ?? 0;
    const counting = counts[owner] === 1;
    // Nearly every holder has one statement: no need to weigh several.
    if (graph.joint[row] === 0 && (row + 1 === end || graph.owner[row + 1] !== owner)) {
      if (owner !== party && rowHolds(graph, row, terms.day)) {
        const least = graph.capacity[row] === 0 ? (graph.min[row] ?? 0) : 0;
        sums[terms.classOf[graph.kind[row] ?? 0] ?? -1]?.add(least, graph.max[row] ?? 0, counting, counting, world);
        control ||= counting && terms.control[world] && rowControls(graph, terms, row, world);
      }
      row++;
      continue;
    }
    single.reset();
    let any = false;
    for (; row < end && graph.owner[row] === owner; row++) {
      if (owner === party || !rowHolds(graph, row, terms.day)) continue;
      if (graph.joint[row] !== 0) {
        joint = true;
        continue;
      }
      any = addRow(single, graph, terms, row) || any;
      control ||= counting && terms.control[world] && rowControls(graph, terms, row, world);
    }
    if (any) single.addTo(sums, terms, counting, counting, world);
  }
  if (joint) control = addBlocks(graph, terms, party, counts, world) || control;
  const [equity, voting] = sums;
  return { equity: equity.total(world, uncapped), voting: voting.total(world, uncapped), control };
}

function addRow(holding: Holding, graph: OwnershipGraph, terms: Terms, row: number): boolean {
  const kind = graph.kind[row] ?? 0;
  const shareClass = terms.classOf[kind] ?? -1;
  if (shareClass < 0) return false;
  // Held for others, through a firm or as a nominee: none of it may be the holder's own.
  const min = graph.capacity[row] === 0 ? (graph.min[row] ?? 0) : 0;
  holding.add(kind, min, graph.max[row] ?? 0, isKnown(graph, row), shareClass);
  return true;
}

/** Blocks held jointly count once: for sure when all their holders count, possibly when any may. */
function addBlocks(graph: OwnershipGraph, terms: Terms, party: number, counts: Uint8Array, world: World): boolean {
  const blocks = new Map<number, { holding: Holding; all: boolean; any: boolean; rights: boolean }>();
  const end = graph.ownedStart[party + 1] ?? 0;
  for (let row = graph.ownedStart[party] ?? 0; row < end; row++) {
    const number = graph.joint[row] ?? 0;
    const owner = graph.owner[row] ?? 0;
    if (number === 0 || owner === party || !rowHolds(graph, row, terms.day)) continue;
    const block = blocks.get(number) ?? { holding: new Holding(), all: true, any: false, rights: false };
    blocks.set(number, block);
    const counting = counts[owner] === 1;
    block.all &&= counting;
    block.any ||= counting;
    addRow(block.holding, graph, terms, row);
    block.rights ||= terms.control[world] && rowControls(graph, terms, row, world);
  }
  let control = false;
  for (const { holding, all, any, rights } of blocks.values()) {
    holding.addTo(sums, terms, all, any, world);
    control ||= rights && (world === "sure" ? all : any);
  }
  return control;
}

/** What all holders on file hold at least, or at most, in each class; may be more than the whole at least where they contradict each other. */
export function heldByAnybody(graph: OwnershipGraph, terms: Terms, party: number): { least: number[]; most: number[] } {
  const everybody = new Uint8Array(graph.partyCount).fill(1);
  const { equity, voting } = stakeIn(graph, terms, party, everybody, "possible", { uncapped: true });
  return { least: sums.map((sum) => sum.atLeast), most: [equity, voting] };
}

/** A stated minority of votes is not control; rights without a stated share are what the kind says they are. */
export function rowControls(graph: OwnershipGraph, terms: Terms, row: number, world: World): boolean {
  const kind = graph.kind[row] ?? 0;
  const rule = terms.controls[kind] ?? 0;
  if (rule === 0) return false;
  const decided = graph.rights?.[row] ?? 0;
  if (decided !== 0) return decided === 1;
  if (world === "possible") return shareKinds[kind] !== 1 || !isKnown(graph, row) || (graph.max[row] ?? 0) >= HALF;
  if (rule === 2 || graph.capacity[row] !== 0) return false;
  if (shareKinds[kind] !== 1) return true;
  return isKnown(graph, row) ? (graph.min[row] ?? 0) >= HALF : kind === stateControl;
}

export function isKnown(graph: OwnershipGraph, row: number): boolean {
  if (graph.known) return graph.known[row] === 1;
  return (graph.min[row] ?? 0) > 0 || (graph.max[row] ?? 0) < WHOLE;
}
