import type { ScreenResult, ScreenRun } from "../../model/index.js";

/** A source of which another edition is in force than the one that a decision was made on; null: there was, or is, none of it. */
export interface MovedEdition {
  title: string;
  before: string | null;
  now: string | null;
}

/** The sources that have moved since a decision; undefined where it was not recorded on which editions it was made. */
export function movedEditions(
  { editions }: Pick<NonNullable<ScreenResult["decision"]>, "editions">,
  { reference, imports }: Pick<ScreenRun, "reference" | "imports">,
): MovedEdition[] | undefined {
  if (editions === null) return undefined;
  const inForce = new Map([
    ["reference", { title: "the lists that come with beholden", now: reference.edition }],
    ...imports.map(({ id, title, edition, importedOn }) => [id, { title, now: edition ?? importedOn }] as const),
  ]);
  const gone = Object.entries(editions).flatMap(([id, before]) => (inForce.has(id) ? [] : [{ title: id, before, now: null }]));
  return [...[...inForce].map(([id, { title, now }]) => ({ title, before: editions[id] ?? null, now })), ...gone].filter(
    ({ before, now }) => before !== now,
  );
}

/** `the SDN list: 2026-11-01 then, 2026-11-20 now`, each date as `day` writes it. */
export function movedEditionWords({ title, before, now }: MovedEdition, day: (text: string) => string = (text) => text): string {
  return `${title}: ${before === null ? "none" : day(before)} then, ${now === null ? "none" : day(now)} now`;
}
