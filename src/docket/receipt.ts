import type { Calendar, Day, Procedure } from "../model/index.js";
import { nextBusinessDay } from "./calendar/off-days.js";
import { addDays, wallClock } from "./days.js";

/**
 * The day on which something that arrives at an instant counts as received by an office.
 *
 * @throws RangeError where there is no such instant
 * @example dayReceived("2025-03-07T22:30:00Z", cfius, calendar).on // Friday 17:30 in New York: "2025-03-10"
 */
export function dayReceived(instant: string, { receipt }: Procedure, calendar: Calendar): { on: Day; because: string } {
  const { day, time } = wallClock(instant, calendar.zone);
  const shown = `${day} ${time.slice(0, 5)} in ${calendar.zone}`;
  if (!receipt || time <= `${receipt.closes}:00`) return { on: day, because: shown };
  const on = nextBusinessDay(calendar, addDays(day, 1));
  return { on, because: `${shown}, after ${receipt.closes}: the next business day (${receipt.citation})` };
}
