import type { Party, Reference, StatedAttribute } from "./model/index.js";
import { sourcesAsEvidence } from "./trace/index.js";

/**
 * What the sources say of a party, attribute by attribute: each value with every source that states it. Where two sources differ, each value
 * stands with its own.
 *
 * @param id of the party
 * @returns names first, then numbers, places and the rest; none where only interests or listings name the party
 */
export function statedAttributes(id: string, reference: Reference): StatedAttribute[] {
  const stated = new Map<string, StatedAttribute>();
  for (const { record, sources } of reference.recordsOf(id)) {
    const evidence = sourcesAsEvidence(sources, reference, record.record);
    for (const [attribute, value] of statementsOf(record)) {
      const known = stated.get(`${attribute} ${value}`)?.evidence ?? [];
      const more = evidence.filter((one) => !known.some(({ locator, title }) => locator === one.locator && title === one.title));
      stated.set(`${attribute} ${value}`, { attribute, value, evidence: [...known, ...more] });
    }
  }
  const order = statementsOrder([...stated.values()]);
  return [...stated.values()].sort((left, right) => order.indexOf(left.attribute) - order.indexOf(right.attribute));
}

/** Without the status: it tells what became of a party in words, and a trace of an earlier day would speak of what came later. */
function statementsOf(record: Partial<Party>): [attribute: string, value: string][] {
  const { name, nativeName, aliases, formerNames, weakAliases, lei, identifiers = {}, kind, form, jurisdiction, principalPlace } = record;
  const all: [string, (string | null | undefined)[]][] = [
    ["name", [name]],
    ["own spelling", [nativeName]],
    ["alias", aliases ?? []],
    ["former name", formerNames ?? []],
    ["weak alias", weakAliases ?? []],
    ["lei", [lei]],
    ...Object.entries(identifiers).map(([scheme, value]): [string, string[]] => [scheme, [value]]),
    ["kind", [kind]],
    ["form", [form]],
    ["law of", [jurisdiction, ...(record.alsoOrganisedIn ?? [])]],
    ["principal place", [principalPlace && [principalPlace.city, principalPlace.country].filter(Boolean).join(", ")]],
    ["address", (record.addresses ?? []).map(({ full }) => full)],
    ["birth date", record.birthDates ?? []],
    ["nationality", record.nationalities ?? []],
  ];
  return all.flatMap(([attribute, values]) => values.flatMap((value): [string, string][] => (value ? [[attribute, value]] : [])));
}

/** The attributes as they first stand in a record, the names of all records before anything else. */
function statementsOrder(stated: readonly StatedAttribute[]): string[] {
  const names = ["name", "own spelling", "alias", "former name", "weak alias", "lei"];
  return [...names, ...new Set(stated.map(({ attribute }) => attribute).filter((one) => !names.includes(one)))];
}
