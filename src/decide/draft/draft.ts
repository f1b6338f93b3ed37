import {
  type Day,
  type DeclaredMeasure,
  type Determination,
  type DeterminationDraft,
  type DraftReach,
  determinationOutcomes,
  type Evidence,
  type Finding,
  holdsOn,
  type Prohibition,
  type Reach,
  type Reference,
  type Review,
  type Transaction,
  type TransactionDraft,
  type WindDown,
  type WindDownPrecedent,
} from "../../model/index.js";
import { sourcesAsEvidence } from "../../trace/evidence.js";
import { gravestOutcome } from "../determine.js";
import { criteriaOf } from "./criteria.js";
import { lawDays } from "./law-days.js";
import { measuresOf } from "./measures.js";
import { lawOf, type Names, namesOf } from "./names.js";
import { lawsWithoutPenalty, penaltiesOf } from "./penalties.js";
import { recomputation } from "./suppose.js";
import { cessationOf, windDownOf } from "./wind-down.js";
import { type SuppositionInput, suppositionsOf, suppositionsOfCase } from "./would-change.js";

export interface DraftOptions {
  reference: Reference;
  /** Day of the determination. */
  on: Day;
  /** First day without use, where the user dates the wind-down. */
  ceaseOn?: Day | undefined;
  /** Ids to tell in detail; without any: all that are not `not-prohibited`. */
  transactions?: readonly string[] | undefined;
  /** Ids that the drafter decides to prohibit although the rules leave it to an authority. */
  prohibit?: readonly string[] | undefined;
  /** Dates the wind-down where the user does not. */
  precedent?: WindDownPrecedent | undefined;
  /** The reaches of the review with every path, where they are at hand. */
  reaches?: readonly Reach[] | undefined;
  /** The same artefacts reviewed on later days on which the law changes. */
  laterReviews?: ReadonlyMap<Day, Review> | undefined;
}

/** What a draft holds before it is put into a letter. */
export type DraftContents = Omit<DeterminationDraft, "schemaVersion" | "tool" | "status" | "review" | "form" | "letter">;

/** A draft that cannot be made as asked: which transaction, and why. */
export class DraftError extends Error {
  override name = "DraftError";
}

/**
 * Drafts a determination from a review: per transaction and for the case, with everything that a letter has to tell. Computes nothing of the
 * law anew; what would change the outcome is computed by deciding again.
 *
 * @throws DraftError where a transaction asked for is not in the review, or one to prohibit has no finding that it could rest on
 */
export function draftContents(review: Review, options: DraftOptions): DraftContents {
  const names = namesOf(review);
  const { asked, prohibited } = chosen(review, names, options);
  const declared = (review.declared?.measures ?? []).filter((one) => holdsOn(one, review.asOf));
  const input: SuppositionInput = {
    review,
    recompute: recomputation(review, options.reference, declared, options.reaches),
    lawOf: (finding) => lawOf(finding, review),
    days: lawDays(review),
    laterReviews: options.laterReviews ?? new Map(),
  };
  const windDown = windDownOf(options);
  const drafting = { review, names, options, input, windDown, declared };
  const transactions = asked.map((one) => draftTransaction(one, prohibited.has(one.id), drafting));
  const weighty = transactions.flatMap((one) => one.findings.filter(({ outcome }) => outcome !== "note" && outcome !== "exempt"));
  const penalties = penaltiesOf(
    transactions.flatMap(({ measures }) => measures),
    weighty,
    options.reference.catalogue,
    (ids) => sourcesAsEvidence(ids, options.reference),
  );
  const told = new Set(asked.map(({ id }) => id));
  const ceases = transactions.some(({ cessation }) => cessation.standing !== "none");
  return {
    on: options.on,
    asOf: review.asOf,
    subject: review.subject,
    reference: { edition: review.reference.edition, sha256: review.reference.sha256 },
    catalogue: { edition: options.reference.catalogue.edition, sha256: options.reference.sha256 },
    rulePacks: review.rulePacks.map(({ id, title, sha256 }) => ({ id, title, sha256 })),
    outcome: prohibited.size > 0 ? gravestOutcome([review.determination.outcome, "prohibited"]) : review.determination.outcome,
    determination: review.determination,
    counts: determinationOutcomes.flatMap((outcome) => {
      const count = review.determinations.filter((one) => one.outcome === outcome).length;
      return count > 0 ? [{ outcome, transactions: count }] : [];
    }),
    transactions,
    others: review.transactions.filter(({ id }) => !told.has(id)).map(names.matter),
    windDown: ceases ? windDown : null,
    prohibitions: prohibitionsOf(review, prohibited, windDown, options.on),
    suppositions: suppositionsOfCase(input),
    duties: review.duties ?? [],
    penalties,
    lawsWithoutPenalty: lawsWithoutPenalty(weighty, penalties),
    declared: review.declared
      ? {
          systems: review.declared.systems.length,
          holdings: review.declared.holdings.length,
          deals: review.declared.deals?.length ?? 0,
          measures: review.declared.measures.length,
        }
      : null,
    assumedMeasures: (review.assumed ?? []).map(({ measure }) => measure),
    assumptions: review.assumptions,
    limits: { unattributed: review.summary.unattributed, problems: review.summary.problems, leftOut: review.summary.leftOut },
    accepted: review.findings.flatMap(({ id, title, acceptance, status }) => (acceptance ? [{ id, title, acceptance, status }] : [])),
  };
}

