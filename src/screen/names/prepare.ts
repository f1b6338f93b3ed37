import { editCost } from "./edit-cost.js";
import { numberMeanings } from "./numbers.js";
import { heardAs } from "./sound.js";
import type { NameKind, NameWord, PreparedName, WordRole } from "./types.js";
import { companyVocabulary, type Phrase, personVocabulary, type Vocabulary } from "./vocabulary.js";
import { type WrittenWord, wordsOf } from "./words.js";

/** A longer name is cut here, and has no more words than this: comparing takes time in the product of both. */
const longestName = 300;
const mostWords = 24;

/** How much a word of each role tells. */
const companyWeights = {
  name: 1,
  common: 1,
  place: 0.6,
  trade: 0.45,
  number: 0.4,
  legal: 0.1,
  title: 0.1,
  particle: 0.1,
  initial: 0.4,
  article: 0,
} satisfies Record<WordRole, number>;
const personWeights = { ...companyWeights, common: 0.75, title: 0.1, particle: 0.1, initial: 0.5 } satisfies Record<WordRole, number>;

/** Names of persons of two or three letters are shared by many. */
const shortNames = [1, 1, 0.6, 0.8];

/** Makes a name ready to be compared: reads its words, what they are and how they sound. Costs about as much as one or two comparisons. */
export function prepareName(text: string, kind?: NameKind): PreparedName {
  const cut = text.length > longestName ? text.slice(0, longestName) : text;
  const prepared = prepareOne(cut, kind);
  if (!cut.includes("/")) return prepared;
  const sides = cut.split("/").map((side) => side.trim());
  const alternatives = sides.every((side) => side.length > 5) ? sides.slice(0, 3).map((side) => prepareOne(side, kind)) : [];
  return { ...prepared, alternatives };
}

function prepareOne(text: string, told: NameKind | undefined): PreparedName {
  if (told === "individual") return prepareAs(text, "individual", personVocabulary());
  const company = prepareAs(text, told, companyVocabulary());
  if (told === "entity" || company.complete || company.words.some(({ role }) => role === "trade"))
    return told === "entity" ? company : { ...company, kind: "entity" };
  return { ...prepareAs(text, "individual", personVocabulary()), kind: undefined };
}

function prepareAs(text: string, kind: NameKind | undefined, vocabulary: Vocabulary): PreparedName {
  const written = wordsOf(kind === "individual" ? givenNamesFirst(text) : text, kind, vocabulary);
  const keys = written.map(({ key }) => key);
  const words: NameWord[] = [];
  let whole = "";
  let rare = 0;
  let complete = false;
  let father = false;
  for (let at = 0; at < written.length && words.length < mostWords; ) {
    const first = written[at];
    if (!first) break;
    const found =
      first.phrase ?? vocabulary.phraseAt(keys, at) ?? (at > 0 && kind !== "individual" ? misspeltForm(first.key, vocabulary) : undefined);
    const length = found && !first.phrase ? found.keys.length : 1;
    const phrase = found && standsHere(found, at, length, written, kind, vocabulary) ? found : undefined;
    const used = phrase ? length : 1;
    const word = nameWord(first, used === 1 ? undefined : written.slice(at, at + used), words.length, phrase, kind, father);
    words.push(word);
    whole += word.form;
    if (word.role === "name" || word.role === "common") rare += 1;
    if (word.role === "legal") complete = true;
    father = phrase?.father ?? (father && word.role === "particle");
    at += used;
  }
  return { text, kind, words, whole, rare, complete, alternatives: noAlternatives };
}

const noAlternatives: readonly PreparedName[] = [];

const longForms = ["limited", "incorporated", "corporation", "company", "aktiengesellschaft"];
const beginsLongForm = /^[lica]/;

/** A long legal form with one letter wrong: "Aktiengeselschaft", "Incorparated". */
function misspeltForm(key: string, vocabulary: Vocabulary): Phrase | undefined {
  if (key.length < 6 || !beginsLongForm.test(key)) return undefined;
  const meant = longForms.find(
    (form) => Math.abs(form.length - key.length) < 2 && form.charAt(0) === key.charAt(0) && editCost(form, key, 1) <= 1,
  );
  return meant === undefined ? undefined : vocabulary.phraseAt([meant], 0);
}

/** "PUTIN, Vladimir": what stands behind the comma comes first. */
function givenNamesFirst(text: string): string {
  const comma = text.indexOf(",");
  return comma < 1 ? text : `${text.slice(comma + 1)} ${text.slice(0, comma)}`;
}

/** Whether words of the vocabulary mean here what they mean there: "AG" at the end is a legal form, in front it is part of the name. */
function standsHere(
  phrase: Phrase,
  at: number,
  length: number,
  written: readonly WrittenWord[],
  kind: NameKind | undefined,
  vocabulary: Vocabulary,
): boolean {
  const last = at + length >= written.length;
  const { letters } = phrase;
  switch (phrase.role) {
    case "legal":
      if (kind === "individual") return last && at > 0;
      return (
        letters > 3 ||
        (at === 0 && phrase.leading) ||
        (at > 0 && onlyTrailing(written, at + length, vocabulary)) ||
        !/^[a-z]/.test(phrase.keys[0] ?? "")
      );
    case "title":
      return at === 0 || !last || trailingTitles.has(phrase.keys.join(" "));
    case "particle":
      return !last || kind !== "individual";
    case "trade":
      return letters > 2 || at > 0;
    default:
      return true;
  }
}

/** Behind a legal form there may only be more of them, places and numbers: "S.A. de C.V.", "GmbH (Berlin)". */
function onlyTrailing(written: readonly WrittenWord[], from: number, vocabulary: Vocabulary): boolean {
  if (from >= written.length) return true;
  const rest = vocabulary.phraseAt(
    written.map(({ key }) => key),
    from,
  );
  return (
    rest !== undefined && (rest.role === "legal" || rest.role === "place") && onlyTrailing(written, from + rest.keys.length, vocabulary)
  );
}

const trailingTitles = new Set("jr sr phd esq md mba ii iii iv elnok elnoke junior senior".split(" "));

/** `taken`: the written words, where they are several; `father`: stands behind "son of". */
function nameWord(
  first: WrittenWord,
  taken: readonly WrittenWord[] | undefined,
  at: number,
  phrase: Phrase | undefined,
  kind: NameKind | undefined,
  father: boolean,
): NameWord {
  const form = taken ? taken.map((word) => word.form).join("") : first.form;
  const numbers = phrase === undefined ? numberMeanings(form, at, kind) : undefined;
  const role = numbers === undefined ? (phrase?.role ?? (form.length === 1 ? "initial" : "name")) : "number";
  const { hash, sound, skeleton, consonants, letters } = heardAs(form);
  return {
    written: taken ? taken.map(({ written }) => written).join(" ") : first.written,
    form,
    hash,
    sound,
    skeleton,
    consonants,
    letters,
    role,
    meanings: numbers ?? phrase?.meanings ?? none,
    weight: kind === "individual" ? personWeights[role] * (shortNames[form.length] ?? 1) : companyWeights[role],
    writing: writingOf(first),
    structure: phrase?.structure ?? false,
    series: phrase?.series ?? false,
    father: father && role !== "particle",
    at,
  };
}

const none: readonly number[] = [];

function writingOf(word: WrittenWord): NameWord["writing"] {
  switch (word.script) {
    case "arabic":
    case "hebrew":
      return "consonants";
    case "kana":
      return "coarse";
    case "han":
    case "hangul":
      return word.foreign ? "coarse" : "syllables";
    default:
      return "alphabet";
  }
}
