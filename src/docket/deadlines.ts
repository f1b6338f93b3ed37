import type { CaseEntry, Day, Procedure, ProcedureDeadline, RunningDeadline } from "../model/index.js";
import { addDays, businessDay } from "./days.js";

/** Every deadline that the effective entries of a case started, as it stands on a day. */
export function runningDeadlines(procedure: Procedure, effective: CaseEntry[], asOf: Day, holidays: readonly Day[]): RunningDeadline[] {
  return procedure.deadlines.flatMap((deadline) =>
    starts(deadline, effective).map((trigger) => runningDeadline(deadline, trigger, effective, asOf, holidays)),
  );
}

/** The latest event that started it; one for each agency where it is the agency's. */
function starts(deadline: ProcedureDeadline, effective: CaseEntry[]): CaseEntry[] {
  const triggers = effective.filter(({ event }) => event === deadline.starts);
  if (deadline.each === "agency") return [...new Map(triggers.map((one) => [one.agency, one])).values()];
  return triggers.slice(-1);
}

function runningDeadline(
  deadline: ProcedureDeadline,
  trigger: CaseEntry,
  effective: CaseEntry[],
  asOf: Day,
  holidays: readonly Day[],
): RunningDeadline {
  const after = effective
    .slice(effective.indexOf(trigger) + 1)
    .filter(({ agency }) => deadline.each === "case" || agency === trigger.agency);
  const counted = addDays(trigger.on, deadline.days);
  const last = deadline.roll === "business-day" ? businessDay(counted, holidays) : counted;
  const extension = after.findLast(({ event, until }) => event === deadline.extendedBy && until !== undefined)?.until;
  const due = extension ?? last;
  const metOn = after.find(({ event }) => deadline.metBy.includes(event))?.on ?? null;
  return {
    id: deadline.id,
    title: deadline.title,
    agency: deadline.each === "agency" ? (trigger.agency ?? null) : null,
    due,
    status: status(deadline, due, metOn, asOf),
    metOn,
    trigger: { event: trigger.event, on: trigger.on },
    count: countWords(deadline, last !== counted, extension),
    extendedFrom: extension === undefined ? null : last,
    citation: deadline.citation,
    mark: deadline.mark,
    note: deadline.note ?? null,
  };
}

function status({ kind }: ProcedureDeadline, due: Day, metOn: Day | null, asOf: Day): RunningDeadline["status"] {
  if (metOn !== null) return metOn <= due ? "met" : "met-late";
  if (asOf <= due) return "open";
  return kind === "duty" ? "overdue" : "closed";
}

function countWords({ days, starts: event }: ProcedureDeadline, rolled: boolean, extension: Day | undefined): string {
  const counted = `${days} calendar days after ${event}, its day not counted`;
  const moved = rolled ? ", moved to the next business day" : "";
  return `${counted}${moved}${extension === undefined ? "" : `; extended to ${extension}`}`;
}
