import { scriptOf, toLatin } from "./letters.js";
import type { WordRole } from "./types.js";
import { countries } from "./vocabulary/countries.js";
import { leadingForms, legalForms } from "./vocabulary/legal-forms.js";
import { commonNames, fatherParticles, nameVariants, particles, titles } from "./vocabulary/person-words.js";
import { places } from "./vocabulary/places.js";
import { articles, seriesWords, standingWords, structureWords } from "./vocabulary/standing-words.js";
import { tradeWords } from "./vocabulary/trade-words.js";

/** What the vocabulary knows of a word or of several in a row. */
export interface Phrase {
  role: WordRole;
  /** Numbers of its meanings: two words that share one are the same word. */
  meanings: readonly number[];
  /** The words, as {@link vocabularyKey} writes them. */
  keys: readonly string[];
  /** How many letters its words have together. */
  letters: number;
  /** Says how a company stands to others: often left out. */
  structure: boolean;
  /** Stands in names of numbered vehicles of one manager. */
  series: boolean;
  /** A legal form that stands in front of a name. */
  leading: boolean;
  /** "Son of": the next word is the father's name. */
  father: boolean;
}

export interface Vocabulary {
  /** The longest phrase that begins at a word; undefined where there is none. */
  phraseAt(keys: readonly string[], at: number): Phrase | undefined;
  /** The longest phrase of Han or kana letters that begins at a letter. */
  hanPhraseAt(letters: string, at: number): Phrase | undefined;
}

let companies: Vocabulary | undefined;
let persons: Vocabulary | undefined;

/** The words that names of companies are made of: legal forms, trades, places. */
export function companyVocabulary(): Vocabulary {
  companies ??= vocabularyOf([...legalPhrases(), ...tradePhrases(), ...placePhrases(), ...phrasesOf(articles, "article")]);
  return companies;
}

/** The words that names of persons are made of: titles, particles, forms of given names, common names. */
export function personVocabulary(): Vocabulary {
  persons ??= vocabularyOf([
    ...legalPhrases().filter(({ keys }) => keys.join("").length > 2 && !personsToo.has(keys.join(" "))),
    ...phrasesOf(commonNames, "common"),
    ...variantPhrases(),
    ...phrasesOf(titles, "title"),
    ...phrasesOf(particles, "particle"),
    ...phrasesOf(fatherParticles, "particle").map((phrase) => ({ ...phrase, father: true, meanings: [sonOf] })),
  ]);
  return persons;
}

/** Legal forms that are names or titles of persons as well. */
const personsToo = new Set("dan sal fie oao firma spa kim ivs ade san ano vat pat sas sau sak too mac".split(" "));

/**
 * How the vocabulary writes a word: Latin and Cyrillic in plain Latin letters, so that transliterated words are found as well; other
 * scripts as they are, since their transliterations would meet words of other languages.
 */
export function vocabularyKey(word: string): string {
  const script = scriptOf(word);
  return script === "latin" || script === "cyrillic" || script === "other" ? toLatin(word, script) : word.toLowerCase();
}

let meanings = 0;
const sonOf = newMeaning();

/** Meanings of the classes of legal forms, by class. */
export const legalClasses = Object.fromEntries(Object.keys(legalForms).map((name) => [name, newMeaning()])) as Record<
  keyof typeof legalForms,
  number
>;

function newMeaning(): number {
  meanings += 1;
  return meanings;
}

function legalPhrases(): Phrase[] {
  const leading = new Set(listed(leadingForms).map((alias) => keysOf(alias).join(" ")));
  return Object.entries(legalClasses).flatMap(([name, meaning]) =>
    listed(legalForms[name as keyof typeof legalForms]).map((alias) => {
      const keys = keysOf(alias);
      return phrase("legal", keys, [meaning], { leading: leading.has(keys.join(" ")) || keys.join("").length > 4 });
    }),
  );
}

