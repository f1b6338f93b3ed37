import { RequestProblem } from "../problems.js";

export interface Rate {
  /** Requests that may come at once. */
  burst: number;
  /** Requests a second, in the long run. */
  perSecond: number;
}

/** Callers that are remembered; the one that was quiet longest is forgotten first, so memory is bounded. */
const mostCallers = 10_000;

interface Bucket {
  left: number;
  at: number;
}

/** Counts requests per caller in buckets that fill up again. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();
  private readonly rate: Rate;
  private readonly now: () => number;

  constructor(rate: Rate, now: () => number) {
    this.rate = rate;
    this.now = now;
  }

  /** @throws RequestProblem 429, with the seconds to wait */
  take(caller: string): void {
    const { burst, perSecond } = this.rate;
    const at = this.now();
    const before = this.buckets.get(caller);
    const left = before ? Math.min(burst, before.left + (Math.max(0, at - before.at) / 1000) * perSecond) : burst;
    this.buckets.delete(caller);
    this.buckets.set(caller, { left: Math.max(0, left - 1), at });
    const [quietest] = this.buckets.keys();
    if (this.buckets.size > mostCallers && quietest !== undefined) this.buckets.delete(quietest);
    if (left >= 1) return;
    const seconds = Math.ceil((1 - left) / perSecond);
    throw new RequestProblem(429, "too-many", "Too many requests.", {
      action: `Ask again in ${seconds} s.`,
      headers: { "Retry-After": String(seconds) },
    });
  }
}
