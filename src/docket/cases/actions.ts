import { type CaseChange, CaseEntry, type CaseParty, type Day, DocketCase, type JournalHead, type Json } from "../../model/index.js";
import { carriedOutBy } from "../decisions/carry-out.js";
import { type Docket, DocketError, type DocketView } from "../journal/index.js";
import { type CaseFile, notesOf, rulesOf, todayOf } from "./case-file.js";
import { nextCaseId } from "./case-numbers.js";
import { changeCase, type Doing, eventAdded } from "./change.js";
import { checked } from "./checked.js";

export interface NewCase {
  id?: string | undefined;
  caption: string;
  kind: DocketCase["kind"];
  procedure: string | null;
  reference: string | null;
  parties: CaseParty[];
}

/**
 * Opens a case. Where no id is given it gets the year and the next number of it.
 *
 * @throws DocketError `invalid` for what is no case, `refused` where there is one of that id
 */
export async function openCase(
  docket: Docket,
  { id, ...given }: NewCase,
  { by, at, key }: Doing,
): Promise<{ id: string; repeated: boolean; head: JournalHead }> {
  if (given.procedure !== null) rulesOf(given.procedure);
  if (id !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id))
    throw new DocketError("invalid", `${id} is no id of a case. Expected letters, digits and . _ - only, such as ICTS-2026-04.`);
  const state = checked(DocketCase, given, "a case");
  const { entries, repeated, head } = await docket.append({ by, at, key, asks: { open: state, id: id ?? null } as Json }, async (view) => {
    const name = id ?? (await nextCaseId(view, at.slice(0, 4)));
    if (await view.object("case", name)) throw new DocketError("refused", `there is a case ${name} already. Choose another --id.`);
    return [{ act: "case-opened", case: name, object: { kind: "case", id: name }, after: state }];
  });
  const opened = entries.find(({ body }) => body.object.kind === "case");
  return { id: opened?.body.object.id ?? "", repeated, head };
}

/**
 * Records that something happened in a case.
 *
 * @throws DocketError `refused`, with the section that forbids it, where the law does not allow it there
 */
export function recordEvent(docket: Docket, of: string, happened: CaseEntry, reason: string | null, doing: Doing): Promise<CaseChange> {
  const { id: _, ...entry } = checked(CaseEntry, happened, "an event");
  return changeCase(docket, of, "event-recorded", { ...doing, asks: { entry, reason } }, async (file, view) => {
    const serves = file.rules?.procedure.moves.some(({ event, serves: served }) => event === entry.event && served);
    const methods = file.rules?.procedure.services.map(({ id }) => id) ?? [];
    if (serves && methods.length > 0 && entry.method === undefined)
      throw new DocketError("invalid", `how ${entry.event} was served is not said. Expected --service with one of ${methods.join(", ")}.`);
    const named = await carriedOutBy(view, of, entry, outcomesOf(file, entry.event));
    return eventAdded(file, named, { act: "event-recorded", at: doing.at, reason });
  });
}

/** The outcomes that an event may have, where the procedure goes on by them. */
function outcomesOf({ rules }: CaseFile, event: string): string[] {
  return (rules?.procedure.moves ?? []).flatMap((move) =>
    move.event === event && typeof move.to === "object" ? Object.keys(move.to) : [],
  );
}

/**
 * Corrects what was recorded, or strikes it out where it reads null; everything that hangs on it is computed anew. What stood there
 * stays in the record.
 *
 * @throws DocketError `refused` where there is nothing to correct
 */
