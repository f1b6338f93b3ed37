import { byText, type Day, type Effect, holdsOn, type LawNotCited, type Reach, type Reference } from "../model/index.js";

/**
 * The laws on file of a reach's government that its paths do not rest on, each with why: a path cites one law, the one whose text was checked
 * furthest. What is not on file was not considered at all.
 */
export function lawsNotCited(
  { government, effect, path, alternatives }: Pick<Reach, "government" | "effect" | "path" | "alternatives">,
  { catalogue }: Pick<Reference, "catalogue">,
  asOf: Day,
): LawNotCited[] {
  const cited = new Set([path, ...alternatives].flatMap(({ steps }) => steps.flatMap(({ instrument }) => instrument ?? [])));
  return catalogue.instruments
    .filter((one) => one.government === government && !cited.has(one.id))
    .map(({ id, name, compels, effects, from, until }) => ({ id, name, why: whyNot({ compels, effects, from, until }, effect, asOf) }))
    .sort((left, right) => byText(left.name, right.name));
}

type Told = Pick<Reference["catalogue"]["instruments"][number], "compels" | "effects" | "from" | "until">;

function whyNot(law: Told, effect: Effect, asOf: Day): string {
  if (!holdsOn(law, asOf))
    return `not in force on ${asOf} (from ${law.from ?? "a day that is not known"}${law.until ? ` to ${law.until}` : ""})`;
  if (!law.effects.includes(effect)) return `it compels ${law.compels}: no power to this is on file from it`;
  return `it names the same power (${law.compels}); the path cites the law that was checked further`;
}
