import type { Verdict } from "../../model/index.js";

/** A verdict in words: "`of` is `is`", so that "is or may be" and "is not" can be said of it. */
export interface VerdictWords {
  of: string;
  is: string;
}

/** A truth value in words: the sentence where it is true, and where it is not. */
export interface TruthWords {
  yes: string;
  no: string;
}

/** A list in words: the plural that names what is in it, the sentences for "at least one" and for "none", and how values that are no names are said. */
export interface ListWords {
  noun: string;
  some: string;
  none: string;
  values?: Record<string, string>;
  /** Where its members are ids of the pack: what it says that one is in it, and that none is; {} stands for the id. */
  member?: { yes: string; no: string };
}

/** A number in words: what it counts or measures, and in what. */
export interface NumberWords {
  noun: string;
  unit?: string;
}

/** A text in words. `values`: how its values are said, where they are not names; `date` and `country` say what its values are. */
export interface TextWords {
  noun: string;
  values?: Record<string, string>;
  date?: true;
  country?: true;
}

export type FactWords = VerdictWords | TruthWords | ListWords | NumberWords | TextWords;

type WordsFor<Value> = [Value] extends [string[]]
  ? ListWords
  : [Value] extends [boolean]
    ? TruthWords
    : [Value] extends [Verdict]
      ? VerdictWords
      : [Value] extends [string]
        ? TextWords
        : NumberWords;

/** The words of a group of facts; the compiler asks them of every fact. */
export type WordTable<Facts> = {
  [Name in keyof Facts]: [Facts[Name]] extends [string | number | boolean | string[]] ? WordsFor<Facts[Name]> : WordTable<Facts[Name]>;
};
