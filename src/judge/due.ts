import type { Day, DueRule } from "../model/index.js";

/**
 * The day on which something is due; null where it has none, or where the event that starts its clock has not happened.
 *
 * @param on day of the deal, or the day of the review where the deal runs on
 * @param events days of events by statement id; null where the event has no day of its own and so happened with the deal
 */
export function dueDay(rule: DueRule | undefined, on: Day, events: ReadonlyMap<string, Day | null>): Day | null {
  if (!rule) return null;
  if ("monthDay" in rule) return `${Number(on.slice(0, 4)) + rule.yearsAfter}-${rule.monthDay}`;
  if (!events.has(rule.after)) return null;
  return daysAfter(events.get(rule.after) ?? on, rule.days);
}

function daysAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
