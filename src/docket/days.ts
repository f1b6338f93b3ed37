import type { Day } from "../model/index.js";

const millisecondsPerDay = 86_400_000;

/** The day so many calendar days later, or earlier where negative. */
export function addDays(day: Day, days: number): Day {
  return iso(Date.parse(`${day}T00:00:00Z`) + days * millisecondsPerDay);
}

/** The same day so many years later; of 29 February the 1 March of a year without one, so that the span is never short. */
export function addYears(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return iso(Date.UTC(year + years, month - 1, date));
}

/** The day itself, or the next one that is neither a weekend nor a holiday. */
export function businessDay(day: Day, holidays: readonly Day[]): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || holidays.includes(day) ? businessDay(addDays(day, 1), holidays) : day;
}

function iso(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
