import { byText, type Day, listingsOn, type Reference, type ScreenRun } from "../model/index.js";
import type { ScreenIndex } from "./screen-index.js";

/** What is counted while queries are screened. */
export type Tally = Pick<ScreenRun, "queries" | "scored" | "cuts" | "unscreened" | "matches">;

export function newTally(): Tally {
  return { queries: 0, scored: 0, cuts: 0, unscreened: 0, matches: { open: 0, confirmed: 0, unsure: 0, dismissed: 0, reopened: 0 } };
}

/** Adds up the tallies of parts of a run. */
export function sumOfTallies(tallies: readonly Tally[]): Tally {
  const sum = newTally();
  for (const { queries, scored, cuts, unscreened, matches } of tallies) {
    sum.queries += queries;
    sum.scored += scored;
    sum.cuts += cuts;
    sum.unscreened += unscreened;
    for (const state of ["open", "confirmed", "unsure", "dismissed", "reopened"] as const) sum.matches[state] += matches[state];
  }
  return sum;
}

/** What a run was made with: the lists in force on the day, the editions of what was imported, and what was counted. */
export function runOf(
  tally: Tally,
  {
    reference,
    asOf,
    index,
    thresholds,
    cutoff,
  }: Pick<ScreenRun, "thresholds" | "cutoff"> & { reference: Reference; asOf: Day; index: ScreenIndex },
): ScreenRun {
  return {
    thresholds: { entity: thresholds.entity, individual: thresholds.individual },
    cutoff,
    reference: { edition: reference.catalogue.edition, sha256: reference.sha256 },
    imports: reference.imports.map(({ id, title, edition, importedOn, sha256 }) => ({ id, title, edition, importedOn, sha256 })),
    lists: listsOn(index, asOf),
    indexed: { parties: index.parties.length, names: index.names.length },
    ...tally,
  };
}

function listsOn({ parties, reference }: ScreenIndex, asOf: Day): ScreenRun["lists"] {
  const listed = new Map<string, number>();
  for (const { id } of parties) {
    const lists = new Set(listingsOn(id, reference, asOf).map(({ list }) => list));
    for (const list of lists) listed.set(list, (listed.get(list) ?? 0) + 1);
  }
  const known = new Map(reference.catalogue.lists.map((one) => [one.id, one]));
  return [...listed]
    .sort(([left], [right]) => byText(left, right))
    .map(([id, count]) => ({ id, name: known.get(id)?.name ?? id, government: known.get(id)?.government ?? null, parties: count }));
}
