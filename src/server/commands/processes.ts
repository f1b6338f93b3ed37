import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../package-root.js";
import { FairQueue } from "../fair-queue.js";
import { RequestProblem } from "../problems.js";
import type { CommandAnswer, CommandOrder } from "./order.js";

/** Commands that wait; one more is told to come back. */
const mostWaiting = 100;
/** Commands of one session that run or wait. */
const mostOfOne = 20;
/** A process is replaced after so many commands, so that what it gathers is given back. */
const mostCommands = 500;
/** Megabytes of memory of one process. */
const memory = 3_072;

export interface CommandRequest extends CommandOrder {
  /** Whose it is; nobody can take all places. */
  caller: string;
  /** It may take long: a process is kept free for what is answered at once. */
  long: boolean;
  signal: AbortSignal;
}

interface Waiting extends CommandRequest {
  done: (answer: CommandAnswer) => void;
  failed: (error: unknown) => void;
}

interface Worker {
  child: ChildProcess;
  commands: number;
  current: Waiting | null;
}

/**
 * Processes that carry out commands beside the server, so that a long one keeps nobody else waiting, cannot use up the server's memory, and ends
 * at once when whoever asked has left.
 */
export class CommandProcesses {
  private readonly workers: Worker[] = [];
  private readonly waiting = new FairQueue<Waiting>();
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  /** @throws RequestProblem 429 or 503 where too many wait, 499 where whoever asked left */
  run(request: CommandRequest): Promise<CommandAnswer> {
    let leave = () => {};
    const answered = new Promise<CommandAnswer>((done, failed) => {
      if (request.signal.aborted) return failed(left());
      const running = this.workers.filter(({ current }) => current?.caller === request.caller).length;
      if (this.waiting.of(request.caller) + running >= mostOfOne)
        return failed(later(429, "too-many", "This session has asked for too much at once."));
      if (this.waiting.length >= mostWaiting) return failed(later(503, "busy", "The server is busy."));
      const one: Waiting = { ...request, done, failed };
      leave = () => this.abandon(one);
      request.signal.addEventListener("abort", leave, { once: true });
      this.waiting.push(one.caller, one);
      this.next();
    });
    // A signal lasts as long as a request may, and would keep the answer with it.
    return answered.finally(() => request.signal.removeEventListener("abort", leave));
  }

  /** Ends every process. */
  stop(): void {
    for (const one of this.waiting.clear()) one.failed(left());
    for (const { child } of this.workers.splice(0)) child.kill("SIGKILL");
  }

  private next(): void {
    const free = this.workers.find(({ current }) => current === null);
    if (!free && this.workers.length >= this.size) return;
    const long = this.workers.filter(({ current }) => current?.long).length;
    const one = this.waiting.next((waiting) => !waiting.long || long < Math.max(1, this.size - 1));
    if (!one) return;
    const worker = free ?? this.start();
    worker.current = one;
    worker.commands += 1;
    worker.child.send({ words: one.words, folder: one.folder } satisfies CommandOrder, (error) => {
      if (error) this.lose(worker);
    });
    this.next();
  }

  private start(): Worker {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const child = fork(join(packageRoot(), "dist", "command-worker.js"), [], {
      ...{ serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"], env },
      execArgv: [`--max-old-space-size=${memory}`],
    });
    const worker: Worker = { child, commands: 0, current: null };
    child.on("message", (answer: CommandAnswer) => {
      worker.current?.done(answer);
      worker.current = null;
      if (worker.commands >= mostCommands) this.lose(worker);
      this.next();
    });
    child.on("exit", () => this.lose(worker));
    child.on("error", () => this.lose(worker));
    // An idle process keeps nobody from ending.
    child.unref();
    child.channel?.unref();
    this.workers.push(worker);
    return worker;
  }

  /** A process that ended on its own, by too much memory or a fault. */
  private lose(worker: Worker): void {
    const index = this.workers.indexOf(worker);
    if (index >= 0) this.workers.splice(index, 1);
    worker.child.kill("SIGKILL");
    worker.current?.failed(tooMuch());
    worker.current = null;
    if (index >= 0) this.next();
  }

  private abandon(one: Waiting): void {
    this.waiting.drop(one.caller, one);
    one.failed(left());
    const worker = this.workers.find(({ current }) => current === one);
    if (!worker) return;
    worker.current = null;
    this.lose(worker);
  }
}

function later(status: number, code: string, message: string): RequestProblem {
  return new RequestProblem(status, code, message, { action: "Ask again in a moment.", headers: { "Retry-After": "2" } });
}

function left(): RequestProblem {
  return new RequestProblem(503, "stopped", "The request was stopped before it was answered.", { action: "Ask again." });
}

function tooMuch(): RequestProblem {
  return new RequestProblem(413, "too-much", "What was asked for needs more memory than one request may take.", {
    action: "Ask about less at once, or use the command line.",
  });
}
