export interface Heard {
  /** Of the form. */
  hash: number;
  sound: string;
  /** See {@link skeletonOf}. */
  skeleton: string;
  /** See {@link consonantsOf}. */
  consonants: string;
  /** Which letters the sound has, a bit each. */
  letters: number;
}

const mostRemembered = 50_000;
const remembered = new Map<string, Heard>();

/** How a word sounds. Names share most of their words, so what was worked out is remembered, up to a limit. */
export function heardAs(form: string): Heard {
  const known = remembered.get(form);
  if (known) return known;
  const sound = soundOf(form);
  const heard = { hash: hashOf(form), sound, skeleton: skeletonOf(form), consonants: consonantsOf(form), letters: letterBits(sound) };
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(form, heard);
  return heard;
}

/** 32 bits, FNV-1a over the codes of the letters. */
function hashOf(form: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < form.length; at += 1) hash = Math.imul(hash ^ form.charCodeAt(at), 0x01000193);
  return hash;
}

/**
 * The sound of a word in Latin letters, roughly: what the usual ways to write a foreign name have in common, whatever language they are
 * made for ("Poutine", "Putin", "Poetin"; "Husayn", "Hussein"; "Hsi", "Xi", "Shi"). Double letters are single, long vowels short, and
 * consonants that one system writes with two letters are one. Made of rules on the letters alone, so it is the same on every machine.
 */
export function soundOf(form: string): string {
  let sound = "";
  let at = 0;
  while (at < form.length) {
    const [letters, length] = soundAt(form, at);
    for (const letter of letters) if (!sound.endsWith(letter)) sound += letter;
    at += length;
  }
  if (sound.length > 2 && silentEnding.test(form)) sound = sound.slice(0, -1);
  return sound || form;
}

/** The consonants of a word in wide classes: what is left where a script keeps few sounds apart, as Chinese, Japanese and Korean do. */
export function skeletonOf(form: string): string {
  return onlyConsonants(form, wideClasses);
}

/** The consonants of a word, those apart that Arabic and Hebrew keep apart. What is left where a script leaves out vowels. */
function consonantsOf(form: string): string {
  return onlyConsonants(form, narrowClasses);
}

/** A "w" or "y" inside a word counts as a vowel, as it mostly is in Arabic and Hebrew. */
function onlyConsonants(form: string, classes: Record<string, string>): string {
  let consonants = "";
  for (const letter of soundOf(form.charAt(0) + form.slice(1).replace(/[wy]/g, "").replace(/ng/g, "n"))) {
    const kept = classes[letter] ?? "";
    if (kept !== "" && !consonants.endsWith(kept)) consonants += kept;
  }
  return consonants;
}

/** Which letters a text has, a bit each (a to z, the other five for digits). */
function letterBits(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bits |= code >= 97 ? 1 << (code - 97) : 1 << (26 + ((code - 48) % 5));
  }
  return bits;
}

function soundAt(form: string, at: number): readonly [letters: string, length: number] {
  const group = groups[form.charAt(at)];
  if (group) {
    for (const [letters, sound] of group) if (form.startsWith(letters, at)) return [sound, letters.length];
  }
  const letter = form.charAt(at);
  return [letter, 1];
}

/** Longest first, by first letter. Vowels fall into three: a, i (e, i, y) and u (o, u). */
const groups = byFirstLetter({
  a: "a",
  aa: "a",
  ae: "i",
  ai: "i",
  ay: "i",
  aou: "u",
  au: "u",
  ao: "u",
  e: "i",
  ee: "i",
  ei: "i",
  ey: "i",
  ea: "i",
  eo: "u",
  eu: "u",
  ew: "u",
  i: "i",
  ii: "i",
  ie: "i",
  iy: "i",
  ij: "i",
  o: "u",
  oo: "u",
  ou: "u",
  oe: "u",
  ow: "u",
  u: "u",
  uu: "u",
  ue: "u",
  uo: "u",
  y: "i",
  yi: "i",
  yy: "i",
  ye: "i",
  b: "b",
  bh: "b",
  c: "k",
  ck: "k",
  ch: "c",
  ce: "si",
  ci: "si",
  cy: "si",
  cz: "c",
  cs: "c",
  d: "d",
  dh: "d",
  dj: "j",
  dzh: "j",
  dz: "z",
  g: "g",
  gh: "g",
  j: "j",
  h: "h",
  hs: "s",
  k: "k",
  kh: "k",
  ks: "ks",
  p: "p",
  ph: "f",
  q: "k",
  s: "s",
  sh: "s",
  sch: "s",
  sz: "s",
  shch: "s",
  schtsch: "s",
  sj: "s",
  t: "t",
  th: "t",
  tsch: "c",
  tch: "c",
  tsh: "c",
  tj: "c",
  ts: "c",
  tz: "c",
  v: "v",
  w: "v",
  x: "s",
  z: "z",
  zh: "j",
});

function byFirstLetter(sounds: Record<string, string>): Record<string, readonly (readonly [string, string])[]> {
  const byLetter: Record<string, [string, string][]> = {};
  for (const entry of Object.entries(sounds)) {
    const letter = entry[0].charAt(0);
    byLetter[letter] = [...(byLetter[letter] ?? []), entry].sort((one, other) => other[0].length - one[0].length);
  }
  return byLetter;
}

const wideClasses: Record<string, string> = {
  b: "b",
  p: "b",
  f: "b",
  v: "b",
  d: "t",
  t: "t",
  j: "t",
  c: "t",
  g: "k",
  k: "k",
  l: "l",
  r: "l",
  m: "m",
  n: "n",
  s: "s",
  z: "s",
  h: "h",
};

const narrowClasses: Record<string, string> = {
  ...Object.fromEntries([..."dtgklrmnszhj"].map((letter) => [letter, letter])),
  b: "b",
  p: "b",
  f: "f",
  v: "f",
  c: "j",
  g: "g",
};

/** An h behind a vowel, and the e of French: "Abdullah", "Poutine". */
const silentEnding = /[aeiou]h$|[a-z]{3}ne$/;
