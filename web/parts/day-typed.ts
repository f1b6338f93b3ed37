/** Days between which a field takes one, both ends included. */
export interface DayBounds {
  least?: string | undefined;
  most?: string | undefined;
}

/**
 * What is wrong with a day as somebody typed it, in a sentence that says what to type; null where nothing is, or nothing was typed.
 *
 * @example dayFault("27.11.2026") // "27-11-2026 is no day. Write the year, the month and the day: 2026-11-27."
 */
export function dayFault(text: string, { least, most }: DayBounds = {}): string | null {
  if (text === "") return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return `${text} is no day. Write the year, the month and the day: 2026-11-27.`;
  if (!isDay(text)) return `There is no day ${text}. Write one of the calendar: 2026-11-27.`;
  if (least && text < least) return `${text} is too early. Write ${least} or a later day.`;
  if (most && text > most) return `${text} is too late. Write ${most} or an earlier day.`;
  return null;
}

/** Whether a text is a day that there is. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A day with its parts apart by hyphens, however they were typed; what is no such text stays as it is. */
export function hyphened(text: string): string {
  return text.trim().replace(/[./\s]+/g, "-");
}

const steps: Record<string, { days?: number; months?: number }> = {
  ArrowUp: { days: 1 },
  ArrowDown: { days: -1 },
  PageUp: { months: 1 },
  PageDown: { months: -1 },
};

/** The day that a key leads to from another: arrows by a day, Page by a month, at its last day where it has no such day; null for another key. */
export function dayStepped(day: string, key: string): string | null {
  const step = steps[key];
  if (!step || !isDay(day)) return null;
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (step.days) return written(new Date(Date.UTC(year, month - 1, date + step.days)));
  const last = new Date(Date.UTC(year, month - 1 + (step.months ?? 0) + 1, 0)).getUTCDate();
  return written(new Date(Date.UTC(year, month - 1 + (step.months ?? 0), Math.min(date, last))));
}

function written(date: Date): string {
  return date.toISOString().slice(0, 10);
}