function chosen(review: Review, names: Names, { transactions = [], prohibit = [] }: DraftOptions) {
  const outcomeOf = new Map(review.determinations.map((one) => [one.transaction, one.outcome]));
  const found = (id: string): Transaction => {
    const one = names.transaction(id);
    if (one) return one;
    const known = review.transactions.map((each) => `  ${each.id}`).join("\n");
    throw new DraftError(`there is no transaction ${id} in the review. Expected one of its ids:\n${known || "  (it has none)"}`);
  };
  const decided = prohibit.map((id) => {
    if (outcomeOf.get(found(id).id) !== "not-prohibited") return id;
    throw new DraftError(
      `${id} is not prohibited and no finding on file could carry a prohibition. Expected a transaction that is prohibited, permitted with measures or cannot be judged.`,
    );
  });
  const byRule = review.determinations.flatMap(({ transaction, outcome }) =>
    outcome === "prohibited" && transaction !== null ? [transaction] : [],
  );
  const wanted = new Set([...transactions.map((id) => found(id).id), ...decided]);
  return {
    prohibited: new Set([...byRule, ...decided]),
    asked: review.transactions.filter(({ id }) => (transactions.length > 0 ? wanted.has(id) : outcomeOf.get(id) !== "not-prohibited")),
  };
}

/** The findings of a transaction: first those that its determination names, then the others, such as notes that a review rests on. */
function findingsOf(review: Review, { transaction, findings }: Determination): Finding[] {
  const its = review.findings.filter((one) => one.transaction === transaction);
  return [...its.filter(({ id }) => findings.includes(id)), ...its.filter(({ id }) => !findings.includes(id))];
}

interface Drafting {
  review: Review;
  names: Names;
  options: DraftOptions;
  input: SuppositionInput;
  windDown: WindDown | null;
  declared: DeclaredMeasure[];
}

function draftTransaction(
  transaction: Transaction,
  prohibited: boolean,
  { review, names, options, input, windDown, declared }: Drafting,
): TransactionDraft {
  const matter = names.matter(transaction);
  const determination = review.determinations.find((one) => one.transaction === transaction.id);
  if (!determination) throw new Error(`no determination of ${transaction.id}`);
  const all = findingsOf(review, determination);
  const duties = (review.duties ?? []).filter(({ transactions }) => transactions.includes(transaction.id));
  const sources = (ids: string[]): Evidence[] => sourcesAsEvidence(ids, options.reference);
  const { catalogue } = options.reference;
  const measures = measuresOf({ transaction, findings: all, determination, declared, duties, catalogue, nameOf: names.measure, sources });
  const residual = residualOf(determination, review, names);
  return {
    ...matter,
    seen: names.seen(transaction),
    outcome: prohibited ? "prohibited" : matter.outcome,
    decision: prohibited && matter.outcome !== "prohibited" ? { by: "drafter", byRules: matter.outcome } : null,
    reasons: determination.reasons,
    findings: all,
    criteria: criteriaOf(transaction.id, review),
    measures,
    duties,
    cessation: cessationOf({ matter, prohibited, findings: all, measures, residual: residual.length, windDown, lawOf: input.lawOf }),
    residualReaches: residual,
    suppositions: suppositionsOf(transaction.id, all, measures, input),
  };
}

function residualOf({ residualReaches }: Determination, review: Review, names: Names): DraftReach[] {
  const reaches = new Map(review.reaches.map((one) => [one.id, one]));
  return residualReaches.flatMap((id): DraftReach[] => {
    const one = reaches.get(id);
    if (!one) return [];
    const { government, effect, target, path, alternatives, cutBy } = one;
    return [
      {
        reach: id,
        government: { code: government, name: names.government(government) },
        effect,
        target,
        confidence: path.confidence,
        path,
        otherPaths: alternatives.length,
        cutBy,
      },
    ];
  });
}

/** What is prohibited from when: from the day on which use ends; without a wind-down from the day of the determination. */
function prohibitionsOf(review: Review, prohibited: ReadonlySet<string>, windDown: WindDown | null, on: Day): Prohibition[] {
  const from = windDown?.steps.find(({ id }) => id === "end-of-use")?.on ?? on;
  return review.transactions
    .filter(({ id }) => prohibited.has(id))
    .map(({ id, provider, region, services }) => ({ transaction: id, provider, region, services, from }));
}
