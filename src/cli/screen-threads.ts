import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ScreenQuery, ScreenResponse, ScreenRun } from "../model/index.js";
import { packageRoot } from "../package-root.js";
import { sumOfTallies } from "../screen/index.js";
import type { SessionSettings } from "./screen-session.js";

export interface Answered {
  responses: Map<string, ScreenResponse>;
  run: ScreenRun;
}

/** Fewer names than this are answered before a second thread has indexed the lists. */
const worthThreads = 3_000;
const mostThreads = 4;
const batchSize = 200;

/** How many threads a file is worth; one where the built worker is not there, as in tests of the sources. */
export function threadsFor(queries: number): number {
  if (queries < worthThreads || !existsSync(workerFile())) return 1;
  return Math.min(mostThreads, availableParallelism());
}

/** Screens on several threads, each with an index of its own. The answer is the same as that of one, in the order of the queries. */
export async function screenOnThreads(
  queries: ReadonlyMap<string, ScreenQuery>,
  settings: SessionSettings,
  threads: number,
  onProgress: (done: number) => void,
): Promise<Answered> {
  const all = [...queries];
  const answered: [string, ScreenResponse][][] = [];
  let next = 0;
  let done = 0;
  const take = () => {
    const at = next;
    next += 1;
    return { at, batch: all.slice(at * batchSize, (at + 1) * batchSize) };
  };
  const runs = await Promise.all(
    Array.from({ length: threads }, () =>
      runThread(settings, take, (at, responses) => {
        answered[at] = responses;
        done += responses.length;
        onProgress(done);
      }),
    ),
  );
  const [first] = runs;
  if (!first) throw new Error("no thread was started");
  return { responses: new Map(answered.flat()), run: { ...first, ...sumOfTallies(runs) } };
}

type Answer = { responses: [string, ScreenResponse][] } | { run: ScreenRun };

function runThread(
  settings: SessionSettings,
  take: () => { at: number; batch: [string, ScreenQuery][] },
  keep: (at: number, responses: [string, ScreenResponse][]) => void,
): Promise<ScreenRun> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: settings });
    let current = take();
    const send = () => worker.postMessage(current.batch.length > 0 ? current.batch : "end");
    worker.on("message", (answer: Answer) => {
      if ("run" in answer) return resolve(answer.run);
      keep(current.at, answer.responses);
      current = take();
      send();
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`a thread ended with ${code} before it had answered`)));
    send();
  });
}

function workerFile(): string {
  return join(packageRoot(), "dist", "screen-worker.js");
}
