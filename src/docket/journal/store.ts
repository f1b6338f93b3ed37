import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Appended, appendIn, type DocketRequest, type NewEntry } from "./append.js";
import type { Connection, Database } from "./database.js";
import { DocketError } from "./errors.js";
import { Following } from "./following.js";
import { Memory } from "./memory.js";
import { checkForm, migrate, migrationsIn } from "./migrations.js";
import type { Projection } from "./projection.js";
import { DocketView } from "./view.js";

const defaultPatience = 30_000;
/** Characters of entries that are kept in memory between requests: a hundred thousand usual ones. */
const mostRemembered = 64_000_000;

export interface DocketOptions {
  /** Whether a docket is begun where there is none. */
  create: boolean;
  /** How long a server that does not answer is asked again, in milliseconds; half a minute where nothing is said. */
  patience?: number | undefined;
  /** What is shown beside the objects. */
  projections?: readonly Projection[] | undefined;
}

/** A docket: its journal, and what is shown of it. */
export class Docket {
  readonly database: Database;
  readonly projections: readonly Projection[];
  private readonly patience: number;
  /** Transactions in which the form of the tables was looked at: requests that share one are not asked again. */
  private readonly checked = new WeakSet<Connection>();
  private readonly memory = new Memory(mostRemembered);
  /** Tells whether what was made of it is the same still. */
  readonly following = new Following((work) => this.read((view) => work(view)));

  constructor(database: Database, patience: number, projections: readonly Projection[]) {
    this.database = database;
    this.patience = patience;
    this.projections = projections;
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
      return await patiently(this.patience, () =>
        this.write((connection, view) => appendIn(connection, view, keyed, build, this.projections)),
      );
    } catch (error) {
      if (!(error instanceof DocketError) || error.code !== "unknown") throw error;
      throw new DocketError("unknown", `${error.message} Ask again with --key ${keyed.key}: then it is recorded once.`, error);
    }
  }

  /** Reads one state of the docket. */
  read<Result>(work: (view: DocketView, connection: Connection) => Promise<Result>): Promise<Result> {
    return this.readRaw((connection) => work(new DocketView(connection, this.memory), connection));
  }

  /**
   * Writes alone among all who use the docket; for what appends, rebuilds and restores.
   *
   * @throws DocketError `newer` where a newer version of beholden has changed its tables since it was opened
   */
  write<Result>(work: (connection: Connection, view: DocketView) => Promise<Result>): Promise<Result> {
    return this.database.write(async (connection) => {
      if (!this.checked.has(connection)) await checkForm(this.database, connection);
      this.checked.add(connection);
      return work(connection, new DocketView(connection, this.memory));
    });
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
export async function docketOn(database: Database, options: DocketOptions): Promise<Docket> {
  const { create, patience = defaultPatience, projections = [] } = options;
  try {
    const docket = new Docket(database, patience, projections);
    await patiently(patience, async () => {
      const known = await database.read((connection) => migrationsIn(database, connection));
      if (known === 0 && !create)
        throw new DocketError("not-found", `there is no docket at ${database.name}. \`beholden docket new\` begins one.`);
      if (!(await migrate(database))) return;
      await docket.write(async (connection) => {
        for (const one of projections) await one.follow(connection, "all");
      });
    });
    return docket;
  } catch (error) {
    await database.close();
    throw error;
  }
}
