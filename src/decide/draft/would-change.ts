import type { Day, DraftMeasure, Evidence, Finding, Review, Supposition } from "../../model/index.js";
import type { LawDay } from "./law-days.js";
import type { Recomputation, Supposed } from "./suppose.js";

/** What suppositions are computed with. */
export interface SuppositionInput {
  review: Review;
  recompute: Recomputation;
  lawOf: (finding: Finding) => Evidence;
  days: readonly LawDay[];
  /** The same artefacts reviewed on a later day, where they are at hand. */
  laterReviews: ReadonlyMap<Day, Review>;
}

type Rest = Partial<Pick<Supposition, "questions" | "evidence" | "day" | "computedBy">>;

/** What would change the outcome of one transaction, each supposition computed by deciding again. */
export function suppositionsOf(
  transaction: string,
  findings: readonly Finding[],
  measures: readonly DraftMeasure[],
  input: SuppositionInput,
): Supposition[] {
  const ask = (kind: Supposition["kind"], supposed: string, change: Supposed, rest: Rest = {}) =>
    supposition(kind, supposed, change, input.recompute.ofTransaction(transaction, change), rest);
  return [...onFindings(findings, ask, input), ...onMeasures(measures, ask), ...onDays(transaction, input)];
}

/** The same for the case: every open question answered one way or the other, everything taken away, and the days of the law. */
export function suppositionsOfCase(input: SuppositionInput): Supposition[] {
  const ask = (kind: Supposition["kind"], supposed: string, change: Supposed, rest: Rest = {}) =>
    supposition(kind, supposed, change, input.recompute.ofCase(change), rest);
  const weighty = input.review.findings.filter(weighs);
  const open = weighty.filter(isOpen);
  const questions = unique(open.flatMap(({ settle }) => settle));
  const onOpen =
    open.length === 0
      ? []
      : [
          ask(
            "open-question",
            "every open question of the case is answered so that no open rule applies",
            { takenAway: ids(open) },
            { questions },
          ),
          ask(
            "open-question",
            "every open question of the case is answered so that each open rule applies",
            { established: ids(open) },
            { questions },
          ),
        ];
  const settled = weighty.filter((one) => !isOpen(one));
  const graver = settled.filter(({ outcome }) => outcome === "prohibited" || outcome === "restricted");
  const gone =
    graver.length > 0 && graver.length < settled.length
      ? [
          ask(
            "finding",
            "no established finding that prohibits or restricts holds",
            { takenAway: ids(graver) },
            { evidence: laws(graver, input) },
          ),
        ]
      : [];
  const none =
    settled.length > 0
      ? [ask("finding", "no established finding of the case holds", { takenAway: ids(settled) }, { evidence: laws(settled, input) })]
      : [];
  return [...onOpen, ...gone, ...none, ...onDays(null, input)];
}

type Ask = (kind: Supposition["kind"], supposed: string, change: Supposed, rest?: Rest) => Supposition;

function onFindings(findings: readonly Finding[], ask: Ask, input: SuppositionInput): Supposition[] {
  const weighty = findings.filter(weighs);
  const open = weighty.filter(isOpen);
  const settled = weighty.filter((one) => !isOpen(one));
  const named = ({ pack, rule, title }: Finding) => `${pack}/${rule} (${title})`;
  return [
    ...open.flatMap((one) => [
      ask("open-question", `${named(one)} is found not to apply`, { takenAway: [one.id] }, about([one], input)),
      ask("open-question", `${named(one)} is found to apply`, { established: [one.id] }, about([one], input)),
    ]),
    ...(open.length > 1
      ? [
          ask("open-question", "none of the open rules is found to apply", { takenAway: ids(open) }, about(open, input)),
          ask("open-question", "each of the open rules is found to apply", { established: ids(open) }, about(open, input)),
        ]
      : []),
    ...settled.map((one) => ask("finding", `the finding ${named(one)} does not hold`, { takenAway: [one.id] }, about([one], input))),
    ...(settled.length > 1
      ? [ask("finding", "none of the established findings holds", { takenAway: ids(settled) }, about(settled, input))]
      : []),
  ];
}

