import type { CaseLine, CaseList, Day, RunningDeadline, ShownCase } from "../../model/index.js";
import type { CalendarDeadline } from "../calendar-file.js";
import { daysBetween } from "../days.js";
import type { DocketView } from "../journal/index.js";
import { openPoints } from "../open-points.js";
import { type CaseFile, readCaseFile, standingOf, todayOf } from "./case-file.js";

/** When a case is looked at: the moment, and a day where it is not today. */
export interface Look {
  at: string;
  asOf?: Day | undefined;
}

/** A case with what happened in it, and where it stands on the day. */
export async function showCase(view: DocketView, id: string, { at, asOf }: Look): Promise<ShownCase> {
  const file = await readCaseFile(view, id);
  const now = standingOf(file, asOf ?? todayOf(file, at));
  return {
    schemaVersion: "1",
    id,
    version: file.version,
    ...file.state,
    opened: file.opened,
    events: file.events,
    standing: now,
    open: file.rules ? openPoints(file.rules.procedure, file.entries) : [],
    notes: file.notes,
    head: await view.head(),
  };
}

/** One case, or every one by its id. */
export async function showCases(view: DocketView, id: string | undefined, look: Look): Promise<ShownCase[]> {
  const ids = id === undefined ? (await view.objects({ kind: "case" })).map((one) => one.id).sort() : [id];
  const shown: ShownCase[] = [];
  for (const one of ids) shown.push(await showCase(view, one, look));
  return shown;
}

/** The deadlines of a case for a calendar file. What moved them last gives them their stamp, and each correction a later number. */
export function deadlinesFor({ id, caption, events, standing }: ShownCase): CalendarDeadline[] {
  const changedAt = events.at(-1)?.recorded.at;
  return (standing?.deadlines ?? []).map((deadline) => ({
    case: id,
    title: caption,
    deadline,
    sequence: events.length,
    ...(changedAt === undefined ? {} : { changedAt }),
  }));
}

/** Every case with its next deadline, the most pressing first. */
export async function listCases(view: DocketView, { at, asOf }: Look): Promise<CaseList> {
  const ids = (await view.objects({ kind: "case" })).map(({ id }) => id);
  const cases: CaseLine[] = [];
  let day = asOf ?? at.slice(0, 10);
  for (const id of ids) {
    const file = await readCaseFile(view, id);
    day = asOf ?? todayOf(file, at);
    cases.push(lineOf(file, day));
  }
  return { schemaVersion: "1", asOf: day, cases: cases.sort(byPressure), head: await view.head() };
}

function lineOf(file: CaseFile, asOf: Day): CaseLine {
  const now = standingOf(file, asOf);
  const next = nextDeadline(now?.deadlines ?? []);
  const { caption, kind, procedure } = file.state;
  return {
    id: file.id,
    caption,
    kind,
    procedure,
    state: now?.state ?? null,
    since: now?.since ?? null,
    next: next && {
      deadline: next.key,
      title: next.title,
      agency: next.agency,
      due: next.due,
      status: next.status,
      days: daysBetween(asOf, next.due),
    },
  };
}

const waiting = ["overdue", "open", "unsettled"];

/** What is overdue comes first, then what ends soonest. */
function nextDeadline(all: RunningDeadline[]): (RunningDeadline & { due: Day }) | null {
  const dated = all.filter((one): one is RunningDeadline & { due: Day } => one.due !== null && waiting.includes(one.status));
  return dated.sort((left, right) => compare(left.due, right.due) || compare(left.key, right.key))[0] ?? null;
}

function byPressure(left: CaseLine, right: CaseLine): number {
  return compare(left.next?.due ?? "9999", right.next?.due ?? "9999") || compare(left.id, right.id);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
