/** What the name belongs to. Leave it out where it is not known. */
export type NameKind = "entity" | "individual";

/**
 * How a part of the left name met a part of the right one:
 * - `equal`: the same but for case, accents and punctuation
 * - `abbreviation`: the vocabulary has them as one word: "TECH" and "Technology", "завод" and "plant", "three" and "3"
 * - `transliteration`: they sound the same, as two ways to write a foreign name do
 * - `variant`: two forms of one given or family name ("Ted" and "Theodore")
 * - `edit`: a misspelling apart
 * - `joined`: the same letters, divided into words differently
 * - `initial`: one is the first letter, or the cut beginning, of the other
 * - `legal form`: the legal forms of two companies
 * - `missing`: only one side has it
 * - `different`, `reordered`, `unsupported`: no words of their own, but what the whole loses: both sides have a word that the other
 *   lacks; the words stand in another order; the words that would tell the names apart met nothing
 */
export type NamePartRelation =
  | "equal"
  | "abbreviation"
  | "transliteration"
  | "variant"
  | "edit"
  | "joined"
  | "initial"
  | "legal form"
  | "missing"
  | "different"
  | "reordered"
  | "unsupported";

export interface NamePart {
  /** What of the left name; empty where only the right has it. */
  left: string;
  right: string;
  how: NamePartRelation;
  /** How well they meet, 0 to 1; for what the whole loses, the share that is left. */
  score: number;
  /** What share of the whole the part is, 0 to 1; 0 for what the whole loses. */
  weight: number;
  /** What the part adds to the score, or takes from it. The effects of all parts add up to the score. */
  effect: number;
}

export interface NameComparison {
  /** 0 (nothing in common) to 1 (the same name). */
  score: number;
  parts: NamePart[];
}

/** What kind of word: it decides how much the word tells. */
export type WordRole = "name" | "common" | "trade" | "place" | "number" | "legal" | "title" | "particle" | "initial" | "article";

export interface NameWord {
  /** As written, for explanations. */
  written: string;
  /** In plain lower-case letters and digits. */
  form: string;
  /** Of the form: two words with another hash have another form. Spares the letters of words that are far apart in memory. */
  hash: number;
  /** As it sounds, roughly: what all the ways to write a foreign name have in common. */
  sound: string;
  /** The consonants, in wide classes. */
  skeleton: string;
  /** The consonants. */
  consonants: string;
  role: WordRole;
  /** What the vocabulary knows it as: words that share a meaning are the same word. */
  meanings: readonly number[];
  weight: number;
  /** Which letters the sound has, a bit each: tells at once that two words cannot be near. */
  letters: number;
  /**
   * How far the letters can be relied on: `alphabet`; `consonants` where the script leaves out vowels (Arabic, Hebrew); `coarse` where it
   * keeps few sounds apart (foreign names in Chinese, Japanese and Korean); `syllables` for Chinese and Korean names, where one other
   * sign is another name.
   */
  writing: "alphabet" | "consonants" | "coarse" | "syllables";
  structure: boolean;
  series: boolean;
  /** The name of the father: stands behind "bin", "ibn" and their like. */
  father: boolean;
  /** The place among the words of the name. */
  at: number;
}

/** A name made ready to be compared many times. */
export interface PreparedName {
  text: string;
  /** As told, or as the words show; undefined where they show nothing. */
  kind: NameKind | undefined;
  words: readonly NameWord[];
  /** All words joined: two names with the same are the same. */
  whole: string;
  /** How many words tell the name from others of its trade and place. */
  rare: number;
  /** It has its legal form: nothing of the name of the company was left out. */
  complete: boolean;
  /** The names on both sides of a stroke: "Al-Qa'ida/Islamic Army". */
  alternatives: readonly PreparedName[];
}
