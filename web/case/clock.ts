import type { Day, RunningDeadline, Standing } from "../../src/model/index.js";

/** A deadline with a day. */
export type DatedDeadline = RunningDeadline & { due: Day };

const waiting: readonly RunningDeadline["status"][] = ["overdue", "open", "unsettled"];

/** Deadlines that somebody still has to keep, what is due first at the top. */
export function waitingDeadlines(standing: Standing | null | undefined): DatedDeadline[] {
  return (standing?.deadlines ?? [])
    .filter((one): one is DatedDeadline => one.due !== null && waiting.includes(one.status))
    .sort((left, right) => (left.due < right.due || (left.due === right.due && left.key < right.key) ? -1 : 1));
}

/** Every deadline in the order of its procedure; where there are many, those that somebody still has to keep before all others. */
export function pressingFirst(standing: Standing | null | undefined): readonly RunningDeadline[] {
  const all = standing?.deadlines ?? [];
  const first = waitingDeadlines(standing);
  return all.length <= 20 ? all : [...first, ...all.filter((one) => !waiting.includes(one.status) || one.due === null)];
}

/** The deadline that presses most; null where none is left. */
export function nextDeadline(standing: Standing | null | undefined): DatedDeadline | null {
  return waitingDeadlines(standing)[0] ?? null;
}

/** How far the last day of a deadline is, in words. Where a day of service is not confirmed, nobody is called late by it. */
export function farWords({ due, status }: { due: Day; status: string }, asOf: Day): string {
  return status === "unsettled" ? "not settled" : dueWords(due, asOf);
}

/** How far a last day is, in words: `3 days left`, `today is the last day`, `2 days late`. */
export function dueWords(due: Day, asOf: Day): string {
  const days = Math.round((Date.parse(due) - Date.parse(asOf)) / 86_400_000);
  if (days === 0) return "today is the last day";
  const count = `${Math.abs(days).toLocaleString("en")} ${Math.abs(days) === 1 ? "day" : "days"}`;
  return days > 0 ? `${count} left` : `${count} late`;
}
