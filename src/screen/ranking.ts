import { byText, type Party } from "../model/index.js";
import { indexKeys } from "./candidate-keys.js";
import type { BestName, Found } from "./candidates.js";
import { compareFields, type FieldComparison, rounded, scoreWith } from "./fields.js";
import type { PreparedName } from "./names/index.js";
import { nearestNames } from "./nearest-names.js";
import type { QueryFacts } from "./query.js";
import type { ScreenIndex } from "./screen-index.js";

/** Results below this are not shown: with so little in common nobody would look. */
export const cutoff = 0.5;
/** A name that is less alike than this is no result, whatever else agrees; identifiers excepted. */
const leastName = 0.4;

/** A party with its score, before it is written out. */
export interface Scored {
  party: Party;
  best: BestName;
  fields: FieldComparison;
  score: number;
  /** What speaks for it beside the name, less what speaks against it. */
  evidence: number;
}

/** Parties in the order in which they are shown. */
export interface Ranking {
  scored: readonly Scored[];
  /** In how many parties' names the words stand together that a name shares with the query. */
  bearersOf(scored: Scored): number;
}

/** Best first; of equal scores the one that more speaks for, then the one with the rarer name. */
export function rankParties(facts: QueryFacts, found: Found, index: ScreenIndex): Ranking {
  const scored: Scored[] = [];
  for (const { party, best } of nearestNames(facts, found, leastOf(facts), index.parties)) {
    const fields = compareFields(facts, party, index.reference.governmentOf);
    const { score } = scoreWith(best.score, fields.parts);
    if (score < cutoff) continue;
    scored.push({ party, best, fields, score, evidence: rounded(fields.parts.reduce((sum, { agrees }) => sum + agrees, 0)) });
  }
  const bearersOf = countBearers(index);
  scored.sort(
    (left, right) =>
      right.score - left.score ||
      right.evidence - left.evidence ||
      bearersOf(left) - bearersOf(right) ||
      byText(left.party.id, right.party.id),
  );
  return { scored, bearersOf };
}

/** Where nothing but names is compared, the likeness of a name is the whole score. */
function leastOf({ leis, numbers, countries, nationalities, birthDates, addresses }: QueryFacts): number {
  if (leis.length + numbers.length > 0) return 0;
  return countries.length + nationalities.length + birthDates.length + addresses.length > 0 ? leastName : cutoff;
}

/** Counts only when asked, and the same words once: of a hundred namesakes most share the same words with the query. */
function countBearers({ postings, partyOf }: ScreenIndex): Ranking["bearersOf"] {
  const known = new Map<Scored, number>();
  const byKeys = new Map<string, number>();
  const keysOfQuery = new Map<PreparedName, Set<string>>();
  return (scored) => {
    const before = known.get(scored);
    if (before !== undefined) return before;
    const { query, listed } = scored.best;
    const ours = keysOfQuery.get(query) ?? indexKeys(query);
    keysOfQuery.set(query, ours);
    const shared = [...indexKeys(listed)].filter((key) => ours.has(key) && !key.startsWith("w")).sort();
    const words = shared.join(" ");
    const count = byKeys.get(words) ?? new Set(postings.together(shared).map((name) => partyOf[name])).size;
    byKeys.set(words, count);
    known.set(scored, count);
    return count;
  };
}
