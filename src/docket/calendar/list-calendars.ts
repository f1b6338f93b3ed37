import type { CalendarList, ListedDay } from "../../model/index.js";
import { weekdayOf } from "../days.js";
import { holidaysOf } from "./off-days.js";
import { shippedCalendars } from "./read-calendar.js";

/** Every calendar that comes with beholden, with its holidays and closures of a year, the first first. */
export function listCalendars(year: number): CalendarList {
  const calendars = [...shippedCalendars().values()].map((calendar) => {
    const { id, title, zone, from, weekend, notes, sources, closures, closuresKnownUntil } = calendar;
    const holidays: ListedDay[] = [...holidaysOf(calendar, year)].map(([day, off]) => ({
      ...{ day, weekday: weekdayOf(day), name: off.name, kind: "holiday" as const, citation: off.citation ?? "" },
    }));
    const closed: ListedDay[] = closures
      .filter(({ on }) => Number(on.slice(0, 4)) === year)
      .map(({ on, name, citation }) => ({ day: on, weekday: weekdayOf(on), name, kind: "closure", citation }));
    const days = [...holidays, ...closed].sort((left, right) => (left.day < right.day ? -1 : 1));
    return { id, title, zone, from, weekend, notes, sources, closuresKnownUntil, days, knows: `${year}-12-31` >= from };
  });
  return { schemaVersion: "1", year, calendars };
}
