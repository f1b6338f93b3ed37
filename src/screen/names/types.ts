/** What the name belongs to. Leave it out where it is not known. */
export type NameKind = "entity" | "individual";

/**
 * How a part of the left name met a part of the right one:
 * - `equal`: the same but for case, accents and punctuation
 * - `abbreviation`: one is the short form of the other ("TECH" and "Technology")
 * - `translation`: the same word of trade or place in two languages or scripts ("завод" and "plant")
 * - `transliteration`: they sound the same, as two ways to write a foreign name do
 * - `variant`: two usual forms of one name ("Ted" and "Theodore", "three" and "3")
 * - `edit`: a misspelling apart
 * - `joined`: the same letters, divided into words differently
 * - `initial`: one is the first letter of the other
 * - `legal form`: forms of company, the same or of one class
 * - `missing`: only one side has it
 * - `different`: both sides have a word there, and they contradict one another
 * - `reordered`, `contradiction`, `unsupported`: no words of their own; what the whole adds or takes away
 */
export type NamePartRelation =
  | "equal"
  | "abbreviation"
  | "translation"
  | "transliteration"
  | "variant"
  | "edit"
  | "joined"
  | "initial"
  | "legal form"
  | "missing"
  | "different"
  | "reordered"
  | "contradiction"
  | "unsupported";

export interface NamePart {
  /** What of the left name; empty where only the right has it. */
  left: string;
  right: string;
  how: NamePartRelation;
  /** How well they meet, 0 to 1. */
  score: number;
  /** What share of the whole the part is, 0 to 1. */
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
  /** As it sounds, roughly: what all the ways to write a foreign name have in common. */
  sound: string;
  /** The consonants of the sound. */
  skeleton: string;
  role: WordRole;
  /** The meaning of a word that the vocabulary knows: equal meanings are equal words. */
  meaning: string | undefined;
  weight: number;
  /** Which letters the sound has, a bit each: tells at once that two words cannot be near. */
  letters: number;
  /** Written without vowels, as Arabic and Hebrew are: only the consonants can be compared. */
  vowelless: boolean;
  /** The place among the words of the name. */
  at: number;
}

/** A name made ready to be compared many times. */
export interface PreparedName {
  text: string;
  kind: NameKind | undefined;
  words: readonly NameWord[];
  /** Words that carry the name: without them there is nothing to compare. */
  rare: number;
  /** Sum of the weights. */
  weight: number;
  /** All words joined, to see at once that two names are the same. */
  whole: string;
}
