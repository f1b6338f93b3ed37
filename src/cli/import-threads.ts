import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ImportedSource } from "../model/index.js";
import { packageRoot } from "../package-root.js";
import { batchBytes, FactBatches } from "../reference/import/fact-batches.js";
import type { HashBeside } from "../reference/import/import-run.js";
import { type CreateWriter, type ImportWriter, writeHere } from "../reference/import/import-writer.js";
import { nameKeysOf } from "../screen/name-keys.js";

/** A file below this is imported before a second thread has started. */
const worthThread = 64 * 1024 * 1024;
/** Batches of about a megabyte that may wait: enough that neither thread waits for the other, and no more memory than that. */
const places = 16;
/** A thread that takes no batch for so long is gone. */
const patienceMilliseconds = 120_000;

export interface ImportThreadSettings {
  folder: string;
  /** How many batches are done, and whether one could not be. */
  state: Int32Array;
  /** Memory of both threads: as many places for batches as may wait. */
  shared: Uint8Array;
}

/** A batch by its place in the shared memory and its length, or one that is too long for that. */
export type SentBatch = { place: number; length: number } | Uint8Array;

/** Told by the thread: what is kept, or why something could not be; `system` where the system refused it, such as for a full disk. */
export type ImportThreadAnswer = { kept: ImportWriter["kept"] } | ImportThreadFault;
export interface ImportThreadFault {
  fault: string;
  system: boolean;
}

/** Writes the store of a large file in a thread of its own, so that a register is read on one core and written on another. */
export const writeOnThread: CreateWriter = (folder, fileBytes) => {
  return isWorthThread(fileBytes) ? new ThreadWriter(folder) : writeHere(nameKeysOf)(folder, fileBytes);
};

/** What the thread tells that hashes a file: a failure is the system's, which refused to read it. */
export type HashThreadAnswer = { sha256: string } | { fault: string };

/** Hashes a large file in a thread of its own while it is being read, so that no core waits for it. */
export const hashOnThread: HashBeside = (path, fileBytes) => {
  if (!isWorthThread(fileBytes)) return undefined;
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile("hash-worker"), { workerData: path });
    worker.on("message", (answer: HashThreadAnswer) => {
      if ("sha256" in answer) resolve(answer.sha256);
      else reject(Object.assign(new Error(answer.fault), { syscall: "read" }));
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the thread that hashes the file ended early")));
  });
};

function isWorthThread(fileBytes: number): boolean {
  return fileBytes >= worthThread && availableParallelism() >= 2 && existsSync(threadFile("import-worker"));
}

class ThreadWriter extends FactBatches implements ImportWriter {
  kept: ImportWriter["kept"] = { parties: 0, interests: 0, listings: 0 };
  private readonly worker: Worker;
  private readonly state = new Int32Array(new SharedArrayBuffer(8));
  private readonly shared = new Uint8Array(new SharedArrayBuffer(places * batchBytes));
  private sent = 0;
  private readonly answers: ((answer: ImportThreadAnswer) => void)[] = [];
  private fault: ImportThreadFault | undefined;

  constructor(folder: string) {
    super((batch) => this.send(batch));
    const settings: ImportThreadSettings = { folder, state: this.state, shared: this.shared };
    this.worker = new Worker(threadFile("import-worker"), { workerData: settings });
    this.worker.on("message", (answer: ImportThreadAnswer) => this.answers.shift()?.(answer));
    this.worker.on("error", (error) => this.gone(error.message));
    this.worker.on("exit", () => this.gone("it ended early"));
  }

  async settle(): Promise<void> {
    this.flush();
    await this.ask("settle");
  }

  async finish(source: ImportedSource): Promise<void> {
    await this.ask({ source });
    await this.worker.terminate();
  }

  async abandon(): Promise<void> {
    await this.worker.terminate();
  }

  private send(batch: Uint8Array): void {
    // What comes after a batch that could not be kept is of no use; `settle` tells why.
    if (Atomics.load(this.state, 1) === 1) return;
    for (let done = Atomics.load(this.state, 0); this.sent - done >= places; done = Atomics.load(this.state, 0)) {
      if (Atomics.wait(this.state, 0, done, patienceMilliseconds) === "timed-out")
        throw new Error("the thread that writes the store takes nothing any more");
    }
    this.worker.postMessage(this.placed(batch));
    this.sent += 1;
  }

  /** The places are taken in turn: the one at hand is free, since only as many batches wait as there are. */
  private placed(batch: Uint8Array): SentBatch {
    if (batch.length > batchBytes) return batch;
    const place = (this.sent % places) * batchBytes;
    this.shared.set(batch, place);
    return { place, length: batch.length };
  }

  private async ask(question: "settle" | { source: ImportedSource }): Promise<void> {
    const answer = await new Promise<ImportThreadAnswer>((resolve) => {
      if (this.fault) return resolve(this.fault);
      this.answers.push(resolve);
      this.worker.postMessage(question);
    });
    if ("fault" in answer) throw Object.assign(new Error(answer.fault), answer.system ? { syscall: "write" } : {});
    this.kept = answer.kept;
  }

  private gone(fault: string): void {
    this.fault ??= { fault: `the thread that writes the store: ${fault}`, system: false };
    for (const resolve of this.answers.splice(0)) resolve(this.fault);
  }
}

function threadFile(name: "import-worker" | "hash-worker"): string {
  return join(packageRoot(), "dist", `${name}.js`);
}
