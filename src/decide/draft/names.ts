import type { DraftSubjectMatter, Evidence, Finding, Review, Transaction } from "../../model/index.js";

/** How many places of an artefact stand with a sentence; the rest is counted in the last one. */
const mostPlaces = 8;

/** Names and lists of a review by id, as a draft tells them. */
export interface Names {
  transaction(id: string): Transaction | undefined;
  matter(transaction: Transaction): DraftSubjectMatter;
  government(code: string): string;
  measure(id: string): string | undefined;
  system(id: string): string;
  holding(id: string): string;
  /** Where the use of a transaction was seen: declared places before those that only show it, which come last in the review. */
  seen(transaction: Transaction): Evidence[];
}

/** Reads the names out of a review. What it does not explain keeps its id. */
export function namesOf(review: Review): Names {
  const transactions = new Map(review.transactions.map((one) => [one.id, one]));
  const outcomes = new Map(review.determinations.map((one) => [one.transaction, one.outcome]));
  const providers = new Map(review.providers.map((one) => [one.id, one.name]));
  const parties = new Map(review.parties.map((one) => [one.id, one.name]));
  const measures = new Map((review.measures ?? []).map((one) => [one.id, one.name]));
  const observations = new Map(review.observations.map((one) => [one.id, one]));
  const governments = new Map<string, string>();
  const places = new Map<string, string>();
  for (const { target, path, alternatives } of review.reaches) {
    places.set(target.id, target.name);
    for (const { steps } of [path, ...alternatives])
      for (const { from } of steps) if (from.kind === "government") governments.set(from.id, from.name);
  }
  for (const { id, name } of [...(review.declared?.systems ?? []), ...(review.declared?.holdings ?? [])]) places.set(id, name);
  const named = (names: Map<string, string>) => (id: string) => names.get(id) ?? id;
  const system = (id: string) => (id === "undeclared" ? "no declared system" : named(places)(id));

  return {
    transaction: (id) => transactions.get(id),
    government: named(governments),
    measure: (id) => measures.get(id),
    system,
    holding: named(places),
    matter(one) {
      const provider = { id: one.provider, name: named(providers)(one.provider) };
      const where = [provider.name, one.region].filter(Boolean).join(" ");
      return {
        transaction: one.id,
        name: `${where}, ${system(one.system)} (${one.kind})`,
        kind: one.kind,
        provider,
        region: one.region,
        services: one.services,
        operator: { id: one.operator, name: named(parties)(one.operator) },
        system: { id: one.system, name: system(one.system) },
        holdings: one.holdings.map((id) => ({ id, name: named(places)(id) })),
        outcome: outcomes.get(one.id) ?? "not-prohibited",
      };
    },
    seen(one) {
      if (one.deal !== undefined) return [{ kind: "declaration", locator: "beholden.yaml", note: `deal ${one.deal}` }];
      const all = one.observations.flatMap((id) => observations.get(id) ?? []);
      const shown = all.slice(0, mostPlaces);
      const more = all.length - shown.length;
      return shown.map(({ path, line, count, kind, value, context }, at) => ({
        kind: "artefact",
        locator: path,
        line,
        count,
        note: `${kind} ${context?.address ?? value}${more > 0 && at === shown.length - 1 ? `, and ${more} more` : ""}`,
      }));
    },
  };
}

/** The provision that a finding rests on, as evidence. */
export function lawOf({ citation, mark, pack }: Pick<Finding, "citation" | "mark" | "pack">, review: Review): Evidence {
  const title = review.rulePacks.find(({ id }) => id === pack)?.title ?? pack;
  return { kind: "law", locator: citation, title, note: `mark ${mark}` };
}
