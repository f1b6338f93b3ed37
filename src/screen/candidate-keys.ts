import type { PreparedName } from "./names/index.js";

/** Roles of words that half of all names share: they give no keys, unless a name has nothing else. */
const untelling = new Set(["legal", "title", "particle", "article", "initial"]);
/** Roles of words that many names share: they make no candidate where a name has others, and only tell which ones are nearer. */
const shared = new Set(["trade", "place", "number"]);
const mostWords = 10;

export interface CandidateKeys {
  /** Names that have one of these are candidates. */
  leading: string[];
  /** These tell which candidates are nearer. */
  following: string[];
}

/**
 * The keys by which names of the index are found. Each telling word gives three: its consonants, the beginning of its sound and the
 * end of its sound, so that a misspelling rarely breaks them all; the whole gives one, for words that are divided in another way.
 */
export function candidateKeys({ words, whole }: PreparedName): CandidateKeys {
  const telling = words.filter(({ role }) => !untelling.has(role));
  const own = telling.filter(({ role }) => !shared.has(role));
  const leading = own.length > 0 ? own : telling.length > 0 ? telling : words;
  return {
    leading: [...keysOf(leading), ...(whole ? [`w${whole.slice(0, 8)}`] : [])],
    following: own.length > 0 ? [...keysOf(telling.filter(({ role }) => shared.has(role)))] : [],
  };
}

/** All keys of a name, as it is put into the index. */
export function indexKeys(prepared: PreparedName): Set<string> {
  const { leading, following } = candidateKeys(prepared);
  return new Set([...leading, ...following]);
}

function keysOf(words: PreparedName["words"]): Set<string> {
  const keys = new Set<string>();
  for (const { sound, skeleton, form } of words.slice(0, mostWords)) {
    const heard = sound || form;
    if (heard.length < 2) continue;
    if (skeleton.length > 1) keys.add(`c${skeleton.slice(0, 5)}`);
    keys.add(`b${heard.slice(0, 4)}`);
    if (heard.length > 3) keys.add(`e${heard.slice(-4)}`);
  }
  return keys;
}
