import { scriptOf, toLatin } from "./letters.js";
import { longestPhrase } from "./phrases.js";
import { letterBits, skeletonOf, soundOf } from "./sound.js";
import type { NameKind, NameWord, PreparedName, WordRole } from "./types.js";

/** A longer name is cut here, and has no more words than this: comparing takes time in the product of both. */
const longestName = 300;
const mostWords = 24;

const weights = {
  name: 1,
  common: 1,
  place: 0.6,
  trade: 0.4,
  number: 0.6,
  legal: 0.1,
  title: 0.05,
  particle: 0.15,
  initial: 0.5,
  article: 0,
} satisfies Record<WordRole, number>;

/** Makes a name ready to be compared: reads its words, their roles and their sounds. Costs about as much as two comparisons. */
export function prepareName(text: string, kind?: NameKind): PreparedName {
  const written = wordsOf(text.slice(0, longestName), kind);
  const words: NameWord[] = [];
  for (let at = 0; at < written.length && words.length < mostWords; ) {
    const phrase = longestPhrase(
      written.map(({ form }) => form),
      at,
      kind,
    );
    const length = phrase?.length ?? 1;
    const taken = written.slice(at, at + length);
    words.push(nameWord(taken, words.length, phrase));
    at += length;
  }
  const rare = words.filter(({ role }) => role === "name" || role === "common").length;
  return {
    text,
    kind,
    words,
    rare,
    weight: words.reduce((sum, word) => sum + word.weight, 0),
    whole: words.map(({ form }) => form).join(""),
  };
}

interface WrittenWord {
  written: string;
  form: string;
  vowelless: boolean;
}

function nameWord(taken: readonly WrittenWord[], at: number, phrase: { role: WordRole; meaning: string } | undefined): NameWord {
  const form = taken.map((word) => word.form).join("");
  const sound = soundOf(form);
  const role = phrase?.role ?? (/^[0-9]/.test(form) ? "number" : form.length === 1 ? "initial" : "name");
  return {
    written: taken.map(({ written }) => written).join(" "),
    form,
    sound,
    skeleton: skeletonOf(sound),
    role,
    meaning: phrase?.meaning,
    weight: weights[role],
    letters: letterBits(sound),
    vowelless: taken.some(({ vowelless }) => vowelless),
    at,
  };
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const joining = /['’ʼ‘`´ʿʾ′\u200c\u200d]/g;
const dotted = /(?<![\p{L}\p{M}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{M}])/gu;

function wordsOf(text: string, kind: NameKind | undefined): WrittenWord[] {
  let clean = text.normalize("NFKC").replace(joining, "").replace(/[&+]/g, " and ");
  if (kind !== "individual") clean = clean.replace(dotted, (letters) => `${letters.replace(/\./g, "")} `);
  return [...clean.matchAll(wordPattern)]
    .map(([written]) => {
      const script = scriptOf(written);
      return { written, form: toLatin(written, script), vowelless: script === "arabic" || script === "hebrew" };
    })
    .filter(({ form }) => form !== "");
}
