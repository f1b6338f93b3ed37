import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Dependency,
  type DependencyGraph,
  type DependencyTime,
  dependencyTimes,
  type ImpactState,
  impactStates,
} from "../../model/index.js";
import { consequencesOf } from "./consequences.js";
import { cyclesOf } from "./cycles.js";
import { indexGraph } from "./indexed-graph.js";
import { asset, dependency, graphs } from "./sample-graph.js";

type BlockedIds = [id: string, certainty: "sure" | "possible"][];

function found(graph: DependencyGraph, blocked: BlockedIds) {
  const indexed = indexGraph(graph);
  const numbers = new Map(blocked.map(([id, certainty]) => [indexed.numberOf.get(id) ?? -1, certainty] as const));
  const consequences = consequencesOf(indexed, numbers);
  const number = (id: string) => indexed.numberOf.get(id) ?? -1;
  return {
    at: (id: string, time: DependencyTime) => consequences.statesOf(number(id))[time],
    worst: (id: string) => consequences.worstOf(number(id)),
    chains: (id: string) => consequences.chainsOf(number(id)),
  };
}

const rank = (state: ImpactState) => impactStates.indexOf(state);

/**
 * The rules, read once more and as plainly as can be: one time and one world after the other, every dependency looked at again and again until
 * nothing changes.
 */
function slowly(graph: DependencyGraph, blocked: BlockedIds, time: DependencyTime, world: "better" | "worse"): Map<string, ImpactState> {
  const states = new Map<string, ImpactState>(graph.assets.map(({ id }) => [id, "goes-on"]));
  for (const [id, certainty] of blocked) {
    const uses = graph.dependencies.filter((one) => one.to === id).flatMap((one) => one.times);
    const used = uses.length === 0 || uses.includes(time);
    if (used && (certainty === "sure" || world === "worse")) states.set(id, "stops");
  }
  const passed = ({ to, need, fallback }: Dependency): ImpactState => {
    const state = states.get(to) ?? "goes-on";
    if (state === "goes-on") return "goes-on";
    if (need === "unknown" && world === "better") return "goes-on";
    if (need === "partial") return "degrades";
    if (fallback !== undefined && states.get(fallback) === "goes-on") return "degrades";
    return state;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const one of graph.dependencies) {
      if (!one.times.includes(time)) continue;
      const next = passed(one);
      if (rank(next) <= rank(states.get(one.from) ?? "goes-on")) continue;
      states.set(one.from, next);
      changed = true;
    }
  }
  return states;
}

