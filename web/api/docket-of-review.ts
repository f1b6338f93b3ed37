import type { CasesOfReview, WithoutStep } from "../../src/model/index.js";
import { useMay } from "./session.js";
import { type Answered, useAnswer } from "./use-answer.js";

/** Under this stand the cases of every review: a change in the docket makes them old. */
export const casesOfReviews = "/api/review-cases";

/** The cases that a review is attached to, with what was decided on it there; nothing is asked for whoever sees no case. */
export function useCasesOf(review: string): Answered<CasesOfReview> {
  const may = useMay();
  return useAnswer<CasesOfReview>(may("case:read") ? `${casesOfReviews}/${review}` : null);
}

/** What would be otherwise if a step of a reach's path did not hold; null asks for nothing. */
export function useWithoutStep(review: string, number: number, step: number | null): Answered<WithoutStep> {
  return useAnswer<WithoutStep>(step === null ? null : `/api/reviews/${review}/reaches/${number}/without/${step}`, { lasting: true });
}
