import { byText, type RecordedFacts, type Review } from "../model/index.js";
import type { Names } from "./names.js";
import type { Subject } from "./subjects.js";

/** Kinds of interest that give control whatever the share. */
const controlling = new Set(["board", "vie-contract", "golden-share", "management", "consolidation", "state-control"]);

/**
 * Who stands above the counterparties: the top company of the group, whoever holds half or more or controls, tier by tier, and whoever owns or
 * controls on the strongest path of a reach. Alternatives are no measure of it: a review keeps three of them only.
 */
export function parentsOf(review: Review, names: Names, concern: (government: string) => boolean): Subject[] {
  const held = new Map<string, Set<string>>();
  const behind = new Set<string>();
  const add = (owner: string, owned: string) => held.set(owner, (held.get(owner) ?? new Set()).add(owned));
  for (const { operator, owner } of review.transactions) if (owner && owner !== operator) add(owner, operator);
  for (const { owner, owned } of controlAbove(review)) add(owner, owned);
  for (const { government, path } of review.reaches) {
    for (const { kind, from, to } of path.steps) {
      if (from.kind !== "party" || to.kind !== "party" || (kind !== "ownership" && kind !== "control")) continue;
      add(from.id, to.id);
      if (concern(government) && path.confidence !== "low") behind.add(from.id);
    }
  }
  const seats = new Map((review.facts?.parties ?? []).map((one) => [one.id, [one.jurisdiction, one.principalPlace]]));
  const seated = (id: string) => (seats.get(id) ?? []).some((place) => typeof place === "string" && concern(place));
  return [...held].map(([id, owned]) => ({
    kind: "parent",
    key: id,
    title: names.party(id),
    ofConcern: behind.has(id) || seated(id),
    fields: { "stands above": [...owned].map(names.party).sort(byText).join(", ") },
  }));
}

function controlAbove({ facts, transactions }: Review): RecordedFacts["interests"] {
  const reached = new Set(transactions.map((one) => one.operator));
  const found: RecordedFacts["interests"] = [];
  const byOwned = new Map<string, RecordedFacts["interests"]>();
  for (const one of facts?.interests ?? []) byOwned.set(one.owned, [...(byOwned.get(one.owned) ?? []), one]);
  for (const id of reached) {
    for (const one of (byOwned.get(id) ?? []).filter(controls)) {
      found.push(one);
      reached.add(one.owner);
    }
  }
  return found;
}

function controls({ held, kind, shareMin }: RecordedFacts["interests"][number]): boolean {
  return held && (controlling.has(kind) || ((kind === "equity" || kind === "voting") && shareMin >= 50));
}
