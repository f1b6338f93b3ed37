import type { DocketConflict } from "../../model/index.js";

/**
 * Why a docket did not do what was asked. `unavailable`: the store cannot be reached; `unknown`: it went away while a change was being
 * committed, so only asking again with the same key tells; `refused`: the law or the record forbids it.
 */
export type DocketErrorCode =
  | "busy"
  | "full"
  | "unavailable"
  | "unknown"
  | "unusable"
  | "newer"
  | "broken"
  | "conflict"
  | "key-used"
  | "not-found"
  | "refused"
  | "invalid";

/** What a docket could not or would not do, with what to do about it in its message. */
export class DocketError extends Error {
  override name = "DocketError";
  readonly code: DocketErrorCode;
  constructor(code: DocketErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** A save that was made on an older version than the one that is there. */
export class ConflictError extends DocketError {
  readonly conflict: DocketConflict;
  constructor(conflict: DocketConflict) {
    const { object, theirs, fields } = conflict;
    const clashes = fields.filter(({ from }) => from === "clash").map(({ path }) => path.join("."));
    const how = clashes.length > 0 ? `both changed ${clashes.join(", ")}` : "the changes do not touch each other";
    super(
      "conflict",
      `${object.kind} ${object.id} was changed by ${theirs.by} at ${theirs.at}, after the version that this save was made on; ${how}.`,
    );
    this.conflict = conflict;
  }
}
