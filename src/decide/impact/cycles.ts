import { edgesAt, type IndexedGraph } from "./indexed-graph.js";

/** The strongly connected groups of a graph. */
export interface Groups {
  /** By asset the number of its group. A group has a higher number than every other group that it needs. */
  groupOf: Int32Array;
  count: number;
}

/** Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), without recursion: a chain may be a hundred thousand long. */
export function stronglyConnected(graph: Pick<IndexedGraph, "assets" | "to" | "needs">): Groups {
  const size = graph.assets.length;
  const groupOf = new Int32Array(size).fill(-1);
  const order = new Int32Array(size);
  const lowest = new Int32Array(size);
  const cursor = new Int32Array(size);
  const path: number[] = [];
  const open: number[] = [];
  let visited = 0;
  let count = 0;
  const enter = (asset: number) => {
    visited += 1;
    order[asset] = visited;
    lowest[asset] = visited;
    path.push(asset);
    open.push(asset);
  };
  const leave = (asset: number) => {
    path.pop();
    const above = path.at(-1);
    if (above !== undefined) lowest[above] = Math.min(lowest[above] ?? 0, lowest[asset] ?? 0);
    if (lowest[asset] !== order[asset]) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      groupOf[member] = count;
      if (member === asset) break;
    }
    count += 1;
  };
  for (let start = 0; start < size; start++) {
    if (order[start]) continue;
    enter(start);
    for (let asset = path.at(-1); asset !== undefined; asset = path.at(-1)) {
      const edges = edgesAt(graph.needs, asset);
      const at = cursor[asset] ?? 0;
      if (at === edges.length) {
        leave(asset);
        continue;
      }
      cursor[asset] = at + 1;
      const needed = graph.to[edges[at] ?? 0] ?? 0;
      if (!order[needed]) enter(needed);
      else if (groupOf[needed] === -1) lowest[asset] = Math.min(lowest[asset] ?? 0, order[needed] ?? 0);
    }
  }
  return { groupOf, count };
}

/** Groups of assets that need each other, each in the order of the assets; an asset that needs only itself is one. */
export function cyclesOf(graph: IndexedGraph): number[][] {
  const { groupOf, count } = stronglyConnected(graph);
  const members: number[][] = Array.from({ length: count }, () => []);
  groupOf.forEach((group, asset) => {
    members[group]?.push(asset);
  });
  const needsItself = ([only]: number[]) => edgesAt(graph.needs, only ?? 0).some((edge) => graph.to[edge] === only);
  return members.filter((group) => group.length > 1 || needsItself(group)).sort(([left = 0], [right = 0]) => left - right);
}
