import fc from "fast-check";
import { type Asset, type Dependency, type DependencyGraph, dependencyKinds, dependencyNeeds, dependencyTimes } from "../../model/index.js";

/** An asset for tests. */
export function asset(id: string, more: Partial<Asset> = {}): Asset {
  return {
    id,
    name: id,
    kind: "workload",
    path: null,
    line: null,
    systems: [],
    provider: null,
    service: null,
    operator: null,
    region: null,
    observations: [],
    ...more,
  };
}

/** A dependency for tests: `from` needs `to` at run time. */
export function dependency(from: string, to: string, more: Partial<Dependency> = {}): Dependency {
  return {
    from,
    to,
    kind: "declared",
    times: ["run"],
    need: "required",
    because: `${from} needs ${to}`,
    path: "beholden.yaml",
    line: 1,
    ...more,
  };
}

/** Graphs of up to a dozen assets with dependencies among any of them, so that cycles are common, and some that are blocked. */
export const graphs: fc.Arbitrary<{ graph: DependencyGraph; blocked: [string, "sure" | "possible"][] }> = fc
  .integer({ min: 1, max: 12 })
  .chain((size) => {
    const id = fc.integer({ min: 0, max: size - 1 }).map((number) => `a${number}`);
    const edge: fc.Arbitrary<Dependency> = fc
      .record({
        from: id,
        to: id,
        kind: fc.constantFrom(...dependencyKinds),
        times: fc.subarray([...dependencyTimes], { minLength: 1 }),
        need: fc.constantFrom(...dependencyNeeds),
        fallback: fc.option(id, { nil: undefined, freq: 3 }),
        line: fc.integer({ min: 1, max: 9 }),
      })
      .map(({ fallback, ...rest }) => ({ ...dependency(rest.from, rest.to), ...rest, ...(fallback === undefined ? {} : { fallback }) }));
    return fc.record({
      graph: fc.record({
        assets: fc.constant(Array.from({ length: size }, (_, number) => asset(`a${number}`))),
        dependencies: fc.array(edge, { maxLength: 30 }),
      }),
      blocked: fc.uniqueArray(fc.tuple(id, fc.constantFrom("sure" as const, "possible" as const)), {
        selector: ([one]) => one,
        maxLength: 4,
      }),
    });
  });
