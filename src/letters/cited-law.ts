import type { Evidence, LetterGap } from "../model/index.js";
import type { Reference } from "./language.js";
import { citationKey, provisionOf } from "./provisions.js";
import type { LetterRecord } from "./record.js";
import { lawEvidence } from "./values.js";

/**
 * A provision that somebody cites, held against those on file. One that is not there is no source by itself: a quote or other object of the
 * case has to stand behind the sentence, or a person has to have confirmed it by name.
 *
 * @param backing names of the objects that stand behind the sentence
 */
export function citedLaw(
  { citation, mark }: Extract<Reference, { kind: "law" }>,
  backing: readonly string[],
  record: Pick<LetterRecord, "procedure" | "provisions" | "confirmed">,
): { evidence: Evidence[]; gap: LetterGap | null; unchecked: string | null } {
  const found = provisionOf(citation, record.provisions);
  if (found) {
    const wrong = mark !== null && found.marks.length > 0 && !found.marks.includes(mark);
    const gap = wrong ? source(`the mark of ${citation} on file is ${found.marks.join(" or ")}, and not ${mark}`) : null;
    const read = mark ?? (found.marks.length > 0 ? found.marks.join(" or ") : null);
    return { evidence: [lawEvidence(citation, read, record, "on file without a mark of its own")], gap, unchecked: null };
  }
  const person = record.confirmed.find((one) => citationKey(one.citation) === citationKey(citation));
  if (person) {
    const words = `not on file; confirmed by ${person.by} on ${person.at.slice(0, 10)}${person.why ? `: ${person.why}` : ""}`;
    return { evidence: [lawEvidence(citation, null, record, words)], gap: null, unchecked: null };
  }
  if (backing.length > 0)
    return {
      evidence: [lawEvidence(citation, null, record, `as its author cites it, not on file; see ${backing.join(", ")}`)],
      gap: null,
      unchecked: citation,
    };
  const todo = "cite a quote or other evidence of the case with it, or have a person confirm it by name";
  return { evidence: [], gap: source(`${citation} is no provision that is on file: ${todo}`), unchecked: citation };
}

function source(what: string): LetterGap {
  return { kind: "source", what };
}
