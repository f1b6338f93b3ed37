import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Cell, Connection, Database, Row } from "./database.js";
import { DocketError } from "./errors.js";
import { writeLine } from "./write-line.js";

/** SQLite waits so long by itself, in milliseconds; longer waits are ours, so that a server goes on answering meanwhile. */
const ownWait = 20;
/** How long is tried to begin a write while others write, in milliseconds. */
const patience = 30_000;
/** Begins a transaction that only reads. */
const reading = "BEGIN";
/** Connections for reading that are kept open between reads: to open one takes longer than most reads. */
const keptReaders = 16;

/** KiB of pages that the writing connection holds at most. Digests stand in their indexes in no order: with little, each new one reads a page again. */
const writerCache = 65_536;

/** What is used of the package's database. */
interface File {
  readonly inTransaction: boolean;
  prepare(sql: string): FileStatement;
  exec(sql: string): unknown;
  close(): unknown;
}
interface FileStatement {
  all(parameters: Cell[]): unknown[];
  run(parameters: Cell[]): unknown;
}
type Libsql = new (path: string, options: { timeout: number }) => File;

/**
 * A docket in one SQLite file. Its journal mode is WAL, so that reading goes on beside a write; with synchronous FULL every commit is on disk
 * before it is acknowledged. Processes of one machine may share it; a network file system must not hold it.
 *
 * @throws DocketError `not-found` where there is none and none is to be made; `unusable` where it cannot be opened
 */
export async function openLibsql(path: string, { create }: { create: boolean }): Promise<Database> {
  if (!existsSync(path)) {
    if (!create) throw new DocketError("not-found", `there is no docket at ${path}. \`beholden docket new\` begins one.`);
    makeFile(path);
  }
  const { default: libsql } = (await import("libsql")) as unknown as { default: Libsql };
  const writer = await openConnection(libsql, path);
  writer.exec(`PRAGMA cache_size = -${writerCache}`);
  const readers: FileConnection[] = [];
  const line = writeLine((work) => inTransaction(writer, "BEGIN IMMEDIATE", path, work));

  return {
    name: path,
    dialect: "libsql",
    remarks: [],
    async read(work) {
      const reader = readers.pop() ?? (await openConnection(libsql, path));
      try {
        return await inTransaction(reader, reading, path, work);
      } finally {
        if (readers.length < keptReaders) readers.push(reader);
        else reader.close();
      }
    },
    write: line.write,
    isWriting: () => false,
    async hasTable(connection, name) {
      return (await connection.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?", [name])).length > 0;
    },
    async close() {
      await line.ended();
      for (const one of [...readers.splice(0), writer]) one.close();
    },
  };
}

/** Others on the machine are not to read it. */
function makeFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, "a", 0o600));
  } catch (error) {
    throw new DocketError(
      "unusable",
      `cannot make a docket at ${path}: ${(error as Error).message}. Name a folder that can be written.`,
      error,
    );
  }
}

class FileConnection implements Connection {
  private readonly database: File;
  private readonly path: string;
  private readonly statements = new Map<string, FileStatement>();

  constructor(database: File, path: string) {
    this.database = database;
    this.path = path;
  }

  async all(sql: string, parameters: readonly Cell[] = []): Promise<Row[]> {
    return this.told(() => withBytes(this.prepared(sql).all([...parameters]) as Row[]));
  }

  async run(sql: string, parameters: readonly Cell[] = []): Promise<void> {
    this.told(() => this.prepared(sql).run([...parameters]));
  }

  exec(sql: string): void {
    this.told(() => this.database.exec(sql));
  }

  rollback(): void {
    if (this.database.inTransaction) this.database.exec("ROLLBACK");
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private prepared(sql: string): FileStatement {
    const statement = this.statements.get(sql) ?? this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  private told<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw fileError(error, this.path);
    }
  }
}

/** The package gives the bytes of a column as a bare buffer. */
function withBytes(rows: Row[]): Row[] {
  if (!rows[0] || !Object.values(rows[0]).some((cell) => (cell as unknown) instanceof ArrayBuffer)) return rows;
  const cellOf = (cell: Cell): Cell => ((cell as unknown) instanceof ArrayBuffer ? new Uint8Array(cell as unknown as ArrayBuffer) : cell);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cellOf(cell)])));
}

async function openConnection(libsql: Libsql, path: string): Promise<FileConnection> {
  return whenFree(async () => {
    const connection = new FileConnection(opened(libsql, path), path);
    try {
      connection.exec("PRAGMA journal_mode = WAL");
      connection.exec("PRAGMA synchronous = FULL");
      const [mode] = await connection.all("PRAGMA journal_mode");
      const [synchronous] = await connection.all("PRAGMA synchronous");
      if (mode?.journal_mode !== "wal" || synchronous?.synchronous !== 2) {
        throw new DocketError(
          "unusable",
          `${path} cannot be kept safely there: its file system does not do write-ahead logging. Name a folder on a local disk.`,
        );
      }
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  });
}

function opened(libsql: Libsql, path: string): File {
  try {
    return new libsql(path, { timeout: ownWait });
  } catch (error) {
    throw fileError(error, path);
  }
}

async function inTransaction<Result>(
  connection: FileConnection,
  begin: string,
  path: string,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  await whenFree(() => begun(connection, begin));
  try {
    // An object of its own stands for the transaction, as it does of a server.
    const result = await work({ all: (...asked) => connection.all(...asked), run: (...asked) => connection.run(...asked) });
    connection.exec("COMMIT");
    return result;
  } catch (error) {
    try {
      connection.rollback();
    } catch (failure) {
      throw fileError(failure, path);
    }
    throw error;
  }
}

/** Begins a transaction. One for reading takes its state of the docket at once: what may have to wait for others is waited for here, and nowhere later. */
async function begun(connection: FileConnection, begin: string): Promise<void> {
  connection.exec(begin);
  if (begin !== reading) return;
  try {
    await connection.all("SELECT 1 FROM sqlite_master LIMIT 1");
  } catch (error) {
    connection.rollback();
    throw error;
  }
}

/** Tries until nobody else writes. */
async function whenFree<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DocketError && error.code === "busy") || performance.now() > until) throw error;
      await pause(1 + Math.floor(Math.random() * 30));
    }
  }
}

function fileError(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!code.startsWith("SQLITE_")) return error;
  const reason = (error as Error).message;
  // The locking protocol is what SQLite names when it tried for ten seconds to read a log that others were changing: it is as good as busy.
  if (code.startsWith("SQLITE_BUSY") || code === "SQLITE_LOCKED" || code === "SQLITE_PROTOCOL")
    return new DocketError("busy", `${path} has been in use by another process for half a minute. Try again when it is done.`, error);
  if (code === "SQLITE_FULL")
    return new DocketError(
      "full",
      `the disk that holds ${path} is full: nothing of this change was recorded, and nothing before it is lost.`,
      error,
    );
  if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT")
    return new DocketError(
      "unusable",
      `${path} is no docket, or its file is damaged (${reason}). \`beholden docket restore\` makes one from a backup.`,
      error,
    );
  return new DocketError("unusable", `${path}: ${reason} (${code}).`, error);
}
