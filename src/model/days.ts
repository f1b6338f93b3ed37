import type { Day } from "./common.js";

const millisecondsPerDay = 86_400_000;

/** The day so many calendar days later, or earlier where negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(startOf(day) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** How many calendar days lie between two days, the first not counted; negative where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (startOf(to) - startOf(from)) / millisecondsPerDay;
}

function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
