import type { Procedure } from "./procedure.js";

/** Events that every procedure knows, as people read them. */
const common: Readonly<Record<string, string>> = {
  "entry-corrected": "An event is corrected",
  "service-confirmed": "The day of a service is confirmed",
  "point-confirmed": "A rule is confirmed",
  "office-closed": "The office was closed",
};

/** What an event is called, by the procedure of its case; the words of its name where that does not know it. */
export function eventTitle(procedure: Pick<Procedure, "moves"> | undefined, event: string): string {
  return knownEvent(procedure, event) ?? eventWords(event);
}

/** The same of an event that the procedure or every procedure knows. */
export function knownEvent(procedure: Pick<Procedure, "moves"> | undefined, event: string): string | undefined {
  const own = Object.hasOwn(common, event) ? common[event] : undefined;
  return procedure?.moves.find((move) => move.event === event)?.title ?? own;
}

/**
 * The same within a sentence.
 *
 * @example eventClause(procedure, "initial-determination-served") // "the Initial Determination is served"
 */
export function eventClause(procedure: Pick<Procedure, "moves"> | undefined, event: string): string {
  return eventTitle(procedure, event).replace(/^(?:The|A|An|It|First|Facts|What)\b/, (word) => word.toLowerCase());
}

/**
 * The words of an event's name, or of one that every procedure knows, where no procedure is at hand.
 *
 * @example eventWords("initial-determination-served") // "Initial determination served"
 */
export function eventWords(event: string): string {
  const words = knownEvent(undefined, event) ?? event.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
