import type { NameRole, Party, ScreenExplanation } from "../model/index.js";
import type { BestName, CandidateName, CandidateParty, Found } from "./candidates.js";
import { rounded } from "./fields.js";
import { comparePrepared, explainPrepared, type NamePart, type PreparedName } from "./names/index.js";
import type { QueryFacts } from "./query.js";

/** What the likeness of a name is worth that the source itself calls weak. */
const weakAlias = 0.9;

/**
 * Every candidate with the pair of names that are most alike; of equal pairs the one whose role counts most. Candidates whose names are
 * less alike than `least` are left out.
 */
export function nearestNames(
  facts: QueryFacts,
  { queryNames, parties }: Found,
  least: number,
  indexed: readonly Party[],
): { party: Party; best: BestName }[] {
  const nearest: { party: Party; best: BestName }[] = [];
  for (const candidate of parties.values()) {
    const best = queryNames.length > 0 ? nearestOf(candidate, queryNames, least) : nameless(candidate, facts);
    const party = typeof candidate.party === "number" ? indexed[candidate.party] : candidate.party;
    if (best && party) nearest.push({ party, best });
  }
  return nearest;
}

/** Found by an identifier alone: the query has no name. */
function nameless({ names: [name] }: CandidateParty, { leis, numbers }: QueryFacts): BestName | undefined {
  return name && pair({ ...name.prepared, text: leis[0] ?? numbers[0]?.number ?? "", words: [] }, name, 0);
}

function nearestOf({ names }: CandidateParty, queryNames: readonly PreparedName[], least: number): BestName | undefined {
  let best: { query: PreparedName; name: CandidateName } | undefined;
  let bestScore = least;
  for (const query of queryNames) {
    for (const name of names) {
      const score = rounded(comparePrepared(query, name.prepared) * (name.role === "weak" ? weakAlias : 1));
      if (score < bestScore || (best && score === bestScore && !isNearer(name, best.name))) continue;
      best = { query, name };
      bestScore = score;
    }
  }
  return best && pair(best.query, best.name, bestScore);
}

const order: NameRole[] = ["name", "native", "brand", "alias", "former", "weak"];

/** The order of names must not decide which of two equal pairs is shown. */
function isNearer(name: CandidateName, best: CandidateName): boolean {
  const [left, right] = [order.indexOf(name.role), order.indexOf(best.role)];
  return left < right || (left === right && name.text < best.text);
}

function pair(
  query: PreparedName,
  { prepared, role, provider }: { prepared: PreparedName; role: NameRole; provider: string | undefined },
  score: number,
): BestName {
  return { score, query, listed: prepared, role, provider };
}

/** How two names came to their likeness, word by word. */
export function nameExplanation({ score, query, listed, role }: BestName): ScreenExplanation {
  const { parts } = explainPrepared(query, listed);
  const weak = role === "weak" ? [`the source calls the listed name weak: times ${weakAlias}`] : [];
  return {
    score,
    detail: [...parts.map(partText), ...weak].join("; "),
    query: query.text,
    candidate: listed.text,
    parts: parts.map(roundedPart),
  };
}

function roundedPart(part: NamePart): NamePart {
  return { ...part, score: rounded(part.score), weight: rounded(part.weight), effect: rounded(part.effect) };
}

function partText({ left, right, how, effect }: NamePart): string {
  const sign = effect < 0 ? "−" : "+";
  const amount = `${sign}${Math.abs(effect).toFixed(2)}`;
  if (how === "missing") return `${left || right} only ${left ? "in the query" : "on the list"} ${amount}`;
  if (!left && !right) return `${how} ${amount}`;
  return left === right ? `${left} ${amount}` : `${left || "–"} / ${right || "–"} (${how}) ${amount}`;
}
