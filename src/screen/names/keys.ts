import type { NameWord, PreparedName } from "./types.js";

/** Roles of words that half of all names share: they find nothing, unless a name has nothing else. */
const untelling = new Set(["legal", "title", "particle", "article", "initial"]);
const mostWords = 10;

/**
 * Keys under which an index finds a name: two names that score over the threshold nearly always share one. Each telling word gives three
 * (its consonants, the beginning and the end of its sound), so that a misspelling rarely breaks them all; the whole name gives one, for
 * words that are divided differently.
 */
export function blockingKeys({ words, whole }: PreparedName): string[] {
  const telling = words.filter(({ role }) => !untelling.has(role));
  const keys = new Set<string>();
  for (const word of (telling.length > 0 ? telling : words).slice(0, mostWords)) for (const key of keysOf(word)) keys.add(key);
  if (whole !== "") keys.add(`w${whole.slice(0, 8)}`);
  return [...keys];
}

function keysOf({ sound, skeleton, form, meanings }: NameWord): string[] {
  const heard = sound || form;
  if (heard.length < 2) return [];
  const [meaning] = meanings;
  return [
    ...(skeleton.length > 1 ? [`c${skeleton.slice(0, 5)}`] : []),
    `b${heard.slice(0, 4)}`,
    ...(heard.length > 3 ? [`e${heard.slice(-4)}`] : []),
    ...(meaning === undefined ? [] : [`m${meaning}`]),
  ];
}
