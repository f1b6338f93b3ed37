import { visible } from "../report/visible.js";
/** The exit statuses that scripts hold on to. */
export const exitStatus = { clean: 0, findings: 1, wrongUse: 2, fault: 3 } as const;

/** Wrong use or unreadable input, told in one or more lines for the person at the terminal. */
export class UsageError extends Error {
  override name = "UsageError";
  /** What kind of wrong use it is: `not-found` where what was named is not on file. */
  readonly code: "usage" | "not-found";
  constructor(message: string, code: "usage" | "not-found" = "usage") {
    super(message);
    this.code = code;
  }
}

/** The exit status after artefacts were read: a reader's own fault is beholden's, input that was lost is the user's. */
export function exitAfterReading(problems: readonly { code: string; severity: string }[]): number {
  if (problems.some((one) => one.code === "reader-fault")) return exitStatus.fault;
  return problems.some((one) => one.severity === "error") ? exitStatus.wrongUse : exitStatus.clean;
}

/** Errors whose messages are for the person at the terminal. */
const told = ["StoreError", "DocketError"];

/** Whether an error is about what was asked or given, so that its message is for people. */
export function isTold(error: unknown): error is Error {
  return error instanceof UsageError || (error instanceof Error && ("problems" in error || told.includes(error.name)));
}

/** Writes what went wrong to standard error and gives the exit status: 2 for the user's part, 3 for beholden's own. */
export function explainFault(error: unknown): number {
  if (isTold(error)) {
    process.stderr.write(`beholden: ${error.message.split("\n").map(visible).join("\n")}\n`);
    return exitStatus.wrongUse;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`beholden: a fault of its own, not of your input. Please report it with these lines:\n${detail}\n`);
  return exitStatus.fault;
}
