// A thread of its own that screens what it is sent: the entry of dist/screen-worker.js.
import { parentPort, workerData } from "node:worker_threads";
import type { ScreenQuery } from "../model/index.js";
import { openSession, type SessionSettings } from "./screen-session.js";

const screening = await openSession(workerData as SessionSettings);
parentPort?.on("message", (batch: [string, ScreenQuery][] | "end") => {
  if (batch !== "end") {
    parentPort?.postMessage({ responses: batch.map(([key, query]) => [key, screening.answer(query)]) });
    return;
  }
  parentPort?.postMessage({ run: screening.run() });
  parentPort?.close();
});
