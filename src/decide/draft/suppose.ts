import type {
  AssumedMeasure,
  DeclaredMeasure,
  Determination,
  Finding,
  Inventory,
  Reach,
  Reference,
  Review,
  Supposition,
} from "../../model/index.js";
import { type MeasureBasis, measureBasis } from "../cuts.js";
import { determine, gravestOutcome } from "../determine.js";
import { applyMeasures, MOST_ALTERNATIVES } from "../measures.js";

/** What is supposed to be otherwise than the review found it. */
export interface Supposed {
  takenAway?: readonly string[];
  established?: readonly string[];
  measuresInPlace?: readonly string[];
  measuresLost?: readonly string[];
}

type Answer = Pick<Supposition, "before" | "after" | "caseBefore" | "caseAfter" | "residual" | "measuresAfter">;

/** A case whose determinations can be made again with something changed. */
export interface Recomputation {
  /** What one transaction, and the case, come to. */
  ofTransaction(transaction: string, supposed: Supposed): Answer;
  /** What the case comes to, with the change made in every transaction. */
  ofCase(supposed: Supposed): Answer;
}

/**
 * Makes determinations again from a review with findings taken away or taken as established, and measures taken as in place or as lost:
 * the same function that decided the review decides. Findings themselves are not judged again.
 *
 * @param whole the reaches with every path, where they are at hand: a review keeps the strongest ones only
 */
export function recomputation(
  review: Review,
  reference: Pick<Reference, "catalogue" | "governmentOf">,
  declared: readonly DeclaredMeasure[],
  whole: readonly Reach[] | undefined,
): Recomputation {
  const found = new Map(review.determinations.map((one) => [one.transaction, one]));
  const again = (transactions: Review["transactions"], supposed: Supposed): { all: Determination[]; untold: number } => {
    const ids = new Set(transactions.map(({ id }) => id));
    const inventory = inventoryWith(review, declared, supposed);
    const its = (whole ?? review.reaches).filter(({ transaction }) => ids.has(transaction));
    const basis = measureBasis(inventory, reference);
    const reaches = reachesWith(its, basis, review.assumed ?? [], supposed, whole !== undefined);
    const findings = review.findings.filter(({ transaction }) => ids.has(transaction)).flatMap((one) => supposedly(one, supposed));
    const all = determine({ transactions, findings, reaches: reaches.map(({ reach }) => reach), inventory });
    const counted = new Set(all.flatMap(({ residualReaches }) => residualReaches));
    return { all, untold: reaches.filter(({ untold, reach }) => untold && counted.has(reach.id)).length };
  };
  const caseBefore = review.determination.outcome;
  return {
    ofTransaction(transaction, supposed) {
      const { all, untold } = again(
        review.transactions.filter(({ id }) => id === transaction),
        supposed,
      );
      const [after] = all;
      const before = found.get(transaction);
      if (!after || !before) throw new Error(`there is no transaction ${transaction}`);
      const others = review.determinations.filter((one) => one.transaction !== transaction).map(({ outcome }) => outcome);
      return {
        before: before.outcome,
        after: after.outcome,
        caseBefore,
        caseAfter: gravestOutcome([...others, after.outcome]),
        residual: { before: before.residualReaches.length, after: after.residualReaches.length, untold },
        measuresAfter: after.measures,
      };
    },
    ofCase(supposed) {
      const { all, untold } = again(review.transactions, supposed);
      const after = gravestOutcome(all.map(({ outcome }) => outcome));
      const residual = all.reduce((sum, one) => sum + one.residualReaches.length, 0);
      return {
        before: caseBefore,
        after,
        caseBefore,
        caseAfter: after,
        residual: { before: review.determination.residualReaches.length, after: residual, untold },
        measuresAfter: [...new Set(all.flatMap(({ measures }) => measures))].sort(),
      };
    },
  };
}

function supposedly(finding: Finding, { takenAway = [], established = [] }: Supposed): Finding[] {
  if (takenAway.includes(finding.id)) return [];
  return [established.includes(finding.id) ? { ...finding, certainty: "established", settle: [] } : finding];
}

/** The declaration without the measures that are supposed lost, and with those that are supposed to be in place. */
function inventoryWith(
  review: Review,
  declared: readonly DeclaredMeasure[],
  { measuresInPlace = [], measuresLost = [] }: Supposed,
): Inventory {
  const { systems = [], holdings = [] } = review.declared ?? {};
  const added = measuresInPlace.map((id): DeclaredMeasure => ({ id, status: "in-place", appliesTo: [] }));
  return {
    schemaVersion: "1",
    subject: review.subject,
    systems,
    holdings,
    measures: [...declared.filter(({ id }) => !measuresLost.includes(id)), ...added],
    accepted: [],
    networks: [],
    exclude: [],
  };
}

/**
 * Reaches under the supposed measures, whose conditions are taken to be met. Of a reach with more paths than a review keeps, it cannot be told
 * that measures end it: it stays.
 */
function reachesWith(
  reaches: Reach[],
  basis: MeasureBasis,
  assumed: readonly AssumedMeasure[],
  { measuresInPlace = [], measuresLost = [] }: Supposed,
  whole: boolean,
): { reach: Reach; untold: boolean }[] {
  if (measuresInPlace.length === 0 && measuresLost.length === 0) return reaches.map((reach) => ({ reach, untold: false }));
  const supposed = measuresInPlace.map((measure) => ({ measure, appliesTo: [] }));
  return applyMeasures(reaches, basis, [...assumed, ...supposed]).map((reach, at) => {
    const before = reaches[at] ?? reach;
    const keptEnded = !before.residual && measuresLost.length === 0;
    if (keptEnded) return { reach: { ...reach, residual: false }, untold: false };
    const untold = !whole && !reach.residual && before.alternatives.length >= MOST_ALTERNATIVES;
    return { reach: untold ? { ...reach, residual: true } : reach, untold };
  });
}
