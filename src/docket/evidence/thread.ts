import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../package-root.js";
import { RefusedContent } from "./formats/format.js";
import type { BroughtFile, Inspected } from "./inspect.js";

/** What reading one file may take. */
export interface ThreadLimits {
  milliseconds: number;
  megabytes: number;
  /** What is unpacked lies beside the memory that a thread can be given a limit for. */
  unpackedMegabytes: number;
}

export const usualLimits: ThreadLimits = { milliseconds: 60_000, megabytes: 1024, unpackedMegabytes: 512 };

/** What a thread is given. */
export interface ThreadQuestion {
  file: BroughtFile;
  unpackedMegabytes: number;
}

/** What a thread answers. */
export type ThreadAnswer = { inspected: Inspected } | { refused: string } | { fault: string };

/**
 * Inspects a file in a thread of its own, which is ended where it takes too long or too much memory: then nothing is kept.
 *
 * @param worker the thread's code; where it was not built, as in a test from the source, the file is read here
 * @throws RefusedContent for a file that is no evidence
 */
export async function inspectApart(
  file: BroughtFile,
  limits: ThreadLimits = usualLimits,
  worker = join(packageRoot(), "dist", "evidence-worker.js"),
): Promise<Inspected> {
  if (!existsSync(worker)) return (await import("./inspect.js")).inspect(file);
  const answer = await asked(worker, file, limits);
  if ("inspected" in answer) return answer.inspected;
  throw new RefusedContent("refused" in answer ? answer.refused : `${file.name} is not taken: ${answer.fault}.`);
}

function asked(worker: string, file: BroughtFile, { milliseconds, megabytes, unpackedMegabytes }: ThreadLimits): Promise<ThreadAnswer> {
  return new Promise((resolve) => {
    const thread = new Worker(worker, {
      workerData: { file, unpackedMegabytes } satisfies ThreadQuestion,
      // Nothing of the environment is anything to a file, and what a library prints is nothing to the user.
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const end = (answer: ThreadAnswer) => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    const timer = setTimeout(
      () =>
        end({ fault: `reading it took longer than ${milliseconds / 1000} seconds, as files do that are made to keep their readers busy` }),
      milliseconds,
    );
    thread.on("message", end);
    thread.on("error", (error: Error & { code?: string }) => {
      const memory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      end({ fault: memory ? `reading it took more than ${megabytes} megabytes of memory` : `it cannot be read: ${error.message}` });
    });
    thread.on("exit", () => end({ fault: "reading it ended early" }));
  });
}
