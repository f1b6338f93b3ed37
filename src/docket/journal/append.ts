import { randomBytes, randomUUID } from "node:crypto";
import { JournalBody, type JournalEntry, type JournalHead, type Json, type ObjectName } from "../../model/index.js";
import { CanonicalError, canonicalJson, sha256 } from "./canonical.js";
import { docketOpened, emptyHead, opened, type StoredEntry, sealed } from "./chain.js";
import type { Cell, Connection } from "./database.js";
import { ConflictError, DocketError } from "./errors.js";
import { keepFiles, type NewFile } from "./files.js";
import { mergeChanges } from "./merge.js";
import { forgetShown, type Projection } from "./projection.js";
import type { DocketView } from "./view.js";

/** Who asks for what. The same request twice, by its key, acts once. */
export interface DocketRequest {
  by: string;
  /** The moment, as the machine's clock has it. */
  at: string;
  /** Idempotency key; a random one where none is given. */
  key?: string | undefined;
  /** What is asked, so that a key that is used again for something else is refused. */
  asks: Json;
}

/** An entry to be made. `before` is what the docket shows of the object. */
export interface NewEntry {
  act: string;
  case: string | null;
  object: ObjectName;
  after: Json;
  reason?: string | null;
  /** The version that the change was made on, 0 for none; where another one is there, the change is a conflict. */
  seen?: number | undefined;
  origin?: JournalBody["origin"];
  /** The contents of files that `after` names in its `files`, those that may not be kept yet; they are written with the entry. */
  files?: readonly NewFile[] | undefined;
}

export interface Appended {
  entries: JournalEntry[];
  /** The head after them; of a request that had been carried out before, the head as it is now. */
  head: JournalHead;
  repeated: boolean;
}

/** Rows that are written by one statement: a statement is a way to the database and back, however much it brings. */
export const together = 100;

/** Appends what a request comes to, inside a write, and brings the projections to it. */
export async function appendIn(
  connection: Connection,
  view: DocketView,
  request: DocketRequest & { key: string },
  build: (view: DocketView) => Promise<NewEntry[]>,
  projections: readonly Projection[],
): Promise<Appended> {
  const asked = sha256(canonicalJson({ by: request.by, asks: request.asks }));
  const { entry: earlier, head: before } = await view.entryWithKey(request.key);
  if (earlier) return repeated(view, earlier, asked);
  let head = before;
  if (head.number === 0) head = await begin(connection, request);
  const made = await build(view);
  const entries: JournalEntry[] = [];
  for (let from = 0; from < made.length; from += together) {
    const some = made.slice(from, from + together);
    const shown = new Map((await view.objectsNamed(namesOf(some))).map((one) => [nameOf(one), one]));
    const stored: StoredEntry[] = [];
    for (const one of some) {
      const before = shown.get(nameOf(one.object));
      if (one.seen !== undefined && one.seen !== (before?.version ?? 0)) {
        await insertEntries(connection, stored);
        throw await conflict(view, { object: one.object, after: one.after, seen: one.seen });
      }
      const change = { key: request.key, request: asked, part: entries.length + 1, of: made.length };
      const next = sealedBehind(head, one, before?.state ?? null, { by: request.by, at: request.at, change });
      await keepFiles(connection, one.after, one.files ?? []);
      const entry = opened(next);
      const { kind, id } = one.object;
      if (one.after === null) shown.delete(nameOf(one.object));
      else shown.set(nameOf(one.object), { kind, id, case: one.case, version: next.number, state: entry.body.after });
      stored.push(next);
      entries.push(entry);
      head = { number: next.number, digest: next.digest };
    }
    await insertEntries(connection, stored);
    await showEntries(connection, entries.slice(from));
  }
  const cases = [...new Set(entries.map(({ body }) => body.case))].filter((one) => one !== null);
  for (const one of projections) await one.follow(connection, cases);
  return { entries, head, repeated: false };
}

/** The first entry gives the docket an id, so that its journal is told from every other one. */
async function begin(connection: Connection, { by, at }: DocketRequest): Promise<JournalHead> {
  const id = randomUUID();
  const change = { key: `docket:${id}`, request: sha256(canonicalJson({ by, asks: null })), part: 1, of: 1 };
  const salt = randomBytes(16).toString("hex");
  const body = { at, by, act: docketOpened, case: null, object: { kind: "docket", id }, before: null, after: { form: 1 }, reason: null };
  const stored = sealed(emptyHead, { ...body, change, origin: null, salt });
  await insertEntries(connection, [stored]);
  await showEntries(connection, [opened(stored)]);
  return { number: stored.number, digest: stored.digest };
}

