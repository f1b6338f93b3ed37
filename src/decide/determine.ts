import {
  byText,
  type DeclaredMeasure,
  type Determination,
  type determinationOutcomes,
  type Finding,
  type Inventory,
  type Reach,
  type Transaction,
} from "../model/index.js";

/** What a determination is drawn from. */
export interface DetermineInput {
  transactions: Transaction[];
  findings: Finding[];
  reaches: Reach[];
  inventory: Inventory | null;
}

export type Outcome = (typeof determinationOutcomes)[number];

/** One determination a transaction, in the order of the transactions. An accepted finding still counts: acceptance changes no law. */
export function determine(input: DetermineInput): Determination[] {
  const findings = groupBy(input.findings, (one) => one.transaction);
  const reaches = groupBy(input.reaches, (one) => one.transaction);
  return input.transactions.map((transaction) =>
    judgeTransaction(transaction, findings.get(transaction.id) ?? [], reaches.get(transaction.id) ?? [], input.inventory),
  );
}

function groupBy<T>(all: T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

function judgeTransaction(transaction: Transaction, findings: Finding[], reaches: Reach[], inventory: Inventory | null): Determination {
  const concern = new Set(findings.flatMap((finding) => finding.governments));
  const residual = reaches.filter((reach) => reach.residual && concern.has(reach.government));
  const weighty = findings.filter((finding) => finding.outcome !== "exempt" && finding.outcome !== "note");
  const prohibited = weighty.filter((finding) => finding.outcome === "prohibited" && finding.certainty === "established");
  const restricted = weighty.filter((finding) => finding.outcome === "restricted" && finding.certainty === "established");
  const open = weighty.filter((finding) => finding.certainty === "cannot-be-excluded" && finding.outcome !== "review");
  const review = weighty.filter((finding) => finding.outcome === "review");

  const base = { transaction: transaction.id, residualReaches: residual.map((reach) => reach.id) };
  if (prohibited.length > 0)
    return decided(
      base,
      "prohibited",
      prohibited,
      prohibited.map((one) => `${one.title} (${one.citation}).`),
      [],
    );
  if (open.length > 0) {
    const reasons = open.map((one) => `Whether it is ${one.outcome} cannot be judged: ${one.title} (${one.citation}).`);
    return decided(
      base,
      "cannot-be-judged",
      [...open, ...restricted, ...review],
      reasons,
      unique([...restricted, ...review].flatMap((one) => one.measures)),
    );
  }
  if (restricted.length > 0) {
    const measures = unique(restricted.flatMap((one) => one.measures));
    const reasons = restricted.map(
      (one) => `${one.title} (${one.citation}): allowed only with the measures. ${standing(measures, inventory?.measures ?? [])}`,
    );
    return decided(base, "permitted-with-measures", [...restricted, ...review], reasons, measures);
  }
  const undecided = review.filter((one) => one.certainty === "cannot-be-excluded");
  const certain = review.filter((one) => one.certainty === "established");
  if (certain.length > 0) {
    const supposed = reaches.some((reach) => reach.endedBy === "assumed" && concern.has(reach.government));
    const left =
      residual.length > 0
        ? `${residual.length} of its reaches are not ended by measures in place${supposed ? " or assumed" : ""}.`
        : supposed
          ? "Its reaches are ended only if the measures assumed were in place."
          : "Measures in place end its reaches.";
    const reasons = [`A reviewing authority may act on it: ${unique(certain.map((one) => one.citation)).join("; ")}. ${left}`];
    return decided(base, "permitted-with-measures", review, reasons, unique(certain.flatMap((one) => one.measures)));
  }
  if (undecided.length > 0) {
    return decided(
      base,
      "cannot-be-judged",
      undecided,
      undecided.map((one) => `It cannot be excluded: ${one.title} (${one.citation}).`),
      [],
    );
  }
  return decided(base, "not-prohibited", findings, ["No rule of the packs applied prohibits or restricts it on the facts on file."], []);
}

function decided(
  base: Pick<Determination, "transaction" | "residualReaches">,
  outcome: Outcome,
  findings: Finding[],
  reasons: string[],
  measures: string[],
): Determination {
  return {
    ...base,
    outcome,
    reasons: unique(reasons),
    findings: findings.map((one) => one.id),
    measures,
    settle: unique(findings.flatMap((one) => one.settle)),
  };
}

function standing(wanted: string[], declared: DeclaredMeasure[]): string {
  const missing = wanted.filter((id) => !declared.some((one) => one.id === id && one.status !== "promised"));
  return missing.length === 0 ? "All are declared in place." : `Not declared in place: ${missing.join(", ")}.`;
}

/** What cannot be judged may still turn out prohibited, so it stands above what is permitted with measures. */
const gravityWords: Record<Outcome, string> = {
  prohibited: "prohibited",
  "cannot-be-judged": "that cannot be judged",
  "permitted-with-measures": "permitted with measures",
  "not-prohibited": "not prohibited",
};
const gravity: Outcome[] = ["prohibited", "cannot-be-judged", "permitted-with-measures", "not-prohibited"];

/** The outcome of a case whose transactions have these outcomes; without any it is not prohibited. */
export function gravestOutcome(outcomes: readonly Outcome[]): Outcome {
  return gravity.find((one) => outcomes.includes(one)) ?? "not-prohibited";
}

/** The determination of the whole case: the gravest of its transactions, with every reason and open question of that outcome. */
export function determineCase(determinations: Determination[]): Determination {
  const outcome = gravestOutcome(determinations.map((one) => one.outcome));
  const deciding = determinations.filter((one) => one.outcome === outcome);
  const counts = gravity.flatMap((one) => {
    const count = determinations.filter((each) => each.outcome === one).length;
    return count > 0 ? [`${count} ${gravityWords[one]}`] : [];
  });
  return {
    transaction: null,
    outcome,
    reasons: [
      determinations.length === 0
        ? "No transaction with a known provider was found."
        : `Of ${determinations.length} transactions: ${counts.join(", ")}.`,
      ...unique(deciding.flatMap((one) => (one.outcome === "not-prohibited" ? [] : one.reasons))),
    ],
    findings: unique(deciding.flatMap((one) => one.findings)),
    residualReaches: unique(determinations.flatMap((one) => one.residualReaches)).sort(byText),
    measures: unique(determinations.flatMap((one) => one.measures)).sort(byText),
    settle: unique(determinations.flatMap((one) => one.settle)),
  };
}

function unique<T>(all: T[]): T[] {
  return [...new Set(all)];
}
