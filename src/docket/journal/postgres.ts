import type { Pool, PoolClient } from "pg";
import type { Cell, Connection, Database, Row } from "./database.js";
import { DocketError } from "./errors.js";
import { writeLine } from "./write-line.js";

/** Stands for "one writes the journal" among all who use the database. */
const writing = "SELECT pg_advisory_xact_lock(1651008868, 1)";
/** The tables' own schema, so that a database can hold other things too. */
const schema = "beholden";
const oldest = 150_000;

/**
 * A docket in a PostgreSQL database, 15 or later. Many servers may share it: appends are put in line by a lock that ends with its
 * transaction, and a commit is acknowledged once it is on disk, whatever the server's defaults say.
 *
 * @param address postgres://user@host:5432/database; a password may stand in it, in PGPASSWORD or in ~/.pgpass
 * @throws DocketError `unusable` for a server that cannot hold a docket; one that does not answer is found out at the first use
 */
export async function openPostgres(address: string): Promise<Database> {
  const { default: pg } = await import("pg");
  const name = withoutPassword(address);
  const pool = new pg.Pool({
    connectionString: address,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 10_000,
    // A network that swallows everything would otherwise be waited for without end.
    query_timeout: 90_000,
    keepAlive: true,
    application_name: "beholden",
  });
  // A connection that breaks while nobody uses it is taken out of the pool; without a listener it would end the process.
  pool.on("error", () => {});
  const remarks: string[] = [];
  let checked = false;

  async function connected<Result>(begin: string, work: (connection: Connection) => Promise<Result>): Promise<Result> {
    const client = await connect(pool, name);
    let lost: Error | undefined;
    const notice = (error: Error) => {
      lost = error;
    };
    client.on("error", notice);
    try {
      if (!checked) {
        remarks.push(...(await checkServer(client, name)));
        checked = true;
      }
      return await inTransaction(client, begin, name, work);
    } catch (error) {
      if (error instanceof DocketError && (error.code === "unavailable" || error.code === "unknown")) lost ??= error;
      throw error;
    } finally {
      client.off("error", notice);
      client.release(lost);
    }
  }

  const line = writeLine((work) => connected("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", work));
  return {
    name,
    dialect: "postgres",
    remarks,
    read: (work) => connected("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work),
    write: line.write,
    isWriting: line.isRunning,
    async hasTable(connection, table) {
      return (await connection.all("SELECT to_regclass(?) AS found", [`${schema}.${table}`]))[0]?.found !== null;
    },
    async close() {
      await line.ended();
      await pool.end();
    },
  };
}

/** The address for people: a password is left out. */
export function withoutPassword(address: string): string {
  try {
    const url = new URL(address);
    if (url.password) url.password = "";
    url.searchParams.delete("password");
    return url.href;
  } catch {
    return "the PostgreSQL address";
  }
}

async function connect(pool: Pool, name: string): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw serverError(error, name, "unavailable");
  }
}

async function inTransaction<Result>(
  client: PoolClient,
  begin: string,
  name: string,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = clientConnection(client, name);
  const writes = begin.endsWith("WRITE");
  try {
    await connection.run(
      [
        begin,
        `SET LOCAL search_path TO ${schema}`,
        "SET LOCAL synchronous_commit TO on",
        "SET LOCAL lock_timeout TO '30s'",
        "SET LOCAL idle_in_transaction_session_timeout TO '60s'",
        ...(writes ? [writing, `CREATE SCHEMA IF NOT EXISTS ${schema}`] : []),
      ].join("; "),
    );
    const result = await work(connection);
    await commit(client, name, writes ? "unknown" : "unavailable");
    return result;
  } catch (error) {
    // Where the connection is gone the server has undone the transaction itself, or has committed it: that error is told already.
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** Once the commit of a write is on its way, only its answer tells whether it came to pass. */
async function commit(client: PoolClient, name: string, gone: "unavailable" | "unknown"): Promise<void> {
  try {
    const { command } = await client.query("COMMIT");
    // A transaction in which a statement failed is undone by its commit, without an error.
    if (command !== "COMMIT") throw new DocketError("unavailable", `${name} undid the change.`);
  } catch (error) {
    throw serverError(error, name, gone);
  }
}

function clientConnection(client: PoolClient, name: string): Connection {
  const query = async (sql: string, parameters: readonly Cell[]): Promise<Row[]> => {
    let place = 0;
    const numbered = sql.replace(/\?/g, () => `$${++place}`);
    try {
      return (await client.query<Row>(numbered, parameters.length > 0 ? [...parameters] : undefined)).rows;
    } catch (error) {
      throw serverError(error, name, "unavailable");
    }
  };
  return {
    all: (sql, parameters = []) => query(sql, parameters),
    async run(sql, parameters = []) {
      await query(sql, parameters);
    },
  };
}

async function checkServer(client: PoolClient, name: string): Promise<string[]> {
  const ask = async (setting: string): Promise<string> => {
    try {
      return String(Object.values((await client.query<Row>(`SHOW ${setting}`)).rows[0] ?? {})[0]);
    } catch (error) {
      throw serverError(error, name, "unavailable");
    }
  };
  const version = await ask("server_version_num");
  if (Number(version) < oldest)
    throw new DocketError("unusable", `${name} runs PostgreSQL ${await ask("server_version")}. Expected 15 or later.`);
  const encoding = await ask("server_encoding");
  if (encoding !== "UTF8")
    throw new DocketError("unusable", `${name} is kept in ${encoding}. Expected a database in UTF8: createdb --encoding UTF8.`);
  const off = ["fsync", "full_page_writes"];
  const remarks: string[] = [];
  for (const setting of off) {
    if ((await ask(setting)) === "off")
      remarks.push(`${setting} is off at ${name}: a loss of power there may lose what was acknowledged. Turn it on in postgresql.conf.`);
  }
  return remarks;
}

/** States of SQL in which the server or the way to it is gone, or a retry is what it asks for. */
const passing = /^(08|57P0[123]|53300|40001|40P01|25P03)/;

/** @param gone what it means here that the server does not answer */
function serverError(error: unknown, name: string, gone: "unavailable" | "unknown"): unknown {
  if (error instanceof DocketError || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  // Only what the server itself says has a severity; everything else comes from the way to it.
  if (passing.test(code) || !("severity" in error)) {
    const fate = gone === "unknown" ? "The connection was lost while the change was being committed" : "It does not answer";
    // A server that answers with a state of its own has not committed.
    const sure = gone === "unknown" && /^(40001|40P01)$/.test(code) ? "unavailable" : gone;
    return new DocketError(sure, `${name}: ${error.message || code}. ${fate}.`, error);
  }
  if (code === "53100")
    return new DocketError(
      "full",
      `the disk of ${name} is full: nothing of this change was recorded, and nothing before it is lost.`,
      error,
    );
  if (code === "55P03")
    return new DocketError("busy", `${name} has been in use by other writers for half a minute. Try again when they are done.`, error);
  if (code === "25006")
    return new DocketError("unusable", `${name} can only be read: it is a standby, or in recovery. Name the server that writes.`, error);
  if (/^(28|3D000|42501)/.test(code))
    return new DocketError("unusable", `${name}: ${error.message}. Check the user, its password and its rights in the database.`, error);
  return new DocketError("unusable", `${name}: ${error.message} (${code}).`, error);
}
