import { scriptOf, toLatin } from "./letters.js";
import type { NameKind, WordRole } from "./types.js";
import { legalForms } from "./vocabulary/legal-forms.js";
import { tradeWords } from "./vocabulary/trade-words.js";

interface Phrase {
  role: WordRole;
  meaning: string;
}

const mostWords = 8;
const phrases = new Map<string, Phrase>();
for (const [role, table] of [
  ["legal", legalForms],
  ["trade", tradeWords],
] as const) {
  for (const [meaning, aliases] of Object.entries(table)) {
    for (const alias of aliases.split(", ")) phrases.set(folded(alias), { role, meaning: `${role} ${meaning}` });
  }
}
for (const article of ["the", "and", "of", "for", "und", "et", "y", "e", "de"])
  phrases.set(article, { role: "article", meaning: `article` });

/** The longest phrase of the vocabulary that begins at a word of a name. */
export function longestPhrase(forms: readonly string[], at: number, kind: NameKind | undefined): (Phrase & { length: number }) | undefined {
  if (kind === "individual") return undefined;
  for (let length = Math.min(mostWords, forms.length - at); length > 0; length -= 1) {
    const phrase = phrases.get(forms.slice(at, at + length).join(" "));
    if (phrase) return { ...phrase, length };
  }
  return undefined;
}

function folded(alias: string): string {
  return alias
    .split(" ")
    .map((word) => toLatin(word, scriptOf(word)))
    .join(" ");
}
