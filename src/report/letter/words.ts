import type { Letter, LetterGap, LetterSentence } from "../../model/index.js";
import { evidenceText } from "../sources.js";
import { counted } from "../words.js";

/** `1-3, 7`: runs of numbers as ranges, so that a sentence with many sources stays readable. */
export function noteRanges(numbers: readonly number[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs;
}

/** `[1-3, 7]`; nothing where there is none. */
export function noteMark({ notes }: Pick<LetterSentence, "notes">): string {
  const runs = noteRanges(notes).map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  return runs.length > 0 ? `[${runs.join(", ")}]` : "";
}

/** What stands where something is missing; the same words in every form. */
export function gapMark({ kind, what }: LetterGap): string {
  return `[${kind === "source" ? "source missing" : "to be completed"}: ${what}]`;
}

/** One sentence with its gap and the numbers of its sources, as plain text. */
export function plainSentence(sentence: LetterSentence): string {
  return [sentence.text, sentence.gap ? gapMark(sentence.gap) : "", noteMark(sentence)].filter(Boolean).join(" ");
}

export function plainSentences(sentences: readonly LetterSentence[]): string {
  return sentences.map(plainSentence).join(" ");
}

export const gapsHeading = "Gaps in this draft";
export const notesHeading = "Sources";

/** How many gaps there are, in one sentence. */
export function gapsSentence({ gaps }: Letter): string {
  if (gaps.length === 0) return "This draft has no gaps.";
  const sources = gaps.filter(({ kind }) => kind === "source").length;
  return `${counted(gaps.length, "gap")}: ${counted(sources, "missing source")}, ${counted(gaps.length - sources, "passage")} to be completed by a person.`;
}

export function gapText({ section, kind, what }: Letter["gaps"][number]): string {
  return `${section}: ${gapMark({ kind, what })}`;
}

/** One source in one line. */
export function noteText({ evidence }: Letter["notes"][number]): string {
  return `${evidenceText(evidence)}${evidence.quote ? `: "${evidence.quote}"` : ""}`;
}
