import type { CaseEntry, CaseLine, Day, RunningDeadline } from "../../model/index.js";
import { courseOf } from "../course.js";
import { addDays, daysBetween } from "../days.js";
import { runningDeadlines, statusOn } from "../deadlines.js";
import type { Reading } from "../reading.js";
import { type CaseFile, kept, readingOf } from "./case-file.js";

/** A deadline that somebody still has to keep, or whose clock stands still. */
export interface WaitingDeadline {
  deadline: string;
  rule: string;
  title: string;
  agency: string | null;
  due: Day | null;
  status: RunningDeadline["status"];
}

/** The line of a case in the list, apart from the days that are left, with every deadline that is not kept yet. */
export type KeptLine = Omit<CaseLine, "next"> & {
  next: Omit<NonNullable<CaseLine["next"]>, "days"> | null;
  waiting: WaitingDeadline[];
};

/** The line of a case from one day to another. */
export interface Piece {
  from: Day;
  until: Day;
  line: KeptLine;
}

export const firstDay = "0000-01-01";
export const lastDay = "9999-12-31";

/** More pieces than this are not made ahead: the last one then ends before the day on which something changes next. */
const mostPieces = 400;

/** The line of a case on a day. */
export function lineOn({ waiting: _, ...line }: KeptLine, asOf: Day): CaseLine {
  return { ...line, next: line.next && { ...line.next, days: daysBetween(asOf, line.next.due) } };
}

/** Where a case stands on a day, as a line. */
export function lineAt(file: Pick<CaseFile, "id" | "state" | "entries" | "rules">, asOf: Day): KeptLine {
  const { rules, entries } = file;
  if (!rules) return lineOf(file, nowhere);
  return lineOf(
    file,
    kept(known, entries, `${rules.procedure.id} ${asOf}`, () => standsAt(readingOf(rules, entries), asOf)),
  );
}

const known = new WeakMap<readonly CaseEntry[], Map<string, Stands>>();

/**
 * The lines of a case from the day of its latest event on: after that only time goes on, and a line changes on the day after the last one of a
 * deadline and on no other.
 */
export function piecesOf(file: CaseFile): Piece[] {
  const { rules, entries } = file;
  if (!rules) return [{ from: firstDay, until: lastDay, line: lineAt(file, lastDay) }];
  const reading = readingOf(rules, entries);
  const pieces: Piece[] = [];
  let from = latestDay(entries);
  let stands = standsAt(reading, from);
  for (;;) {
    const until = nextEnd(stands, from);
    pieces.push({ from, until, line: lineOf(file, stands) });
    if (until === lastDay || pieces.length === mostPieces) return pieces;
    from = addDays(until, 1);
    stands = mayLapse(reading, stands, until) ? standsAt(reading, from) : later(reading, stands, from);
  }
}

/** What a line tells of. */
interface Stands {
  state: string | null;
  since: Day | null;
  deadlines: RunningDeadline[];
}

const nowhere: Stands = { state: null, since: null, deadlines: [] };

function standsAt(reading: Reading, asOf: Day): Stands {
  const { state, since, effective } = courseOf(reading, asOf);
  return { state, since, deadlines: runningDeadlines(reading, effective, asOf) };
}

/** The last day before the next one on which time alone changes something. */
function nextEnd({ deadlines }: Stands, from: Day): Day {
  const ends = deadlines.flatMap(({ due, metOn }) => (due !== null && metOn === null && due >= from ? [due] : []));
  return ends.reduce((first, due) => (due < first ? due : first), lastDay);
}

/** Whether silence over a deadline that ends on a day may move the case. */
function mayLapse({ procedure }: Reading, { state, deadlines }: Stands, end: Day): boolean {
  return procedure.lapses.some(
    ({ deadline, from }) => state !== null && from.includes(state) && deadlines.some(({ id, due }) => id === deadline && due === end),
  );
}

/** The same some days later, where nothing but the status of deadlines can have changed. */
function later({ procedure }: Reading, { state, since, deadlines }: Stands, asOf: Day): Stands {
  const rules = new Map(procedure.deadlines.map((one) => [one.id, one]));
  const statusOf = (one: RunningDeadline) => statusOn(rules.get(one.id) ?? { kind: "duty" }, one, asOf);
  return { state, since, deadlines: deadlines.map((one) => ({ ...one, status: statusOf(one) })) };
}

/** The latest day that entries name as one on which something was, as recorded or as corrected. */
function latestDay(entries: CaseFile["entries"]): Day {
  return entries.flatMap(({ on, reads }) => [on, reads?.on ?? on]).reduce((latest, on) => (on > latest ? on : latest), firstDay);
}

function lineOf(
  { id, state: { caption, kind, procedure } }: Pick<CaseFile, "id" | "state">,
  { state, since, deadlines }: Stands,
): KeptLine {
  const next = nextDeadline(deadlines);
  return {
    id,
    caption,
    kind,
    procedure,
    state,
    since,
    next: next && { deadline: next.key, title: next.title, agency: next.agency, due: next.due, status: next.status },
    overdue: deadlines.filter(({ status }) => status === "overdue").length,
    waiting: deadlines
      .filter(({ status }) => waiting.includes(status) || status === "paused")
      .map(({ key, id: rule, title, agency, due, status }) => ({ deadline: key, rule, title, agency, due, status })),
  };
}

const waiting = ["overdue", "open", "unsettled"];

/** What is overdue comes first, then what ends soonest. */
function nextDeadline(all: RunningDeadline[]): (RunningDeadline & { due: Day }) | null {
  const dated = all.filter((one): one is RunningDeadline & { due: Day } => one.due !== null && waiting.includes(one.status));
  return dated.sort((left, right) => compare(left.due, right.due) || compare(left.key, right.key))[0] ?? null;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
