import {
  addDays,
  type Cessation,
  type Day,
  type DraftMeasure,
  type DraftSubjectMatter,
  daysBetween,
  type Evidence,
  type Finding,
  type WindDown,
  type WindDownPrecedent,
  type WindDownStep,
} from "../../model/index.js";

/** What dates a wind-down: the user's day, else a precedent. */
export interface WindDownTerms {
  /** Day of the determination. */
  on: Day;
  /** First day without use, as the user decides. */
  ceaseOn?: Day | undefined;
  precedent?: WindDownPrecedent | undefined;
}

/**
 * The dated wind-down: by the user's day; otherwise by as many days after the determination as the precedent gave, which is a precedent
 * and not a rule. Null where there is neither.
 *
 * @example Kaspersky, determined 2024-06-20: new agreements barred from 2024-07-20 (day 30), the rest from 2024-09-29 (day 101).
 */
export function windDownOf({ on, ceaseOn, precedent }: WindDownTerms): WindDown | null {
  const days = precedent && {
    agreements: daysBetween(precedent.determined, precedent.newAgreements.barredFrom),
    rest: daysBetween(precedent.determined, precedent.everythingElse.barredFrom),
  };
  const end = ceaseOn ?? (days && addDays(on, days.rest));
  if (end === undefined) return null;
  const ground = ceaseOn === undefined ? ("precedent" as const) : ("user" as const);
  const barred = days && addDays(on, days.agreements);
  const agreements = barred !== undefined && barred <= end ? { on: barred, ground: "precedent" as const } : { on: end, ground };
  const dayBefore = end > on ? addDays(end, -1) : end;
  const steps: Omit<WindDownStep, "dayNumber">[] = [
    { id: "no-new-agreements", ...agreements },
    { id: "no-updates", on: end, ground },
    { id: "data-returned", on: dayBefore, ground: "proposal" },
    // What the precedent on file barred does not name use itself.
    { id: "end-of-use", on: end, ground: ground === "user" ? "user" : "proposal" },
  ];
  return {
    from: on,
    basis: ground,
    precedent: precedent ? precedentTold(precedent) : null,
    steps: steps.map((step) => ({ ...step, dayNumber: daysBetween(on, step.on) })).sort((left, right) => left.dayNumber - right.dayNumber),
  };
}

function precedentTold({ title, citation, mark, determined, newAgreements, everythingElse, outside, source }: WindDownPrecedent) {
  const evidence: Evidence[] = [
    {
      kind: "reference",
      locator: source.url,
      title: source.title,
      publisher: source.publisher,
      asOf: source.asOf,
      retrieved: source.retrieved,
    },
  ];
  const rest = daysBetween(determined, everythingElse.barredFrom);
  const first = daysBetween(determined, newAgreements.barredFrom);
  const what = `${newAgreements.what} barred from ${newAgreements.barredFrom} (day ${first}); ${everythingElse.what} barred from ${everythingElse.barredFrom} (day ${rest})`;
  return { title, citation, mark, determined, what, outside, evidence };
}

/** What a cessation of one transaction is judged by. */
export interface CessationInput {
  matter: DraftSubjectMatter;
  prohibited: boolean;
  findings: readonly Finding[];
  measures: readonly DraftMeasure[];
  residual: number;
  windDown: WindDown | null;
  lawOf: (finding: Finding) => Evidence;
}

/** How the use ends: ordered where it is prohibited, as an alternative where a rule or an authority could come to it, else not at all. */
export function cessationOf(input: CessationInput): Cessation {
  const { prohibited, windDown, matter } = input;
  const steps = (windDown?.steps ?? []).filter(({ id }) => id !== "data-returned" || keepsData(matter));
  if (prohibited) return { standing: "ordered", conditions: [], steps };
  const conditions = conditionsOf(input);
  return conditions.length > 0 ? { standing: "alternative", conditions, steps } : { standing: "none", conditions: [], steps: [] };
}

function keepsData({ kind, holdings }: DraftSubjectMatter): boolean {
  return kind === "hosting" || kind === "vendor" || holdings.length > 0;
}

function conditionsOf({ findings, measures, residual, lawOf }: CessationInput): Cessation["conditions"] {
  const told = (some: readonly Finding[], text: string) => (some.length > 0 ? [{ text, evidence: distinct(some.map(lawOf)) }] : []);
  const weighty = findings.filter(({ outcome }) => outcome !== "note" && outcome !== "exempt");
  const missing = measures
    .filter((one) => one.roles.includes("demanded") && one.inPlace.length + one.verified.length === 0)
    .map(({ id }) => id);
  const restricted = weighty.filter(({ outcome, certainty }) => outcome === "restricted" && certainty === "established");
  const open = weighty.filter(({ outcome, certainty }) => outcome !== "review" && certainty === "cannot-be-excluded");
  const review = weighty.filter(({ outcome }) => outcome === "review");
  return [
    ...told(
      missing.length > 0 ? restricted : [],
      `if ${missing.join(", ")}, with which alone the rule allows the transaction, is not met in full`,
    ),
    ...told(open, "if what is open turns out so, and what the rule then asks for is not met"),
    ...told(
      residual > 0 ? review : [],
      "if the reviewing authority, to which the rules leave it, prohibits the transaction instead of accepting measures",
    ),
  ];
}

function distinct(all: Evidence[]): Evidence[] {
  return [...new Map(all.map((one) => [one.locator, one])).values()];
}
