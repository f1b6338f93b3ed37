import type { CaseChange, CaseEntry, Day, Ineffective, Json } from "../../model/index.js";
import { addDays } from "../days.js";
import { type Docket, DocketError, type DocketView, type NewEntry } from "../journal/index.js";
import { movedDeadlines } from "../moved.js";
import { type CaseFile, kindsOfCase, readCaseFile, standingOf, todayOf } from "./case-file.js";

/** Who does something to a case, when, and by which key. */
export interface Doing {
  by: string;
  at: string;
  key?: string | undefined;
}

/** What an action comes to in one case. */
export interface Done {
  entries: NewEntry[];
  effect?: Effect | undefined;
}

/** What one event more makes of a case. */
export type Effect = Pick<CaseChange, "logged" | "withoutEffect" | "moved">;

const noEffect: Effect = { logged: [], withoutEffect: [], moved: [] };

/** Carries out an action on a case, and tells what it did. */
export async function changeCase(
  docket: Docket,
  id: string,
  did: string,
  { by, at, key, asks }: Doing & { asks: unknown },
  work: (file: CaseFile, view: DocketView) => Promise<Done> | Done,
): Promise<CaseChange> {
  let done: Done | undefined;
  let before: CaseFile | undefined;
  const { entries, head, repeated } = await docket.append({ by, at, key, asks: { case: id, did, ...(asks as object) } }, async (view) => {
    before = await readCaseFile(view, id);
    done = await work(before, view);
    return done.entries;
  });
  // What is no event and does not change the case itself, such as a note, leaves it standing as it stood.
  const isSame = !repeated && entries.every(({ body }) => !kindsOfCase.has(body.object.kind));
  const file = (isSame ? before : undefined) ?? (await docket.read((view) => readCaseFile(view, id)));
  const event = entries.map(({ body }) => body.object).find(({ kind }) => kind === "event");
  return {
    schemaVersion: "1",
    case: id,
    did,
    event: event ? Number(event.id.slice(event.id.lastIndexOf("/") + 1)) : null,
    entries: entries.map(({ number }) => number),
    repeated,
    ...(done?.effect ?? noEffect),
    standing: standingOf(file, todayOf(file, at)),
    head,
  };
}

/**
 * Adds an event to a case, as its next entry.
 *
 * @throws DocketError `refused` where the law does not allow it there, with the section that forbids it
 */
export function eventAdded(
  file: CaseFile,
  happened: Omit<CaseEntry, "id">,
  { act, at, reason }: { act: string; at: string; reason: string | null },
): Done {
  const { rules } = file;
  if (!rules)
    throw new DocketError(
      "refused",
      `case ${file.id} follows no procedure, so nothing can happen in it but notes. \`beholden docket edit ${file.id} --procedure ID\` gives it one.`,
    );
  const today = todayOf(file, at);
  // One day on, for those who live further east than the office.
  if (happened.on > addDays(today, 1))
    throw new DocketError(
      "refused",
      `${happened.event} is dated ${happened.on}, and today is ${today}: only what has happened is recorded.`,
    );
  const number = file.entries.length + 1;
  const entry: CaseEntry = { id: String(number), ...happened };
  const effect = effectOf(file, entry, happened.on > today ? happened.on : today);
  const after = entry as unknown as Json;
  return { entries: [{ act, case: file.id, object: { kind: "event", id: `${file.id}/${number}` }, after, reason, seen: 0 }], effect };
}

function effectOf(file: CaseFile, made: CaseEntry, asOf: Day): Effect {
  const { rules, entries } = file;
  if (!rules) return noEffect;
  const all = [...entries, made];
  const before = standingOf(file, asOf)?.ineffective ?? [];
  const now = standingOf({ rules, entries: all }, asOf)?.ineffective ?? [];
  const own = now.find(({ entry }) => entry.id === made.id);
  if (own?.as === "refused") throw refusal(own);
  return {
    logged: own ? [own] : [],
    withoutEffect: now.filter(({ entry }) => entry.id !== made.id && !before.some((one) => one.entry.id === entry.id)),
    moved: movedDeadlines(rules.procedure, entries, all, asOf, rules.calendar),
  };
}

function refusal({ entry, because, citation, mark, state }: Ineffective): DocketError {
  const where = state === null ? "before the case has begun" : `in ${state}`;
  return new DocketError(
    "refused",
    `${entry.event} of ${entry.on} is not possible ${where}: ${because} (${citation}; mark ${mark}). Nothing was recorded.`,
  );
}
