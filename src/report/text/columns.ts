import { eastAsianWidth } from "get-east-asian-width";

/**
 * How many columns of a terminal a text takes: a Chinese character or an emoji two, a mark set on a letter none. It counts as
 * string-width does, which takes 50 ms to load and to compile its table of emoji; here only unusual text is taken apart.
 */
export function columnsOf(text: string): number {
  if (printableAscii.test(text)) return text.length;
  if (usualLetters.test(text)) return sumOf(text, columnsOfCharacter);
  return sumOf(graphemesOf(text), columnsOfGrapheme);
}

/** What a reader takes for the letters of a text: a mark belongs to its letter, the parts of an emoji are one. */
export function graphemesOf(text: string): string[] {
  if (printableAscii.test(text)) return text.split("");
  // Made when it is first needed: that takes 10 ms.
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

let segmenter: Intl.Segmenter | undefined;

const printableAscii = /^[ -~]*$/;
/** Characters that stand each for itself, whatever is beside them. */
const usualLetters =
  /^[\p{Script=Latin}\u0370-\u03ff\u1f00-\u1fff\u0400-\u0482\u048a-\u052f\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uac00-\ud7a3\p{P}\p{Sm}\p{Sc}\p{Zs}\p{Nd}]*$/u;
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}[\ufe0f\u200d]|[\d#*]\ufe0f?\u20e3/u;
const unseen = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
/** What takes room of its own behind a letter: spacing marks, halfwidth sound marks, unmatched Hangul consonants. */
const besides = /[\p{Mc}\uff00-\uffef\u1100-\u115f\ua960-\ua97c]/u;

function columnsOfGrapheme(grapheme: string): number {
  const [first, ...others] = grapheme.replace(unseen, "");
  if (first === undefined) return 0;
  if (emoji.test(grapheme)) return 2;
  return sumOf([first, ...others.filter((one) => besides.test(one))], columnsOfCharacter);
}

function columnsOfCharacter(character: string): number {
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

function sumOf(parts: Iterable<string>, columns: (part: string) => number): number {
  let sum = 0;
  for (const part of parts) sum += columns(part);
  return sum;
}
