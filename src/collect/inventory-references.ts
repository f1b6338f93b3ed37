import type { DeclaredNeed, Inventory, Position, Problem } from "../model/index.js";

type Locate = (keys: PropertyKey[]) => Position | null;
type Fault = Omit<Problem, "path">;

/** A list of the declaration whose entries others name. */
interface Named {
  what: string;
  keys: PropertyKey[];
  ids: string[];
}

/**
 * What a declaration says twice, or names and does not declare. Each is told at its place; the rest of the declaration holds.
 * @param locate where a part of the file stands, by its keys
 */
export function checkReferences(inventory: Inventory, locate: Locate): Fault[] {
  const { systems, contracts = [] } = inventory;
  const entities = inventory.subject.entities ?? [];
  const ids = new Set(systems.map((one) => one.id));
  const entityIds = new Set(entities.map((one) => one.id));
  const fault = (keys: PropertyKey[], message: string, expected: string, action: string): Fault => {
    const { line, column } = locate(keys) ?? { line: null, column: null };
    return { line, column, severity: "warning", code: "inventory-reference", message, expected, action };
  };
  const unknown = (keys: PropertyKey[], id: string, what: string, known: Set<string>): Fault[] =>
    known.has(id)
      ? []
      : [fault(keys, `${id} is the id of no declared ${what}; it is passed over`, oneOf(what, known), "Mend the id, or declare it.")];

  const lists: Named[] = [
    { what: "system", keys: ["systems"], ids: systems.map((one) => one.id) },
    { what: "holding", keys: ["holdings"], ids: inventory.holdings.map((one) => one.id) },
    { what: "contract", keys: ["contracts"], ids: contracts.map((one) => one.id) },
    { what: "entity", keys: ["subject", "entities"], ids: entities.map((one) => one.id) },
  ];
  return [
    ...lists.flatMap(({ what, keys, ids }) =>
      ids.flatMap((id, index) =>
        ids.indexOf(id) === index
          ? []
          : [fault([...keys, index, "id"], `${id} is the id of two declared ${plural(what)}`, "ids that differ", "Rename one of them.")],
      ),
    ),
    ...systems.flatMap((system, at) => [
      ...(system.entity === undefined ? [] : unknown(["systems", at, "entity"], system.entity, "entity", entityIds)),
      ...(system.fallback === undefined ? [] : unknown(["systems", at, "fallback"], system.fallback, "system", ids)),
      ...needsOf(system).flatMap(([index, need]) => {
        const keys = ["systems", at, "dependsOn", index];
        if (need.system === system.id) {
          return [fault([...keys, "system"], `${system.id} depends on itself`, "another system", "Leave the entry out.")];
        }
        return need.system === undefined ? [] : unknown([...keys, "system"], need.system, "system", ids);
      }),
    ]),
    ...contracts.flatMap((contract, at) =>
      (contract.systems ?? []).flatMap((id, index) => unknown(["contracts", at, "systems", index], id, "system", ids)),
    ),
  ];
}

/** The needs said in full, each with its place: a plain text may also be the name of something that is not declared. */
function needsOf({ dependsOn = [] }: Inventory["systems"][number]): [number, DeclaredNeed][] {
  return dependsOn.flatMap((one, index): [number, DeclaredNeed][] => (typeof one === "string" ? [] : [[index, one]]));
}

function oneOf(what: string, known: Set<string>): string {
  return known.size === 0 ? `an id under ${plural(what)}; none is declared` : `one of ${[...known].sort().join(", ")}`;
}

function plural(what: string): string {
  return what === "entity" ? "entities" : `${what}s`;
}
