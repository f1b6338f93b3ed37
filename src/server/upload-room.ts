import { RequestProblem } from "./problems.js";

/** Memory for uploads that one request takes part of while they are received and worked on. */
export interface UploadShare {
  /** @throws RequestProblem 503 where there is no more room now */
  take(bytes: number): void;
  /** Gives back all that was taken. */
  free(): void;
}

/**
 * Bounds what all uploads hold in memory together. Room is taken by the bytes that have come, not by those that were announced: a sender who is slow
 * takes little from the others, and nobody can take all of it.
 */
export class UploadRoom {
  private held = 0;
  private readonly heldBy = new Map<string, number>();
  private readonly most: number;
  private readonly mostOfOne: number;

  /**
   * @param most bytes of all callers together
   * @param mostOfOne bytes of one caller
   */
  constructor(most: number, mostOfOne: number) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** A share of a caller, of nothing yet. */
  open(caller: string): UploadShare {
    let taken = 0;
    return {
      take: (bytes) => {
        const own = this.heldBy.get(caller) ?? 0;
        if (own + bytes > this.mostOfOne) throw noRoom(`You send more than ${inWords(this.mostOfOne)} of files at once.`);
        if (this.held + bytes > this.most) throw noRoom("The server is taking in as many files of others as it can hold.");
        this.add(caller, bytes);
        taken += bytes;
      },
      free: () => {
        this.add(caller, -taken);
        taken = 0;
      },
    };
  }

  private add(caller: string, bytes: number): void {
    this.held += bytes;
    const own = (this.heldBy.get(caller) ?? 0) + bytes;
    if (own > 0) this.heldBy.set(caller, own);
    else this.heldBy.delete(caller);
  }
}

function noRoom(what: string): RequestProblem {
  return new RequestProblem(503, "busy", what, {
    action: "Send it again in some seconds, with the same Idempotency-Key: nothing of it was recorded.",
    headers: { "Retry-After": "5" },
  });
}

function inWords(bytes: number): string {
  return bytes >= 1 << 20 ? `${bytes >> 20} MiB` : `${bytes} bytes`;
}
