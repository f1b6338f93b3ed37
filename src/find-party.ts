import { byText, type Party, type Reference } from "./model/index.js";
import { keysOfName } from "./screen/name-keys.js";

/** By what a party was found. */
export type FoundBy = "id" | "lei" | "identifier" | "provider" | "name";

/** The party that a text names, or the candidates where it names several; none where nobody on file bears it. */
export interface FoundParty {
  parties: Party[];
  by: FoundBy | null;
}

const leiPattern = /^[A-Z0-9]{18}\d{2}$/;

/**
 * Finds a party by its id, its LEI, an identifier (`gb-coh:01234567`, or the bare number), the id of a provider, whose operator it then is, or
 * by a name. Names are compared without case, punctuation, legal form and the order of words; a party whose name is written the same goes
 * before those that only come to the same.
 */
export function findParty(text: string, reference: Reference): FoundParty {
  const asked = text.trim();
  const ways: [FoundBy, () => (Party | undefined)[]][] = [
    ["id", () => [reference.party(asked), reference.party(asked.toLowerCase())]],
    ["lei", () => byLei(asked.toUpperCase(), reference)],
    ["identifier", () => byIdentifier(asked, reference)],
    ["provider", () => byProvider(asked, reference)],
    ["name", () => byName(asked, reference)],
  ];
  for (const [by, find] of ways) {
    const parties = distinct(find());
    if (parties.length > 0) return { parties, by };
  }
  return { parties: [], by: null };
}

function distinct(parties: (Party | undefined)[]): Party[] {
  const byId = new Map(parties.flatMap((party) => (party ? [[party.id, party] as const] : [])));
  return [...byId.values()].sort((left, right) => byText(left.id, right.id));
}

function byLei(asked: string, reference: Reference): (Party | undefined)[] {
  if (!leiPattern.test(asked)) return [];
  return [reference.party(`lei-${asked.toLowerCase()}`), ...reference.catalogue.parties.filter(({ lei }) => lei === asked)];
}

/** `scheme:value` names the scheme; a bare value is looked for under every scheme that the built-in parties and imports use. */
function byIdentifier(asked: string, reference: Reference): (Party | undefined)[] {
  const [, scheme, named] = /^([a-z0-9-]+):(.+)$/i.exec(asked) ?? [];
  const value = named ?? asked;
  const schemes = scheme ? [scheme.toLowerCase()] : importedSchemes;
  const held = (party: Party) =>
    Object.entries(party.identifiers ?? {}).some(([key, one]) => one === value && (scheme === undefined || key === scheme.toLowerCase()));
  return [...schemes.map((one) => reference.party(`${one}-${slug(value)}`)), ...reference.catalogue.parties.filter(held)];
}

/** Schemes that stand in front of the ids of imported parties. */
const importedSchemes = ["gb-coh", "ofac", "un", "eu", "us-bis-el", "ftm", "bods"];

function slug(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function byProvider(asked: string, reference: Reference): (Party | undefined)[] {
  const provider = reference.provider(asked.toLowerCase());
  return provider ? [reference.party(provider.operator)] : [];
}

function byName(asked: string, reference: Reference): Party[] {
  const [key] = keysOfName(asked);
  if (key === undefined) return [];
  const imported = reference.importedByNameKey(key).flatMap((id) => reference.party(id) ?? []);
  const bears = (party: Party, same: (name: string) => boolean) => namesOf(party).some(same);
  const all = distinct([...reference.catalogue.parties, ...imported]).filter((party) =>
    bears(party, (name) => keysOfName(name)[0] === key),
  );
  const written = all.filter((party) => bears(party, (name) => folded(name) === folded(asked)));
  if (written.length > 0) return written;
  const brands = reference.catalogue.providers.filter(({ names }) =>
    [names.english, ...(names.aliases ?? []), ...(names.native ?? []).map((one) => one.text)].some(
      (name) => folded(name) === folded(asked),
    ),
  );
  return all.length > 0 ? all : brands.flatMap(({ operator }) => reference.party(operator) ?? []);
}

function namesOf({ name, nativeName, aliases = [], formerNames = [] }: Party): string[] {
  return [name, ...(nativeName ? [nativeName] : []), ...aliases, ...formerNames];
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
