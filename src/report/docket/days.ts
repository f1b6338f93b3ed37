import { type Day, weekdays } from "../../model/index.js";

/** A day with its weekday, as people read dates of a docket: `Fri 2026-07-03`. */
export function dayWords(day: Day): string {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1, 3)} ${day}`;
}
