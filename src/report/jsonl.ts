import { governmentsReaching } from "../model/governments-reaching.js";
import type { AttributedObservation, ObservationLine, Review } from "../model/index.js";
import { byText } from "../model/order.js";
import type { Report } from "./report.js";
import { viewOf } from "./view.js";

/** One observation a line, as `schemas/observation-line.schema.json` describes it (JSON Lines, https://jsonlines.org). */
export const jsonl: Report = {
  id: "jsonl",
  title: "JSON Lines: one attributed observation a line",
  mediaType: "application/jsonl",
  render: (review) => {
    const governments = governmentsByObservation(review);
    return review.observations.map((one) => `${JSON.stringify(lineOf(one, governments.get(one.id)))}\n`).join("");
  },
};

function lineOf(observation: AttributedObservation, governments: Set<string> | undefined): ObservationLine {
  const { path, line, kind, value, count, attribution } = observation;
  const { provider, service, operator, region, signature, confidence } = attribution;
  return {
    path,
    line,
    kind,
    value,
    count,
    provider,
    service,
    operator,
    region,
    governments: provider === null ? null : [...(governments ?? [])].sort(byText),
    signature: signature ? `${signature.kind}:${signature.value}` : null,
    confidence,
  };
}

/** Governments with a reach through any transaction that an observation belongs to. */
function governmentsByObservation(review: Review): Map<string, Set<string>> {
  const view = viewOf(review);
  const byObservation = new Map<string, Set<string>>();
  for (const transaction of review.transactions) {
    const reaching = governmentsReaching(view.reachesOf(transaction.id));
    for (const id of transaction.observations) {
      const known = byObservation.get(id);
      if (known) for (const code of reaching) known.add(code);
      else byObservation.set(id, new Set(reaching));
    }
  }
  return byObservation;
}
