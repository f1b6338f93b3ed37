import type { Calendar, CaseEntry } from "../../model/index.js";

/** A calendar with the days on which, by entries of a case, the office was closed. */
export function withClosures(calendar: Calendar, entries: readonly CaseEntry[]): Calendar {
  if (entries.length === 0) return calendar;
  const closures = entries.map(({ on, note, id }) => ({
    on,
    name: note ?? "Office closed",
    citation: "entry of the case",
    mark: "UNCONFIRMED" as const,
    ...(id === undefined ? {} : { entry: id }),
  }));
  return { ...calendar, closures: [...closures, ...calendar.closures] };
}
