import type { Path, Step } from "../model/index.js";

/** The single steps whose removal ends every one of the paths: those that all of them pass, in the order of the first. */
export function cutPointsOf(paths: Path[]): Step[] {
  const [first, ...others] = paths;
  if (!first) return [];
  const passed = others.map((path) => new Set(path.steps.map(identity)));
  return first.steps.filter((step) => passed.every((steps) => steps.has(identity(step))));
}

/** Two paths pass the same step where its kind and both ends are the same. */
function identity({ kind, from, to }: Step): string {
  return JSON.stringify([kind, from.kind, from.id, to.kind, to.id]);
}
