import type { CaseEntry, Day, DocketLetter, JournalHead, Json, LetterIssue, StartedDeadline } from "../../model/index.js";
import { type CaseFile, type Doing, type Effect, eventAdded, readCaseFile, standingOf, todayOf } from "../cases/index.js";
import { type Appended, type Docket, DocketError, type DocketView, type NewEntry } from "../journal/index.js";
import { changeable, entryOf, withoutApproved } from "./actions.js";
import type { KeptLetter, NewLetterFile } from "./kept.js";

/** One state of the docket that a letter can be issued on. */
export interface IssueState {
  head: JournalHead;
  file: CaseFile;
  letter: KeptLetter;
  /** The number that it would get. */
  number: string;
}

/** A letter ready to be issued on one state of the docket. */
export interface PreparedIssue {
  issue: LetterIssue;
  event: Omit<CaseEntry, "id"> | null;
  files: NewLetterFile[];
}

export interface IssueOutcome extends Appended {
  effect: Effect | undefined;
}

/** Others may write while a letter is printed; it is then made anew on what they wrote. */
const mostAttempts = 12;

class Outdated extends Error {}

/**
 * Issues an approved letter in one step, once however often it is asked: its number, its files, the event of the procedure and what that
 * starts are recorded together or not at all. Numbers of a year have no gap: each is given in the entry that uses it.
 *
 * @param given what was asked, by which the same request is known again
 * @param on the day of the letter, whose year numbers it
 * @param prepare makes the files for one state of the docket; asked again where that state has passed
 * @throws DocketError `refused` where it is not approved, or where the law does not allow its event
 */
export async function issueLetter(
  docket: Docket,
  { case: of, letter: id, given }: { case: string; letter: string; given: Json },
  on: Day,
  prepare: (state: IssueState) => Promise<PreparedIssue>,
  doing: Doing,
): Promise<IssueOutcome> {
  const request = { ...doing, asks: { case: of, issue: id, given } };
  const done = doing.key !== undefined && (await docket.read(async (view) => (await view.entryWithKey(doing.key ?? "")).entry));
  if (done) return { ...(await docket.append(request, async () => [])), effect: undefined };
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const state = await docket.read((view) => issueState(view, of, id, on));
    const prepared = await prepare(state);
    let effect: Effect | undefined;
    try {
      const appended = await docket.append(request, async (view) => {
        const made = await issueEntries(view, state, prepared, doing);
        effect = made.effect;
        return made.entries;
      });
      return { ...appended, effect };
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
    }
  }
  throw new DocketError("busy", `others wrote in case ${of} or issued letters each time that letter ${id} was made. Ask again.`);
}

async function issueState(view: DocketView, of: string, id: string, on: string): Promise<IssueState> {
  const letter = await changeable(view, of, id);
  if (letter.state.status !== "approved")
    throw new DocketError(
      "refused",
      `letter ${id} is not approved. \`beholden docket letter approve ${of} ${id}\` does that, by somebody who did not write it.`,
    );
  return {
    head: await view.head(),
    file: await readCaseFile(view, of),
    letter,
    number: await nextLetterNumber(view, on),
  };
}

/** The number that a letter of a day would get now. */
export async function nextLetterNumber(view: DocketView, on: string): Promise<string> {
  return numberOf(on.slice(0, 4), (await lastNumber(view, on)) + 1);
}

const numbers = "letter-number";

/** How many letters of a day's year the docket has issued. */
async function lastNumber(view: DocketView, on: string): Promise<number> {
  const found = await view.object(numbers, on.slice(0, 4));
  return (found?.state as { last: number } | undefined)?.last ?? 0;
}

function numberOf(year: string, last: number): string {
  return `L-${year}-${String(last).padStart(4, "0")}`;
}

/** What the issue comes to, on the state that it was prepared for; where that has passed, nothing. */
async function issueEntries(
  view: DocketView,
  { head, file, letter, number }: IssueState,
  { issue, event, files }: PreparedIssue,
  { by, at }: Doing,
): Promise<{ entries: NewEntry[]; effect: Effect | undefined }> {
  const last = await lastNumber(view, issue.on);
  const since = await view.entries({ case: file.id, after: head.number, limit: 1 });
  if (numberOf(issue.on.slice(0, 4), last + 1) !== number || since.length > 0) throw new Outdated();
  const added = event && eventAdded(file, event, { act: "event-recorded", at, reason: null });
  const after: DocketLetter = {
    ...letter.state,
    handling: issue.handling,
    status: "issued",
    issued: { by, at, ...issue, event: added ? file.entries.length + 1 : null },
    files: [
      ...withoutApproved(letter.state),
      ...letter.state.files.filter(({ role }) => role === "approved"),
      ...files.map((one) => one.file),
    ],
  };
  const counter: NewEntry = {
    act: "letter-number-given",
    case: null,
    object: { kind: numbers, id: issue.on.slice(0, 4) },
    after: { handling: "internal", last: last + 1 },
  };
  const entries = [
    ...(added?.entries ?? []),
    entryOf(file.id, letter.id, "letter-issued", after, { seen: letter.version, files }),
    counter,
  ];
  return { entries, effect: added?.effect };
}

/**
 * The deadlines that an event would start, with their days.
 *
 * @throws DocketError `refused` where the law does not allow the event there
 */
export function startedBy(file: CaseFile, event: Omit<CaseEntry, "id">, at: string): StartedDeadline[] {
  const { effect } = eventAdded(file, event, { act: "event-recorded", at, reason: null });
  const today = todayOf(file, at);
  const entry = { id: String(file.entries.length + 1), ...event };
  const then = standingOf({ rules: file.rules, entries: [...file.entries, entry] }, event.on > today ? event.on : today);
  const began = new Set(effect?.moved.filter(({ change }) => change === "began").map(({ key }) => key));
  return (then?.deadlines ?? [])
    .filter(({ key }) => began.has(key))
    .map(({ key, title, due, unsettled, citation, mark }) => ({ key, title, due, unsettled, citation, mark }));
}
