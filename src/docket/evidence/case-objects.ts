import type { Json } from "../../model/index.js";
import type { Doing } from "../cases/change.js";
import { type Docket, DocketError, type DocketView, type NewEntry, type ShownObject } from "../journal/index.js";

/** The kinds of objects of a case that this room keeps, with the letter of their ids and what people call them. */
export const kinds = {
  evidence: { letter: "e", title: "piece of evidence", list: "evidence list" },
  quote: { letter: "q", title: "quote", list: "evidence list" },
  fact: { letter: "f", title: "fact", list: "fact list" },
} as const;
export type Kind = keyof typeof kinds;

export interface Kept<State> {
  id: string;
  version: number;
  state: State;
}

/** The whole id of an object, of which people write the end: `e1` in case `2026-0001` is `2026-0001/e1`. */
export function wholeId(of: string, id: string): string {
  return id.includes("/") ? id : `${of}/${id}`;
}

/** The end of an id, as people write it. */
export function shortId(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/**
 * An object of a case.
 *
 * @throws DocketError `not-found` where the case has none of that id
 */
export async function one<State>(view: DocketView, of: string, kind: Kind, id: string): Promise<Kept<State>> {
  await theCase(view, of);
  const found = await view.object(kind, wholeId(of, id));
  if (!found || found.case !== of) {
    const { title, list } = kinds[kind];
    throw new DocketError(
      "not-found",
      `case ${of} has no ${title} ${shortId(id)}. \`beholden docket ${list} ${of}\` names those there are.`,
    );
  }
  return kept<State>(found);
}

/**
 * The same as it was in the version that somebody saw and changed; as it is where nobody says which.
 *
 * @throws DocketError `not-found` where it never had that version
 */
export async function seenOne<State>(view: DocketView, of: string, kind: Kind, id: string, seen: number | undefined): Promise<Kept<State>> {
  const now = await one<State>(view, of, kind, id);
  if (seen === undefined || seen === now.version) return now;
  const [entry] = await view.entries({ object: { kind, id: now.id }, after: seen - 1, limit: 1 });
  if (entry?.number !== seen)
    throw new DocketError(
      "not-found",
      `${shortId(id)} of case ${of} has no version ${seen}. \`beholden docket ${kinds[kind].list} ${of}\` names those there are.`,
    );
  return { id: now.id, version: seen, state: entry.body.after as State };
}

/** All of a kind in a case, in the order of their numbers. */
export async function all<State>(view: DocketView, of: string, kind: Kind): Promise<Kept<State>[]> {
  const found = (await view.objects({ kind, case: of })).map((object) => kept<State>(object));
  return found.sort((left, right) => numberOf(left.id) - numberOf(right.id));
}

/** @throws DocketError `not-found` where there is no such case */
export async function theCase(view: DocketView, of: string): Promise<void> {
  if (!(await view.object("case", of)))
    throw new DocketError("not-found", `there is no case ${of}. \`beholden docket list\` names those there are.`);
}

/** The id that the next one of a kind gets. None is ever taken away, so none is used twice. */
export async function nextId(view: DocketView, of: string, kind: Kind): Promise<string> {
  const numbers = (await view.objects({ kind, case: of })).map(({ id }) => numberOf(id));
  return `${of}/${kinds[kind].letter}${Math.max(0, ...numbers) + 1}`;
}

/** The first entry of an object: who made it, and when; of one from another docket, who and when it was there. */
export async function madeBy(view: DocketView, kind: Kind, id: string): Promise<{ by: string; at: string }> {
  const [first] = await view.entries({ object: { kind, id }, limit: 1 });
  const { by = "", at = "" } = first?.body.origin ?? first?.body ?? {};
  return { by, at };
}

/** An entry that makes or changes an object of a case. */
export function entryOf<State>(
  of: string,
  kind: Kind,
  id: string,
  after: State,
  more: Pick<NewEntry, "act"> & Partial<NewEntry>,
): NewEntry {
  return { ...more, case: of, object: { kind, id }, after: after as Json };
}

export interface Change<State> {
  id: string;
  entries: NewEntry[];
  remarks?: string[] | undefined;
  state?: State;
}

/** Carries out a change of one object, and tells it. */
export async function changed<State>(
  docket: Docket,
  { of, kind, did }: { of: string; kind: Kind; did: string },
  { by, at, key, asks }: Doing & { asks: unknown },
  work: (view: DocketView) => Promise<Change<State>>,
) {
  let remarks: string[] = [];
  const { entries, head, repeated } = await docket.append(
    { by, at, key, asks: { case: of, did, ...(asks as object) } as Json },
    async (view) => {
      await theCase(view, of);
      const change = await work(view);
      remarks = change.remarks ?? [];
      return change.entries;
    },
  );
  const own = entries.find(({ body }) => body.object.kind === kind);
  if (!own) throw new Error(`${did} made no entry of a ${kind}`);
  return {
    schemaVersion: "1" as const,
    case: of,
    did,
    id: own.body.object.id,
    entries: entries.map(({ number }) => number),
    repeated,
    state: own.body.after as State,
    remarks,
    head,
  };
}

interface Schema<Value> {
  safeParse(
    value: unknown,
  ): { success: true; data: Value } | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

/** @throws DocketError `invalid`, with every field that does not fit */
export function checked<Value>(schema: Schema<Value>, value: unknown, what: string): Value {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
  throw new DocketError("invalid", `that is not ${what}: ${issues.join("; ")}.`);
}

/** @throws DocketError `refused` where it was withdrawn */
export function stillThere<State extends { withdrawn: string | null }>({ id, state }: Kept<State>): State {
  if (state.withdrawn !== null) throw new DocketError("refused", `${shortId(id)} was withdrawn: ${state.withdrawn}`);
  return state;
}

function kept<State>({ id, version, state }: ShownObject): Kept<State> {
  return { id, version, state: state as State };
}

function numberOf(id: string): number {
  return Number(shortId(id).slice(1)) || 0;
}
