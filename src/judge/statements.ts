import type { Day, Statement } from "../model/index.js";

/** What the declared facts of a deal state and deny, by ids of the pack's statements, and the days of those that are events. */
export interface Stated {
  states: string[];
  denies: string[];
  events: Map<string, Day | null>;
  /** Facts that state nothing the pack knows. */
  notUnderstood: string[];
}

/** Parts of a token that turn it into its contrary. */
const denials = new Set(["not", "no", "non", "without", "never", "lacks", "lacking", "absent", "outside", "isnt", "neither", "nor"]);
const dayAtEnd = /-?(\d{4}-\d{2}-\d{2})$/;

/**
 * Reads the facts of a deal, short tokens such as `not-required-by-regulator`, by a pack's statements. What is dated later than the deal
 * is not yet so, unless it is an event.
 */
export function readStatements(facts: string[], statements: Statement[], dealDay: Day): Stated {
  const [states, denies] = [new Set<string>(), new Set<string>()];
  const events = new Map<string, Day | null>();
  const notUnderstood: string[] = [];
  for (const fact of facts) {
    const day = dayAtEnd.exec(fact)?.[1] ?? null;
    const parts = partsOf(fact.replace(dayAtEnd, ""));
    let understood = false;
    for (const statement of statements) {
      const read = reading(parts, statement);
      if (read === null) continue;
      understood = true;
      const holds = read && (statement.event || day === null || day <= dealDay);
      (holds ? states : denies).add(statement.id);
      if (holds && statement.event) events.set(statement.id, laterOf(events.get(statement.id) ?? null, day));
    }
    if (!understood) notUnderstood.push(fact);
  }
  for (const id of states) denies.delete(id);
  return { states: [...states].sort(), denies: [...denies].sort(), events, notUnderstood };
}

/** Every day that some fact carries counts; the latest is the one whose clock still runs. */
function laterOf(known: Day | null, day: Day | null): Day | null {
  return known !== null && (day === null || known > day) ? known : day;
}

/** Whether a token makes a statement by one of its words and does not deny it. */
export function says(token: string, words: string[]): boolean {
  return reading(partsOf(token), { words, unless: [] }) === true;
}

function partsOf(token: string): string[] {
  return token
    .toLowerCase()
    .split(/[^a-z0-9*]+/)
    .filter(Boolean);
}

/** True where the token makes the statement, false where it denies it, null where it speaks of something else. */
function reading(parts: string[], { words, unless }: Pick<Statement, "words" | "unless">): boolean | null {
  if (unless.some((word) => used(parts, word) !== null)) return null;
  for (const word of words) {
    const own = used(parts, word);
    if (own !== null) return !parts.some((part, index) => denials.has(part) && !own.has(index));
  }
  return null;
}

/** The places in the token that a word takes up; null where it does not stand there. */
function used(parts: string[], word: string): Set<number> | null {
  const places = new Set<number>();
  for (const joined of word.split("+")) {
    const wanted = partsOf(joined);
    const start = parts.findIndex((_, at) => wanted.every((one, index) => sameText(parts[at + index], one)));
    if (start < 0) return null;
    for (const index of wanted.keys()) places.add(start + index);
  }
  return places;
}

function sameText(part: string | undefined, wanted: string): boolean {
  if (part === undefined) return false;
  return wanted.endsWith("*") ? part.startsWith(wanted.slice(0, -1)) : part === wanted;
}
