import type { Catalogue, Interest, Party, Reference } from "../model/index.js";
import { referenceFrom } from "../reference/load.js";

/** A party for tests: an entity of a neutral country unless told otherwise. */
export function party(id: string, more: Partial<Party> = {}): Party {
  return { id, name: id.toUpperCase(), kind: "entity", jurisdiction: "CH", sources: ["s"], confidence: "high", ...more };
}

/** An equity stake for tests; `share` in percent, or bounds through `more`. */
export function stake(owner: string, owned: string, share?: number, more: Partial<Interest> = {}): Interest {
  return { owner, owned, kind: "equity", ...(share === undefined ? {} : { share }), sources: ["s"], confidence: "high", ...more };
}

/** A reference over hand-made facts for tests. */
export function sampleReference(facts: Partial<Catalogue>): Reference {
  return referenceFrom({
    schemaVersion: "1",
    edition: "2026-11-23",
    providers: [],
    parties: [],
    interests: [],
    listings: [],
    lists: [],
    ties: [],
    instruments: [],
    measures: [],
    governments: [{ code: "CN", name: "China", territories: ["CN", "HK", "MO"], party: "state-cn" }],
    sources: { s: { id: "s", url: "https://example.org/s", title: "A source", retrieved: "2026-11-23" } },
    ...facts,
  });
}
