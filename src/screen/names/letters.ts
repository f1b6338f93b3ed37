import anyAscii from "any-ascii";

/** The scripts that need a rule of their own; `other` are alphabets whose letters stand for sounds one by one. */
export type Script = "latin" | "cyrillic" | "greek" | "arabic" | "hebrew" | "han" | "kana" | "hangul" | "other";

/** The script of the first letter; digits and what has no script count as Latin. */
export function scriptOf(text: string): Script {
  if (plain.test(text)) return "latin";
  for (const [script, pattern] of scripts) if (pattern.test(text)) return script;
  return "other";
}

/** A word of one script in lower-case Latin letters and digits. Vowels that the script does not write are missing in it. */
export function toLatin(word: string, script: Script): string {
  if (plain.test(word)) return word.toLowerCase();
  const lower = word.toLowerCase();
  switch (script) {
    case "greek":
      return lettersOnly(anyAscii(replacePairs(lower.normalize("NFD").replace(marks, ""), greekPairs)));
    case "hebrew":
      return lettersOnly(anyAscii(replaceLetters(lower.normalize("NFD").replace(marks, ""), hebrewLetters)));
    case "arabic":
      return lettersOnly(anyAscii(replaceLetters(lower.normalize("NFKD").replace(marks, ""), arabicLetters)));
    case "cyrillic":
      return lettersOnly(anyAscii(replaceLetters(lower.normalize("NFC").replace(stress, ""), cyrillicLetters)));
    default:
      return lettersOnly(anyAscii(lower));
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
const plain = /^[\x00-\x7f]*$/;
const marks = /\p{M}/gu;
const stress = /[\u0300\u0301]/g;

const scripts: readonly (readonly [Script, RegExp])[] = [
  ["kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["han", /\p{Script=Han}/u],
  ["hangul", /\p{Script=Hangul}/u],
  ["cyrillic", /\p{Script=Cyrillic}/u],
  ["arabic", /\p{Script=Arabic}/u],
  ["greek", /\p{Script=Greek}/u],
  ["hebrew", /\p{Script=Hebrew}/u],
  ["latin", /\p{Script=Latin}/u],
];

function lettersOnly(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Two letters that stand for one sound in modern Greek (ELOT 743, ISO 843 type 2). */
const greekPairs: readonly (readonly [RegExp, string])[] = [
  [/ου/g, "u"],
  [/μπ/g, "b"],
  [/ντ/g, "d"],
  [/γκ|γγ/g, "g"],
  [/τζ/g, "j"],
  [/ει|οι|υι/g, "i"],
  [/αι/g, "e"],
  [/αυ/g, "av"],
  [/ευ/g, "ev"],
  [/β/g, "v"],
  [/η|υ/g, "i"],
  [/χ/g, "h"],
];

function replacePairs(text: string, pairs: readonly (readonly [RegExp, string])[]): string {
  return pairs.reduce((done, [pattern, latin]) => done.replace(pattern, latin), text);
}

/** Letters that names read otherwise than a table of single letters says. Vav and yod are vowels more often than not. */
const hebrewLetters: Record<string, string> = {
  ו: "w",
  פ: "p",
  ף: "p",
  כ: "k",
  ך: "k",
  ח: "h",
  ק: "k",
  צ: "ts",
  ץ: "ts",
  ט: "t",
  ת: "t",
  ש: "sh",
  ע: "",
  א: "",
};

/** The article is kept apart elsewhere; hamza and ayn are not heard by those who write names in Latin letters. */
const arabicLetters: Record<string, string> = {
  ع: "",
  ء: "",
  ا: "a",
  أ: "a",
  إ: "i",
  آ: "a",
  ى: "a",
  ة: "a",
  و: "w",
  ي: "y",
  ی: "y",
  ٹ: "t",
  ڈ: "d",
  گ: "g",
  پ: "p",
  چ: "ch",
  ژ: "zh",
  ک: "k",
  ق: "q",
  ه: "h",
  ہ: "h",
  ح: "h",
  ذ: "z",
  ظ: "z",
  ض: "d",
  ث: "th",
  ص: "s",
  ط: "t",
  خ: "kh",
  غ: "gh",
  ش: "sh",
  ج: "j",
};

/** Cyrillic letters as passports write them (ICAO Doc 9303, part 3, table 6B), where any-ascii has another. */
const cyrillicLetters: Record<string, string> = {
  ё: "e",
  ъ: "",
  ь: "",
  щ: "shch",
  х: "kh",
  ў: "u",
  ї: "i",
  є: "ie",
  ґ: "g",
  қ: "k",
  ғ: "g",
  ң: "n",
  ұ: "u",
  ү: "u",
  ө: "o",
  һ: "h",
  ә: "a",
};

function replaceLetters(text: string, letters: Record<string, string>): string {
  let done = "";
  for (const letter of text) done += Object.hasOwn(letters, letter) ? letters[letter] : letter;
  return done;
}
