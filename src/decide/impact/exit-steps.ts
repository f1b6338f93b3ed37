import { stronglyConnected } from "./cycles.js";
import { type Adjacency, edgesAt, type IndexedGraph } from "./indexed-graph.js";
import type { Blocked } from "./spread.js";

/** A step of an exit, before it has a date: `before` are the numbers of the steps that must be done first, all of them lower. */
export interface PlainStep {
  action: "replace" | "switch" | "switch-off";
  /** Numbers of assets; several where they need each other and go together. */
  assets: number[];
  before: number[];
}

/** What an exit is ordered from. */
export interface ExitInput {
  graph: IndexedGraph;
  blocked: Blocked;
  /** Whether a cut-off may touch it: everything else is left alone. */
  touched: (asset: number) => boolean;
  isSystem: (asset: number) => boolean;
}

/**
 * The steps of leaving what is cut off, in an order in which nothing ever needs what is not there: a replacement stands before anything is switched to
 * it, and after the replacements that it needs itself; the old thing is switched off when all that needed it have been switched over or off. Assets
 * that need each other go together.
 */
export function exitSteps({ graph, blocked, touched, isSystem }: ExitInput): PlainStep[] {
  const groups = touchedGroups(graph, touched);
  const steps: PlainStep[] = [];
  const add = (action: PlainStep["action"], assets: number[], before: Set<number>): number => {
    steps.push({ action, assets, before: [...before].sort((left, right) => left - right) });
    return steps.length - 1;
  };
  /** By group: the steps after which it stands without what is cut off; and the one that switches it. */
  const done: Set<number>[] = [];
  const switched: (number | undefined)[] = [];
  groups.members.forEach((members, group) => {
    const needed = neighbours(members, group, groups, graph.needs, graph.to);
    const ready = new Set(needed.flatMap((one) => [...(done[one] ?? [])]));
    const lost = members.filter((one) => blocked.has(one));
    const kept = members.filter((one) => !blocked.has(one) && mustSwitch(one, { graph, blocked, touched, isSystem }));
    const used = lost.some((one) => edgesAt(graph.dependents, one).length > 0);
    const replaced = used ? add("replace", lost, ready) : undefined;
    if (replaced !== undefined) ready.add(replaced);
    switched[group] = kept.length > 0 ? add("switch", kept, ready) : undefined;
    const last = switched[group] ?? replaced;
    done[group] = last === undefined ? ready : new Set([last]);
  });
  // Old things go off with those on top first: groups were numbered from what is needed upwards.
  const off: (number | undefined)[] = [];
  for (let group = groups.members.length - 1; group >= 0; group--) {
    const members = groups.members[group] ?? [];
    const lost = members.filter((one) => blocked.has(one));
    if (lost.length === 0) continue;
    const needing = neighbours(members, group, groups, graph.dependents, graph.from);
    const before = [switched[group], ...needing.flatMap((one) => [switched[one], off[one]])].flatMap((one) => one ?? []);
    off[group] = add("switch-off", lost, new Set(before));
  }
  return steps;
}

interface TouchedGroups {
  groupOf: Int32Array;
  /** What is needed first. */
  members: number[][];
}

function touchedGroups(graph: IndexedGraph, touched: (asset: number) => boolean): TouchedGroups {
  const { groupOf, count } = stronglyConnected(graph);
  const all: number[][] = Array.from({ length: count }, () => []);
  for (let asset = 0; asset < graph.assets.length; asset++) if (touched(asset)) all[groupOf[asset] ?? 0]?.push(asset);
  const members = all.filter((one) => one.length > 0);
  const numbers = new Int32Array(graph.assets.length).fill(-1);
  members.forEach((group, number) => {
    for (const asset of group) numbers[asset] = number;
  });
  return { groupOf: numbers, members };
}

/** Other touched groups at the far ends of a group's dependencies. */
function neighbours(members: readonly number[], group: number, { groupOf }: TouchedGroups, at: Adjacency, farEnd: Int32Array): number[] {
  const found = new Set<number>();
  for (const asset of members) {
    for (const edge of edgesAt(at, asset)) {
      const other = groupOf[farEnd[edge] ?? -1] ?? -1;
      if (other >= 0 && other !== group) found.add(other);
    }
  }
  return [...found].sort((left, right) => left - right);
}

/**
 * What needs something cut off directly is switched over, and so is a system whose own parts are touched. What only needs another that is switched has
 * nothing to do: it goes on with that one.
 */
function mustSwitch(asset: number, { graph, blocked, touched, isSystem }: ExitInput): boolean {
  const needed = Array.from(edgesAt(graph.needs, asset), (edge) => graph.to[edge] ?? 0);
  if (needed.some((one) => blocked.has(one))) return true;
  return isSystem(asset) && needed.some((one) => touched(one) && !isSystem(one));
}
