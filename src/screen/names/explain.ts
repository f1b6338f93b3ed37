import { likenessOf } from "./similarity.js";
import type { NameComparison, NamePart, PreparedName } from "./types.js";

/** Scores of this and more are matches. */
export const matchThreshold = 0.7;

/** The score of two prepared names, without its parts: the quick path. */
export function comparePrepared(query: PreparedName, listed: PreparedName): number {
  return explainPrepared(query, listed).score;
}

/** The score of two prepared names with the parts that it is made of. */
export function explainPrepared(query: PreparedName, listed: PreparedName): NameComparison {
  const candidates = query.words.flatMap((left) =>
    listed.words.map((right) => ({ left, right, likeness: likenessOf(left, right) })).filter(({ likeness }) => likeness.score > 0),
  );
  candidates.sort((one, other) => other.likeness.score * other.left.weight - one.likeness.score * one.left.weight);
  const lefts = new Set<number>();
  const rights = new Set<number>();
  const found: Omit<NamePart, "effect">[] = [];
  for (const { left, right, likeness } of candidates) {
    if (lefts.has(left.at) || rights.has(right.at)) continue;
    lefts.add(left.at);
    rights.add(right.at);
    found.push({ left: left.written, right: right.written, ...likeness, weight: Math.max(left.weight, right.weight) });
  }
  for (const left of query.words)
    if (!lefts.has(left.at)) found.push({ left: left.written, right: "", how: "missing", score: 0, weight: left.weight / 2 });
  for (const right of listed.words)
    if (!rights.has(right.at)) found.push({ left: "", right: right.written, how: "missing", score: 0, weight: right.weight / 2 });
  const whole = found.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return { score: 0, parts: [] };
  const parts = found.map((part) => ({ ...part, weight: part.weight / whole, effect: (part.score * part.weight) / whole }));
  return {
    score: Math.min(
      1,
      parts.reduce((sum, { effect }) => sum + effect, 0),
    ),
    parts,
  };
}
