import { joinedLikeness, type Likeness, likenessOf, samenessOf } from "./similarity.js";
import type { NamePartRelation, NameWord } from "./types.js";

/** Words of the left name that meet words of the right one: one each, or several in a row that are written as one on the other side. */
export interface Match {
  left: number;
  leftCount: number;
  right: number;
  rightCount: number;
  score: number;
  how: NamePartRelation;
}

export interface Alignment {
  matches: Match[];
  /** Which words have met, a bit each. */
  leftMet: number;
  rightMet: number;
}

/** Finds which words of two names belong together: what is the same first, then words divided differently, then what is alike. */
export function align(left: readonly NameWord[], right: readonly NameWord[]): Alignment {
  const alignment: Alignment = { matches: [], leftMet: 0, rightMet: 0 };
  matchSame(left, right, alignment);
  if (restOf(left, alignment.leftMet) === 0 || restOf(right, alignment.rightMet) === 0) return alignment;
  matchJoined(left, right, alignment);
  matchAlike(left, right, alignment);
  return alignment;
}

/** The words that have met nothing, a bit each. */
export function restOf(words: readonly NameWord[], met: number): number {
  return ((1 << words.length) - 1) & ~met;
}

function matchSame(left: readonly NameWord[], right: readonly NameWord[], alignment: Alignment): void {
  let doubtful = false;
  for (const one of left) {
    for (const other of right) {
      if ((alignment.rightMet & (1 << other.at)) !== 0) continue;
      const same = samenessOf(one, other);
      if (same === undefined) continue;
      if (same.score < 1) {
        doubtful = true;
        continue;
      }
      add(alignment, one.at, 1, other.at, 1, same);
      break;
    }
  }
  if (doubtful) matchBest(left, right, alignment, samenessOf);
}

function matchAlike(left: readonly NameWord[], right: readonly NameWord[], alignment: Alignment): void {
  matchBest(left, right, alignment, likenessOf);
}

/** Of all pairs that have met nothing the most alike first; of equally alike ones those that stand first. */
function matchBest(
  left: readonly NameWord[],
  right: readonly NameWord[],
  alignment: Alignment,
  compare: (left: NameWord, right: NameWord) => Likeness | undefined,
): void {
  let found: { left: number; right: number; likeness: Likeness }[] | undefined;
  for (const one of left) {
    if ((alignment.leftMet & (1 << one.at)) !== 0 || one.role === "article") continue;
    for (const other of right) {
      if ((alignment.rightMet & (1 << other.at)) !== 0 || other.role === "article") continue;
      const likeness = compare(one, other);
      if (likeness === undefined || likeness.score === 0) continue;
      found ??= [];
      found.push({ left: one.at, right: other.at, likeness });
    }
  }
  if (!found) return;
  if (found.length > 1) found.sort((one, other) => other.likeness.score - one.likeness.score);
  for (const { left: at, right: to, likeness } of found) {
    if ((alignment.leftMet & (1 << at)) === 0 && (alignment.rightMet & (1 << to)) === 0) add(alignment, at, 1, to, 1, likeness);
  }
}

const longestRun = 5;

/** "van der bilt" and "vanderbilt", "Jong Un" and "Jongun": several words in a row against one, then all that is left against all. */
function matchJoined(left: readonly NameWord[], right: readonly NameWord[], alignment: Alignment): void {
  for (const one of left) {
    if ((alignment.leftMet & (1 << one.at)) !== 0 || one.form.length < 4) continue;
    joinRun(one, right, alignment.rightMet, (from, count, score) => add(alignment, one.at, 1, from, count, { score, how: "joined" }));
  }
  for (const other of right) {
    if ((alignment.rightMet & (1 << other.at)) !== 0 || other.form.length < 4) continue;
    joinRun(other, left, alignment.leftMet, (from, count, score) => add(alignment, from, count, other.at, 1, { score, how: "joined" }));
  }
}

function joinRun(
  one: NameWord,
  others: readonly NameWord[],
  met: number,
  found: (from: number, count: number, score: number) => void,
): void {
  const length = one.form.length;
  let best = 0;
  let bestFrom = 0;
  let bestCount = 0;
  for (let from = 0; from + 1 < others.length; from += 1) {
    let joined = 0;
    for (let count = 1; count <= longestRun && from + count <= others.length; count += 1) {
      const word = others[from + count - 1];
      if (!word || (met & (1 << word.at)) !== 0) break;
      joined += word.form.length;
      if (joined > length + 2) break;
      if (count < 2 || joined < length - 2) continue;
      if (!beginsOrEndsLike(one, others[from], word)) continue;
      const score = likenessOfRun(one, others.slice(from, from + count));
      if (score > best) [best, bestFrom, bestCount] = [score, from, count];
    }
  }
  if (best > 0) found(bestFrom, bestCount, best);
}

/** Words joined to one begin or end like it; spares the joining where they do not. */
function beginsOrEndsLike(one: NameWord, first: NameWord | undefined, last: NameWord): boolean {
  return (
    first !== undefined &&
    (first.form.charCodeAt(0) === one.form.charCodeAt(0) ||
      first.sound.charCodeAt(0) === one.sound.charCodeAt(0) ||
      last.form.charCodeAt(last.form.length - 1) === one.form.charCodeAt(one.form.length - 1) ||
      last.sound.charCodeAt(last.sound.length - 1) === one.sound.charCodeAt(one.sound.length - 1))
  );
}

function likenessOfRun(one: NameWord, run: readonly NameWord[]): number {
  let form = "";
  let sound = "";
  for (const word of run) {
    form += word.form;
    sound += word.sound;
  }
  if (one.writing === "syllables" || run[0]?.writing === "syllables") return form === one.form ? 0.98 : sound === one.sound ? 0.95 : 0;
  return Math.max(joinedLikeness(form, one.form), joinedLikeness(sound, one.sound) - 0.02);
}

function add(alignment: Alignment, left: number, leftCount: number, right: number, rightCount: number, { score, how }: Likeness): void {
  alignment.matches.push({ left, leftCount, right, rightCount, score, how });
  alignment.leftMet |= ((1 << leftCount) - 1) << left;
  alignment.rightMet |= ((1 << rightCount) - 1) << right;
}
