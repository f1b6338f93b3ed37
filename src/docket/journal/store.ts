import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Appended, appendIn, type DocketRequest, type NewEntry } from "./append.js";
import type { Connection, Database } from "./database.js";
import { DocketError } from "./errors.js";
import { migrate, migrationsIn } from "./migrations.js";
import { DocketView } from "./view.js";

const defaultPatience = 30_000;

export interface DocketOptions {
  /** Whether a docket is begun where there is none. */
  create: boolean;
  /** How long a server that does not answer is asked again, in milliseconds; half a minute where nothing is said. */
  patience?: number | undefined;
}

/** A docket: its journal, and what is shown of it. */
export class Docket {
  readonly database: Database;
  private readonly patience: number;

  constructor(database: Database, patience: number) {
    this.database = database;
    this.patience = patience;
  }

  /**
   * Carries out a request: all of it or nothing, and once however often it is asked. What it gives is on disk.
   *
   * @param build what the request comes to, given what the docket shows; nobody else writes meanwhile. It may be asked more than once
   * @throws DocketError; `unknown` where the database went away and did not come back: only asking again with the same key tells
   */
  async append(request: DocketRequest, build: (view: DocketView) => Promise<NewEntry[]>): Promise<Appended> {
    const keyed = { ...request, key: request.key ?? randomUUID() };
    try {
      return await patiently(this.patience, () => this.database.write((connection) => appendIn(connection, keyed, build)));
    } catch (error) {
      if (!(error instanceof DocketError) || error.code !== "unknown") throw error;
      throw new DocketError("unknown", `${error.message} Ask again with --key ${keyed.key}: then it is recorded once.`, error);
    }
  }

  /** Reads one state of the docket. */
  read<Result>(work: (view: DocketView) => Promise<Result>): Promise<Result> {
    return this.readRaw((connection) => work(new DocketView(connection)));
  }

  /** The same with SQL, for what rebuilds and restores. */
  readRaw<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return patiently(this.patience, () => this.database.read(work));
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

/** Asks again, with longer pauses, while a database does not answer. An attempt whose fate is unknown is told as that in the end. */
async function patiently<Result>(patience: number, work: () => Promise<Result>): Promise<Result> {
  let unknown: DocketError | null = null;
  for (let waited = 0, next = 20; ; next = Math.min(next * 2, 1000)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DocketError) || (error.code !== "unavailable" && error.code !== "unknown")) throw error;
      if (error.code === "unknown") unknown = error;
      if (waited >= patience) throw unknown ?? error;
      await pause(next);
      waited += next;
    }
  }
}

/** Makes a docket of an open database: brings its tables to the present form, or says that there is none. */
export async function docketOn(database: Database, { create, patience = defaultPatience }: DocketOptions): Promise<Docket> {
  try {
    await patiently(patience, async () => {
      const known = await database.read((connection) => migrationsIn(database, connection));
      if (known === 0 && !create)
        throw new DocketError("not-found", `there is no docket at ${database.name}. \`beholden docket new\` begins one.`);
      await migrate(database);
    });
    return new Docket(database, patience);
  } catch (error) {
    await database.close();
    throw error;
  }
}
