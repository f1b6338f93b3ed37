import type { DeterminationDraft, Evidence, LetterSentence, Mark } from "../../model/index.js";
import { splitSentences } from "../letter/sentences.js";
import type { LetterWriter } from "../letter/writer.js";
import { markWords } from "../words.js";

/** Everything that the letter of a determination tells. */
export type LetterInput = Omit<DeterminationDraft, "letter"> & {
  /** What a check of the words for classified information found; null before it was made. */
  unclassified: { checked: boolean; because: string[] } | null;
};

/** What every part of the letter is written with. */
export interface Context {
  draft: LetterInput;
  write: LetterWriter;
  /** The state of the review that the letter was computed from, as a source. */
  computed: Evidence;
}

export function computedSource({ tool, asOf, subject, review }: LetterInput): Evidence {
  return {
    kind: "reference",
    locator: `SHA-256 ${review.sha256}`,
    title: `Review of ${subject.name} as of ${asOf}, as JSON`,
    publisher: `${tool.name} ${tool.version}`,
  };
}

/** `mark OLD: only the replaced wording was read`. */
export function markText(mark: Mark): string {
  return `mark ${mark}: ${markWords[mark]}`;
}

/** A text of several sentences as sentences that each carry the same sources. What might be an abbreviation ends none. */
export function sentencesOf(text: string, one: (sentence: string) => LetterSentence): LetterSentence[] {
  return splitSentences(text).map(one);
}

/** A sentence with its full stop, once: names such as `Example Co., Ltd.` bring their own. */
export function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** What a declaration says, as a source. */
export function declaredAs(note: string): Evidence {
  return { kind: "declaration", locator: "beholden.yaml", note };
}

export function lawSource(citation: string, title: string, mark: Mark): Evidence {
  return { kind: "law", locator: citation, title, note: `mark ${mark}` };
}
