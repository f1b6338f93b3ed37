import { tallyCompanies } from "./companies.js";
import { tallyPersons } from "./persons.js";
import { preparedName } from "./remembered.js";
import { Tally } from "./tally.js";
import type { NameComparison, NameKind, PreparedName } from "./types.js";

/** Names that score this or more are worth a look. The same for all names, so that nobody has to choose it. */
export const matchThreshold = 0.7;

/**
 * Compares two names: of companies and other bodies (`entity`), of persons (`individual`), or of what is not known (leave `kind` out).
 * Gives a score from 0 (nothing in common) to 1 (the same name), equal for both orders of the names, and the parts that it is made of:
 * their effects add up to the score. Names from {@link matchThreshold} on are worth a look; the score is no probability.
 * A name is cut at 300 letters and 24 words. The names met last are remembered as they were prepared, 2,000 at most.
 * @example compareNames("GUANGZHOU HAIGE COMM GRP", "Guangzhou Haige Communications Group").score // 1
 */
export function compareNames(left: string, right: string, options: { kind?: NameKind } = {}): NameComparison {
  return explainPrepared(preparedName(left, options.kind), preparedName(right, options.kind));
}

/** The score of two prepared names, without its parts: the quick path. */
export function comparePrepared(query: PreparedName, listed: PreparedName): number {
  if (isSame(query, listed)) return 1;
  return bestPair(query, listed, false).score();
}

/** The score of two prepared names with the parts that it is made of. */
export function explainPrepared(query: PreparedName, listed: PreparedName): NameComparison {
  if (isSame(query, listed)) {
    return { score: 1, parts: [{ left: query.text, right: listed.text, how: "equal", score: 1, weight: 1, effect: 1 }] };
  }
  const tally = bestPair(query, listed, true);
  return { score: tally.score(), parts: tally.explained() };
}

/** What is left when one is the name of a person and the other of a company. */
const personIsNoCompany = 0.75;

function isSame(left: PreparedName, right: PreparedName): boolean {
  return left.whole !== "" && left.whole === right.whole && left.words.length === right.words.length && left.kind === right.kind;
}

/** Of two names on both sides of a stroke the one that is nearer counts. */
function bestPair(query: PreparedName, listed: PreparedName, explained: boolean): Tally {
  let best = tallyOf(query, listed, explained);
  if (query.alternatives.length === 0 && listed.alternatives.length === 0) return best;
  for (const one of query.alternatives.length > 0 ? query.alternatives : [query]) {
    for (const other of listed.alternatives.length > 0 ? listed.alternatives : [listed]) {
      const tally = tallyOf(one, other, explained);
      if (tally.score() > best.score()) best = tally;
    }
  }
  return best;
}

/** In one order, whichever name is asked about: so the score is the same both ways. */
function tallyOf(query: PreparedName, listed: PreparedName, explained: boolean): Tally {
  const turned = listed.whole < query.whole;
  const tally = new Tally(explained, turned);
  const [left, right] = turned ? [listed, query] : [query, listed];
  if (left.kind === "entity" || right.kind === "entity") tallyCompanies(left, right, tally);
  else tallyPersons(left, right, tally);
  if (left.kind !== right.kind && left.kind && right.kind) tally.lose("different", personIsNoCompany);
  return tally;
}
