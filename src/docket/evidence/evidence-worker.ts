// A thread of its own that reads a file which somebody brought: the entry of dist/evidence-worker.js.
import { parentPort, workerData } from "node:worker_threads";
import { RefusedContent } from "./formats/format.js";
import { inspect } from "./inspect.js";
import { boundBuffers } from "./memory-guard.js";
import type { ThreadAnswer, ThreadQuestion } from "./thread.js";

const { file, unpackedMegabytes } = workerData as ThreadQuestion;
const swells = boundBuffers(unpackedMegabytes);
const tell = (answer: ThreadAnswer) => parentPort?.postMessage(answer);
const tooMuch = { fault: `it unpacks to more than ${unpackedMegabytes} megabytes, as files do that are made to exhaust their readers` };
inspect(file).then(
  (inspected) => tell(swells() ? tooMuch : { inspected }),
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    if (swells()) tell(tooMuch);
    else tell(error instanceof RefusedContent ? { refused: message } : { fault: `it cannot be read: ${message}` });
  },
);
