import type { Calendar, CaseEntry, Day, MovedDeadline, Procedure, RunningDeadline } from "../model/index.js";
import { calendarOf } from "./calendar/calendar-of.js";
import { daysBetween } from "./days.js";
import { standing } from "./standing.js";

/**
 * What entries moved: each deadline that began, ended, stopped, ran again or fell on another day, from which day to which, and because of
 * which entry. The entries that came are taken one by one, in the order in which they were added.
 *
 * @param before the record as it was
 * @param after the record with what came since
 * @throws CalendarError where no calendar is given and the procedure names one that does not come with beholden
 * @example movedDeadlines(procedure, entries, [...entries, correction], "2025-05-10")[0] // { key: "response", from: "2025-05-01", to: "2025-05-04", … }
 */
export function movedDeadlines(
  procedure: Procedure,
  before: CaseEntry[],
  after: CaseEntry[],
  asOf: Day,
  calendar: Calendar = calendarOf(procedure),
): MovedDeadline[] {
  const moved: MovedDeadline[] = [];
  let record = before;
  let running = deadlinesByKey(procedure, record, asOf, calendar);
  for (const entry of added(before, after)) {
    record = [...record, entry];
    const then = deadlinesByKey(procedure, record, asOf, calendar);
    moved.push(...differences(running, then, entry));
    running = then;
  }
  return moved;
}

function deadlinesByKey(procedure: Procedure, entries: CaseEntry[], asOf: Day, calendar: Calendar): Map<string, RunningDeadline> {
  return new Map(standing(procedure, entries, asOf, calendar).deadlines.map((one) => [one.key, one]));
}

/** The entries that the second record has beyond the first; the same entry twice counts twice. */
function added(before: CaseEntry[], after: CaseEntry[]): CaseEntry[] {
  const left = before.map(text);
  return after.filter((entry) => {
    const place = left.indexOf(text(entry));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

function text(entry: CaseEntry): string {
  return JSON.stringify(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function differences(from: Map<string, RunningDeadline>, to: Map<string, RunningDeadline>, entry: CaseEntry): MovedDeadline[] {
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((key) => {
    const [was, is] = [from.get(key), to.get(key)];
    if (was && is && was.due === is.due) return [];
    const [early, late] = [was?.due ?? null, is?.due ?? null];
    return [
      {
        key,
        title: (is ?? was)?.title ?? key,
        change: change(was, is),
        from: early,
        to: late,
        days: early !== null && late !== null ? daysBetween(early, late) : null,
        because: { entry: entry.id ?? null, event: entry.event, on: entry.on, note: entry.note ?? null },
      },
    ];
  });
}

function change(was: RunningDeadline | undefined, is: RunningDeadline | undefined): MovedDeadline["change"] {
  if (!was) return "began";
  if (!is) return "ended";
  if (is.due === null) return "stopped";
  return was.due === null ? "ran-again" : "moved";
}
