import type { Calendar, Procedure } from "../../model/index.js";
import { CalendarError, shippedCalendars } from "./read-calendar.js";

/**
 * The calendar that a procedure names, of those that come with beholden.
 *
 * @throws CalendarError where none of them has its name
 */
export function calendarOf({ id, calendar }: Procedure): Calendar {
  const found = shippedCalendars().get(calendar);
  if (found) return found;
  throw new CalendarError([
    {
      path: id,
      line: null,
      column: null,
      severity: "error",
      code: "calendar-unknown",
      message: `the procedure ${id} names a calendar ${calendar} that does not come with beholden`,
      expected: `one of ${[...shippedCalendars().keys()].join(", ")}`,
      action: "Name one of them, or give the calendar.",
    },
  ]);
}
