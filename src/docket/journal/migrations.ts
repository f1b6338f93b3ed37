import type { Connection, Database } from "./database.js";
import { DocketError } from "./errors.js";

interface Migration {
  name: string;
  /** Runs on both databases, before the part that is their own. */
  statements: string[];
  libsql: string[];
  postgres: string[];
}

/** Every change to the tables since the first, in order. One that was published is never edited; a new one is added at the end. */
export const migrations: readonly Migration[] = [
  {
    name: "journal and what is shown of it",
    statements: [
      `CREATE TABLE journal (
        number INTEGER PRIMARY KEY,
        previous TEXT NOT NULL UNIQUE,
        content TEXT NOT NULL,
        digest TEXT NOT NULL UNIQUE,
        case_id TEXT,
        object_kind TEXT NOT NULL,
        object_id TEXT NOT NULL,
        request_key TEXT UNIQUE,
        body TEXT NOT NULL
      )`,
      "CREATE INDEX journal_of_case ON journal (case_id, number)",
      "CREATE INDEX journal_of_object ON journal (object_kind, object_id, number)",
      `CREATE TABLE object (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        case_id TEXT,
        version INTEGER NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (kind, id)
      )`,
      "CREATE INDEX object_of_case ON object (case_id, kind)",
    ],
    libsql: ["UPDATE", "DELETE"].map(
      (verb) =>
        `CREATE TRIGGER journal_keeps_${verb.toLowerCase()} BEFORE ${verb} ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
    ),
    postgres: [
      `CREATE FUNCTION journal_keeps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$`,
      "CREATE TRIGGER journal_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_keeps()",
    ],
  },
  {
    name: "files by their digests",
    statements: [],
    libsql: [
      "CREATE TABLE file_part (sha256 TEXT NOT NULL, part INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (sha256, part))",
      ...["UPDATE", "DELETE"].map(
        (verb) =>
          `CREATE TRIGGER file_keeps_${verb.toLowerCase()} BEFORE ${verb} ON file_part BEGIN SELECT RAISE(ABORT, 'files are kept as they are'); END`,
      ),
    ],
    postgres: [
      "CREATE TABLE file_part (sha256 TEXT NOT NULL, part INTEGER NOT NULL, content BYTEA NOT NULL, PRIMARY KEY (sha256, part))",
      // What is kept is packed already, or does not pack.
      "ALTER TABLE file_part ALTER COLUMN content SET STORAGE EXTERNAL",
      `CREATE FUNCTION file_keeps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'files are kept as they are'; END $$`,
      "CREATE TRIGGER file_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON file_part FOR EACH STATEMENT EXECUTE FUNCTION file_keeps()",
    ],
  },
  {
    name: "entries by person and act, cases by where they stand",
    statements: [
      "ALTER TABLE journal ADD COLUMN by_name TEXT",
      "ALTER TABLE journal ADD COLUMN act TEXT",
      "CREATE INDEX journal_of_person ON journal (by_name, number)",
      "CREATE INDEX journal_of_act ON journal (act, number)",
      "CREATE INDEX journal_of_kind ON journal (case_id, object_kind, number)",
      "CREATE INDEX object_of_kind ON object (kind, version)",
      "DROP INDEX object_of_case",
      "CREATE INDEX object_of_case ON object (case_id, kind, version)",
    ],
    libsql: [
      "DROP TRIGGER journal_keeps_update",
      "UPDATE journal SET by_name = json_extract(body, '$.by'), act = json_extract(body, '$.act')",
      "CREATE TRIGGER journal_keeps_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
      caseLine("TEXT"),
      "CREATE INDEX case_line_of_number ON case_line (year, serial)",
      "CREATE INDEX case_line_of_edition ON case_line (edition)",
    ],
    postgres: [
      "ALTER TABLE journal DISABLE TRIGGER journal_keeps",
      "UPDATE journal SET by_name = body::json->>'by', act = body::json->>'act'",
      "ALTER TABLE journal ENABLE TRIGGER journal_keeps",
      // In the order of their characters, as everywhere else, whatever the order of the database.
      caseLine('TEXT COLLATE "C"'),
      "CREATE INDEX case_line_of_number ON case_line (year, serial)",
      "CREATE INDEX case_line_of_edition ON case_line (edition)",
    ],
  },
  {
    // Beside the journal: whoever holds a backup or reads the record must not hold what lets people in.
    name: "sessions, tokens and refused sign-ins",
    statements: [
      `CREATE TABLE access_session (
        hash TEXT PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        person TEXT NOT NULL,
        begun_at TEXT NOT NULL,
        used_at TEXT NOT NULL,
        until_at TEXT NOT NULL,
        subject TEXT,
        issuer_session TEXT,
        group_roles TEXT NOT NULL,
        browser TEXT NOT NULL
      )`,
      "CREATE INDEX access_session_of_person ON access_session (person, used_at)",
      "CREATE TABLE access_token (id TEXT PRIMARY KEY, hash TEXT NOT NULL, used_at TEXT)",
      `CREATE TABLE access_refusal (
        reason TEXT NOT NULL,
        who TEXT NOT NULL,
        times INTEGER NOT NULL,
        first_at TEXT NOT NULL,
        last_at TEXT NOT NULL,
        PRIMARY KEY (reason, who)
      )`,
      "CREATE INDEX access_refusal_by_time ON access_refusal (last_at)",
    ],
    libsql: [],
    postgres: [],
  },
  {
    name: "lines of a day without those of other days",
    statements: ["CREATE INDEX case_line_of_day ON case_line (zone, edition, from_day, until_day, case_id)"],
    libsql: [],
    postgres: [],
  },
];

/** Where a case stands, from one day to another: what the list of cases is read from. */
function caseLine(text: string): string {
  return `CREATE TABLE case_line (
    case_id TEXT NOT NULL,
    from_day ${text} NOT NULL,
    until_day ${text} NOT NULL,
    edition TEXT NOT NULL,
    zone TEXT NOT NULL,
    year INTEGER,
    serial BIGINT,
    place ${text} NOT NULL,
    state TEXT,
    overdue INTEGER NOT NULL,
    search TEXT NOT NULL,
    parties TEXT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (case_id, from_day)
  )`;
}

/**
 * Brings the tables to the present form, once, whoever comes first.
 *
 * @returns whether there was anything to do
 * @throws DocketError `newer` where a newer version of beholden made them
 */
export async function migrate(database: Database): Promise<boolean> {
  const done = await database.read((connection) => migrationsIn(database, connection));
  if (done === migrations.length) return false;
  await database.write(async (connection) => {
    const before = await migrationsIn(database, connection);
    if (before === 0) await connection.run("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)");
    for (const [index, { name, statements, [database.dialect]: own }] of migrations.entries()) {
      if (index < before) continue;
      for (const statement of [...statements, ...own]) await connection.run(statement);
      await connection.run("INSERT INTO migration (number, name) VALUES (?, ?)", [index + 1, name]);
    }
  });
  return true;
}

/** @throws DocketError `newer` where the tables were changed since, so that writing as before would leave something out */
export async function checkForm(database: Database, connection: Connection): Promise<void> {
  const [row] = await connection.all("SELECT MAX(number) AS newest FROM migration");
  if (Number(row?.newest ?? 0) > migrations.length) throw newer(database, Number(row?.newest));
}

/** How many were carried out; 0 where there is no docket yet. */
export async function migrationsIn(database: Database, connection: Connection): Promise<number> {
  if (!(await database.hasTable(connection, "migration"))) return 0;
  const [row] = await connection.all("SELECT MAX(number) AS newest FROM migration");
  const newest = Number(row?.newest ?? 0);
  if (newest > migrations.length) throw newer(database, newest);
  return newest;
}

function newer({ name }: Database, newest: number): DocketError {
  return new DocketError(
    "newer",
    `${name} was made by a newer version of beholden (tables of form ${newest}; this one knows ${migrations.length}). Update beholden.`,
  );
}
