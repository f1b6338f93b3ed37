import type { Procedure, Standing } from "../../src/model/index.js";

/**
 * What is said of a case that has come to its end; null of one that goes on. It has where nobody has the next step, and where its Final
 * Determination is issued: what may come after that is no part of what led to it.
 */
export function endedWords(procedure: Procedure | undefined, standing: Standing | null): string | null {
  const state = procedure?.states.find(({ id }) => id === standing?.state);
  if (!procedure || !state) return null;
  const stageOf = (id: string) => procedure.stages.findIndex(({ states }) => states.includes(id));
  const final = procedure.stages.findIndex(({ title }) => title === "Final Determination");
  const decided = final >= 0 && stageOf(state.id) >= final;
  if (!decided && state.actor !== "nobody") return null;
  return `${decided ? "The Final Determination is issued" : `The case has ended: ${state.title}`}. What led to it is read-only: it changes only by a correction or withdrawal, which is an event of its own. New facts start a case of their own.`;
}
