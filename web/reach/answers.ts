import type { Reach } from "../../src/model/index.js";
import { confidences } from "../../src/model/order.js";
import { governmentsOfConcern, type ReachState, reachState } from "../../src/report/view.js";
import type { OpenReview } from "../api/reviews.js";

/** A question: can a government do something to something, through somebody? An empty part asks for any. */
export interface Question {
  /** A code; `concern`: those that the rule packs are concerned with; empty: any. */
  government: string;
  effect: string;
  /** `kind:id` of a holding or system. */
  target: string;
  provider: string;
}

/** What stands in the way of a plain yes, in the order in which the answers are shown. */
export const answerStates: readonly ReachState[] = ["confirmed", "lead", "supposed", "cut"];

export const answerHeadings = {
  confirmed: "Can",
  lead: "Possibly can: only leads, on facts of low confidence",
  supposed: "Could not, if the assumed measures were in place",
  cut: "Cannot any more: ended by measures in place",
} satisfies Record<ReachState, string>;

export interface Answer {
  reach: Reach;
  number: number;
  state: ReachState;
  provider: string;
}

/** The reaches that answer a question, those that hold first, the surest first. */
export function answersTo(question: Question, { review, view }: OpenReview): Answer[] {
  const concern = governmentsOfConcern(review);
  return review.reaches
    .map((reach, index) => ({
      reach,
      number: index + 1,
      state: reachState(reach),
      provider: view.transaction(reach.transaction)?.provider ?? "",
    }))
    .filter(
      ({ reach, provider }) =>
        (question.government === "" ||
          (question.government === "concern" ? concern.has(reach.government) : reach.government === question.government)) &&
        (question.effect === "" || reach.effect === question.effect) &&
        (question.target === "" || `${reach.target.kind}:${reach.target.id}` === question.target) &&
        (question.provider === "" || provider === question.provider),
    )
    .sort(
      (left, right) =>
        answerStates.indexOf(left.state) - answerStates.indexOf(right.state) ||
        confidences.indexOf(left.reach.path.confidence) - confidences.indexOf(right.reach.path.confidence) ||
        left.number - right.number,
    );
}
