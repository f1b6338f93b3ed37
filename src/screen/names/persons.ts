import { type Alignment, align, type Match, restOf } from "./align.js";
import type { Tally } from "./tally.js";
import type { NameWord, PreparedName } from "./types.js";

/** What a word costs that only one of the names has. Names in the middle are left out freely, those at the ends less so. */
const missingWeights = { middle: 0.2, end: 0.35, initial: 0.1, small: 0.02 };
/** What is left of the score. */
const factors = {
  differing: 0.62,
  differingMore: 0.85,
  differingInitial: 0.68,
  otherFather: 0.65,
  reversed: 0.97,
  mixed: 0.95,
  /** Nothing met but initials. */
  unsupported: 0.5,
  /** Every name is misspelt or another form. */
  nothingSure: 0.9,
  commonAlone: 0.75,
  givenAlone: 0.8,
  /** Two names met, a common one among them, and more than one is missing. */
  commonAndMissing: 0.88,
  misspeltAndMissing: 0.86,
  /** The first name of the longer form is missing in the shorter one. */
  otherGiven: 0.92,
};

/** Compares two names of persons. */
export function tallyPersons(left: PreparedName, right: PreparedName, tally: Tally): void {
  const alignment = align(left.words, right.words);
  matchCutName(left.words, right.words, alignment);
  for (const match of alignment.matches)
    tally.met(match, left.words, right.words, weightOf(match, left.words, right.words), doubted(match));
  const leftRest = missingOf(left.words, alignment.leftMet, "left", tally);
  const rightRest = missingOf(right.words, alignment.rightMet, "right", tally);
  loseByRest(leftRest, rightRest, tally);
  loseByRoles(alignment.matches, left.words, right.words, tally);
  loseByCoverage(left, right, alignment.matches, [...leftRest.names, ...rightRest.names], tally);
}

/** Names of persons are near to one another by chance more often than those of companies: what is misspelt counts less. */
const doubt = 2;

function doubted({ how, score }: Match): number {
  return how === "edit" ? Math.max(0, 1 - doubt * (1 - score)) : score;
}

function weightOf(match: Match, left: readonly NameWord[], right: readonly NameWord[]): number {
  const [one, other] = [sumOf(left, match.left, match.leftCount), sumOf(right, match.right, match.rightCount)];
  return match.how === "initial" ? Math.min(one, other) : Math.max(one, other);
}

function sumOf(words: readonly NameWord[], from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at += 1) sum += words[at]?.weight ?? 0;
  return sum;
}

/** Forms and registers cut long names: "… Belkassem DR" is the beginning of "… Belkassem DRISSI". */
function matchCutName(left: readonly NameWord[], right: readonly NameWord[], alignment: Alignment): void {
  const [one, other] = [left.at(-1), right.at(-1)];
  if (!one || !other || alignment.matches.filter((match) => match.how === "equal").length < 3) return;
  if (restOf(left, alignment.leftMet) !== 1 << one.at || restOf(right, alignment.rightMet) !== 1 << other.at) return;
  const [short, long] = one.form.length < other.form.length ? [one, other] : [other, one];
  if (short.form.length < 2 || !long.form.startsWith(short.form)) return;
  alignment.matches.push({ left: one.at, leftCount: 1, right: other.at, rightCount: 1, score: 0.7, how: "initial" });
  alignment.leftMet |= 1 << one.at;
  alignment.rightMet |= 1 << other.at;
}

interface Rest {
  names: NameWord[];
  initial: NameWord | undefined;
}

function missingOf(words: readonly NameWord[], met: number, side: "left" | "right", tally: Tally): Rest {
  const rest: Rest = { names: [], initial: undefined };
  const open = restOf(words, met);
  if (open === 0) return rest;
  const first = words.findIndex(isName);
  const last = words.findLastIndex(isName);
  for (const word of words) {
    if ((open & (1 << word.at)) === 0) continue;
    if (word.role === "initial") {
      rest.initial ??= word;
      tally.missing(word, side, missingWeights.initial);
    } else if (!isName(word) || isRepeated(word, words, open)) tally.missing(word, side, missingWeights.small);
    else {
      rest.names.push(word);
      tally.missing(word, side, word.at === first || word.at === last ? missingWeights.end : missingWeights.middle);
    }
  }
  return rest;
}

