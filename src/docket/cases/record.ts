import { HandlingMark, type JournalEntry, type Json, type RecordLine, strictestMark } from "../../model/index.js";
import { type DocketView, mergeChanges } from "../journal/index.js";

/** Which lines of the record are wanted, and how many at once; all where nothing is said. */
export interface RecordQuery {
  case?: string | undefined;
  by?: string | undefined;
  act?: string | undefined;
  limit?: number | undefined;
  /** The `next` of the page before. */
  after?: number | undefined;
  newestFirst?: boolean | undefined;
}

/** The record: who did what, when, field by field, in the order in which it was done. */
export async function recordOf(view: DocketView, query: RecordQuery): Promise<RecordLine[]> {
  return (await recordPage(view, query)).lines;
}

/** A page of the record, and where the next one begins; null where it is the last. */
export async function recordPage(view: DocketView, query: RecordQuery): Promise<{ lines: RecordLine[]; next: number | null }> {
  const { limit } = query;
  // One more tells whether there is another page.
  const entries = await view.entries({ ...query, limit: limit === undefined ? undefined : limit + 1 });
  const page = entries.slice(0, limit);
  return { lines: await linesOf(view, page), next: entries.length > page.length ? (page.at(-1)?.number ?? null) : null };
}

/** The line of each entry. */
export function linesOf(view: DocketView, entries: readonly JournalEntry[]): Promise<RecordLine[]> {
  return asMarkedNow(view, entries.map(lineOf));
}

/** Lines with the present marks of their objects: what became stricter is not told as openly as it once was recorded. */
async function asMarkedNow(view: DocketView, lines: RecordLine[]): Promise<RecordLine[]> {
  const names = new Map(lines.map(({ object }) => [object, nameOf(object)]));
  const now = new Map((await view.objectsNamed([...names.values()])).map(({ kind, id, state }) => [`${kind} ${id}`, markOf(state)]));
  return lines.map((line) => ({ ...line, handling: strictestMark([line.handling, now.get(line.object) ?? line.handling]) }));
}

/** A kind has no blank in it. */
function nameOf(object: string): { kind: string; id: string } {
  const blank = object.indexOf(" ");
  return { kind: object.slice(0, blank), id: object.slice(blank + 1) };
}

function lineOf({ number, digest, content, body }: JournalEntry): RecordLine {
  const { at, by, act, case: of, object, before, after, reason, origin } = body;
  return {
    number,
    digest,
    content,
    at,
    by,
    act,
    case: of,
    object: `${object.kind} ${object.id}`,
    changed: changes(before, after),
    reason,
    handling: strictestMark([before, after].map(markOf)),
    origin: origin && { docket: origin.docket, at: origin.at, by: origin.by },
  };
}

/** What became of each field: a merge with nobody else's change is just that. */
function changes(before: Json, after: Json): RecordLine["changed"] {
  const empty = (value: Json): Json => (value === null ? {} : value);
  const both = [before, after].every((one) => one === null || (typeof one === "object" && !Array.isArray(one)));
  const [old, now] = both ? [empty(before), empty(after)] : [before, after];
  return mergeChanges(old, now, old).fields.map(({ path, base, mine }) => ({
    path,
    ...(base === undefined ? {} : { before: base }),
    ...(mine === undefined ? {} : { after: mine }),
  }));
}

/** The mark of what an entry says; what has none is internal. */
function markOf(state: Json): HandlingMark {
  if (state === null) return "public";
  const mark = typeof state === "object" && state !== null && !Array.isArray(state) ? HandlingMark.safeParse(state.handling) : undefined;
  return mark?.success ? mark.data : "internal";
}
