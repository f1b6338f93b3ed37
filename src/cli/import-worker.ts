// A thread of its own that writes the store of an import: the entry of dist/import-worker.js.
import { parentPort, workerData } from "node:worker_threads";
import type { ImportedSource } from "../model/index.js";
import { receiveBatch } from "../reference/import/fact-batches.js";
import { createStoreWriter } from "../reference/store/writer.js";
import { nameKeysOf } from "../screen/name-keys.js";
import type { ImportThreadAnswer, ImportThreadFault, ImportThreadSettings } from "./import-threads.js";

const { folder, state } = workerData as ImportThreadSettings;
const writer = createStoreWriter(folder, { nameKeys: nameKeysOf });
let fault: ImportThreadFault | undefined;

parentPort?.on("message", (message: Uint8Array | "settle" | { source: ImportedSource }) => {
  try {
    if (fault) return;
    if (message instanceof Uint8Array) receiveBatch(message, writer);
    else if (message !== "settle") writer.finish(message.source);
  } catch (error) {
    fault = { fault: error instanceof Error ? error.message : String(error), system: error instanceof Error && "syscall" in error };
    Atomics.store(state, 1, 1);
  } finally {
    if (message instanceof Uint8Array) {
      Atomics.add(state, 0, 1);
      Atomics.notify(state, 0);
    } else {
      const answer: ImportThreadAnswer = fault ?? { kept: writer.kept };
      parentPort?.postMessage(answer);
    }
  }
});
