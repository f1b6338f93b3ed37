import { FairQueue } from "./fair-queue.js";

/** Requests that begin in one turn of the event loop: a few milliseconds of work. */
const together = 16;
/** How long the next ones wait while a write is at its database, in milliseconds. */
const respite = 8;

/**
 * Lets requests begin a few at a time, by turns of those who ask. What is under way has many steps, each of which waits for everything that begins
 * in the same moment: were they all let in at once, a write that asks its database a dozen times would wait a dozen times for all of them.
 */
export class Turns {
  private readonly waiting = new FairQueue<() => void>();
  private running = false;
  private readonly isWriting: () => boolean;

  /** @param isWriting whether a write waits for a database that answers from outside */
  constructor(isWriting: () => boolean) {
    this.isWriting = isWriting;
  }

  /** Waits for the turn of a caller. */
  next(caller: string): Promise<void> {
    return new Promise((begin) => {
      this.waiting.push(caller, begin);
      if (this.running) return;
      this.running = true;
      setImmediate(() => this.run());
    });
  }

  private run(): void {
    for (let begun = 0; begun < together; begun++) this.waiting.next()?.();
    if (this.waiting.length === 0) this.running = false;
    else if (this.isWriting()) setTimeout(() => this.run(), respite);
    else setImmediate(() => this.run());
  }
}