describe("consequences against a slow simulation, on random graphs with cycles", () => {
  it("gives the same least and most for every asset and time", () => {
    fc.assert(
      fc.property(graphs, ({ graph, blocked }) => {
        const fast = found(graph, blocked);
        for (const time of dependencyTimes) {
          const least = slowly(graph, blocked, time, "better");
          const most = slowly(graph, blocked, time, "worse");
          for (const { id } of graph.assets) {
            expect(fast.at(id, time)).toMatchObject({ least: least.get(id), most: most.get(id) });
            expect(fast.at(id, time).verdict).toBe(least.get(id) === most.get(id) ? least.get(id) : "cannot-be-told");
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  it("blocking more never makes anything better", () => {
    fc.assert(
      fc.property(graphs, fc.nat(), ({ graph, blocked }, pick) => {
        const before = found(graph, blocked);
        const more = graph.assets[pick % graph.assets.length]?.id ?? "";
        const after = found(graph, [...blocked.filter(([id]) => id !== more), [more, "sure"]]);
        for (const { id } of graph.assets) {
          for (const time of dependencyTimes) {
            expect(rank(after.at(id, time).least)).toBeGreaterThanOrEqual(rank(before.at(id, time).least));
            expect(rank(after.at(id, time).most)).toBeGreaterThanOrEqual(rank(before.at(id, time).most));
          }
        }
      }),
    );
  });

  it("does not depend on the order of assets, dependencies or blocked ones", () => {
    fc.assert(
      fc.property(graphs, ({ graph, blocked }) => {
        const turned = { assets: [...graph.assets].reverse(), dependencies: [...graph.dependencies].reverse() };
        const [one, other] = [found(graph, blocked), found(turned, [...blocked].reverse())];
        for (const { id } of graph.assets) {
          expect(other.worst(id)).toEqual(one.worst(id));
          expect(other.chains(id)).toEqual(one.chains(id));
        }
      }),
    );
  });

  it("explains each end by a chain of dependencies that are there, to something blocked, and none is shorter", () => {
    fc.assert(
      fc.property(graphs, ({ graph, blocked }) => {
        const { at, chains } = found(graph, blocked);
        for (const { id } of graph.assets) {
          const told = chains(id);
          for (const { times, state, certainty, hops, blocked: end } of told) {
            const ids = [id, ...hops.map((one) => one.to)];
            expect(hops.map(({ from }) => from)).toEqual(ids.slice(0, -1));
            expect(ids.at(-1)).toBe(end);
            expect(new Set(ids).size).toBe(ids.length);
            expect(blocked.some(([one, how]) => one === end && (how === "sure" || certainty === "possible"))).toBe(true);
            for (const { from, to, kind, path, line, because } of hops)
              expect(graph.dependencies).toContainEqual(expect.objectContaining({ from, to, kind, path, line, because }));
            for (const time of times) {
              expect(certainty === "sure" ? at(id, time).least : at(id, time).most).toBe(state);
              expect(hops.length).toBe(shortest(graph, blocked, id, time, state, certainty));
            }
          }
          for (const time of dependencyTimes) {
            const { least, most } = at(id, time);
            const ends = told.filter((one) => one.times.includes(time)).map((one) => one.certainty);
            expect(ends.sort()).toEqual([...(most !== least ? ["possible"] : []), ...(least !== "goes-on" ? ["sure"] : [])]);
          }
        }
      }),
    );
  });
});

/** Length of the shortest way to something blocked along which the state, or a worse one, holds throughout: by growing sets. */
function shortest(
  graph: DependencyGraph,
  blocked: BlockedIds,
  asset: string,
  time: DependencyTime,
  state: ImpactState,
  certainty: "sure" | "possible",
): number {
  const states = slowly(graph, blocked, time, certainty === "sure" ? "better" : "worse");
  const passes = ({ to, times, need, fallback }: Dependency) => {
    if (!times.includes(time) || rank(states.get(to) ?? "goes-on") < rank(state)) return false;
    if (need === "unknown" && certainty === "sure") return false;
    if (state !== "stops") return true;
    return need !== "partial" && (fallback === undefined || states.get(fallback) !== "goes-on");
  };
  const holds = (id: string) => rank(states.get(id) ?? "goes-on") >= rank(state);
  let reached = new Set(blocked.filter(([id, how]) => (how === "sure" || certainty === "possible") && holds(id)).map(([id]) => id));
  for (let hops = 0; ; hops++) {
    if (reached.has(asset)) return hops;
    const next = new Set([...reached, ...graph.dependencies.filter((one) => reached.has(one.to) && passes(one)).map((one) => one.from)]);
    if (next.size === reached.size) return -1;
    reached = next;
  }
}

describe("each rule by itself", () => {
  const world = (...dependencies: Dependency[]) => ({
    assets: [...new Set(dependencies.flatMap((one) => [one.from, one.to, ...(one.fallback ? [one.fallback] : [])]))].map((id) => asset(id)),
    dependencies,
  });

  it("required passes what it is, partial degrades, unknown leaves it open", () => {
    const graph = world(
      dependency("shop", "store"),
      dependency("report", "shop", { need: "partial" }),
      dependency("ledger", "report"),
      dependency("search", "shop", { need: "unknown" }),
    );
    const { worst } = found(graph, [["store", "sure"]]);
    expect(["shop", "report", "ledger", "search"].map((id) => worst(id).verdict)).toEqual([
      "stops",
      "degrades",
      "degrades",
      "cannot-be-told",
    ]);
    expect(worst("search")).toMatchObject({ least: "goes-on", most: "stops" });
  });

  it("a registry that is needed to build stops the build, and what is built runs on", () => {
    const { at } = found(world(dependency("app", "registry", { times: ["build"] })), [["registry", "sure"]]);
    expect([at("app", "build").verdict, at("app", "run").verdict, at("registry", "run").verdict]).toEqual(["stops", "goes-on", "goes-on"]);
  });

  it("what takes over softens a loss, unless it is lost too", () => {
    const graph = world(dependency("shop", "primary", { fallback: "standby" }));
    expect(found(graph, [["primary", "sure"]]).worst("shop").verdict).toBe("degrades");
    expect(
      found(graph, [
        ["primary", "sure"],
        ["standby", "sure"],
      ]).worst("shop").verdict,
    ).toBe("stops");
    expect(found(graph, [["standby", "sure"]]).worst("shop").verdict).toBe("goes-on");
  });

  it("a cycle starts nothing, and is told", () => {
    const graph = world(dependency("a", "b"), dependency("b", "a"), dependency("b", "c"), dependency("d", "d"));
    expect(found(graph, []).worst("a").verdict).toBe("goes-on");
    expect(found(graph, [["c", "sure"]]).worst("a").verdict).toBe("stops");
    const indexed = indexGraph(graph);
    expect(cyclesOf(indexed).map((group) => group.map((one) => indexed.assets[one]?.id))).toEqual([["a", "b"], ["d"]]);
  });
});
