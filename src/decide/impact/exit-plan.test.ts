import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DependencyGraph, ExitPlan } from "../../model/index.js";
import { consequencesOf } from "./consequences.js";
import { stronglyConnected } from "./cycles.js";
import { exitPlan } from "./exit-plan.js";
import { indexGraph } from "./indexed-graph.js";
import { asset, dependency, graphs } from "./sample-graph.js";

function planned(graph: DependencyGraph, blockedIds: string[], days: Record<string, number> = {}, asOf = "2026-11-01", on = "2026-12-01") {
  const indexed = indexGraph(graph);
  const blocked = new Map(blockedIds.map((id) => [indexed.numberOf.get(id) ?? -1, "sure" as const]));
  const { worstOf } = consequencesOf(indexed, blocked);
  const idOf = (number: number) => indexed.assets[number]?.id ?? "";
  return exitPlan({
    graph: indexed,
    blocked,
    touched: (one) => worstOf(one).most !== "goes-on",
    isSystem: (one) => indexed.assets[one]?.kind === "system",
    effortOf: ({ action, assets }) => {
      if (action === "switch-off") return { days: 0, atLeast: false, because: "" };
      const known = assets.map((one) => days[idOf(one)]);
      return { days: Math.max(0, ...known.map((one) => one ?? 0)), atLeast: known.includes(undefined), because: "not declared" };
    },
    wordsOf: ({ action, assets }) => `${action} ${assets.map(idOf).join(" and ")}`,
    asOf,
    on,
  });
}

describe("an exit", () => {
  it("is worked out by hand: store and key at one provider, an archive on both, a shop that needs the archive", () => {
    const graph = {
      assets: [asset("archive", { kind: "system" }), asset("job"), asset("key"), asset("shop", { kind: "system" }), asset("store")],
      dependencies: [
        dependency("archive", "job", { kind: "member" }),
        dependency("job", "store"),
        dependency("shop", "archive", { need: "partial" }),
        dependency("store", "key"),
      ],
    };
    // The new key first, then the new store with its data (3 days), then the job and the archive (10 days); the shop has nothing to do. Off go the
    // store, then its key.
    const plan = planned(graph, ["store", "key"], { key: 0, store: 3, job: 0, archive: 10 });
    expect(plan.steps.map(({ what, after, start, end }) => [what, after, start, end])).toEqual([
      ["replace key", [], "2026-11-18", "2026-11-18"],
      ["replace store", [1], "2026-11-18", "2026-11-21"],
      ["switch job", [2], "2026-11-21", "2026-11-21"],
      ["switch archive", [3], "2026-11-21", "2026-12-01"],
      ["switch-off store", [3], "2026-12-01", "2026-12-01"],
      ["switch-off key", [5], "2026-12-01", "2026-12-01"],
    ]);
    expect(plan).toMatchObject({ days: 13, atLeast: false, available: 30, daysLate: 0, earliestEnd: "2026-11-14" });
  });

  it("says by how many days it is late, and counts what is not known as nothing", () => {
    const graph = { assets: [asset("app"), asset("store")], dependencies: [dependency("app", "store")] };
    const plan = planned(graph, ["store"], { store: 40.5 });
    expect(plan).toMatchObject({
      days: 40.5,
      atLeast: true,
      available: 30,
      daysLate: 11,
      earliestEnd: "2026-12-12",
      unknown: ["not declared"],
    });
    expect(plan.steps[0]).toMatchObject({ start: "2026-10-21", end: "2026-12-01" });
  });

  it("never breaks a dependency, on random graphs with cycles", () => {
    fc.assert(
      fc.property(graphs, fc.array(fc.nat(9)), ({ graph, blocked }, lengths) => {
        const ids = blocked.map(([id]) => id);
        const days = Object.fromEntries(graph.assets.map(({ id }, at) => [id, lengths[at] ?? 0]));
        carriedOut(planned(graph, ids, days), graph, ids);
      }),
      { numRuns: 400 },
    );
  });
});

/** Goes through a plan step by step, and looks at each whether what it relies on is there. */
function carriedOut(plan: ExitPlan, graph: DependencyGraph, blockedIds: string[]): void {
  const indexed = indexGraph(graph);
  const { groupOf } = stronglyConnected(indexed);
  const together = (left: string, right: string) => groupOf[indexed.numberOf.get(left) ?? 0] === groupOf[indexed.numberOf.get(right) ?? 0];
  const blocked = new Set(blockedIds);
  const { worstOf } = consequencesOf(indexed, new Map(blockedIds.map((id) => [indexed.numberOf.get(id) ?? -1, "sure" as const])));
  const touched = (id: string) => worstOf(indexed.numberOf.get(id) ?? -1).most !== "goes-on";
  const needs = (id: string) => graph.dependencies.filter((one) => one.from === id).map((one) => one.to);
  const needing = (id: string) => graph.dependencies.filter((one) => one.to === id).map((one) => one.from);
  const replaced = new Set<string>();
  const switched = new Set<string>();
  const off = new Set<string>();
  plan.steps.forEach((step, at) => {
    expect(step.number).toBe(at + 1);
    for (const before of step.after) {
      expect(before).toBeLessThan(step.number);
      expect((plan.steps[before - 1]?.end ?? "9") <= step.start).toBe(true);
    }
    for (const id of step.assets) {
      const others = needs(id).filter((one) => !together(one, id));
      if (step.action === "switch-off") {
        // Nothing that is still on points at it.
        for (const one of needing(id).filter((other) => !step.assets.includes(other)))
          expect(blocked.has(one) ? off.has(one) || !touched(one) : switched.has(one), `${one} still needs ${id}`).toBe(true);
        off.add(id);
        continue;
      }
      // What the new thing will need is there in its new place.
      for (const one of others.filter((other) => blocked.has(other) && touched(other)))
        expect(replaced.has(one), `${id} needs ${one}`).toBe(true);
      (step.action === "replace" ? replaced : switched).add(id);
    }
  });
  // At the end everything that is cut off is off, and whoever needed it directly has been switched.
  for (const id of blockedIds.filter(touched)) expect(off.has(id)).toBe(true);
  for (const id of blockedIds) for (const one of needing(id)) if (!blocked.has(one) && touched(one)) expect(switched.has(one)).toBe(true);
}
