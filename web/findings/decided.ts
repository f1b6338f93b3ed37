import type { CasesOfReview, DecisionLine, Finding, Review } from "../../src/model/index.js";

/** How a finding stands by what was decided on it in a case. */
export type DecidedState = "accepted" | "ended" | "mitigated" | "prohibited" | "not-prohibited" | "cannot-be-judged" | "proposed";

/** One decision of a case as it bears on a finding. */
export interface Decided {
  case: string;
  caption: string;
  decision: DecisionLine;
  state: DecidedState;
  /** In few words: `accepted until 2027-03-01, on an older state`. */
  words: string;
}

/** What bears on each finding in the cases that a review belongs to. */
export interface DecidedOn {
  decisions: ReadonlyMap<string, readonly Decided[]>;
  /** Findings that rest on a reach of which a hop is disputed. */
  disputed: ReadonlyMap<string, readonly CasesOfReview["cases"][number]["disputes"][number][]>;
}

export const nothingDecided: DecidedOn = { decisions: new Map(), disputed: new Map() };

/** What was decided or disputed in the cases of a review, by finding. What was sent back or withdrawn decides nothing. */
export function decidedOn({ cases }: CasesOfReview, { reaches, findings }: Pick<Review, "reaches" | "findings">, today: string): DecidedOn {
  const decisions = new Map<string, Decided[]>();
  for (const { id, caption, decisions: all } of cases) {
    for (const decision of all) {
      const state = stateOf(decision, today);
      if (!state) continue;
      const one = { case: id, caption, decision, state, words: wordsOf(decision, state) };
      for (const { id: finding } of decision.findings) decisions.set(finding, [...(decisions.get(finding) ?? []), one]);
    }
  }
  const disputed = new Map<string, CasesOfReview["cases"][number]["disputes"]>();
  for (const dispute of cases.flatMap((one) => one.disputes)) {
    const reach = reaches[dispute.reach - 1]?.id;
    for (const { id, reaches: on } of findings) {
      if (reach && on.includes(reach)) disputed.set(id, [...(disputed.get(id) ?? []), dispute]);
    }
  }
  return { decisions, disputed };
}

function stateOf({ standing, outcome, until }: DecisionLine, today: string): DecidedState | null {
  if (standing.status === "returned" || standing.status === "withdrawn") return null;
  if (standing.status === "proposed") return "proposed";
  if (until !== undefined && until < today) return "ended";
  if (outcome === "permitted-with-measures") return "mitigated";
  return outcome === "not-prohibited" && until !== undefined ? "accepted" : outcome;
}

function wordsOf({ standing, outcome, until }: DecisionLine, state: DecidedState): string {
  const decided = outcome.replaceAll("-", " ");
  const end = until === undefined ? "" : ` until ${until}`;
  const said = {
    ...{ accepted: `accepted${end}`, ended: `was ${decided}${end}, and that is over`, mitigated: `permitted with measures${end}` },
    ...{ prohibited: `prohibited${end}`, "not-prohibited": "not prohibited", "cannot-be-judged": `cannot be judged${end}` },
    proposed: `${decided}${end} is proposed`,
  }[state];
  return `${said}${standing.current ? "" : ", on an older state"}`;
}

/** Whether a finding needs no further proposal: something approved and in time on the present state answers it, or somebody accepted it. */
export function isLocked({ id, status }: Finding, { decisions }: DecidedOn): boolean {
  return status === "accepted" || (decisions.get(id) ?? []).some(({ state, decision }) => decision.standing.current && state !== "ended");
}
