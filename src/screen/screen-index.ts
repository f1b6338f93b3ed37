import type { Party, PartyKind, Reference } from "../model/index.js";
import { indexKeys } from "./candidate-keys.js";
import { normalNumber, numbersOf } from "./identifiers.js";
import { type BorneName, partiesToIndex } from "./index-names.js";
import { type PreparedName, prepareName } from "./names/index.js";
import { type Postings, PostingsBuilder } from "./postings.js";

/** A name of the index, ready to be compared. */
export interface IndexedName extends BorneName {
  prepared: PreparedName;
  /** Number of the party that bears it. */
  party: number;
}

/** The names that screening holds in memory. Parties and names are numbered from 0 in the order of the parties' ids. */
export interface ScreenIndex {
  reference: Reference;
  parties: readonly Party[];
  names: readonly IndexedName[];
  postings: Postings;
  /** Number of the party that bears a name, by the name's number. */
  partyOf: Int32Array;
  /** Whether the party that bears a name is an individual, by the name's number: 1 or 0. */
  individual: Uint8Array;
  /** Number of an indexed party by its id. */
  numberOf(id: string): number | undefined;
  /** Numbers of the parties with an LEI or a number of a register. */
  byIdentifier(identifier: string): readonly number[];
  /** Providers that a party operates, the first by id. */
  providerOf(party: string): string | undefined;
}

/**
 * Indexes the built-in providers and parties and every imported party that is on a list: some 50,000 names in about a second. Imported
 * parties that are on no list are not in it; screening reaches them through `reference.importedByNameKey`. With `builtInOnly` nothing
 * that was imported is indexed.
 */
export function screenIndex(reference: Reference, options: { builtInOnly?: boolean } = {}): ScreenIndex {
  const named = partiesToIndex(reference, options.builtInOnly ?? false);
  const names: IndexedName[] = [];
  const identifiers = new Map<string, number[]>();
  const postings = new PostingsBuilder();
  for (const [number, { party, names: borne }] of named.entries()) {
    for (const name of borne) {
      const prepared = prepareName(name.text, nameKind(party.kind));
      for (const key of indexKeys(prepared)) postings.add(key, names.length);
      names.push({ ...name, prepared, party: number });
    }
    for (const identifier of identifiersOf(party)) {
      const bearers = identifiers.get(identifier);
      if (bearers) bearers.push(number);
      else identifiers.set(identifier, [number]);
    }
  }
  const numbers = new Map(named.map(({ party }, number) => [party.id, number]));
  const operated = new Map([...reference.catalogue.providers].reverse().map(({ id, operator }) => [operator, id]));
  return {
    reference,
    parties: named.map(({ party }) => party),
    names,
    postings: postings.build(names.length),
    partyOf: Int32Array.from(names, ({ party }) => party),
    individual: Uint8Array.from(names, (name) => (named[name.party]?.party.kind === "individual" ? 1 : 0)),
    numberOf: (id) => numbers.get(id),
    byIdentifier: (identifier) => identifiers.get(identifier) ?? [],
    providerOf: (party) => operated.get(party),
  };
}

/** The matcher's word for a kind of party. */
export function nameKind(kind: PartyKind | undefined): "individual" | "entity" | undefined {
  if (kind === undefined || kind === "unknown") return undefined;
  return kind === "individual" ? "individual" : "entity";
}

function identifiersOf(party: Party): string[] {
  return [...(party.lei ? [party.lei] : []), ...numbersOf(party).map(({ number }) => normalNumber(number))];
}
