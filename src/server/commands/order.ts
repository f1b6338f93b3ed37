/** A command for a process of its own, as one would type it. */
export interface CommandOrder {
  words: readonly string[];
  /** The folder that it is carried out in. */
  folder: string;
}

/** What became of it. */
export interface CommandAnswer {
  exit: number;
  output: Uint8Array;
  remarks: string;
  /** Why there is no output: wrong use (`usage`), a code of a docket's errors, or a fault of beholden's own (`fault`). */
  problem: { code: string; message: string } | null;
}
