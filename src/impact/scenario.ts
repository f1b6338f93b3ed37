import { createHash } from "node:crypto";
import {
  type BlockException,
  type BlockTarget,
  byText,
  type Day,
  type DependencyGraph,
  type ImpactScenario,
  type Reference,
  type ScenarioFile,
} from "../model/index.js";
import { blockTarget, exception, regionNamed } from "./names.js";

/**
 * A scenario with every name understood, and its id: a digest of what defines it, so that the same cut-off has the same id wherever it was written.
 *
 * @throws UnknownName where a name stands for nothing or for several things
 */
export function understood(asked: ScenarioFile, graph: DependencyGraph, reference: Reference, asOf: Day): ImpactScenario {
  const block = distinct(asked.block.map((one) => blockTarget(one, reference)));
  const regions = [...new Set(asked.regions.map((one) => regionNamed(one, graph, reference)))].sort(byText);
  const except = distinct(asked.except.map((one) => exception(one, graph, reference)));
  const on = asked.on ?? asOf;
  const egressMegabitsPerSecond = asked.egressMegabitsPerSecond ?? null;
  const id = digest([block.map(keyOf), regions, except.map(keyOf), on, egressMegabitsPerSecond]);
  return { id, name: asked.name ?? null, block, regions, except, on, egressMegabitsPerSecond };
}

function keyOf({ kind, id }: BlockTarget | BlockException): string {
  return `${kind}:${id}`;
}

/** Each once, in an order that does not depend on how they were written. */
function distinct<Named extends BlockTarget | BlockException>(all: readonly Named[]): Named[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()].sort((left, right) => byText(keyOf(left), keyOf(right)));
}

function digest(what: unknown): string {
  return createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 12);
}
