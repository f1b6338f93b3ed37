import { attribute } from "./attribute/attribute.js";
import { formTransactions } from "./attribute/transactions.js";
import { collect } from "./collect/collect.js";
import { declaredRuleFiles, INVENTORY_NAME, readInventory } from "./collect/inventory.js";
import { composeReview } from "./compose.js";
import {
  applyMeasures,
  type Baseline,
  determine,
  determineCase,
  measureBasis,
  measuresOn,
  withFewAlternatives,
  withStatus,
} from "./decide/index.js";
import { formDeals } from "./declared-deals.js";
import { answerCriteria } from "./judge/answer-criteria.js";
import { judge } from "./judge/judge.js";
import { dutiesOf } from "./judge/owed.js";
import { personsUnder } from "./judge/persons.js";
import type {
  AssumedMeasure,
  AttributedObservation,
  Day,
  Inventory,
  Link,
  Reach,
  Reference,
  Review,
  RulePack,
  Transaction,
} from "./model/index.js";
import { compareRegimes } from "./side-by-side.js";
import { trace } from "./trace/index.js";

/** A rule pack with the digest of the text that it was read from. */
export interface LoadedPack {
  pack: RulePack;
  sha256: string;
}

export interface ReviewOptions {
  /** The day that lists, laws, owners and acceptances are read for, UTC. */
  asOf: Day;
  reference: Reference;
  packs: LoadedPack[];
  /** Packs to ask about every counterparty side by side; their findings are shown there only. */
  sideBySide?: RulePack[];
  /** Ids of findings known from an earlier review. */
  baseline?: Baseline;
  /** Measures taken as in place though nobody declared them: what would be left if they were. */
  assumed?: AssumedMeasure[];
  /** Told what the artefacts say needs what; reading that takes longer, so it is left out where nobody asks. */
  onLinks?: (links: Link[]) => void;
  /** Told how far reading is; files so far and the path just read. */
  onProgress?: (files: number, path: string) => void;
}

/**
 * Reviews folders or files: from artefacts to a determination. Reads only what lies under `paths`; input that cannot be read becomes
 * a problem in the result and the rest is reviewed.
 * @example const result = await review(["."], { asOf: "2026-11-23", reference, packs });
 */
export async function review(paths: string[], options: ReviewOptions): Promise<Review> {
  return (await reviewWhole(paths, options)).review;
}

/** A review with what it does not show whole: every path of every reach, the declaration, and the reference with the declared parties. */
export interface WholeReview {
  review: Review;
  reaches: Reach[];
  /** With the measures in force on the day. */
  inventory: Inventory | null;
  reference: Reference;
}

/** The same review, for questions that must look at every path. */
export async function reviewWhole(paths: string[], options: ReviewOptions): Promise<WholeReview> {
  const { asOf, packs, assumed = [] } = options;
  const { inventory: declared, problems: declarationProblems } = await readInventory(paths);
  const inventory = measuresOn(declared, asOf);
  const collected = await collect(paths, {
    ownNetworks: inventory?.networks ?? [],
    exclude: [`/${INVENTORY_NAME}`, ...(inventory?.exclude ?? [])],
    links: options.onLinks !== undefined,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });

  options.onLinks?.(collected.links);
  const rules = packs.map(({ pack }) => pack);
  const { reference, deals, ...dealt } = formDeals(inventory, options.reference, rules, asOf);
  const observations = attribute(collected.observations, reference, asOf);
  const formed = formTransactions(observations, inventory, collected.trafficRead, reference);
  const transactions = [...formed.transactions, ...dealt.transactions];
  const inUse = observationsIn(transactions, observations);
  const traced = trace({ transactions: formed.transactions, observations: inUse, inventory, reference, asOf });
  const whole = applyMeasures(traced, measureBasis(inventory, reference), assumed);
  const reaches = withFewAlternatives(whole);

  const judgeBy = (pack: RulePack) => {
    const assess = personsUnder(pack, reference, asOf);
    const counterparties = [...new Set(transactions.flatMap((one) => [one.operator, ...one.technology]))].map((party) => ({
      ...assess(party),
      pack: pack.id,
    }));
    const input = { pack, transactions, observations: inUse, counterparties, reaches, inventory, reference, asOf, deals };
    return { input, counterparties, findings: judge(input) };
  };
  const judged = rules.map((pack) => {
    const one = judgeBy(pack);
    return { ...one, criteria: answerCriteria(one.input), duties: dutiesOf(one.input) };
  });
  const findings = withStatus(
    judged.flatMap((one) => one.findings),
    inventory?.accepted ?? [],
    options.baseline ?? new Set(),
    asOf,
  );
  const determinations = determine({ transactions, findings, reaches, inventory });

  const result = composeReview({
    asOf,
    reference,
    packs,
    inventory,
    declared,
    assumed,
    assumptions: [...formed.assumptions, ...dealt.assumptions],
    observations,
    transactions,
    reaches,
    findings,
    ...(options.sideBySide ? { sideBySide: compareRegimes(options.sideBySide, transactions, judgeBy, { reference, asOf }) } : {}),
    criteria: judged.flatMap((one) => one.criteria ?? []),
    duties: judged.flatMap((one) => one.duties),
    determinations,
    determination: determineCase(determinations),
    counterparties: judged.flatMap((one) => one.counterparties),
    collected: {
      ...collected,
      problems: [...declarationProblems, ...collected.problems],
      // The declaration and the rules that it names are read apart, so they are not left out.
      leftOut: collected.leftOut.filter((one) => ![INVENTORY_NAME, ...declaredRuleFiles(inventory)].includes(one.path)),
    },
  });
  return { review: result, reaches: whole, inventory, reference };
}

/** A log's many scanners are in no transaction: the rooms that follow need not look at them. */
function observationsIn(transactions: Transaction[], observations: AttributedObservation[]): AttributedObservation[] {
  const ids = new Set(transactions.flatMap((one) => one.observations));
  return observations.filter((one) => ids.has(one.id));
}
