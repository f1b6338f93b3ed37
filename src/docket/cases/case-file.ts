import type { Calendar, CaseEntry, Day, DocketCase, JournalEntry, Procedure, ShownCase, ShownEvent, Standing } from "../../model/index.js";
import { calendarOf } from "../calendar/calendar-of.js";
import { dayOf } from "../days.js";
import { DocketError, type DocketView, type PartOfEntry } from "../journal/index.js";
import { shippedProcedures } from "../procedures.js";
import { type Reading, readRecord } from "../reading.js";
import { standingIn } from "../standing.js";

/** A case as it stands in the docket. */
export interface CaseFile {
  id: string;
  version: number;
  state: DocketCase;
  opened: { by: string; at: string };
  events: ShownEvent[];
  /** What happened, as the procedure reads it. */
  entries: CaseEntry[];
  /** Null for a case that follows none. */
  rules: { procedure: Procedure; calendar: Calendar } | null;
}

/** The kinds of objects whose entries say what a case is and where it stands. */
export const kindsOfCase: ReadonlySet<string> = new Set(["case", "event"]);

/** Case files that were made of entries: while no entry came, they are still the same. */
const made = new WeakMap<readonly JournalEntry[], CaseFile>();

/**
 * Reads a case from the docket. What it gives is shared with whoever reads the case again: nobody may change it.
 *
 * @throws DocketError `not-found` where there is none
 */
export async function readCaseFile(view: DocketView, id: string): Promise<CaseFile> {
  const journal = await view.caseEntries(id, [...kindsOfCase]);
  const known = made.get(journal);
  if (known) return known;
  const of = (kind: string) => journal.filter(({ body }) => body.object.kind === kind);
  const [states, events] = [of("case"), of("event")];
  const state = (states.at(-1)?.body.after ?? null) as DocketCase | null;
  if (!state) throw new DocketError("not-found", `there is no case ${id}. \`beholden docket list\` names those there are.`);
  const entries = events.map(({ body }) => body.after as CaseEntry);
  const corrected = corrections(entries);
  const file: CaseFile = {
    id,
    version: states.at(-1)?.number ?? 0,
    state,
    opened: whoAndWhen(states[0]),
    events: events.map((entry) => shownEvent(entry, corrected)),
    entries,
    rules: state.procedure === null ? null : rulesOf(state.procedure),
  };
  made.set(journal, file);
  return file;
}

type Note = ShownCase["notes"][number];
const noteOf: PartOfEntry<Note> = {
  name: "note",
  read: (entry) => ({ text: String(entry.body.after), ...whoAndWhen(entry) }),
  weight: ({ text, by, at }) => text.length + by.length + at.length,
};

/** The notes of a case, in order. */
export async function notesOf(view: DocketView, id: string): Promise<readonly Note[]> {
  return view.caseParts(id, ["note"], noteOf);
}

const readings = new WeakMap<readonly CaseEntry[], Map<string, Reading>>();

/** What the entries of a case say, corrections and confirmations read into them. */
export function readingOf({ procedure, calendar }: NonNullable<CaseFile["rules"]>, entries: CaseEntry[]): Reading {
  return kept(readings, entries, procedure.id, () => readRecord(procedure, entries, calendar));
}

const standings = new WeakMap<readonly CaseEntry[], Map<string, Standing>>();

/** Where a case stands on a day; null for one without a procedure. Nobody may change what it gives. */
export function standingOf({ rules, entries }: Pick<CaseFile, "rules" | "entries">, asOf: Day): Standing | null {
  return rules && kept(standings, entries, `${rules.procedure.id} ${asOf}`, () => standingIn(readingOf(rules, entries), asOf));
}

/** Days of one record of which something is kept. */
const mostKept = 8;

/** What was made of the same entries before: a case does not change, it gets another list. */
export function kept<Value>(
  store: WeakMap<readonly CaseEntry[], Map<string, Value>>,
  entries: readonly CaseEntry[],
  key: string,
  make: () => Value,
): Value {
  const known = store.get(entries) ?? new Map<string, Value>();
  store.set(entries, known);
  const found = known.get(key) ?? make();
  if (known.size === mostKept && !known.has(key)) known.clear();
  known.set(key, found);
  return found;
}

/** What happened in a case up to a day, as corrected, without what was struck out or took no effect. */
export function happenedIn(file: Pick<CaseFile, "rules" | "entries">, asOf: Day): CaseEntry[] {
  const { rules, entries } = file;
  if (!rules) return [];
  const without = new Set(standingOf(file, asOf)?.ineffective.map(({ entry }) => entry.id));
  return readingOf(rules, entries).entries.filter(({ id, on }) => on <= asOf && !without.has(id));
}

/** The zone of an office whose case follows no procedure. */
export const usualZone = "America/New_York";

/** Today where the office of a case is. */
export function todayOf({ rules }: Pick<CaseFile, "rules">, at: string): Day {
  return dayOf(at, rules?.calendar.zone ?? usualZone);
}

let shipped: Map<string, Procedure> | undefined;

/** The procedures that come with beholden. They stay as they are: a list of a thousand cases reads them once. */
export function knownProcedures(): Map<string, Procedure> {
  shipped ??= shippedProcedures();
  return shipped;
}

/**
 * The procedure of an id, with its calendar.
 *
 * @throws DocketError `not-found` where there is none
 */
export function rulesOf(id: string): { procedure: Procedure; calendar: Calendar } {
  const procedure = knownProcedures().get(id);
  if (!procedure)
    throw new DocketError("not-found", `there is no procedure ${id}. Expected one of ${[...knownProcedures().keys()].join(", ")}.`);
  return { procedure, calendar: calendarOf(procedure) };
}

/** The newest correction of each event, by its number. */
function corrections(entries: CaseEntry[]): Map<string, CaseEntry> {
  const found = entries.filter(({ event, corrects }) => event === "entry-corrected" && corrects !== undefined);
  return new Map(found.map((one) => [one.corrects ?? "", one]));
}

function shownEvent(entry: JournalEntry, corrected: Map<string, CaseEntry>): ShownEvent {
  const { id, body } = { id: entry.body.object.id, body: entry.body };
  const number = Number(id.slice(id.lastIndexOf("/") + 1));
  const correction = corrected.get(String(number));
  const how = !correction ? "no" : correction.reads === null ? "struck-out" : "corrected";
  return { number, version: entry.number, recorded: whoAndWhen(entry), corrected: how, entry: body.after as CaseEntry };
}

/** Who made an entry, and when: where it came from another docket, who and when it was there. */
export function whoAndWhen(entry: JournalEntry | undefined): { by: string; at: string } {
  const { by = "", at = "" } = entry?.body.origin ?? entry?.body ?? {};
  return { by, at };
}
