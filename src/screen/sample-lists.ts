import type { Catalogue, ImportedSource, Listing, Party, Reference } from "../model/index.js";
import { sampleReference } from "../trace/sample-reference.js";

/** A party for tests: an entity of high confidence unless told otherwise. */
export function sampleParty(id: string, name: string, more: Partial<Party> = {}): Party {
  return { id, name, kind: "entity", jurisdiction: null, sources: ["s"], confidence: "high", ...more };
}

export function samplePerson(id: string, name: string, more: Partial<Party> = {}): Party {
  return sampleParty(id, name, { kind: "individual", ...more });
}

export function sampleListing(party: string, list: string, from: string, until?: string): Listing {
  return { party, list, from, ...(until ? { until } : {}), citation: `${list} entry of ${party}`, sources: ["s"], confidence: "high" };
}

/** A reference with these parties and listings; and, where told, registered parties that are found by a key of their name only. */
export function sampleListReference(
  parties: Party[],
  listings: Listing[] = [],
  registered: { parties: Party[]; keys: (party: Party) => string[] } = { parties: [], keys: () => [] },
  providers: Catalogue["providers"] = [],
): Reference {
  const catalogue: Catalogue = {
    schemaVersion: "1",
    edition: "2026-01-01",
    providers,
    parties,
    interests: [],
    listings,
    lists: [],
    ties: [],
    instruments: [],
    governments: [{ code: "CN", name: "China", territories: ["CN", "HK", "MO"] }],
    measures: [],
    sources: {},
  };
  const byKey = new Map<string, string[]>();
  for (const party of registered.parties) {
    for (const key of registered.keys(party)) byKey.set(key, [...(byKey.get(key) ?? []), party.id]);
  }
  const reference = sampleReference(catalogue);
  return {
    ...reference,
    party: (id) => reference.party(id) ?? registered.parties.find((party) => party.id === id),
    imports: registered.parties.length > 0 ? [sampleImport] : [],
    importedByNameKey: (key) => byKey.get(key) ?? [],
  };
}

const sampleImport: ImportedSource = {
  id: "gb-psc",
  title: "A register",
  url: "https://register.example/",
  edition: "2026-02-01",
  importedOn: "2026-02-03",
  format: "gb-psc",
  files: [{ name: "register.txt", bytes: 1, sha256: "0".repeat(64) }],
  counts: { records: 1, parties: 1, interests: 0, listings: 0, refused: 0, passedOver: 0 },
  sha256: "1".repeat(64),
};
