import { eventTitle, knownEvent } from "../../src/model/event-words.js";
import type { Mark, Move, Procedure, ShownEvent, Standing } from "../../src/model/index.js";
import { markWords } from "../../src/report/words.js";
import { daysInWords } from "../parts/days.js";

/** A sentence of the docket with its events, marks and days in words: it names them as the procedure's file does. */
export function inWords(sentence: string, procedure: Procedure | undefined): string {
  const named = sentence.replace(/\b[a-z]+(?:-[a-z]+)+\b/g, (name) => {
    const title = knownEvent(procedure, name);
    if (title !== undefined) return `“${title}”`;
    return procedure?.services.find(({ id }) => id === name)?.title.toLowerCase() ?? name;
  });
  const checked = named.replace(/, mark ([A-Z]+\*?)(?=[;,.)]|$)/g, (whole, mark: string) =>
    mark in markWords ? `; ${markWords[mark as Mark]}` : whole,
  );
  return daysInWords(checked);
}

/** An event that may be recorded, or why the state of the case forbids it, with the section. */
export interface Choosable {
  event: string;
  title: string;
  move: Move | undefined;
  /** Null: it may come next. */
  forbidden: string | null;
}

/** Every event of a procedure: what may come next first, then what the state of the case forbids, each with why. */
export function choosable(procedure: Procedure | undefined, standing: Standing | null): Choosable[] {
  const next = standing?.next ?? [];
  const allowed = next.map(({ event, title }) => ({
    event,
    title,
    move: moveOf(procedure, event, standing?.state ?? null),
    forbidden: null,
  }));
  const others = new Map<string, Move>();
  for (const move of procedure?.moves ?? []) {
    if (next.some(({ event }) => event === move.event)) continue;
    // Of several moves of one event, the one that says why it is forbidden elsewhere.
    if (!others.has(move.event) || (move.elsewhere && !others.get(move.event)?.elsewhere)) others.set(move.event, move);
  }
  return [
    ...allowed,
    { event: "office-closed", title: eventTitle(procedure, "office-closed"), move: undefined, forbidden: null },
    ...[...others.values()].map((move) => ({ event: move.event, title: move.title, move, forbidden: whyNot(move, procedure) })),
  ];
}

/** The move of an event in a state: one event can have several. */
function moveOf(procedure: Procedure | undefined, event: string, state: string | null): Move | undefined {
  const all = (procedure?.moves ?? []).filter((move) => move.event === event);
  return all.find(({ from }) => from === "any" || from.includes(state ?? "START")) ?? all[0];
}

function whyNot({ from, elsewhere, citation }: Move, procedure: Procedure | undefined): string {
  if (elsewhere) return `${elsewhere.because} (${elsewhere.citation})`;
  const states =
    from === "any" ? [] : from.map((id) => procedure?.states.find((state) => state.id === id)?.title ?? "nothing has happened yet");
  return `it comes only after: ${states.join("; or ")} (${citation})`;
}

/** An event as it reads now, with what a later event corrected. */
export function readsNow(event: ShownEvent, events: readonly ShownEvent[]): ShownEvent["entry"] {
  if (event.corrected !== "corrected") return event.entry;
  const corrections = events.filter(({ entry }) => entry.event === "entry-corrected" && entry.corrects === String(event.number));
  return { ...event.entry, ...corrections.at(-1)?.entry.reads };
}