export function correctEvent(
  docket: Docket,
  of: string,
  number: number,
  reads: CaseEntry["reads"],
  reason: string,
  doing: Doing,
): Promise<CaseChange> {
  const did = reads === null ? "event-withdrawn" : "event-corrected";
  return changeCase(docket, of, did, { ...doing, asks: { number, reads: reads ?? null, reason } as Json }, async (file, view) => {
    if (reads && Object.keys(reads).length === 0)
      throw new DocketError("invalid", `it is not said what event ${number} reads instead. Expected --on or another field.`);
    const corrected = file.entries.find(({ id }) => id === String(number));
    if (corrected && reads?.decision)
      await carriedOutBy(view, of, { ...corrected, ...reads, on: reads.on ?? corrected.on }, outcomesOf(file, corrected.event));
    const on = todayOf(file, doing.at);
    const entry = checked(
      CaseEntry,
      { event: "entry-corrected", on, corrects: String(number), reads, by: doing.by, note: reason },
      "a correction",
    );
    return eventAdded(file, entry, { act: did, at: doing.at, reason });
  });
}

/** A person confirms on which day a paper counts as served. */
export function confirmService(
  docket: Docket,
  of: string,
  number: number,
  effective: Day | undefined,
  reason: string,
  doing: Doing,
): Promise<CaseChange> {
  return changeCase(docket, of, "service-confirmed", { ...doing, asks: { number, effective: effective ?? null, reason } }, (file) => {
    const served = file.entries.find(({ id }) => id === String(number));
    if (!served)
      throw new DocketError("not-found", `case ${of} has no event ${number}. \`beholden docket show ${of}\` names those there are.`);
    const on = todayOf(file, doing.at);
    const entry = {
      event: "service-confirmed",
      on,
      confirms: String(number),
      effective: effective ?? served.on,
      by: doing.by,
      note: reason,
    };
    return eventAdded(file, entry, { act: "service-confirmed", at: doing.at, reason });
  });
}

/** A person confirms a rule of the procedure that was not read as it is in force, or finds that it does not hold. */
export function confirmPoint(docket: Docket, of: string, point: string, holds: boolean, reason: string, doing: Doing): Promise<CaseChange> {
  return changeCase(docket, of, "point-confirmed", { ...doing, asks: { point, holds, reason } }, (file) => {
    const entry = { event: "point-confirmed", on: todayOf(file, doing.at), confirms: point, holds, by: doing.by, note: reason };
    return eventAdded(file, entry, { act: "point-confirmed", at: doing.at, reason });
  });
}

/** Adds a note to a case. */
export function addNote(docket: Docket, of: string, text: string, doing: Doing): Promise<CaseChange> {
  return changeCase(docket, of, "note-added", { ...doing, asks: { text } }, async (_, view) => {
    const notes = await notesOf(view, of);
    const object = { kind: "note", id: `${of}/note-${notes.length + 1}` };
    return { entries: [{ act: "note-added", case: of, object, after: text, seen: 0 }] };
  });
}

export type Edit = Partial<Pick<DocketCase, "caption" | "reference" | "parties" | "procedure">>;

/**
 * Changes the caption, the reference, the parties or the procedure of a case.
 *
 * @throws ConflictError where another version is there than was seen, with mine, theirs and merged
 */
export function editCase(
  docket: Docket,
  of: string,
  edit: Edit,
  { seen, reason, ...doing }: Doing & { seen?: number | undefined; reason: string | null },
): Promise<CaseChange> {
  if (edit.procedure) rulesOf(edit.procedure);
  return changeCase(docket, of, "case-edited", { ...doing, asks: { edit, seen: seen ?? null } }, async (file, view) => {
    // Mine is what I saw with my change, not what is there with it.
    const base = seen === undefined ? file.state : await stateAt(view, of, seen);
    const after = checked(DocketCase, { ...base, ...edit }, "a case");
    return { entries: [{ act: "case-edited", case: of, object: { kind: "case", id: of }, after, reason, seen }] };
  });
}

async function stateAt(view: DocketView, of: string, seen: number): Promise<DocketCase> {
  const [entry] = await view.entries({ object: { kind: "case", id: of }, after: seen - 1, limit: 1 });
  if (entry?.number !== seen)
    throw new DocketError("not-found", `case ${of} has no version ${seen}. \`beholden docket show ${of}\` names the one that is there.`);
  return entry.body.after as DocketCase;
}
