import type { CaseEntry, OpenPoint, Procedure } from "../model/index.js";
import { calendarOf } from "./calendar/calendar-of.js";
import { doubtfulPoints } from "./points.js";
import { type Reading, readRecord } from "./reading.js";

/**
 * What of a procedure was not read as it is in force, each with the person's entry that confirmed it or found that it does not hold.
 * An entry `point-confirmed` names one of these points, who confirms, and in its note on what source.
 *
 * @throws CalendarError where the procedure names a calendar that does not come with beholden
 * @example openPoints(procedure)[0] // { point: "state/RESPONSE", mark: "OLD", confirmed: null, … }
 */
export function openPoints(procedure: Procedure, entries: CaseEntry[] = []): OpenPoint[] {
  return openPointsIn(readRecord(procedure, entries, calendarOf(procedure)));
}

/** The same of a record that was read already. */
export function openPointsIn({ procedure, confirmations }: Reading): OpenPoint[] {
  return [...doubtfulPoints(procedure).values()].map((one) => ({ ...one, confirmed: confirmations.get(one.point) ?? null }));
}
