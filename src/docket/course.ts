import type { CaseEntry, Day, Ineffective, Move, Procedure } from "../model/index.js";
import { addDays } from "./days.js";
import { runningDeadlines } from "./deadlines.js";
import { isDenied } from "./points.js";
import type { Reading } from "./reading.js";
import { doubtfulContents, unmetRequirement } from "./requirements.js";

/** How a case went up to a day. */
export interface Course {
  reading: Reading;
  state: string | null;
  since: Day | null;
  /** What took effect in the present round; in all rounds. */
  effective: CaseEntry[];
  record: CaseEntry[];
  ineffective: Ineffective[];
  remarks: string[];
  /** Entries dated after the day. */
  later: CaseEntry[];
}

/** Takes the entries of a case one by one, as the law orders them, up to a day. */
export function courseOf(reading: Reading, asOf: Day): Course {
  const ordered = inOrder(reading.procedure, reading.entries);
  const course: Course = {
    reading,
    state: null,
    since: null,
    effective: [],
    record: [],
    ineffective: [...reading.unreadable],
    remarks: [],
    later: ordered.filter(({ on }) => on > asOf),
  };
  for (const entry of ordered.filter(({ on }) => on <= asOf)) {
    lapse(course, entry.on);
    take(course, entry);
  }
  lapse(course, asOf);
  return course;
}

/** By day; on one day in the order of the procedure's moves; what is still alike by its own text, so that the order of keeping never counts. */
function inOrder({ moves }: Procedure, entries: CaseEntry[]): CaseEntry[] {
  const place = new Map(moves.map(({ event }, index) => [event, index]));
  const keyed = entries.map((entry) => ({ entry, place: place.get(entry.event) ?? moves.length, text: text(entry) }));
  return keyed
    .sort((left, right) => compare(left.entry.on, right.entry.on) || left.place - right.place || compare(left.text, right.text))
    .map(({ entry }) => entry);
}

const texts = new WeakMap<CaseEntry, string>();

/** Kept with the entry: a case is gone through again for each day on which it is looked at. */
function text(entry: CaseEntry): string {
  const known = texts.get(entry) ?? JSON.stringify(Object.entries(entry).sort(([left], [right]) => compare(left, right)));
  texts.set(entry, known);
  return known;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Silence moves a case only where the procedure says so, and only once the last day is over. */
function lapse(course: Course, on: Day): void {
  const { procedure, confirmations } = course.reading;
  for (const { deadline, from, to } of procedure.lapses) {
    if (course.state === null || !from.includes(course.state) || isDenied(`lapse/${deadline}`, confirmations)) continue;
    const passed = runningDeadlines(course.reading, course.effective, on, deadline).find(
      ({ status }) => status === "closed" || status === "overdue",
    );
    if (passed?.due) Object.assign(course, { state: to, since: addDays(passed.due, 1) });
  }
}

function take(course: Course, entry: CaseEntry): void {
  const { procedure, confirmations, serviceRemarks } = course.reading;
  const moves = procedure.moves.filter(({ event }) => event === entry.event);
  const [known] = moves;
  if (!known) {
    ineffective(course, entry, {
      because: `the procedure knows no ${entry.event}`,
      as: "refused",
      citation: procedure.authority,
      mark: procedure.mark,
    });
    return;
  }
  const move = moves.find((one) => startsIn(one, course.state));
  if (!move) {
    ineffective(course, entry, { ...outOfPlace(known, moves, course), as: "refused" });
    return;
  }
  if (isDenied(`move/${move.event}`, confirmations)) {
    const because = "a person found that it is not in force";
    ineffective(course, entry, { because, as: "refused", citation: move.citation, mark: move.mark });
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
  course.remarks.push(...doubtfulContents(entry, move, confirmations), ...[serviceRemarks.get(entry)].filter((one) => one !== undefined));
  if (to !== course.state) Object.assign(course, { state: to, since: entry.on });
}

export function startsIn({ from }: Move, state: string | null): boolean {
  return from === "any" || from.includes(state ?? "START");
}

function outOfPlace(move: Move, moves: Move[], { state, reading: { procedure } }: Course) {
  const titleOf = (id: string) => `“${procedure.states.find((one) => one.id === id)?.title ?? id}”`;
  const places = moves.flatMap(({ from }) => (from === "any" ? [] : from)).filter((one) => one !== "START");
  const here = state === null ? "the case has not begun" : `the case stands at ${titleOf(state)}`;
  const because = `it is possible at ${[...new Set(places)].map(titleOf).join(", ")} only; ${here}`;
  return move.elsewhere ?? { because, citation: move.citation, mark: move.mark };
}

/** The state that a move leads to; null where the case has not begun and stays so; undefined where the outcome is none that leads anywhere. */
function destination({ to }: Move, { outcome }: CaseEntry, state: string | null): string | null | undefined {
  if (to === "same") return state;
  if (typeof to === "string") return to;
  const named = Object.hasOwn(to, outcome ?? "none") ? to[outcome ?? "none"] : undefined;
  return named === "same" ? state : named;
}

function ineffective(course: Course, entry: CaseEntry, why: Pick<Ineffective, "because" | "as" | "citation" | "mark">): void {
  const { because, as, citation, mark } = why;
  course.ineffective.push({ entry, as, state: course.state, because, citation, mark });
}