function onMeasures(measures: readonly DraftMeasure[], ask: Ask): Supposition[] {
  const absent = measures.filter(({ inPlace, verified }) => inPlace.length + verified.length === 0).map(({ id }) => id);
  const working = measures.filter(({ inPlace, verified }) => inPlace.length + verified.length > 0).map(({ id }) => id);
  return [
    ...absent.map((id) => ask("measure", `${id} is in place for everything that it can bear on`, { measuresInPlace: [id] })),
    ...(absent.length > 1
      ? [ask("measure", "all measures that are not in place are put in place together", { measuresInPlace: absent })]
      : []),
    ...working.map((id) => ask("measure", `${id}, declared in place, turns out not to be`, { measuresLost: [id] })),
  ];
}

/** The days on which the law changes: the review made again where the artefacts are at hand; else findings of ended rules taken away, where that is all. */
function onDays(transaction: string | null, { review, recompute, days, laterReviews }: SuppositionInput): Supposition[] {
  const its = ({ determinations, determination }: Review) =>
    transaction === null ? determination : determinations.find((one) => one.transaction === transaction);
  return days.flatMap(({ day, changes, ended, more }): Supposition[] => {
    const supposed = `the law is that of ${day}: ${changes.join("; ")}`;
    const later = laterReviews.get(day);
    if (later) {
      const [before, after] = [its(review), its(later)];
      if (!before || !after || (transaction !== null && sameAnswer(before, after))) return [];
      const answer = {
        before: before.outcome,
        after: after.outcome,
        caseBefore: review.determination.outcome,
        caseAfter: later.determination.outcome,
        residual: { before: before.residualReaches.length, after: after.residualReaches.length, untold: 0 },
        measuresAfter: after.measures,
      };
      return [supposition("law", supposed, {}, answer, { day, computedBy: "review" })];
    }
    const takenAway = review.findings
      .filter(
        (one) =>
          (transaction === null || one.transaction === transaction) &&
          ended.some(({ pack, rule }) => one.pack === pack && one.rule === rule),
      )
      .map(({ id }) => id);
    if (!more) {
      if (takenAway.length === 0) return [];
      const change = { takenAway };
      return [
        supposition(
          "law",
          supposed,
          change,
          transaction === null ? recompute.ofCase(change) : recompute.ofTransaction(transaction, change),
          { day },
        ),
      ];
    }
    if (transaction !== null) return [];
    const outcome = review.determination.outcome;
    const unknown = { before: outcome, after: null, caseBefore: outcome, caseAfter: null, residual: null, measuresAfter: null };
    return [supposition("law", supposed, {}, unknown, { day, computedBy: "not-computed" })];
  });
}

function sameAnswer(left: Review["determination"], right: Review["determination"]): boolean {
  return left.outcome === right.outcome && left.measures.join() === right.measures.join();
}

function supposition(
  kind: Supposition["kind"],
  supposed: string,
  { takenAway = [], established = [], measuresInPlace = [], measuresLost = [] }: Supposed,
  answer: ReturnType<Recomputation["ofCase"]>,
  { questions = [], evidence = [], day = null, computedBy = "determination" }: Rest,
): Supposition {
  return {
    kind,
    supposed,
    takenAway: [...takenAway],
    established: [...established],
    measuresInPlace: [...measuresInPlace],
    measuresLost: [...measuresLost],
    day,
    questions,
    ...answer,
    computedBy,
    evidence,
  };
}

function about(findings: readonly Finding[], input: SuppositionInput): Rest {
  return { questions: unique(findings.flatMap(({ settle }) => settle)), evidence: laws(findings, input) };
}

function laws(findings: readonly Finding[], { lawOf }: SuppositionInput): Evidence[] {
  return [...new Map(findings.map((one) => [`${one.pack} ${one.citation}`, lawOf(one)])).values()];
}

function weighs({ outcome }: Finding): boolean {
  return outcome !== "note" && outcome !== "exempt";
}

function isOpen({ certainty }: Finding): boolean {
  return certainty === "cannot-be-excluded";
}

function ids(findings: readonly Finding[]): string[] {
  return findings.map(({ id }) => id);
}

function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}
