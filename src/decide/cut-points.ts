import type { Path, Step } from "../model/index.js";

/** Which step of a review it is, whatever path it stands in: its kind and both ends. */
export type StepEnds = Pick<Step, "kind" | "from" | "to">;

/** The single steps whose removal ends every one of the paths: those that all of them pass, in the order of the first. */
export function cutPointsOf(paths: Path[]): Step[] {
  const [first, ...others] = paths;
  if (!first) return [];
  const passed = others.map((path) => new Set(path.steps.map(stepIdentity)));
  return first.steps.filter((step) => passed.every((steps) => steps.has(stepIdentity(step))));
}

/** Two paths pass the same step where its kind and both ends are the same. */
export function stepIdentity({ kind, from, to }: StepEnds): string {
  return JSON.stringify([kind, from.kind, from.id, to.kind, to.id]);
}
