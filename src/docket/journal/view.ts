import type { JournalEntry, JournalHead, Json } from "../../model/index.js";
import { emptyHead, opened, type StoredEntry } from "./chain.js";
import type { Cell, Connection, Row } from "./database.js";
import { fileParts, readFile } from "./files.js";
import { Memory } from "./memory.js";

/** An object as it is shown: its newest state, and the number of the entry that made it so. */
export interface ShownObject {
  kind: string;
  id: string;
  case: string | null;
  version: number;
  state: Json;
}

/** Which entries are wanted; all where nothing is said. */
export interface EntryQuery {
  case?: string | undefined;
  object?: { kind: string; id: string } | undefined;
  /** Of objects of these kinds. */
  kinds?: readonly string[] | undefined;
  by?: string | undefined;
  act?: string | undefined;
  /** The number behind which to begin; before which, where the newest come first. */
  after?: number | undefined;
  limit?: number | undefined;
  newestFirst?: boolean | undefined;
}

/** Entries that are read at a time, so that a long journal never stands in memory whole. */
const page = 500;

/** One state of a docket, as it can be read. */
export class DocketView {
  private readonly connection: Connection;
  private readonly memory: Memory;

  constructor(connection: Connection, memory = new Memory(0)) {
    this.connection = connection;
    this.memory = memory;
  }

  /** Rows of a projection. */
  rows(sql: string, parameters: readonly Cell[] = []): Promise<Row[]> {
    return this.connection.all(sql, parameters);
  }

  async head(): Promise<JournalHead> {
    const [row] = await this.connection.all("SELECT number, digest FROM journal ORDER BY number DESC LIMIT 1");
    return row ? { number: Number(row.number), digest: String(row.digest) } : emptyHead;
  }

  async object(kind: string, id: string): Promise<ShownObject | null> {
    const [row] = await this.connection.all("SELECT * FROM object WHERE kind = ? AND id = ?", [kind, id]);
    return row ? shown(row) : null;
  }

  /** Those of some objects that there are, in no order. */
  async objectsNamed(names: readonly { kind: string; id: string }[]): Promise<ShownObject[]> {
    const found: ShownObject[] = [];
    for (let from = 0; from < names.length; from += page) {
      const some = names.slice(from, from + page);
      const places = some.map(() => "(?, ?)").join(", ");
      const values = some.flatMap(({ kind, id }) => [kind, id]);
      found.push(...(await this.connection.all(`SELECT * FROM object WHERE (kind, id) IN (VALUES ${places})`, values)).map(shown));
    }
    return found;
  }

  /** Objects of a kind, of a case, or both, in the order of their newest entries. */
  async objects({ kind, case: of }: { kind?: string; case?: string }): Promise<ShownObject[]> {
    const { where, values } = conditions([
      ["kind = ?", kind],
      ["case_id = ?", of],
    ]);
    return (await this.connection.all(`SELECT * FROM object${where} ORDER BY version`, values)).map(shown);
  }

  /** Entries in order. */
  async entries(query: EntryQuery): Promise<JournalEntry[]> {
    const found: JournalEntry[] = [];
    for await (const stored of this.stored(query)) found.push(opened(stored));
    return found;
  }

  /** The last entry of each case, by the case. */
  async lastEntries(): Promise<Map<string, JournalEntry>> {
    const last = "SELECT MAX(number) FROM journal WHERE case_id IS NOT NULL GROUP BY case_id";
    const rows = await this.connection.all(`SELECT * FROM journal WHERE number IN (${last})`);
    return new Map(rows.map((row) => [String(row.case_id), opened(stored(row))]));
  }

  /** The entry that made the first part of a request, null where there is none, and the head. */
  async entryWithKey(key: string): Promise<{ entry: JournalEntry | null; head: JournalHead }> {
    const newest = "SELECT * FROM (SELECT * FROM journal ORDER BY number DESC LIMIT 1) AS newest";
    const rows = (await this.connection.all(`SELECT * FROM journal WHERE request_key = ? UNION ALL ${newest}`, [key])).map(stored);
    const first = rows.find(({ found }) => found?.key === key);
    const last = rows.reduce<StoredEntry | null>((late, one) => (late !== null && late.number > one.number ? late : one), null);
    return { entry: first ? opened(first) : null, head: last ? { number: last.number, digest: last.digest } : emptyHead };
  }

  /**
   * A kept file by its digest; null where there is none.
   *
   * @throws DocketError `broken` where it was changed in the store
   */
  file(sha256: string): Promise<Uint8Array | null> {
    return readFile(this.connection, sha256);
  }

  /** The parts of a kept file, as the store has them. */
  fileParts(sha256: string): AsyncGenerator<Uint8Array> {
    return fileParts(this.connection, sha256);
  }

  /** The entries of a case about objects of some kinds, in order. They are shared with whoever asks again: nobody may change them. */
  caseEntries(of: string, kinds: readonly string[]): Promise<readonly JournalEntry[]> {
    return this.caseParts(of, kinds, wholeEntry);
  }

  /**
   * What is read of each of them. What was read before comes from memory: the journal only grows, and the digest of the last entry that was
   * read tells that it is the same journal still. As long as none came, the same list is given.
   */
  async caseParts<Part>(of: string, kinds: readonly string[], { name, read, weight }: PartOfEntry<Part>): Promise<readonly Part[]> {
    const key = JSON.stringify([name, of, ...kinds]);
    const known = this.memory.get(key) as KnownParts<Part> | undefined;
    if (known) {
      const all = await this.partsBehind(known, { case: of, kinds }, { name, read, weight });
      if (all) return this.remembered(key, known, all);
    }
    return this.remembered(key, nothing, (await this.partsBehind(nothing, { case: of, kinds }, { name, read, weight })) ?? nothing);
  }

