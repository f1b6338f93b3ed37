import type { ScreenResult } from "../../src/model/index.js";

/** Whether it was decided to be somebody else, and that holds. */
export function isApart({ decision }: ScreenResult): boolean {
  return decision?.decision === "different" && decision.reopened.length === 0;
}

/** Whether it was decided to be the same, and that holds. */
export function isSame({ decision }: ScreenResult): boolean {
  return decision?.decision === "same" && decision.reopened.length === 0;
}

/** How a hit stands, in a word or two. */
export function standingOf(one: ScreenResult): string {
  if (!one.decision) return "open";
  if (one.decision.reopened.length > 0) return "open again";
  if (isSame(one)) return "the same";
  return isApart(one) ? "a different one" : "not clear yet";
}
