import { editCost } from "./edit-cost.js";
import type { NamePartRelation, NameWord } from "./types.js";

/** How alike two words are, and in what way. */
export interface Likeness {
  score: number;
  how: NamePartRelation;
}

const different: Likeness = { score: 0, how: "different" };
const equal: Likeness = { score: 1, how: "equal" };
const sameMeaning: Likeness = { score: 1, how: "abbreviation" };
const sameLegalForm: Likeness = { score: 1, how: "legal form" };
const otherLegalForm: Likeness = { score: 0.6, how: "legal form" };
const sameSound: Likeness = { score: 0.97, how: "transliteration" };
const sameShortSound: Likeness = { score: 0.75, how: "transliteration" };
const sameSoundInSyllables: Likeness = { score: 0.9, how: "transliteration" };
const adjective: Likeness = { score: 0.92, how: "variant" };
const initialOf: Likeness = { score: 0.6, how: "initial" };
const variantOf = 0.85;

/** Words that are the same without any doubt, or at least sound the same. Undefined where they have to be compared letter by letter. */
export function samenessOf(left: NameWord, right: NameWord): Likeness | undefined {
  if (left.hash === right.hash && left.form === right.form && left.role !== "article") return sameForm(left, right);
  if (left.meanings.length > 0 && right.meanings.length > 0 && shareMeaning(left, right)) return sharedMeaning(left, right);
  if (left.role === "legal" || right.role === "legal") return undefined;
  if (left.letters === right.letters && left.sound === right.sound && left.sound.length > 1 && !bothKnown(left, right)) {
    if (inSyllables(left, right)) return undefined;
    return left.sound.length > 2 ? sameSound : sameShortSound;
  }
  return undefined;
}

/** How alike two words are that are not the same. 0 where they are different words. */
export function likenessOf(left: NameWord, right: NameWord): Likeness {
  if (left.role === "legal" || right.role === "legal") return left.role === right.role ? otherLegalForm : different;
  if (bothKnown(left, right) || left.role === "number" || right.role === "number") return different;
  if (left.form.length === 1 || right.form.length === 1) return initials(left, right);
  if (inSyllables(left, right)) return different;
  if (left.writing === "coarse" || right.writing === "coarse") return byConsonants(left.skeleton, right.skeleton, byEdits(left, right));
  if (left.writing === "consonants" || right.writing === "consonants") {
    return left.writing === right.writing ? byEdits(left, right) : byConsonants(left.consonants, right.consonants, different);
  }
  return isAdjectiveOf(left.sound, right.sound) || isAdjectiveOf(right.sound, left.sound) ? adjective : byEdits(left, right);
}

/** In Chinese other signs of the same sound are another name, or the other way to write the same signs. */
function sameForm(left: NameWord, right: NameWord): Likeness {
  if (left.role === "legal" || right.role === "legal") return sameLegalForm;
  return inSyllables(left, right) && left.written !== right.written ? sameSoundInSyllables : equal;
}

/** "Муромский" is "of Murom": Slavic names of places become adjectives. */
function isAdjectiveOf(long: string, short: string): boolean {
  return short.length > 3 && long.length > short.length && long.startsWith(short) && adjectiveEnding.test(long.slice(short.length));
}

const adjectiveEnding = /^[iu]?sk(i|ia|u|aia)$/;

function inSyllables(left: NameWord, right: NameWord): boolean {
  return left.writing === "syllables" && right.writing === "syllables";
}

function shareMeaning(left: NameWord, right: NameWord): boolean {
  for (const meaning of left.meanings) if (right.meanings.includes(meaning)) return true;
  return false;
}

function sharedMeaning(left: NameWord, right: NameWord): Likeness {
  if (left.role === "legal") return sameLegalForm;
  if (left.role !== "common") return sameMeaning;
  if (left.sound === right.sound) return sameSound;
  const { score } = byEdits(left, right);
  return { score: Math.max(variantOf, score), how: "variant" };
}

/** Two words that the vocabulary keeps apart are different words, however near their letters: Armenia and America, gas and oil. */
function bothKnown(left: NameWord, right: NameWord): boolean {
  if (left.meanings.length === 0 || right.meanings.length === 0) return false;
  return left.role !== "common" || right.role !== "common";
}

function initials(left: NameWord, right: NameWord): Likeness {
  if (left.role === "particle" || right.role === "particle") return different;
  return left.form.charAt(0) === right.form.charAt(0) ? initialOf : different;
}

/** The fewer consonants, the less their being the same says. */
const sameConsonants = [0, 0.3, 0.6, 0.85, 0.95].map((score): Likeness => ({ score, how: "transliteration" }));
const nearConsonants: Likeness = { score: 0.75, how: "transliteration" };

function byConsonants(left: string, right: string, otherwise: Likeness): Likeness {
  const same = left === right ? (sameConsonants[Math.min(left.length, 4)] ?? different) : different;
  const near = Math.min(left.length, right.length) > 3 && left !== right && editCost(left, right, 1) <= 1 ? nearConsonants : same;
  return near.score > otherwise.score ? near : otherwise;
}

/** What an edit may cost in a word of so many letters: 0.6 in three, 1 in four, 2 in eight, and slowly more. */
const budgets = Float64Array.from({ length: 48 }, (_, length) => (length < 2 ? 0 : Math.log2(length) - 1 + (length === 3 ? 0.02 : 0)));

/** Two common names that differ are more often two names than one misspelt. */
const betweenKnownNames = 0.5;

function byEdits(left: NameWord, right: NameWord): Likeness {
  const longestSound = Math.max(left.sound.length, right.sound.length);
  const longestForm = Math.max(left.form.length, right.form.length);
  const known = left.role === "common" && right.role === "common";
  const budget = (budgets[Math.min(longestForm, 47)] ?? 0) * (known ? betweenKnownNames : 1);
  if (Math.abs(left.sound.length - right.sound.length) > budget + 1) return different;
  if (bitCount(left.letters ^ right.letters) > 2 * budget + 1) return different;
  let formCost = editCost(left.form, right.form, budget);
  let soundCost = editCost(left.sound, right.sound, budget) + 0.25;
  if (Math.min(formCost, soundCost) > budget) return different;
  if (formCost > budget) formCost = editCost(left.form, right.form);
  else if (soundCost > budget) soundCost = editCost(left.sound, right.sound) + 0.25;
  const score = Math.max(1 - formCost / longestForm, 1 - soundCost / longestSound);
  return { score: Math.min(score, 0.96), how: "edit" };
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How alike two runs of words are when each is written as one word; 0 unless they are nearly the same. */
export function joinedLikeness(left: string, right: string): number {
  if (left === right) return 0.98;
  if (left.charCodeAt(0) !== right.charCodeAt(0) && left.charCodeAt(left.length - 1) !== right.charCodeAt(right.length - 1)) return 0;
  const longest = Math.max(left.length, right.length);
  if (longest < 5 || Math.abs(left.length - right.length) > 2) return 0;
  const cost = editCost(left, right, longest / 10);
  return cost <= longest / 10 ? 0.97 - cost / longest : 0;
}
