import { useMemo } from "react";
import { useCasesOf } from "../api/docket-of-review.js";
import type { OpenReview } from "../api/reviews.js";
import { type DecidedOn, decidedOn, nothingDecided } from "./decided.js";

/** What the cases of a review decided and dispute, by finding; nothing until it is answered, or where one sees no case. */
export function useDecided({ shelved, review }: OpenReview): DecidedOn {
  const { value } = useCasesOf(shelved.id);
  return useMemo(() => (value ? decidedOn(value, review, new Date().toISOString().slice(0, 10)) : nothingDecided), [value, review]);
}
