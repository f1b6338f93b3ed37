import type { Calendar, CaseEntry, Day, DocketCase, JournalEntry, Procedure, ShownCase, ShownEvent, Standing } from "../../model/index.js";
import { calendarOf } from "../calendar/calendar-of.js";
import { dayOf } from "../days.js";
import { DocketError, type DocketView } from "../journal/index.js";
import { shippedProcedures } from "../procedures.js";
import { standing } from "../standing.js";

/** A case as it stands in the docket. */
export interface CaseFile {
  id: string;
  version: number;
  state: DocketCase;
  opened: { by: string; at: string };
  events: ShownEvent[];
  /** What happened, as the procedure reads it. */
  entries: CaseEntry[];
  notes: ShownCase["notes"];
  /** Null for a case that follows none. */
  rules: { procedure: Procedure; calendar: Calendar } | null;
}

/**
 * Reads a case from the docket.
 *
 * @throws DocketError `not-found` where there is none
 */
export async function readCaseFile(view: DocketView, id: string): Promise<CaseFile> {
  const found = await view.object("case", id);
  if (!found) throw new DocketError("not-found", `there is no case ${id}. \`beholden docket list\` names those there are.`);
  const state = found.state as DocketCase;
  const journal = await view.entries({ case: id });
  const of = (kind: string) => journal.filter(({ body }) => body.object.kind === kind);
  const [opening] = of("case");
  const entries = of("event").map(({ body }) => body.after as CaseEntry);
  return {
    id,
    version: found.version,
    state,
    opened: whoAndWhen(opening),
    events: of("event").map((entry) => shownEvent(entry, entries)),
    entries,
    notes: of("note").map((entry) => ({ text: String(entry.body.after), ...whoAndWhen(entry) })),
    rules: state.procedure === null ? null : rulesOf(state.procedure),
  };
}

/** Where a case stands on a day; null for one without a procedure. */
export function standingOf({ rules, entries }: Pick<CaseFile, "rules" | "entries">, asOf: Day): Standing | null {
  return rules && standing(rules.procedure, entries, asOf, rules.calendar);
}

/** The zone of an office whose case follows no procedure. */
const usualZone = "America/New_York";

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

function shownEvent(entry: JournalEntry, all: CaseEntry[]): ShownEvent {
  const { id, body } = { id: entry.body.object.id, body: entry.body };
  const number = Number(id.slice(id.lastIndexOf("/") + 1));
  const correction = all.findLast(({ event, corrects }) => event === "entry-corrected" && corrects === String(number));
  const corrected = !correction ? "no" : correction.reads === null ? "struck-out" : "corrected";
  return { number, version: entry.number, recorded: whoAndWhen(entry), corrected, entry: body.after as CaseEntry };
}

/** Who made an entry, and when: where it came from another docket, who and when it was there. */
function whoAndWhen(entry: JournalEntry | undefined): { by: string; at: string } {
  const { by = "", at = "" } = entry?.body.origin ?? entry?.body ?? {};
  return { by, at };
}
