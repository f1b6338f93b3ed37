import { readInventory } from "./collect/inventory.js";
import { nearestFew } from "./judge/nearest.js";
import { type AssumedMeasure, byText, type Reference } from "./model/index.js";

/** A measure, a holding or a system that was named and is not known. */
export class NameNotFound extends Error {
  override name = "NameNotFound";
}

/**
 * Reads measures to take as in place: `M04`, or `M04=HOLDING_OR_SYSTEM` for one holding or system, which the inventory of the paths has to
 * declare. The same measure named several times is one, for everything that was named.
 *
 * @throws NameNotFound where a name is not known; says which are near
 * @example await assumedMeasures(["M02", "M04=archived-orders"], ["."], loadReference());
 */
export async function assumedMeasures(
  asked: string[],
  paths: string[],
  reference: Pick<Reference, "catalogue">,
): Promise<AssumedMeasure[]> {
  const { inventory } = await readInventory(paths);
  const targets = [...(inventory?.holdings ?? []), ...(inventory?.systems ?? [])].map(({ id }) => id);
  const named = new Map<string, Set<string> | "all">();
  for (const text of asked) {
    const [name = "", ...rest] = text.split("=");
    const { id } = measureNamed(name, reference.catalogue.measures);
    const target = rest.join("=");
    if (rest.length === 0) named.set(id, "all");
    else {
      if (!targets.includes(target)) throw new NameNotFound(unknownTarget(text, target, targets));
      const before = named.get(id) ?? new Set<string>();
      named.set(id, before === "all" ? before : before.add(target));
    }
  }
  return [...named].map(([measure, scope]) => ({ measure, appliesTo: scope === "all" ? [] : [...scope].sort(byText) }));
}

/**
 * The measure of the catalogue with an id, whatever its letters' case.
 *
 * @throws NameNotFound where there is none; says which are near
 */
export function measureNamed<M extends { id: string; name: string }>(name: string, measures: M[]): M {
  const found = measures.find((one) => one.id.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const near = nearestFew(
    name,
    measures.map(({ id }) => id),
  ).map((id) => `  ${id}  ${measures.find((one) => one.id === id)?.name}`);
  const expected = near.length > 0 ? "Near it:" : "Expected the id of one, such as:";
  const shown = near.length > 0 ? near : measures.map(({ id, name: title }) => `  ${id}  ${title}`);
  throw new NameNotFound([`no measure of the catalogue is ${name || "named by an empty text"}. ${expected}`, ...shown].join("\n"));
}

function unknownTarget(text: string, target: string, targets: string[]): string {
  const near = nearestFew(target, targets);
  const expected =
    targets.length === 0
      ? "Nothing is declared: beholden.yaml names neither holdings nor systems."
      : `Expected one of: ${(near.length > 0 ? near : targets).join(", ")}.`;
  return `${text}: ${target || "an empty text"} is no declared holding or system. ${expected}`;
}
