import type { JournalEntry, JournalHead, Json } from "../../model/index.js";
import { emptyHead, opened, type StoredEntry } from "./chain.js";
import type { Cell, Connection, Row } from "./database.js";
import { fileParts, readFile } from "./files.js";

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
  case?: string;
  object?: { kind: string; id: string };
  after?: number;
  limit?: number;
}

/** Entries that are read at a time, so that a long journal never stands in memory whole. */
const page = 500;

/** One state of a docket, as it can be read. */
export class DocketView {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async head(): Promise<JournalHead> {
    const [row] = await this.connection.all("SELECT number, digest FROM journal ORDER BY number DESC LIMIT 1");
    return row ? { number: Number(row.number), digest: String(row.digest) } : emptyHead;
  }

  async object(kind: string, id: string): Promise<ShownObject | null> {
    const [row] = await this.connection.all("SELECT * FROM object WHERE kind = ? AND id = ?", [kind, id]);
    return row ? shown(row) : null;
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

  /** The entry that made the first part of a request; null where there is none. */
  async entryWithKey(key: string): Promise<JournalEntry | null> {
    const [row] = await this.connection.all("SELECT * FROM journal WHERE request_key = ?", [key]);
    return row ? opened(stored(row)) : null;
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

  /** Entries as they are kept, page by page. */
  async *stored({ case: of, object, after = 0, limit = Number.POSITIVE_INFINITY }: EntryQuery = {}): AsyncGenerator<StoredEntry> {
    let last = after;
    for (let left = limit; left > 0; ) {
      const { where, values } = conditions([
        ["number > ?", last],
        ["case_id = ?", of],
        ["object_kind = ?", object?.kind],
        ["object_id = ?", object?.id],
      ]);
      const size = Math.min(page, left);
      const rows = await this.connection.all(`SELECT * FROM journal${where} ORDER BY number LIMIT ${size}`, values);
      for (const row of rows) yield stored(row);
      if (rows.length < size) return;
      last = Number(rows.at(-1)?.number);
      left -= rows.length;
    }
  }
}

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
    found: { case: textOf("case_id"), kind: String(row.object_kind), id: String(row.object_id), key: textOf("request_key") },
  };
}
