import type { NameRole, Party } from "../model/index.js";
import { candidateKeys } from "./candidate-keys.js";
import { idsOfIdentifiers } from "./identifiers.js";
import { namesOf } from "./index-names.js";
import { keysOfName } from "./name-keys.js";
import { type PreparedName, prepareName } from "./names/index.js";
import { kindsAgree, type QueryFacts } from "./query.js";
import { nameKind, type ScreenIndex } from "./screen-index.js";

/** A name of a party that a query may mean, before it is compared. */
export interface CandidateName {
  text: string;
  role: NameRole;
  provider: string | undefined;
  prepared: PreparedName;
}

export interface CandidateParty {
  /** The party, or its number in the index: most are never looked at. */
  party: Party | number;
  names: CandidateName[];
}

/** The name of the query and the name of the party that are most alike. */
export interface BestName {
  score: number;
  query: PreparedName;
  listed: PreparedName;
  role: NameRole;
  provider: string | undefined;
}

export interface Found {
  queryNames: PreparedName[];
  /** By number in the index; what is not in it, by id. */
  parties: Map<number | string, CandidateParty>;
  /** Names of candidates. */
  scored: number;
  cut: string | null;
}

/** Parties of a register compared for one key of a query at most. */
const mostOfRegister = 100;

/** The parties that a query may mean: by shared parts of names, by equal identifiers, and from imported registers by equal keys. */
export function findCandidates(facts: QueryFacts, index: ScreenIndex): Found {
  const found: Found = {
    queryNames: facts.names.map((name) => prepareName(name, facts.kind)),
    parties: new Map(),
    scored: 0,
    cut: null,
  };
  const cuts: string[] = [];
  for (const prepared of found.queryNames) addByName(prepared, facts, index, found, cuts);
  addByIdentifier(facts, index, found);
  if (index.reference.imports.length > 0) addFromRegisters(facts, index, found, cuts);
  found.cut = cuts.length > 0 ? cuts.join("; ") : null;
  return found;
}

function addByName(prepared: PreparedName, facts: QueryFacts, index: ScreenIndex, found: Found, cuts: string[]): void {
  const { names, partyOf, postings, individual } = index;
  const wanted = facts.kind === "individual" ? 1 : 0;
  const accepts = facts.kind === undefined ? () => true : (name: number) => individual[name] === wanted;
  const candidates = postings.candidates(candidateKeys(prepared), accepts);
  if (candidates.left > 0) cuts.push(`${candidates.left} listed names that share no more with ${prepared.text} than the ones compared`);
  const first = prepared === found.queryNames[0];
  for (const number of candidates.names) {
    const name = names[number];
    if (!name) continue;
    const known = candidateOf(partyOf[number] ?? 0, found).names;
    if (first || !known.includes(name)) known.push(name);
  }
  found.scored += candidates.names.length;
}

function addByIdentifier(facts: QueryFacts, index: ScreenIndex, found: Found): void {
  const numbers = facts.numbers.map(({ number }) => number);
  const indexed = [...facts.leis, ...numbers].flatMap((one) => index.byIdentifier(one).flatMap((number) => index.parties[number] ?? []));
  const registered = idsOfIdentifiers(facts.leis, numbers, facts.countries).flatMap((id) => index.reference.party(id) ?? []);
  for (const party of [...indexed, ...registered]) if (kindsAgree(facts.kind, party.kind)) addWhole(party, index, found);
}

/** Every name of a party, because something else than a name led to it. */
function addWhole(party: Party, index: ScreenIndex, found: Found): void {
  const number = index.numberOf(party.id);
  const candidate = candidateOf(number ?? party, found);
  const known = new Set(candidate.names.map(({ text }) => text));
  const names =
    number === undefined
      ? namesOf(party).map((name) => ({ ...name, prepared: prepareName(name.text, nameKind(party.kind)) }))
      : index.names.filter((name) => name.party === number);
  const added = names.filter(({ text }) => !known.has(text));
  candidate.names.push(...added);
  found.scored += added.length;
}

function addFromRegisters(facts: QueryFacts, index: ScreenIndex, found: Found, cuts: string[]): void {
  const { reference } = index;
  const ids = new Set<string>();
  for (const name of facts.names) {
    for (const key of keysOfName(name, facts.kind)) {
      const bearers = reference.importedByNameKey(key);
      const left = bearers.length - mostOfRegister;
      if (left > 0) cuts.push(`${left} of ${bearers.length} registered parties with the key ${key}`);
      for (const id of bearers.slice(0, mostOfRegister)) ids.add(id);
    }
  }
  for (const id of ids) {
    if (index.numberOf(id) !== undefined) continue;
    const party = reference.party(id);
    if (!party || index.numberOf(party.id) !== undefined || found.parties.has(party.id)) continue;
    if (kindsAgree(facts.kind, party.kind)) addWhole(party, index, found);
  }
}

function candidateOf(party: Party | number, found: Found): CandidateParty {
  const key = typeof party === "number" ? party : party.id;
  const known = found.parties.get(key);
  if (known) return known;
  const candidate: CandidateParty = { party, names: [] };
  found.parties.set(key, candidate);
  return candidate;
}
