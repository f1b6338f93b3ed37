import { useEffect } from "react";
import type { NamedParties } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import { type Answered, useAnswer } from "../api/use-answer.js";
import { Note } from "../parts/state.js";

/** The parties that kept reviews name. Where there are many reviews that were not opened yet, each answer goes on with the next of them. */
export function useNamedParties(): Answered<NamedParties> {
  const answered = useAnswer<NamedParties>("/api/parties");
  const { value, asking, failure, again } = answered;
  const left = value?.left ?? 0;
  useEffect(() => {
    if (left > 0 && !asking && !failure) again();
  }, [left, asking, failure, again]);
  return answered;
}

/** Says how many reviews are not in it yet, for as long as there are any. */
export function StillOpened({ read, left }: Pick<NamedParties, "read" | "left">) {
  return left === 0 ? null : (
    <Note kind="stale">
      {counted(left, "review")} of {read + left} {left === 1 ? "is" : "are"} not in it yet: they are being opened now, and join by
      themselves.
    </Note>
  );
}
