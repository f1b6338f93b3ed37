import { type EvenText, lineHyphen } from "./even-text.js";

/** Where words stand in an even text. */
export interface Span {
  start: number;
  end: number;
}

/** More places than these are not told apart by anyone. */
const mostPlaces = 1000;
/** Scripts whose words are not set apart: a quote may begin and end anywhere in them. */
const unspaced = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";

/**
 * Every place where the very words stand. Only hyphens at line ends may differ; a word is found whole or not at all, so that `lawful` is not
 * found in `unlawful`.
 *
 * @param words an even text
 */
export function findWords({ text }: Pick<EvenText, "text">, words: string): Span[] {
  if (words === "") return [];
  const pattern = new RegExp(patternOf(words), "gu");
  const found: Span[] = [];
  for (let match = pattern.exec(text); match && found.length < mostPlaces; match = pattern.exec(text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isWhole(text, span)) found.push(span);
    pattern.lastIndex = match.index + 1;
  }
  return found;
}

/** Whether words end right before a place. */
export function endsWith(text: string, words: string): boolean {
  return words !== "" && new RegExp(`${patternOf(words)}\\s?$`, "u").test(text.slice(-3 * words.length - 10));
}

/** Whether words begin right after a place. */
export function startsWith(text: string, words: string): boolean {
  return words !== "" && new RegExp(`^\\s?${patternOf(words)}`, "u").test(text.slice(0, 3 * words.length + 10));
}

/** Each hyphen may be a line's, and a line's hyphen may stand between any two letters. Nothing in it repeats, so it cannot hang. */
function patternOf(words: string): string {
  const all = [...words];
  return all
    .map((one, index) => {
      if (one === lineHyphen) return `[-\u2010${lineHyphen}]?`;
      const own = /[-\u2010]/.test(one) ? `[-\u2010${lineHyphen}]` : one.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
      const next = all[index + 1];
      return isLetter(one) && next !== undefined && isLetter(next) ? `${own}${lineHyphen}?` : own;
    })
    .join("");
}

function isLetter(one: string): boolean {
  return /\p{L}/u.test(one);
}

function isWhole(text: string, { start, end }: Span): boolean {
  return !joined(before(text, start), codeAt(text, start)) && !joined(before(text, end), codeAt(text, end));
}

/** Whether two neighbours are of one word. */
function joined(left: string, right: string): boolean {
  const inWord = /[\p{L}\p{N}\p{M}_\uE000]/u;
  const free = new RegExp(`[${unspaced}]`, "u");
  return inWord.test(left) && inWord.test(right) && !free.test(left) && !free.test(right);
}

function before(text: string, at: number): string {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
}

function codeAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}
