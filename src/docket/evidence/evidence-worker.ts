// A thread of its own that reads a file which somebody brought: the entry of dist/evidence-worker.js.
import { parentPort, workerData } from "node:worker_threads";
import { RefusedContent } from "./formats/format.js";
import { type BroughtFile, inspect } from "./inspect.js";
import type { ThreadAnswer } from "./thread.js";

const tell = (answer: ThreadAnswer) => parentPort?.postMessage(answer);
inspect(workerData as BroughtFile).then(
  (inspected) => tell({ inspected }),
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    tell(error instanceof RefusedContent ? { refused: message } : { fault: `it cannot be read: ${message}` });
  },
);
