import { governmentsReaching } from "../model/governments-reaching.js";
import { type Effect, outcomes, type Review, type Transaction } from "../model/index.js";
import { effects } from "../model/order.js";
import { csvLine } from "./csv-line.js";
import type { Report } from "./report.js";
import { isOpen, reachState, type View, viewOf } from "./view.js";

type Row = Partial<Record<Column, string | number>>;
type Column = (typeof columns)[number];

const columns = [
  "record",
  "transaction",
  "determination",
  "provider",
  "provider_name",
  "kind",
  "services",
  "system",
  "holdings",
  "region",
  "served_from",
  "operator",
  "operator_name",
  "owner",
  "owner_name",
  "technology",
  "governments",
  ...effects,
  "leads",
  "ended_by_measures",
  "ended_by_assumed_measures",
  "join",
  "confidence",
  "observations",
  "reaches",
  "residual_reaches",
  "findings",
  ...outcomes,
  "accepted",
  "acceptance_expired",
  "in_baseline",
  "bytes_sent",
  "bytes_received",
] as const;

/**
 * A table for spreadsheets (RFC 4180, UTF-8, CRLF). `record` says what a row is: `transaction`; `outside-transactions` for what was
 * attributed but is no use of a provider, such as a foreign host that only knocked; `unattributed`; and `total`. The columns named
 * after outcomes count open findings.
 */
export const csv: Report = {
  id: "csv",
  title: "CSV: one transaction a row, with totals",
  mediaType: "text/csv",
  render: (review) => {
    const view = viewOf(review);
    const rows = [
      ...review.transactions.map((one) => transactionRow(one, view)),
      outsideRow(review),
      unattributedRow(review),
      totalRow(review),
    ];
    return [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ""))].map(csvLine).join("");
  },
};

function transactionRow(transaction: Transaction, view: View): Row {
  const reaches = view.reachesOf(transaction.id);
  const findings = view.findingsOf(transaction.id);
  const reaching = (effect: Effect) =>
    joined(governmentsReaching(reaches.filter((one) => one.effect === effect && reachState(one) === "confirmed")));
  const withEffect = (state: "lead" | "supposed" | "cut") =>
    joined(
      effects.flatMap((effect) =>
        governmentsReaching(reaches.filter((one) => one.effect === effect && reachState(one) === state)).map((code) => `${effect}:${code}`),
      ),
    );
  return {
    record: "transaction",
    transaction: transaction.id,
    determination: view.determinationOf(transaction.id)?.outcome ?? "",
    provider: transaction.provider,
    provider_name: view.providerName(transaction.provider),
    kind: transaction.kind,
    services: transaction.services.join("; "),
    system: transaction.system,
    holdings: transaction.holdings.join("; "),
    region: transaction.region ?? "",
    served_from: transaction.servedFrom ?? "",
    operator: transaction.operator,
    operator_name: view.partyName(transaction.operator),
    owner: transaction.owner ?? "",
    owner_name: transaction.owner ? view.partyName(transaction.owner) : "",
    technology: transaction.technology.map((id) => view.partyName(id)).join("; "),
    governments: joined(governmentsReaching(reaches)),
    ...Object.fromEntries(effects.map((effect) => [effect, reaching(effect)])),
    leads: withEffect("lead"),
    ended_by_measures: withEffect("cut"),
    ended_by_assumed_measures: withEffect("supposed"),
    join: transaction.join,
    confidence: transaction.confidence,
    observations: transaction.observations.length,
    reaches: reaches.length,
    residual_reaches: reaches.filter((one) => one.residual).length,
    findings: joined(findings.map((one) => one.id)),
    ...Object.fromEntries(outcomes.map((outcome) => [outcome, findings.filter((one) => isOpen(one) && one.outcome === outcome).length])),
    accepted: findings.filter((one) => one.status === "accepted").length,
    acceptance_expired: findings.filter((one) => one.status === "acceptance-expired").length,
    in_baseline: findings.filter((one) => one.status === "in-baseline").length,
    bytes_sent: transaction.bytesSent,
    bytes_received: transaction.bytesReceived,
  };
}

function outsideRow(review: Review): Row {
  const inside = new Set(review.transactions.flatMap((one) => one.observations));
  const outside = review.observations.filter((one) => one.attribution.provider !== null && !inside.has(one.id));
  return { record: "outside-transactions", observations: outside.length };
}

function unattributedRow(review: Review): Row {
  return { record: "unattributed", observations: review.summary.unattributed };
}

function totalRow({ summary, findings }: Review): Row {
  return {
    record: "total",
    observations: summary.observations,
    reaches: summary.reaches,
    residual_reaches: summary.residualReaches,
    findings: findings.length,
    ...Object.fromEntries(outcomes.map((outcome) => [outcome, summary.findings[outcome] ?? 0])),
    accepted: summary.accepted,
    acceptance_expired: summary.acceptanceExpired,
    in_baseline: summary.inBaseline,
  };
}

function joined(all: readonly string[]): string {
  return all.join(" ");
}