async function repeated(view: DocketView, first: JournalEntry, asked: string): Promise<Appended> {
  const { change } = first.body;
  if (change.request !== asked) {
    throw new DocketError(
      "key-used",
      `the key ${change.key} stands for another request already (entry ${first.number}, ${first.body.act} by ${first.body.by}). Use a key of its own for each request.`,
    );
  }
  return { entries: await view.entries({ after: first.number - 1, limit: change.of }), head: await view.head(), repeated: true };
}

function namesOf(entries: readonly NewEntry[]): ObjectName[] {
  return [...new Map(entries.map(({ object }) => [nameOf(object), object])).values()];
}

/** A kind has no blank in it. */
function nameOf({ kind, id }: ObjectName): string {
  return `${kind} ${id}`;
}

function sealedBehind(
  head: JournalHead,
  { act, case: of, object, after, reason = null, origin = null }: NewEntry,
  before: Json,
  made: Pick<JournalBody, "by" | "at" | "change">,
): StoredEntry {
  const salt = randomBytes(16).toString("hex");
  try {
    return sealed(head, valid({ ...made, act, case: of, object, before, after, reason, origin, salt }));
  } catch (error) {
    if (error instanceof CanonicalError) throw new DocketError("invalid", `what was given cannot be recorded: ${error.message}.`, error);
    throw error;
  }
}

/** What does not have the form of an entry would break the chain for whoever verifies it. */
function valid(body: JournalBody): JournalBody {
  const issue = JournalBody.safeParse(body).error?.issues[0];
  if (issue)
    throw new DocketError("invalid", `what was given cannot be recorded: ${issue.path.join(".") || "the whole"}: ${issue.message}.`);
  return body;
}

async function conflict(view: DocketView, mine: { object: ObjectName; after: Json; seen: number }): Promise<ConflictError> {
  const { object, seen } = mine;
  const all = await view.entries({ object });
  const base = all.find(({ number }) => number === seen)?.body.after ?? null;
  const newest = all.at(-1);
  const theirs = newest?.body.after ?? null;
  return new ConflictError({
    schemaVersion: "1",
    object,
    seen,
    current: newest?.number ?? 0,
    theirs: { by: newest?.body.by ?? "nobody", at: newest?.body.at ?? "", state: theirs },
    base,
    mine: mine.after,
    ...mergeChanges(base, mine.after, theirs),
    head: await view.head(),
  });
}

const journalColumns = [
  "number",
  "previous",
  "content",
  "digest",
  "case_id",
  "object_kind",
  "object_id",
  "request_key",
  "by_name",
  "act",
  "body",
];

/** Puts sealed entries into the journal; nothing else does. */
export async function insertEntries(connection: Connection, all: readonly StoredEntry[]): Promise<void> {
  await insertRows(
    connection,
    `INSERT INTO journal (${journalColumns.join(", ")})`,
    all.map(({ number, previous, content, digest, body, found }) => [
      ...[number, previous, content, digest],
      ...[found?.case ?? null, found?.kind ?? "", found?.id ?? "", found?.key ?? null, found?.by ?? "", found?.act ?? ""],
      body,
    ]),
  );
}

/** Brings what is shown to what entries say, in their order. */
export async function showEntries(connection: Connection, entries: readonly JournalEntry[]): Promise<void> {
  for (const { of, kind } of touched(entries)) await forgetShown(connection, of, kind);
  // Of several about one object the last one counts.
  const newest = [...new Map(entries.map((entry) => [nameOf(entry.body.object), entry])).values()];
  for (const { body } of newest.filter(({ body: { after } }) => after === null))
    await connection.run("DELETE FROM object WHERE kind = ? AND id = ?", [body.object.kind, body.object.id]);
  await insertRows(
    connection,
    "INSERT INTO object (kind, id, case_id, version, state)",
    newest
      .filter(({ body: { after } }) => after !== null)
      .map(({ number, body: { case: of, object, after } }) => [object.kind, object.id, of, number, canonicalJson(after)]),
    "ON CONFLICT (kind, id) DO UPDATE SET case_id = excluded.case_id, version = excluded.version, state = excluded.state",
  );
}

/** The cases of entries with the kinds of objects in them, each once. */
function touched(entries: readonly JournalEntry[]): { of: string | null; kind: string }[] {
  const all = entries.map(({ body }) => ({ of: body.case, kind: body.object.kind }));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

async function insertRows(connection: Connection, into: string, rows: readonly Cell[][], end = ""): Promise<void> {
  for (let from = 0; from < rows.length; from += together) {
    const some = rows.slice(from, from + together);
    const places = some.map((row) => `(${row.map(() => "?").join(", ")})`).join(", ");
    await connection.run(`${into} VALUES ${places} ${end}`, some.flat());
  }
}
