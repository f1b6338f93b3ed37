import { byText, type NameRole, type Party, type Reference } from "../model/index.js";

/** A name that a party can be found by. */
export interface BorneName {
  text: string;
  role: NameRole;
  /** The provider whose brand it is. */
  provider: string | undefined;
}

export interface NamedParty {
  party: Party;
  names: BorneName[];
}

/** More names than this are no names of one party. */
const mostNames = 500;

/**
 * The parties that are held in memory: every one of the built-in reference, with the brands of the providers that it operates, and,
 * unless only these are wanted, every imported one that is on a list. Each once, by id, whatever the order of the reference.
 */
export function partiesToIndex(reference: Reference, builtInOnly: boolean): NamedParty[] {
  const brands = brandsByOperator(reference);
  const parties = new Map<string, Party>();
  for (const party of reference.catalogue.parties) parties.set(party.id, builtInOnly ? party : (reference.party(party.id) ?? party));
  for (const id of builtInOnly ? [] : reference.listedParties()) {
    if (parties.has(id)) continue;
    const party = reference.party(id);
    if (party) parties.set(party.id, party);
  }
  return [...parties.values()]
    .filter(({ kind }) => kind !== "unknown")
    .sort((left, right) => byText(left.id, right.id))
    .map((party) => ({ party, names: namesOf(party, brands.get(party.id) ?? []) }));
}

/** The names of a party, each once, in the role that counts most. */
export function namesOf(party: Party, brands: readonly BorneName[] = []): BorneName[] {
  const roles: [NameRole, readonly string[]][] = [
    ["name", [party.name]],
    ["native", party.nativeName ? [party.nativeName] : []],
    ["alias", party.aliases ?? []],
    ["former", party.formerNames ?? []],
    ["weak", party.weakAliases ?? []],
  ];
  const found = new Map<string, BorneName>();
  const all = roles.flatMap(([role, texts]) => texts.map((text) => ({ text, role, provider: undefined })));
  for (const name of [...all.slice(0, mostNames), ...brands]) {
    const text = name.text.trim();
    if (text !== "" && !found.has(text)) found.set(text, { ...name, text });
  }
  return [...found.values()];
}

function brandsByOperator({ catalogue }: Reference): Map<string, BorneName[]> {
  const brands = new Map<string, BorneName[]>();
  for (const { id, operator, names } of catalogue.providers) {
    const texts = [names.english, ...(names.native ?? []).map(({ text }) => text), ...(names.aliases ?? [])];
    const those = texts.map((text) => ({ text, role: "brand" as const, provider: id }));
    brands.set(operator, [...(brands.get(operator) ?? []), ...those]);
  }
  return brands;
}
