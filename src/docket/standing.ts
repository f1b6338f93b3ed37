import type { CaseEntry, Day, Ineffective, Move, Procedure, Standing } from "../model/index.js";
import { addDays } from "./days.js";
import { runningDeadlines } from "./deadlines.js";
import { recordHold } from "./hold.js";
import { doubtfulContents, presumedConcurrences, unmetRequirement } from "./requirements.js";

interface Course {
  procedure: Procedure;
  holidays: readonly Day[];
  state: string | null;
  since: Day | null;
  /** What took effect in the present round; in all rounds. */
  effective: CaseEntry[];
  record: CaseEntry[];
  ineffective: Ineffective[];
  remarks: string[];
}

/**
 * Where a case stands on a day, from what happened in it. Entries may come in any order; an entry that the law does not allow changes
 * nothing and is told with the section that forbids it.
 *
 * @param holidays days without business beside weekends, for periods that the law moves to the next business day
 * @example standing(procedure, [{ event: "review-started", on: "2025-03-03" }], "2025-03-10").state // "UNDER_REVIEW"
 */
export function standing(procedure: Procedure, entries: CaseEntry[], asOf: Day, holidays: readonly Day[] = []): Standing {
  const course: Course = { procedure, holidays, state: null, since: null, effective: [], record: [], ineffective: [], remarks: [] };
  const ordered = inOrder(procedure, entries);
  for (const entry of ordered.filter(({ on }) => on <= asOf)) {
    lapse(course, entry.on);
    take(course, entry);
  }
  lapse(course, asOf);
  return told(
    course,
    asOf,
    ordered.filter(({ on }) => on > asOf),
  );
}

/** By day; on one day in the order of the procedure's moves; what is still alike by its own text, so that the order of keeping never counts. */
function inOrder({ moves }: Procedure, entries: CaseEntry[]): CaseEntry[] {
  const place = new Map(moves.map(({ event }, index) => [event, index]));
  const keyed = entries.map((entry) => ({ entry, place: place.get(entry.event) ?? moves.length, text: text(entry) }));
  return keyed
    .sort((left, right) => compare(left.entry.on, right.entry.on) || left.place - right.place || compare(left.text, right.text))
    .map(({ entry }) => entry);
}

function text(entry: CaseEntry): string {
  return JSON.stringify(Object.entries(entry).sort(([left], [right]) => compare(left, right)));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Silence moves a case only where the procedure says so, and only once the last day is over. */
function lapse(course: Course, on: Day): void {
  for (const { deadline, from, to } of course.procedure.lapses) {
    if (course.state === null || !from.includes(course.state)) continue;
    const passed = runningDeadlines(course.procedure, course.effective, on, course.holidays).find(
      ({ id, status }) => id === deadline && (status === "closed" || status === "overdue"),
    );
    if (passed) Object.assign(course, { state: to, since: addDays(passed.due, 1) });
  }
}

function take(course: Course, entry: CaseEntry): void {
  const moves = course.procedure.moves.filter(({ event }) => event === entry.event);
  const [known] = moves;
  if (!known) {
    ineffective(course, entry, {
      because: `the procedure knows no ${entry.event}`,
      as: "refused",
      citation: course.procedure.authority,
      mark: course.procedure.mark,
    });
    return;
  }
  const move = moves.find((one) => startsIn(one, course.state));
  if (!move) {
    ineffective(course, entry, { ...outOfPlace(known, moves, course.state), as: "refused" });
    return;
  }
  const unmet = unmetRequirement(entry, move, course);
  if (unmet) {
    ineffective(course, entry, unmet);
    return;
  }
  const to = destination(move, entry, course.state);
  if (to === undefined) {
    const because = `its outcome has to be one of ${Object.keys(move.to).join(", ")}`;
    ineffective(course, entry, { because, as: "refused", citation: move.citation, mark: move.mark });
    return;
  }
  if (move.restarts) course.effective = [];
  course.effective.push(entry);
  course.record.push(entry);
  course.remarks.push(...doubtfulContents(entry, move));
  if (to !== course.state) Object.assign(course, { state: to, since: entry.on });
}

function startsIn({ from }: Move, state: string | null): boolean {
  return from === "any" || from.includes(state ?? "START");
}

function outOfPlace(move: Move, moves: Move[], state: string | null) {
  const places = moves.flatMap(({ from }) => (from === "any" ? [] : from)).filter((one) => one !== "START");
  const here = state === null ? "the case has not begun" : `the case is in ${state}`;
  return (
    move.elsewhere ?? { because: `${move.event} is possible in ${places.join(", ")}; ${here}`, citation: move.citation, mark: move.mark }
  );
}

/** The state that a move leads to; null where the case has not begun and stays so; undefined where the outcome is none that leads anywhere. */
function destination({ to }: Move, { outcome }: CaseEntry, state: string | null): string | null | undefined {
  if (to === "same") return state;
  return typeof to === "string" ? to : to[outcome ?? ""];
}

function ineffective(course: Course, entry: CaseEntry, why: Pick<Ineffective, "because" | "as" | "citation" | "mark">): void {
  const { because, as, citation, mark } = why;
  course.ineffective.push({ entry, as, state: course.state, because, citation, mark });
}

function told(course: Course, asOf: Day, later: CaseEntry[]): Standing {
  const { procedure, effective, state } = course;
  return {
    procedure: procedure.id,
    asOf,
    state,
    since: course.since,
    deadlines: runningDeadlines(procedure, effective, asOf, course.holidays),
    dates: procedure.dates.flatMap(({ id, title, after, days, citation, mark, note }) => {
      const latest = effective.findLast(({ event }) => event === after);
      return latest ? [{ id, title, on: addDays(latest.on, days), citation, mark, note: note ?? null }] : [];
    }),
    ineffective: course.ineffective,
    remarks: course.remarks,
    presumed: presumedConcurrences(course, asOf),
    hold: recordHold(procedure, course.record, asOf),
    next: procedure.moves
      .filter((move) => startsIn(move, state))
      .map(({ event, title, actor, citation, mark }) => ({ event, title, actor, citation, mark })),
    later,
  };
}
