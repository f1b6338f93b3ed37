// A thread of its own that hashes a file while another reads it: the entry of dist/hash-worker.js.
import { parentPort, workerData } from "node:worker_threads";
import { hashFile } from "../reference/import/digest.js";
import type { HashThreadAnswer } from "./import-threads.js";

const tell = (answer: HashThreadAnswer) => parentPort?.postMessage(answer);
hashFile(workerData as string).then(
  (sha256) => tell({ sha256 }),
  (error: unknown) => tell({ fault: error instanceof Error ? error.message : String(error) }),
);
