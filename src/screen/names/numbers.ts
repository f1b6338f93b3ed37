import type { NameKind } from "./types.js";

const words = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const ordinals = "- first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const byWord = new Map([
  ...words.map((word, number) => [word, number] as const),
  ...ordinals.map((word, number) => [word, number] as const),
]);
const roman = /^(x{0,3})(ix|iv|v?i{0,3})$/;
const digitsOnly = /^([0-9]+)(st|nd|rd|th)?$/;
const romanLetters = "ivx";
const values: Record<string, number> = { i: 1, v: 5, x: 10 };
/** Meanings of numbers lie above those of words. */
const above = 1_000_000;

/**
 * The meanings of a word that is a number: "3", "three", "third" and "III" share one. Codes with a digit in them ("AR16") are numbers
 * without: they are equal letter by letter. Roman numerals count behind the first word, in names of companies only. Undefined for words
 * that are no number.
 */
export function numberMeanings(form: string, at: number, kind: NameKind | undefined): readonly number[] | undefined {
  if (hasDigit(form)) {
    const digits = digitsOnly.exec(form)?.[1];
    return digits && digits.length < 10 ? [above + Number(digits)] : [];
  }
  if (kind === "individual") return undefined;
  const number = byWord.get(form) ?? (at > 0 ? romanNumber(form) : undefined);
  return number === undefined ? undefined : [above + number];
}

function hasDigit(form: string): boolean {
  for (let at = 0; at < form.length; at += 1) {
    const unit = form.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) return true;
  }
  return false;
}

function romanNumber(form: string): number | undefined {
  if (!romanLetters.includes(form.charAt(0)) || !roman.test(form) || form === "") return undefined;
  let sum = 0;
  for (let at = 0; at < form.length; at += 1) {
    const value = values[form.charAt(at)] ?? 0;
    sum += value < (values[form.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return sum;
}
