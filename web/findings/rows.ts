import type { Finding } from "../../src/model/index.js";
import { byText, confidences, outcomes } from "../../src/model/order.js";
import { isLead, isOpen } from "../../src/report/view.js";
import { certaintyWords, outcomeWords } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import type { FilterField, FilterFields } from "../filter/filter.js";
import type { Shown } from "../parts/virtual-rows.js";
import { type DecidedOn, nothingDecided } from "./decided.js";

/** A finding with what the list shows and filters by. */
export interface FindingRow {
  finding: Finding;
  provider: string;
  system: string;
  /** Who runs what it is about. */
  entity: string;
  /** How it stands by its review and by what was decided in cases. */
  state: string;
  /** What the filter looks at. */
  fields: FilterFields;
}

/** The fields of a filter on findings. */
export const findingFields: readonly FilterField[] = [
  { id: "is", about: "how it stands", values: ["open", "answered", "lead", "disputed"] },
  { id: "outcome", about: "what the rule says", values: outcomes },
  { id: "status", about: "its state", values: ["open", "accepted", "acceptance-expired", "in-baseline"] },
  {
    id: "decided",
    about: "what a case decided on it",
    values: ["accepted", "ended", "mitigated", "prohibited", "not-prohibited", "cannot-be-judged", "proposed", "older-state", "nothing"],
  },
  { id: "entity", about: "that runs what it is about" },
  { id: "certainty", about: "how sure it is", values: ["established", "cannot-be-excluded"] },
  { id: "confidence", about: "of the facts behind it", values: ["high", "medium", "low"] },
  { id: "government", about: "that it is about, such as CN" },
  { id: "provider", about: "name or id" },
  { id: "system", about: "or holding that it touches" },
  { id: "law", about: "its citation" },
  { id: "pack", about: "rule pack" },
  { id: "rule", about: "id of the rule" },
  { id: "measure", about: "that would lift it" },
  { id: "id", about: "of the finding" },
];

export const statusWords = {
  open: "open",
  accepted: "accepted",
  "acceptance-expired": "acceptance expired",
  "in-baseline": "known before",
} satisfies Record<Finding["status"], string>;

const made = new WeakMap<OpenReview, { decided: DecidedOn; rows: FindingRow[] }>();

/** Every finding of a review as a row, gravest first, in the order of the review, with what was decided on it. */
export function rowsOf(open: OpenReview, decided: DecidedOn = nothingDecided): FindingRow[] {
  const known = made.get(open);
  if (known?.decided === decided) return known.rows;
  const rows = [...open.review.findings]
    .sort((left, right) => outcomes.indexOf(left.outcome) - outcomes.indexOf(right.outcome))
    .map((finding) => rowOf(finding, open, decided));
  made.set(open, { decided, rows });
  return rows;
}

function rowOf(finding: Finding, { view }: OpenReview, decided: DecidedOn): FindingRow {
  const provider = view.providerName(finding.provider);
  const use = view.transaction(finding.transaction);
  const targets = [
    ...new Set([...(use ? [use.system, ...use.holdings] : []), ...finding.reaches.flatMap((id) => view.reach(id)?.target.id ?? [])]),
  ];
  const system = use ? view.targetName(use.system) : "";
  const decisions = decided.decisions.get(finding.id) ?? [];
  const isDisputed = decided.disputed.has(finding.id);
  return {
    finding,
    provider,
    system,
    entity: use?.operator ? view.partyName(use.operator) : "not known",
    state: [statusWords[finding.status], ...decisions.map(({ words }) => words), ...(isDisputed ? ["disputed"] : [])].join("; "),
    fields: {
      text: [finding.title, finding.explanation, finding.citation, provider, system].join(" "),
      values: {
        is: [isOpen(finding) ? "open" : "answered", ...(isLead(finding) ? ["lead"] : []), ...(isDisputed ? ["disputed"] : [])],
        decided: [
          ...(decisions.length === 0 ? ["nothing"] : decisions.map(({ state }) => state)),
          ...(decisions.some(({ decision }) => !decision.standing.current) ? ["older-state"] : []),
        ],
        entity: use?.operator ? [use.operator, view.partyName(use.operator)] : [],
        outcome: [finding.outcome],
        status: [finding.status],
        certainty: [finding.certainty],
        confidence: [finding.confidence],
        government: finding.governments.flatMap((code) => [code, view.governmentName(code)]),
        provider: [finding.provider, provider],
        system: [...targets, ...targets.map(view.targetName)],
        law: [finding.citation],
        pack: [finding.pack, view.packTitle(finding.pack)],
        rule: [finding.rule],
        measure: finding.measures.flatMap((id) => [id, view.measureName(id)]),
        id: [finding.id],
      },
    },
  };
}

/** By what the list can be put together. */
export const groupings = {
  outcome: { title: "Outcome", of: (row: FindingRow) => outcomeWords[row.finding.outcome] },
  provider: { title: "Provider", of: (row: FindingRow) => row.provider },
  system: { title: "System", of: (row: FindingRow) => row.system },
  entity: { title: "Entity that runs it", of: (row: FindingRow) => row.entity },
  rule: { title: "Rule", of: (row: FindingRow) => row.finding.title },
  law: { title: "Law", of: (row: FindingRow) => row.finding.citation },
  none: { title: "Nothing", of: () => "" },
} as const;
export type Grouping = keyof typeof groupings;

/** How rows can be sorted, by the column. */
export const sortings: Readonly<Record<string, (left: FindingRow, right: FindingRow) => number>> = {
  outcome: (left, right) => outcomes.indexOf(left.finding.outcome) - outcomes.indexOf(right.finding.outcome),
  title: (left, right) => byText(left.finding.title, right.finding.title),
  provider: (left, right) => byText(left.provider, right.provider),
  system: (left, right) => byText(left.system, right.system),
  certainty: (left, right) =>
    byText(right.finding.certainty, left.finding.certainty) ||
    confidences.indexOf(left.finding.confidence) - confidences.indexOf(right.finding.confidence),
  status: (left, right) => byText(left.finding.status, right.finding.status),
};

/** Rows under their headings: groups in the order in which their first row comes. */
export function grouped(rows: readonly FindingRow[], by: Grouping): Shown<FindingRow>[] {
  const shown = (row: FindingRow) => ({ row, key: row.finding.id });
  if (by === "none") return rows.map(shown);
  const groups = new Map<string, FindingRow[]>();
  for (const row of rows) {
    const name = groupings[by].of(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].flatMap(([heading, some]) => [{ heading, key: `group ${heading}`, count: some.length }, ...some.map(shown)]);
}

/** How sure a finding is, in few words. */
export function sureWords({ certainty, confidence }: Finding): string {
  return certainty === "established" ? `${certaintyWords.established}, ${confidence} confidence` : "cannot be excluded";
}