  /** What is known with what came since; null where the last entry that was read is another one now. */
  private async partsBehind<Part>(
    known: KnownParts<Part>,
    query: { case: string; kinds: readonly string[] },
    { read, weight }: PartOfEntry<Part>,
  ): Promise<KnownParts<Part> | null> {
    const parts: Part[] = [];
    let added = 0;
    let last: JournalHead | null = known.last.number === 0 ? known.last : null;
    // The last one is read once more: by its digest it is told that it is the same journal still.
    for await (const stored of this.stored({ ...query, after: Math.max(0, known.last.number - 1) })) {
      const { number, digest } = stored;
      if (last === null && (number !== known.last.number || digest !== known.last.digest)) return null;
      if (last !== null) {
        const part = read(opened(stored));
        parts.push(part);
        added += weight(part);
      }
      last = { number, digest };
    }
    if (last === null) return null;
    return parts.length === 0 ? known : { parts: [...known.parts, ...parts], last, weight: known.weight + added };
  }

  private remembered<Part>(key: string, known: KnownParts<Part>, all: KnownParts<Part>): readonly Part[] {
    if (all !== known) this.memory.set(key, all, all.weight);
    return all.parts;
  }

  /** Entries as they are kept, page by page. */
  async *stored(query: EntryQuery = {}): AsyncGenerator<StoredEntry> {
    const { case: of, object, kinds, by, act, newestFirst = false, limit = Number.POSITIVE_INFINITY } = query;
    let last = query.after;
    for (let left = limit; left > 0; ) {
      const { where, values } = conditions([
        [newestFirst ? "number < ?" : "number > ?", last],
        ["case_id = ?", of],
        ["object_kind = ?", object?.kind],
        ["object_id = ?", object?.id],
        ["by_name = ?", by],
        ["act = ?", act],
      ]);
      const among = kinds ? `${where ? " AND" : " WHERE"} object_kind IN (${kinds.map(() => "?").join(", ")})` : "";
      const size = Math.min(page, left);
      const order = newestFirst ? "DESC" : "ASC";
      const sql = `SELECT * FROM journal${where}${among} ORDER BY number ${order} LIMIT ?`;
      const rows = await this.connection.all(sql, [...values, ...(kinds ?? []), size]);
      for (const row of rows) yield stored(row);
      if (rows.length < size) return;
      last = Number(rows.at(-1)?.number);
      left -= rows.length;
    }
  }

  /**
   * Entries as they are kept, each with what is shown of its object: its version, and case and state where that version is this entry;
   * version null where it is not shown.
   */
  async *storedAndShown(): AsyncGenerator<{ entry: StoredEntry; shown: Row }> {
    for (let last = 0; ; ) {
      const rows = await this.connection.all(
        `SELECT journal.*, shown.version AS shown_version,
           CASE WHEN shown.version = journal.number THEN shown.case_id END AS shown_case,
           CASE WHEN shown.version = journal.number THEN shown.state END AS shown_state
         FROM journal LEFT JOIN object AS shown ON shown.kind = journal.object_kind AND shown.id = journal.object_id
         WHERE journal.number > ? ORDER BY journal.number LIMIT ?`,
        [last, page],
      );
      for (const row of rows) yield { entry: stored(row), shown: row };
      if (rows.length < page) return;
      last = Number(rows.at(-1)?.number);
    }
  }
}

/** What is read of an entry, under a name of its own, and about how many characters it takes. */
export interface PartOfEntry<Part> {
  name: string;
  read(entry: JournalEntry): Part;
  weight(part: Part): number;
}

const wholeEntry: PartOfEntry<JournalEntry> = {
  name: "entry",
  read: (entry) => entry,
  weight: ({ body }) => JSON.stringify(body).length,
};

interface KnownParts<Part> {
  parts: readonly Part[];
  last: JournalHead;
  weight: number;
}

/** Before anything was read. */
const nothing = { parts: [], last: emptyHead, weight: 0 } satisfies KnownParts<never>;

function conditions(all: [string, Cell | undefined][]): { where: string; values: Cell[] } {
  const given = all.filter((one): one is [string, Cell] => one[1] !== undefined);
  return {
    where: given.length > 0 ? ` WHERE ${given.map(([text]) => text).join(" AND ")}` : "",
    values: given.map(([, value]) => value),
  };
}

function shown({ kind, id, case_id, version, state }: Row): ShownObject {
  return {
    kind: String(kind),
    id: String(id),
    case: case_id === null ? null : String(case_id),
    version: Number(version),
    state: JSON.parse(String(state)) as Json,
  };
}

function stored(row: Row): StoredEntry {
  const textOf = (key: string): string | null => (row[key] === null || row[key] === undefined ? null : String(row[key]));
  return {
    number: Number(row.number),
    previous: String(row.previous),
    content: String(row.content),
    digest: String(row.digest),
    body: String(row.body),
    found: {
      case: textOf("case_id"),
      kind: String(row.object_kind),
      id: String(row.object_id),
      key: textOf("request_key"),
      by: String(row.by_name),
      act: String(row.act),
    },
  };
}
