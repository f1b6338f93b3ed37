import { type Day, type Weekday, weekdays } from "../model/index.js";

export { addDays, daysBetween } from "../model/index.js";

/** The same day so many years later; of 29 February the 1 March of a year without one, so that the span is never short. */
export function addYears(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return iso(Date.UTC(year + years, month - 1, date));
}

/** The day of the week. */
export function weekdayOf(day: Day): Weekday {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "sunday";
}

/** Whether there is such a day, in years that a case can have: not 2025-02-30, not 0001-01-01. */
export function isRealDay(day: string): boolean {
  const known = realDays.get(day);
  if (known !== undefined) return known;
  const real = isDayOfYears(day);
  if (realDays.size === mostDays) realDays.clear();
  realDays.set(day, real);
  return real;
}

/** A record names the same days again and again. */
const realDays = new Map<string, boolean>();
const mostDays = 20_000;

function isDayOfYears(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && iso(time) === day && day >= "1900-01-01" && day < "9000-01-01";
}

/**
 * The calendar day of an instant in a time zone, by the zone's own rules: daylight saving, and zones beyond the date line.
 *
 * @param instant ISO 8601 with its offset, such as `2026-03-08T04:59:59Z`
 * @param zone IANA name, such as `America/New_York`
 * @throws RangeError where there is no such instant or zone
 * @example dayOf("2026-03-08T04:59:59Z", "America/New_York") // "2026-03-07"
 */
export function dayOf(instant: string, zone: string): Day {
  return wallClock(instant, zone).day;
}

/** The day and the time of day, `HH:MM:SS`, that clocks of a zone show at an instant. */
export function wallClock(instant: string, zone: string): { day: Day; time: string } {
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(instant))
    throw new RangeError(`${instant} has no offset: expected an instant such as 2026-03-08T17:00:00Z`);
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError(`${instant} is no instant: expected one such as 2026-03-08T17:00:00Z`);
  const parts = new Map(
    formatter(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, time: `${part("hour")}:${part("minute")}:${part("second")}` };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow, and a docket has few zones. */
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  formatters.set(zone, made);
  return made;
}

function iso(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
