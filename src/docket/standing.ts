import type { Calendar, CaseEntry, Day, DeadlineCount, Procedure, Standing } from "../model/index.js";
import { calendarOf } from "./calendar/calendar-of.js";
import { type Course, courseOf, startsIn } from "./course.js";
import { addDays } from "./days.js";
import { deadlineCount, runningDeadlines } from "./deadlines.js";
import { recordHold } from "./hold.js";
import { type Reading, readRecord } from "./reading.js";
import { presumedConcurrences } from "./requirements.js";
import { servedDay } from "./service.js";

/**
 * Where a case stands on a day, from what happened in it. Entries may come in any order; an entry that the law does not allow changes
 * nothing and is told with the section that forbids it. Corrections and confirmations are read into the whole record, whatever the day:
 * what was known on an earlier day is answered by the entries that were there then.
 *
 * @param calendar the office's working days and its zone; the procedure's own where left out
 * @throws CalendarError where no calendar is given and the procedure names one that does not come with beholden
 * @example standing(procedure, [{ event: "review-started", on: "2025-03-03" }], "2025-03-10").state // "UNDER_REVIEW"
 */
export function standing(procedure: Procedure, entries: CaseEntry[], asOf: Day, calendar: Calendar = calendarOf(procedure)): Standing {
  return standingIn(readRecord(procedure, entries, calendar), asOf);
}

/** The same of a record that was read already. */
export function standingIn(reading: Reading, asOf: Day): Standing {
  return told(courseOf(reading, asOf), asOf);
}

/**
 * The day-by-day count of a deadline: each day with its number, or why it is not counted: the day of the event, a weekend or holiday by name,
 * a pause or an extension by its entry.
 *
 * @param key the `key` of the deadline in `standing(…).deadlines`, such as `response` or `concurrence/Justice`
 * @returns null where no such deadline runs on the day
 * @throws CalendarError where no calendar is given and the procedure names one that does not come with beholden
 * @example countOf(procedure, entries, "2025-04-10", "response").due // "2025-05-01"
 */
export function countOf(
  procedure: Procedure,
  entries: CaseEntry[],
  asOf: Day,
  key: string,
  calendar: Calendar = calendarOf(procedure),
): DeadlineCount | null {
  const { reading, effective } = courseOf(readRecord(procedure, entries, calendar), asOf);
  return deadlineCount(reading, effective, key);
}

function told(course: Course, asOf: Day): Standing {
  const { reading, effective, state } = course;
  const { procedure, calendar } = reading;
  return {
    procedure: procedure.id,
    asOf,
    state,
    since: course.since,
    deadlines: runningDeadlines(reading, effective, asOf),
    dates: procedure.dates.flatMap(({ id, title, after, days, citation, mark, note }) => {
      const latest = effective.findLast(({ event }) => event === after);
      return latest ? [{ id, title, on: addDays(servedDay(latest, reading), days), citation, mark, note: note ?? null }] : [];
    }),
    ineffective: course.ineffective,
    remarks: course.remarks,
    calendar: calendar.id,
    presumed: presumedConcurrences(course, asOf),
    hold: recordHold(procedure, course.record, asOf),
    next: procedure.moves
      .filter((move) => startsIn(move, state))
      .map(({ event, title, actor, citation, mark }) => ({ event, title, actor, citation, mark })),
    later: course.later,
  };
}
