import type { CaseLine, Day, RunningDeadline } from "../../model/index.js";
import { courseOf } from "../course.js";
import { addDays, daysBetween } from "../days.js";
import { runningDeadlines } from "../deadlines.js";
import { readRecord } from "../reading.js";
import type { CaseFile } from "./case-file.js";

/** The line of a case in the list, apart from the days that are left. */
export type KeptLine = Omit<CaseLine, "next"> & { next: Omit<NonNullable<CaseLine["next"]>, "days"> | null };

/** The line of a case from one day to another. */
export interface Piece {
  from: Day;
  until: Day;
  line: KeptLine;
}

export const firstDay = "0000-01-01";
export const lastDay = "9999-12-31";

/** More pieces than this are not made ahead: the last one then ends before the day on which something changes next. */
const mostPieces = 24;

/** The line of a case on a day. */
export function lineOn(line: KeptLine, asOf: Day): CaseLine {
  return { ...line, next: line.next && { ...line.next, days: daysBetween(asOf, line.next.due) } };
}

/** Where a case stands on a day, as a line. */
export function lineAt(file: Pick<CaseFile, "id" | "state" | "entries" | "rules">, asOf: Day): KeptLine {
  const { rules, entries } = file;
  if (!rules) return lineOf(file, { state: null, since: null, deadlines: [] });
  return lineIn(file, readRecord(rules.procedure, entries, rules.calendar), asOf).line;
}

/**
 * The lines of a case from the day of its latest event on: after that only time goes on, and a line changes on the day after the last one of a
 * deadline and on no other.
 */
export function piecesOf(file: CaseFile): Piece[] {
  const { rules, entries } = file;
  if (!rules) return [{ from: firstDay, until: lastDay, line: lineAt(file, lastDay) }];
  const reading = readRecord(rules.procedure, entries, rules.calendar);
  const pieces: Piece[] = [];
  for (let from = latestDay(entries); pieces.length < mostPieces; ) {
    const { line, deadlines } = lineIn(file, reading, from);
    const ends = deadlines.flatMap(({ due, metOn }) => (due !== null && metOn === null && due >= from ? [due] : []));
    const until = ends.reduce((first, due) => (due < first ? due : first), lastDay);
    pieces.push({ from, until, line });
    if (until === lastDay) break;
    from = addDays(until, 1);
  }
  return pieces;
}

/** The latest day that entries name as one on which something was, as recorded or as corrected. */
function latestDay(entries: CaseFile["entries"]): Day {
  return entries.flatMap(({ on, reads }) => [on, reads?.on ?? on]).reduce((latest, on) => (on > latest ? on : latest), firstDay);
}

function lineIn(file: Pick<CaseFile, "id" | "state">, reading: ReturnType<typeof readRecord>, asOf: Day) {
  const { state, since, effective } = courseOf(reading, asOf);
  const deadlines = runningDeadlines(reading, effective, asOf);
  return { deadlines, line: lineOf(file, { state, since, deadlines }) };
}

function lineOf(
  { id, state: { caption, kind, procedure } }: Pick<CaseFile, "id" | "state">,
  { state, since, deadlines }: { state: string | null; since: Day | null; deadlines: RunningDeadline[] },
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
