import { attribute } from "./attribute/attribute.js";
import { formTransactions } from "./attribute/transactions.js";
import { composeReview } from "./compose.js";
import { applyMeasures, determine, determineCase, measureBasis, withFewAlternatives, withStatus } from "./decide/index.js";
import { formDeals } from "./declared-deals.js";
import { judgeByAll, judgeUses } from "./judge-uses.js";
import type { AttributedObservation, Review, Transaction } from "./model/index.js";
import { readInputs } from "./read-inputs.js";
import type { ReviewOptions, WholeReview } from "./review-options.js";
import { compareRegimes } from "./side-by-side.js";
import { trace } from "./trace/index.js";

/**
 * Reviews folders or files: from artefacts to a determination. Reads only what lies under `paths`; input that cannot be read becomes
 * a problem in the result and the rest is reviewed.
 * @example const result = await review(["."], { asOf: "2026-11-23", reference, packs });
 */
export async function review(paths: string[], options: ReviewOptions): Promise<Review> {
  return (await reviewWhole(paths, options)).review;
}

/** The same review, for questions that must look at every path. */
export async function reviewWhole(paths: string[], options: ReviewOptions): Promise<WholeReview> {
  const { asOf, packs, assumed = [], sideBySide } = options;
  const { declared, inventory, collected } = await readInputs(paths, options);
  const rules = packs.map(({ pack }) => pack);
  const { reference, deals, ...dealt } = formDeals(inventory, options.reference, rules, asOf);

  const observations = attribute(collected.observations, reference, asOf);
  const formed = formTransactions(observations, inventory, collected.trafficRead, reference);
  const transactions = [...formed.transactions, ...dealt.transactions];
  const inUse = observationsIn(transactions, observations);

  const traced = trace({ transactions: formed.transactions, observations: inUse, inventory, reference, asOf });
  const whole = applyMeasures(traced, measureBasis(inventory, reference), assumed);
  const reaches = withFewAlternatives(whole);

  const judgeBy = judgeUses({ transactions, observations: inUse, reaches, inventory, reference, asOf, deals });
  const judged = judgeByAll(rules, judgeBy);
  const findings = withStatus(judged.findings, inventory?.accepted ?? [], options.baseline ?? new Set(), asOf);
  const determinations = determine({ transactions, findings, reaches, inventory });

  const result = composeReview({
    ...{ asOf, reference, packs, inventory, declared, assumed, collected, observations, transactions, reaches },
    ...judged,
    findings,
    determinations,
    determination: determineCase(determinations),
    assumptions: [...formed.assumptions, ...dealt.assumptions],
    ...(sideBySide ? { sideBySide: compareRegimes(sideBySide, transactions, judgeBy, { reference, asOf }) } : {}),
  });
  return { review: result, reaches: whole, inventory, reference };
}

/** A log's many scanners are in no transaction: the rooms that follow need not look at them. */
function observationsIn(transactions: Transaction[], observations: AttributedObservation[]): AttributedObservation[] {
  const ids = new Set(transactions.flatMap((one) => one.observations));
  return observations.filter((one) => ids.has(one.id));
}
