import type { Determination, Effect, Finding, Outcome, Reach, Review, Transaction } from "../model/index.js";
import { byText, confidences, outcomes } from "../model/order.js";
import { joinWords } from "./words.js";

/** A review with its lists by id, for every report to look things up in the same way. */
export interface View {
  review: Review;
  transaction(id: string): Transaction | undefined;
  determinationOf(transaction: string): Determination | undefined;
  reach(id: string): Reach | undefined;
  /** Place of a reach in the review, from 1: its address within a page. */
  reachNumber(id: string): number;
  reachesOf(transaction: string): Reach[];
  findingsOf(transaction: string): Finding[];
  providerName(id: string): string;
  partyName(id: string): string;
  governmentName(code: string): string;
  targetName(id: string): string;
  /** `M04 Keys held by the customer`; the id where the review does not name it. */
  measureName(id: string): string;
  /** Title of a rule pack; its id where the review names none. */
  packTitle(id: string): string;
}

/** Reads a review once and answers by id. An id that the review does not explain is shown as it is. */
export function viewOf(review: Review): View {
  const transactions = new Map(review.transactions.map((one) => [one.id, one]));
  const determinations = new Map(review.determinations.map((one) => [one.transaction, one]));
  const reaches = new Map(review.reaches.map((one) => [one.id, one]));
  const reachNumbers = new Map(review.reaches.map((one, index) => [one.id, index + 1]));
  const reachesByTransaction = groupBy(review.reaches, (one) => one.transaction);
  const findingsByTransaction = groupBy(review.findings, (one) => one.transaction);
  const providers = new Map(review.providers.map((one) => [one.id, one.name]));
  const parties = new Map(review.parties.map((one) => [one.id, one.name]));
  const packs = new Map(review.rulePacks.map((one) => [one.id, one.title]));
  const measures = new Map((review.measures ?? []).map((one) => [one.id, `${one.id} ${one.name}`]));
  const { governments, targets } = placeNames(review);
  return {
    review,
    transaction: (id) => transactions.get(id),
    determinationOf: (id) => determinations.get(id),
    reach: (id) => reaches.get(id),
    reachNumber: (id) => reachNumbers.get(id) ?? 0,
    reachesOf: (id) => reachesByTransaction.get(id) ?? [],
    findingsOf: (id) => findingsByTransaction.get(id) ?? [],
    providerName: (id) => providers.get(id) ?? id,
    partyName: (id) => parties.get(id) ?? id,
    governmentName: (code) => governments.get(code) ?? code,
    targetName: (id) => targets.get(id) ?? id,
    measureName: (id) => measures.get(id) ?? id,
    packTitle: (id) => packs.get(id) ?? id,
  };
}

/** Lists by key, each in its order. */
export function groupBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

function placeNames(review: Review): { governments: Map<string, string>; targets: Map<string, string> } {
  const governments = new Map<string, string>();
  const targets = new Map<string, string>();
  for (const reach of review.reaches) {
    targets.set(reach.target.id, reach.target.name);
    for (const { steps } of [reach.path, ...reach.alternatives]) {
      for (const { from } of steps) if (from.kind === "government") governments.set(from.id, from.name);
    }
  }
  return { governments, targets };
}

/** Whether a finding still asks for something: nobody answers for it, or no longer. */
export function isOpen(finding: Finding): boolean {
  return finding.status === "open" || finding.status === "acceptance-expired";
}

/** Open findings, gravest outcome first; within one outcome as the review orders them. */
export function openByOutcome(review: Review): { outcome: Outcome; findings: Finding[] }[] {
  return outcomes
    .map((outcome) => ({ outcome, findings: review.findings.filter((one) => isOpen(one) && one.outcome === outcome) }))
    .filter((group) => group.findings.length > 0);
}

/** Whether a finding stands on low-confidence facts only: a lead to follow, not a ground. */
export function isLead(finding: Finding): boolean {
  return finding.confidence === "low";
}

/** How a reach stands: ended by a measure in place, ended only if assumed measures were, a low-confidence lead, or confirmed. */
export type ReachState = "confirmed" | "lead" | "supposed" | "cut";

export function reachState(reach: Reach): ReachState {
  if (!reach.residual) return reach.endedBy === "assumed" ? "supposed" : "cut";
  return reach.path.confidence === "low" ? "lead" : "confirmed";
}

/** Governments that any of the rule packs of this review is concerned with. */
export function governmentsOfConcern(review: Review): Set<string> {
  return new Set([
    ...review.rulePacks.flatMap((pack) => pack.governments.filter((code) => /^[A-Z]{2}$/.test(code))),
    ...review.findings.flatMap((finding) => finding.governments),
    ...review.counterparties.flatMap((one) => one.governments),
  ]);
}

/** What one government can do to one target, for each effect: the strongest reach of each, and how many there are. */
export interface MatrixRow {
  target: Reach["target"];
  government: string;
  ofConcern: boolean;
  cells: Partial<Record<Effect, { state: ReachState; strongest: Reach; reaches: number }>>;
}

/** Government by target by effect. Governments of concern first, then by target and code. */
export function matrixOf(review: Review): MatrixRow[] {
  const concern = governmentsOfConcern(review);
  const rows = new Map<string, MatrixRow>();
  for (const reach of review.reaches) {
    const key = JSON.stringify([reach.target.kind, reach.target.id, reach.government]);
    const row = rows.get(key) ?? {
      target: reach.target,
      government: reach.government,
      ofConcern: concern.has(reach.government),
      cells: {},
    };
    rows.set(key, row);
    const cell = row.cells[reach.effect];
    const strongest = cell && standing(cell.strongest) <= standing(reach) ? cell.strongest : reach;
    row.cells[reach.effect] = { state: reachState(strongest), strongest, reaches: (cell?.reaches ?? 0) + 1 };
  }
  return [...rows.values()].sort(
    (left, right) =>
      Number(right.ofConcern) - Number(left.ofConcern) ||
      byText(left.target.kind, right.target.kind) ||
      byText(left.target.name, right.target.name) ||
      byText(left.government, right.government),
  );
}

/** Lower stands stronger: what remains before what would be cut and what is, then by confidence. */
function standing(reach: Reach): number {
  const ended = { confirmed: 0, lead: 0, supposed: 1, cut: 2 }[reachState(reach)];
  return ended * confidences.length + confidences.indexOf(reach.path.confidence);
}

/** The reach that a finding is shown by: the first that it names, which is the strongest. */
export function strongestReach(view: View, finding: Finding): Reach | undefined {
  return finding.reaches.map((id) => view.reach(id)).find((one) => one !== undefined);
}

/** What a transaction is, in a few words: kind, then services. */
export function whatOf(transaction: Transaction): string {
  return [transaction.kind, ...(transaction.services.length > 0 ? [transaction.services.join(", ")] : [])].join(": ");
}

/** Where a transaction is served from: region and country, as far as known. */
export function whereOf(transaction: Transaction): string {
  const parts = [transaction.region, transaction.servedFrom].filter((one) => one !== null);
  return parts.length > 0 ? parts.join(", ") : "not known";
}

export function joinOf(transaction: Transaction): string {
  return joinWords[transaction.join];
}
