import { type Script, scriptOf, toLatin } from "./letters.js";
import type { NameKind } from "./types.js";
import { type Phrase, type Vocabulary, vocabularyKey } from "./vocabulary.js";

/** A word as it stands in the text. */
export interface WrittenWord {
  written: string;
  script: Script;
  form: string;
  key: string;
  /** Known already, where the script has no spaces. */
  phrase?: Phrase;
  /** A foreign name in Chinese, Japanese or Korean letters. */
  foreign: boolean;
}

/** Splits a text into words. Apostrophes and dots inside words join, all else that is no letter or digit divides. */
export function wordsOf(text: string, kind: NameKind | undefined, vocabulary: Vocabulary): WrittenWord[] {
  const isPlain = plain.test(text);
  const words = isPlain ? plainWords(cleaned(text, kind)) : foreignWords(text, kind, vocabulary);
  return kind === "individual" ? words : joinSingleLetters(words);
}

/** Names in ASCII letters, as most are. */
function plainWords(clean: string): WrittenWord[] {
  const words: WrittenWord[] = [];
  const lower = clean.toLowerCase();
  let start = -1;
  for (let at = 0; at <= lower.length; at += 1) {
    const unit = lower.charCodeAt(at);
    const inWord = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
    if (inWord && start < 0) start = at;
    if (inWord || start < 0) continue;
    const form = lower.slice(start, at);
    words.push({ written: clean.slice(start, at), script: "latin", form, key: form, foreign: false });
    start = -1;
  }
  return words;
}

function foreignWords(text: string, kind: NameKind | undefined, vocabulary: Vocabulary): WrittenWord[] {
  const foreign = foreignMarks.test(text);
  const words: WrittenWord[] = [];
  const runs = cleaned(text.normalize("NFKC").replace(invisible, ""), kind).match(wordPattern) ?? [];
  for (const written of runs) words.push(...wordsOfRun(written, kind, vocabulary, foreign, runs.length === 1));
  return words;
}

function cleaned(text: string, kind: NameKind | undefined): string {
  if (!unclean.test(text)) return text;
  const clean = text.replace(joining, "").replace(ands, " and ");
  if (kind === "individual" || !clean.includes(".")) return clean;
  return clean.replace(dotted, (letters) => `${letters.replace(/[. ]/g, "")} `);
}

const plain = /^[\x20-\x7e]*$/;
const ands = /[&+]/g;
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const invisible = /[\p{Cf}\u0640]/gu;
const joining = /['’‘ʼ`´ʿʾ′ʹ]/g;
const dotted = /(?<![\p{L}\p{M}])(?:\p{L}\. ?){2,}(?:\p{L}(?![\p{L}\p{M}]))?/gu;
/** What `joining`, `ands` and `dotted` look for: most names have none of it. */
const unclean = /['’‘ʼ`´ʿʾ′ʹ&+.]/;
/** Dots between the words, katakana, or a Korean word longer than any Korean name. */
const foreignMarks = /[·・‧\p{Script=Katakana}]|\p{Script=Hangul}{4}/u;

function wordsOfRun(written: string, kind: NameKind | undefined, vocabulary: Vocabulary, foreign: boolean, alone: boolean): WrittenWord[] {
  const script = scriptOf(written);
  if (script === "han" || script === "kana") return hanWords(written, kind, vocabulary, foreign, alone);
  if (script === "hangul") return hangulWords(written, kind, foreign, alone);
  const form = toLatin(script === "arabic" ? written.replace(/^ال(?=.{3})/, "") : written, script);
  if (form === "") return [];
  return [
    {
      written,
      script,
      form,
      key: script === "latin" || script === "cyrillic" || script === "other" ? form : vocabularyKey(written),
      foreign: false,
    },
  ];
}

/** Chinese has no spaces: what the vocabulary knows is cut out, what lies between is the name. */
function hanWords(written: string, kind: NameKind | undefined, vocabulary: Vocabulary, foreign: boolean, alone: boolean): WrittenWord[] {
  if (kind === "individual") return foreign || !alone ? [hanWord(written, foreign)] : chinesePerson(written);
  const words: WrittenWord[] = [];
  let rest = "";
  const flush = () => {
    if (rest !== "") words.push(hanWord(rest, foreign));
    rest = "";
  };
  for (let at = 0; at < written.length; ) {
    const phrase = vocabulary.hanPhraseAt(written, at);
    const [key = ""] = phrase?.keys ?? [];
    if (phrase) {
      flush();
      words.push({ ...hanWord(key, false), phrase });
      at += key.length;
    } else {
      const letter = String.fromCodePoint(written.codePointAt(at) ?? 0);
      rest += letter;
      at += letter.length;
    }
  }
  flush();
  return words;
}

function hanWord(written: string, foreign: boolean): WrittenWord {
  return { written, script: scriptOf(written), form: toLatin(written, "han"), key: written, foreign };
}

/** The family name first, of one letter or one of the double ones, then the given name. */
function chinesePerson(written: string): WrittenWord[] {
  if (scriptOf(written) === "kana" || written.length < 2 || written.length > 4) return [hanWord(written, false)];
  const family = doubleFamilyNames.test(written) && written.length > 2 ? 2 : 1;
  return [hanWord(written.slice(0, family), false), hanWord(written.slice(family), false)];
}

const doubleFamilyNames =
  /^(欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|东方|東方|尉迟|尉遲|皇甫|公孙|公孫|慕容|司徒|令狐|宇文|长孙|長孫|轩辕|軒轅)/;

function hangulWords(written: string, kind: NameKind | undefined, foreign: boolean, alone: boolean): WrittenWord[] {
  const one = (text: string): WrittenWord => ({
    written: text,
    script: "hangul",
    form: koreanForm(text),
    key: text,
    foreign,
  });
  const person =
    alone && kind !== "entity" && (written.length === 3 || written.length === 2) && koreanFamilyNames.includes(written.charAt(0));
  return person ? [one(written.charAt(0)), one(written.slice(1))] : [one(written)];
}

const koreanFamilyNames =
  "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용리림";

/** As Koreans write their names in Latin letters: Kim and Park, not Gim and Bak. */
function koreanForm(text: string): string {
  return toLatin(text, "hangul").replace(/^g/, "k").replace(/^b/, "p").replace(/^d/, "t");
}

/** "C G Clow" and "CG Clow" are the same. */
function joinSingleLetters(words: WrittenWord[]): WrittenWord[] {
  if (!hasSingleLettersTogether(words)) return words;
  const joined: WrittenWord[] = [];
  let run = 0;
  for (const word of words) {
    const single = word.form.length === 1 && /[a-z]/.test(word.form);
    const last = joined.at(-1);
    if (single && run > 0 && last)
      joined[joined.length - 1] = {
        ...last,
        written: `${last.written} ${word.written}`,
        form: last.form + word.form,
        key: last.key + word.key,
      };
    else joined.push(word);
    run = single ? run + 1 : 0;
  }
  return joined;
}

function hasSingleLettersTogether(words: readonly WrittenWord[]): boolean {
  let singleBefore = false;
  for (const { form } of words) {
    if (singleBefore && form.length === 1) return true;
    singleBefore = form.length === 1;
  }
  return false;
}
