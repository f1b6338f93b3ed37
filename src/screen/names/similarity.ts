import type { NamePartRelation, NameWord } from "./types.js";

export interface Likeness {
  score: number;
  how: NamePartRelation;
}

const nothing: Likeness = { score: 0, how: "different" };
const equal: Likeness = { score: 1, how: "equal" };
const sameSound: Likeness = { score: 0.96, how: "transliteration" };

/** How alike two words are. 0 where they are different words. */
export function likenessOf(left: NameWord, right: NameWord): Likeness {
  if (left.form === right.form) return equal;
  if (left.meaning !== undefined || right.meaning !== undefined) {
    if (left.meaning === right.meaning) return { score: 1, how: "abbreviation" };
    if (left.meaning !== undefined && right.meaning !== undefined) return nothing;
  }
  if (left.role === "number" || right.role === "number") return nothing;
  if (left.form.length === 1 || right.form.length === 1) return initial(left, right);
  if (left.vowelless || right.vowelless) return bySkeleton(left, right);
  if (left.sound === right.sound) return sameSound;
  return byEdits(left, right);
}

function initial(left: NameWord, right: NameWord): Likeness {
  return left.form.charAt(0) === right.form.charAt(0) ? { score: 0.8, how: "initial" } : nothing;
}

function bySkeleton(left: NameWord, right: NameWord): Likeness {
  if (left.skeleton.length < 2 || left.skeleton !== right.skeleton) return nothing;
  return { score: 0.9, how: "transliteration" };
}

/** Words whose likeness is less are different words. */
const leastLikeness = 0.65;

function byEdits(left: NameWord, right: NameWord): Likeness {
  const longest = Math.max(left.sound.length, right.sound.length);
  const most = longest * (1 - leastLikeness);
  if (Math.abs(left.sound.length - right.sound.length) > most) return nothing;
  if (bitCount(left.letters ^ right.letters) > 2 * most + 1) return nothing;
  const bySound = 0.97 - editCost(left.sound, right.sound) / longest;
  const byForm = 1 - editCost(left.form, right.form) / Math.max(left.form.length, right.form.length);
  const score = Math.max(bySound, byForm);
  return score < leastLikeness ? nothing : { score, how: "edit" };
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const longestWord = 40;
const width = longestWord + 1;
const costs = new Float64Array(width * width);

/** The least cost to turn one word into the other: swaps of neighbours, of vowels, of letters that look or sound alike cost less than 1. */
export function editCost(left: string, right: string): number {
  const rows = Math.min(left.length, longestWord);
  const columns = Math.min(right.length, longestWord);
  for (let column = 0; column <= columns; column += 1) costs[column] = column;
  for (let row = 1; row <= rows; row += 1) {
    const here = left.charCodeAt(row - 1);
    const before = left.charCodeAt(row - 2);
    costs[row * width] = row;
    for (let column = 1; column <= columns; column += 1) {
      const there = right.charCodeAt(column - 1);
      const cell = row * width + column;
      let best = (costs[cell - width - 1] ?? 0) + substitution(here, there);
      best = Math.min(best, (costs[cell - width] ?? 0) + insertion(here, before));
      best = Math.min(best, (costs[cell - 1] ?? 0) + insertion(there, right.charCodeAt(column - 2)));
      if (row > 1 && column > 1 && here === right.charCodeAt(column - 2) && before === there) {
        best = Math.min(best, (costs[cell - 2 * width - 2] ?? 0) + 0.7);
      }
      costs[cell] = best;
    }
  }
  return costs[rows * width + columns] ?? 0;
}

function substitution(left: number, right: number): number {
  if (left === right) return 0;
  if (isVowel(left) && isVowel(right)) return 0.5;
  return similar.has(left * 128 + right) ? 0.5 : 1;
}

function insertion(letter: number, neighbour: number): number {
  if (letter === neighbour) return 0.3;
  return isVowel(letter) || letter === 104 ? 0.6 : 1;
}

function isVowel(code: number): boolean {
  return code === 97 || code === 101 || code === 105 || code === 111 || code === 117 || code === 121;
}

/** Letters that are taken for one another by eye, by ear or by a finger on the next key of no language in particular. */
const similar = new Set(
  "0o 1i 1l 5s 9g 6b 8b 2z ck kq sz bp dt gk mn vw vb fv jy ij iy uv cs jg".split(" ").flatMap((pair) => {
    const [one, other] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    return [one * 128 + other, other * 128 + one];
  }),
);