function tradePhrases(): Phrase[] {
  const structure = new Set(listed(structureWords));
  const series = new Set(listed(seriesWords));
  return Object.entries({ ...standingWords, ...tradeWords }).flatMap(([name, aliases]) => {
    const meaning = newMeaning();
    return listed(aliases).map((alias) =>
      phrase("trade", keysOf(alias), [meaning], { structure: structure.has(name), series: series.has(name) }),
    );
  });
}

function placePhrases(): Phrase[] {
  return [...lines(countries), ...lines(places)].flatMap((aliases) => {
    const meaning = newMeaning();
    return aliases.map((alias) => phrase("place", keysOf(alias), [meaning]));
  });
}

function variantPhrases(): Phrase[] {
  const byForm = new Map<string, Phrase>();
  for (const aliases of lines(nameVariants)) {
    const meaning = newMeaning();
    for (const alias of aliases) {
      const keys = keysOf(alias);
      const before = byForm.get(keys.join(" "));
      byForm.set(keys.join(" "), phrase("common", keys, [...(before?.meanings ?? []), meaning]));
    }
  }
  return [...byForm.values()];
}

function phrasesOf(list: string, role: WordRole): Phrase[] {
  return listed(list).map((alias) => phrase(role, keysOf(alias), []));
}

function phrase(role: WordRole, keys: readonly string[], its: readonly number[], more: Partial<Phrase> = {}): Phrase {
  return {
    role,
    keys,
    letters: keys.join("").length,
    meanings: its,
    structure: false,
    series: false,
    leading: false,
    father: false,
    ...more,
  };
}

function listed(list: string): string[] {
  return list
    .split(/,\s*/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== "");
}

function lines(text: string): string[][] {
  return text.trim().split("\n").map(listed);
}

function keysOf(alias: string): string[] {
  if (/^[a-z]+$/.test(alias)) return [alias];
  return alias
    .normalize("NFKC")
    .replace(/['’]/g, "")
    .split(/[\s-]+/)
    .map(vocabularyKey)
    .filter((key) => key !== "");
}

/** Of phrases of the same words the one whose role counts more stays. The longest come first. */
function vocabularyOf(all: readonly Phrase[]): Vocabulary {
  const byWords = new Map<string, Phrase>();
  for (const one of all) {
    const words = one.keys.join(" ");
    const other = byWords.get(words);
    if (!other || priority(one) > priority(other)) byWords.set(words, one);
  }
  const byFirst = new Map<string, Phrase[]>();
  const han = new Map<string, Phrase[]>();
  for (const one of byWords.values()) {
    const [first = ""] = one.keys;
    const inHan = first.charCodeAt(0) > 0x3000 && hanOrKana.test(first);
    addTo(inHan ? han : byFirst, inHan ? first.charAt(0) : first, one);
  }
  for (const phrases of [...byFirst.values(), ...han.values()]) if (phrases.length > 1) phrases.sort(longestFirst);
  return {
    phraseAt: (keys, at) => {
      const phrases = byFirst.get(keys[at] ?? "");
      if (phrases) for (const one of phrases) if (standsAt(one.keys, keys, at)) return one;
      return undefined;
    },
    hanPhraseAt: (letters, at) => han.get(letters.charAt(at))?.find((one) => letters.startsWith(one.keys[0] ?? "", at)),
  };
}

/** Whether words stand at a place of others; that the first one does is known. */
function standsAt(words: readonly string[], all: readonly string[], at: number): boolean {
  for (let index = 1; index < words.length; index += 1) if (words[index] !== all[at + index]) return false;
  return true;
}

function addTo(table: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const others = table.get(key);
  if (others) others.push(phrase);
  else table.set(key, [phrase]);
}

function longestFirst(left: Phrase, right: Phrase): number {
  return right.keys.length - left.keys.length || right.letters - left.letters;
}

const hanOrKana = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;

/** Which role a word has that stands in several lists. */
function priority({ role }: Phrase): number {
  return ["article", "common", "title", "legal", "trade", "place", "particle"].indexOf(role);
}
