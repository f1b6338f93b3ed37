import type { PreparedName } from "./names/index.js";

/** Roles of words that half of all names share: they make no candidate, unless a name has nothing else. */
const untelling = new Set(["legal", "title", "particle", "article", "initial"]);
const mostWords = 10;

/**
 * The keys by which names of the index are found. Each telling word gives three: its consonants, the beginning of its sound and the
 * end of its sound, so that a misspelling rarely breaks them all; the whole gives one, for words that are divided in another way.
 */
export function candidateKeys({ words, whole }: PreparedName): string[] {
  const telling = words.filter(({ role }) => !untelling.has(role));
  const keys = new Set<string>();
  for (const { sound, skeleton, form } of (telling.length > 0 ? telling : words).slice(0, mostWords)) {
    const heard = sound || form;
    if (heard.length < 2) continue;
    if (skeleton.length > 1) keys.add(`c${skeleton.slice(0, 5)}`);
    keys.add(`b${heard.slice(0, 4)}`);
    if (heard.length > 3) keys.add(`e${heard.slice(-4)}`);
  }
  if (whole) keys.add(`w${whole.slice(0, 8)}`);
  return [...keys];
}
