import type { Day, ShownCase } from "../../model/index.js";
import type { CalendarDeadline } from "../calendar-file.js";
import { decisionLines } from "../decisions/read.js";
import { evidenceOf } from "../evidence/shown.js";
import type { DocketView } from "../journal/index.js";
import { openPointsIn } from "../open-points.js";
import { runLines } from "../runs/read.js";
import { notesOf, readCaseFile, readingOf, standingOf, todayOf } from "./case-file.js";

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
    open: file.rules ? openPointsIn(readingOf(file.rules, file.entries)) : [],
    notes: [...(await notesOf(view, id))],
    runs: await runLines(view, id),
    decisions: await decisionLines(view, id),
    evidence: await evidenceOf(view, id),
    restricted: [],
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
