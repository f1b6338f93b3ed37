import type { Connection } from "./database.js";
import { DocketError, type DocketErrorCode } from "./errors.js";

/** Requests that share one commit at most: who is in it waits for all of it, and PostgreSQL keeps so many subtransactions at hand. */
const mostTogether = 50;
/** How long they go on before what else the process has to do gets its turn, in milliseconds. Shorter, and readers would starve the writers. */
const turn = 50;

/** Failures of the store, not of a request: they end the transaction for all that are in it. */
const ofStore: ReadonlySet<DocketErrorCode> = new Set<DocketErrorCode>([
  "busy",
  "full",
  "unavailable",
  "unknown",
  "unusable",
  "newer",
  "broken",
]);

interface Waiting {
  work(connection: Connection): Promise<unknown>;
  done(value: unknown): void;
  failed(error: unknown): void;
}

type Transaction = <Result>(work: (connection: Connection) => Promise<Result>) => Promise<Result>;

/**
 * Puts the writes of a process in line, and carries out those that wait together in one transaction: a commit has to reach the disk once for all
 * of them. Each keeps its own all-or-nothing by a savepoint, and none is told anything before the commit that it is in, for it may have
 * seen what others in it wrote.
 *
 * @param transaction carries out work in a transaction of its own
 */
export function writeLine(transaction: Transaction): { write: Transaction; isRunning(): boolean; ended(): Promise<void> } {
  const waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await carryOut(transaction, waiting.splice(0, mostTogether));
      await others();
    }
    running = null;
  }

  return {
    write<Result>(work: (connection: Connection) => Promise<Result>) {
      return new Promise<Result>((done, failed) => {
        waiting.push({ work, done: done as (value: unknown) => void, failed });
        // Begun a moment later, so that those who ask in the same moment go together.
        running ??= others().then(run);
      });
    },
    isRunning: () => running !== null,
    async ended() {
      await running;
    },
  };
}

async function carryOut(transaction: Transaction, all: Waiting[]): Promise<void> {
  const [first] = all;
  if (all.length === 1 && first) {
    await transaction((connection) => first.work(connection)).then(first.done, first.failed);
    return;
  }
  try {
    const tell = await transaction((connection) => together(connection, all));
    for (const one of tell) one();
  } catch (error) {
    const code = error instanceof DocketError ? error.code : undefined;
    if (code === "unknown" || code === "unavailable") for (const one of all) one.failed(error);
    // Nothing of it was written. Each by itself, whoever it was that could not be has its own failure.
    else for (const one of all) await carryOut(transaction, [one]);
  }
}

/** Works one after the other; gives how each is told what became of it. */
async function together(connection: Connection, all: Waiting[]): Promise<(() => void)[]> {
  const tell: (() => void)[] = [];
  let since = performance.now();
  for (const { work, done, failed } of all) {
    // The one before stands, hidden by this one, until the commit: to release it would be one way more to the database.
    await connection.run("SAVEPOINT request");
    try {
      const value = await work(connection);
      tell.push(() => done(value));
    } catch (error) {
      if (error instanceof DocketError && ofStore.has(error.code)) throw error;
      await connection.run("ROLLBACK TO SAVEPOINT request");
      tell.push(() => failed(error));
    }
    if (performance.now() - since > turn) {
      await others();
      since = performance.now();
    }
  }
  return tell;
}

/** Lets the process answer others meanwhile. */
function others(): Promise<void> {
  return new Promise((next) => setImmediate(next));
}
