import { type Alignment, align, type Match, restOf } from "./align.js";
import type { Tally } from "./tally.js";
import type { NameWord, PreparedName, WordRole } from "./types.js";

/** What a word costs that only one of the names has. */
const missingWeights = {
  name: 0.9,
  common: 0.9,
  trade: 0.4,
  place: 0.4,
  number: 0.3,
  legal: 0.02,
  title: 0.1,
  particle: 0.05,
  initial: 0.4,
  article: 0,
} satisfies Record<WordRole, number>;
/** A place in front ("Guangzhou Haige"), and words that say how a company stands to others, are left out freely. */
const lightlyMissing = 0.12;
/** A brand has no legal form: it leaves out words of trade too. */
const tradeOfBrand = 0.2;

/** What is left of the score when both names have words that the other lacks, by what they are. */
const differing = { names: 0.6, places: 0.65, trades: 0.72, numbers: 0.5, mixed: 0.75 };
/** Both names have their legal form, so neither is a short form of the other, and yet one has a word more. */
const moreInOne = { name: 0.85, trade: 0.8, place: 0.8, number: 0.65 };

/** Compares two names of companies or other bodies. */
export function tallyCompanies(left: PreparedName, right: PreparedName, tally: Tally): void {
  const alignment = align(left.words, right.words);
  for (const match of alignment.matches) tally.met(match, left.words, right.words, weightOf(match, left.words, right.words));
  const complete = left.complete && right.complete;
  const leftRest = missingOf(left.words, alignment.leftMet, "left", complete, tally);
  const rightRest = missingOf(right.words, alignment.rightMet, "right", complete, tally);
  loseByRest(leftRest, rightRest, complete, inSeries(left) && inSeries(right), tally);
  if (isUnsupported(left, right, alignment)) tally.lose("unsupported", 0.5);
  if (isReordered(alignment.matches, left.words, right.words)) tally.lose("reordered", 0.98);
}

function weightOf(match: Match, left: readonly NameWord[], right: readonly NameWord[]): number {
  return Math.max(sumOf(left, match.left, match.leftCount), sumOf(right, match.right, match.rightCount));
}

function sumOf(words: readonly NameWord[], from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at += 1) sum += words[at]?.weight ?? 0;
  return Math.min(sum, 1.2);
}

interface Rest {
  name: NameWord | undefined;
  trade: NameWord | undefined;
  place: NameWord | undefined;
  number: NameWord | undefined;
}

/** Counts the words that met nothing, and gives the first of each kind that tells names apart. */
function missingOf(words: readonly NameWord[], met: number, side: "left" | "right", complete: boolean, tally: Tally): Rest {
  const rest: Rest = { name: undefined, trade: undefined, place: undefined, number: undefined };
  const open = restOf(words, met);
  if (open === 0) return rest;
  for (const word of words) {
    if ((open & (1 << word.at)) === 0 || word.role === "article") continue;
    const light = word.structure || (word.role === "place" && word.at === 0);
    const weight = light ? lightlyMissing : word.role === "trade" && !complete ? tradeOfBrand : missingWeights[word.role];
    tally.missing(word, side, weight);
    if (light) continue;
    if (word.role === "name" || word.role === "common" || word.role === "initial") rest.name ??= word;
    else if (word.role === "trade" || word.role === "place" || word.role === "number") rest[word.role] ??= word;
  }
  return rest;
}

function loseByRest(left: Rest, right: Rest, complete: boolean, series: boolean, tally: Tally): void {
  const lose = (factor: number, one: NameWord | undefined, other: NameWord | undefined) =>
    tally.lose("different", factor, one?.written, other?.written);
  if (left.number && right.number && !series) lose(differing.numbers, left.number, right.number);
  else if ((left.number || right.number) && !series) lose(moreInOne.number, left.number, right.number);
  const one = left.name ?? left.place ?? left.trade;
  const other = right.name ?? right.place ?? right.trade;
  if (left.name && right.name) lose(differing.names, left.name, right.name);
  else if (left.place && right.place) lose(differing.places, left.place, right.place);
  else if (left.trade && right.trade) lose(differing.trades, left.trade, right.trade);
  else if (one && other) lose(differing.mixed, one, other);
  else if (complete && (left.name || right.name)) lose(moreInOne.name, left.name, right.name);
  else if (complete && (left.place || right.place)) lose(moreInOne.place, left.place, right.place);
  else if (complete && (left.trade || right.trade)) lose(moreInOne.trade, left.trade, right.trade);
}

/** Funds and trusts come in numbered series of one manager: another number is another vehicle, but of the same house. */
function inSeries({ words }: PreparedName): boolean {
  return words.some(({ series }) => series);
}

/** Rare words must meet rare words: what is left after they are gone tells nothing. */
function isUnsupported(left: PreparedName, right: PreparedName, { matches }: Alignment): boolean {
  if (left.rare === 0 && right.rare === 0) return !matches.some(({ left: at }) => carries(left.words[at]));
  return !matches.some(({ left: at, right: to }) => isRare(left.words[at]) || isRare(right.words[to]));
}

function carries(word: NameWord | undefined): boolean {
  return word !== undefined && word.role !== "legal" && word.role !== "article";
}

function isRare(word: NameWord | undefined): boolean {
  return word?.role === "name" || word?.role === "common" || word?.role === "initial";
}

function isReordered(matches: readonly Match[], left: readonly NameWord[], right: readonly NameWord[]): boolean {
  for (const one of matches) {
    if (!isRare(left[one.left])) continue;
    for (const other of matches) if (isRare(right[other.right]) && one.left < other.left && one.right > other.right) return true;
  }
  return false;
}
