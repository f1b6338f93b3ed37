// A thread of its own that writes the store of an import: the entry of dist/import-worker.js.
import { parentPort, workerData } from "node:worker_threads";
import type { ImportedSource } from "../model/index.js";
import { receiveBatch } from "../reference/import/fact-batch-reader.js";
import { createStoreWriter } from "../reference/store/writer.js";
import { nameKeysOf } from "../screen/name-keys.js";
import type { ImportThreadAnswer, ImportThreadFault, ImportThreadSettings, SentBatch } from "./import-threads.js";

const { folder, state, shared } = workerData as ImportThreadSettings;
const writer = createStoreWriter(folder, { nameKeys: nameKeysOf });
let fault: ImportThreadFault | undefined;

parentPort?.on("message", (message: SentBatch | "settle" | { source: ImportedSource }) => {
  const batch = batchOf(message);
  try {
    if (fault) return;
    if (batch) receiveBatch(batch, writer);
    else if (typeof message === "object" && "source" in message) writer.finish(message.source);
  } catch (error) {
    fault = { fault: error instanceof Error ? error.message : String(error), system: error instanceof Error && "syscall" in error };
    Atomics.store(state, 1, 1);
  } finally {
    if (batch) {
      Atomics.add(state, 0, 1);
      Atomics.notify(state, 0);
    } else {
      const answer: ImportThreadAnswer = fault ?? { kept: writer.kept };
      parentPort?.postMessage(answer);
    }
  }
});

function batchOf(message: SentBatch | "settle" | { source: ImportedSource }): Uint8Array | undefined {
  if (message instanceof Uint8Array) return message;
  return typeof message === "object" && "place" in message ? shared.subarray(message.place, message.place + message.length) : undefined;
}
