import type { Change, Transaction } from "../model/index.js";
import type { CauseSearch, Found } from "./cause-search.js";

/** A use needs the things seen, or the deal declared, that it consists of; what it says of its operator needs the facts about it. */
export function causesOfTransaction({ key, change }: Pick<Found, "key" | "change">, search: CauseSearch): Change[] {
  const { changes, sides } = search;
  const seenOn = (side: "before" | "after") => changes.ofObservations(side, sides[side].transaction(key)?.observations ?? []);
  const [before, after] = [seenOn("before"), seenOn("after")];
  // What only moved tells something where it moved into this use or out of it.
  const telling = [...before, ...after].filter((one) => one.change !== "moved" || !(before.includes(one) && after.includes(one)));
  const transactions = search.transactionsNamed(key);
  const declared = changes.about(...transactions.flatMap((one) => [`system:${one.system}`, ...(one.deal ? [`deal:${one.deal}`] : [])]));
  if (change !== "changed") {
    const made = [...telling.filter((one) => one.change !== "moved"), ...declared, ...placeChanges(transactions, search)];
    if (made.length > 0 || telling.length > 0) return made.length > 0 ? made : telling;
    return successors(transactions, search).flatMap((one) => search.ofId(`transaction:${one.id}`));
  }
  const fields = search.changedFields(`transaction:${key}`);
  return [
    ...telling,
    ...(fields.has("holdings") ? [...changes.about(...holdingsOf(transactions)), ...declared] : []),
    ...(["operator", "owner", "technology", "served from", "confidence"].some((one) => fields.has(one))
      ? placeChanges(transactions, search)
      : []),
  ];
}

/** Uses of the other review that the same things went into: what made those draws them over. */
function successors(transactions: Transaction[], search: CauseSearch): Transaction[] {
  const seen = new Set(transactions.flatMap((one) => one.observations));
  const all = search.bothSides((side) => side.review.transactions).flat();
  return all.filter((one) => !transactions.includes(one) && one.observations.some((id) => seen.has(id)));
}

/** Who runs the place, and who owns whoever does. */
function placeChanges(transactions: Transaction[], { changes }: CauseSearch): Change[] {
  return changes.about(
    ...transactions.flatMap((one) => [
      `region:${one.provider}/${one.region}`,
      ...(transactions.length === 2 ? [`owners:${one.operator}`, `party:${one.operator}`] : []),
    ]),
  );
}

export function holdingsOf(transactions: Transaction[]): string[] {
  return transactions.flatMap((one) => one.holdings.map((id) => `holding:${id}`));
}

export function namesParty({ operator, owner, technology }: Transaction, id: string): boolean {
  return operator === id || owner === id || technology.includes(id);
}