function isName({ role }: NameWord): boolean {
  return role === "name" || role === "common";
}

/** The same word has met its like already. */
function isRepeated(word: NameWord, words: readonly NameWord[], open: number): boolean {
  return words.some((other) => other.form === word.form && (open & (1 << other.at)) === 0);
}

/** A name more on one side is a longer form; a name on each side that the other lacks is another person. */
function loseByRest(left: Rest, right: Rest, tally: Tally): void {
  const pairs = Math.min(left.names.length, right.names.length);
  for (let at = 0; at < pairs; at += 1) {
    tally.lose("different", at === 0 ? factors.differing : factors.differingMore, left.names[at]?.written, right.names[at]?.written);
  }
  const one = left.initial ?? (right.initial ? left.names[pairs] : undefined);
  const other = right.initial ?? (left.initial ? right.names[pairs] : undefined);
  if (one && other) tally.lose("different", factors.differingInitial, one.written, other.written);
}

/** "Hasan bin Ahmad" is not "Ahmad bin Hasan"; other orders are only a little weaker than the same order. */
function loseByRoles(matches: readonly Match[], left: readonly NameWord[], right: readonly NameWord[], tally: Tally): void {
  const named = matches
    .filter((match) => isTelling(left[match.left]) && isTelling(right[match.right]))
    .sort((one, other) => one.left - other.left);
  const breaks = named.filter((match, at) => at > 0 && match.right < (named[at - 1]?.right ?? 0)).length;
  if (breaks === 0) return;
  const swapped = named.find(({ left: at, right: to }) => left[at]?.father !== right[to]?.father);
  if (swapped && left.some(({ father }) => father) && right.some(({ father }) => father)) {
    tally.lose("different", factors.otherFather, left[swapped.left]?.written, right[swapped.right]?.written);
    return;
  }
  const turned = breaks === 1 && (named.at(-1)?.right ?? 0) < (named[0]?.right ?? 0);
  tally.lose("reordered", turned ? factors.reversed : factors.mixed);
}

function isTelling(word: NameWord | undefined): boolean {
  return word?.role === "name" || word?.role === "common" || word?.role === "initial";
}

/** What met must be more than initials, than one common or given name of several, than a misspelling of half a name. */
function loseByCoverage(
  left: PreparedName,
  right: PreparedName,
  matches: readonly Match[],
  missing: readonly NameWord[],
  tally: Tally,
): void {
  const full = matches.filter(
    ({ left: at, right: to, how }) => how !== "initial" && isTelling(left.words[at]) && isTelling(right.words[to]),
  );
  const [only] = full;
  if (!only) tally.lose("unsupported", factors.unsupported);
  else if (full.every(isDoubtful)) tally.lose("unsupported", factors.nothingSure);
  if (!only || missing.length === 0) return;
  const [one, other] = [left.words[only.left], right.words[only.right]];
  if (full.length === 1) {
    if (one?.role === "common" || other?.role === "common") tally.lose("unsupported", factors.commonAlone, one?.written, other?.written);
    else if (isGivenOf(one, left) || isGivenOf(other, right)) tally.lose("unsupported", factors.givenAlone, one?.written, other?.written);
  } else if (full.length === 2 && missing.length > 1 && full.some((match) => left.words[match.left]?.role === "common")) {
    tally.lose("unsupported", factors.commonAndMissing);
  }
  if (full.some(isDoubtful)) tally.lose("unsupported", factors.misspeltAndMissing);
  if (missing.some((word) => isGivenOf(word, left) || isGivenOf(word, right))) tally.lose("unsupported", factors.otherGiven);
}

/** Near, but neither the same in sound nor a known form of the same name. */
function isDoubtful({ how, score }: Match): boolean {
  return how !== "variant" && score < 0.95;
}

/** The first of several names. */
function isGivenOf(word: NameWord | undefined, { words, rare }: PreparedName): boolean {
  return rare > 1 && word !== undefined && words.find(isName) === word;
}
