import type { LetterPreview, LetterSentence } from "../model/index.js";
import { newLetterWriter, sentencesOf } from "../report/letter/writer.js";
import { evidenceText } from "../report/sources.js";
import { linesOf, readBlocks } from "./blocks.js";
import { readPassage } from "./passage.js";
import type { LetterRecord } from "./record.js";
import type { LetterTemplate } from "./template.js";
import { type Writing, writtenPassage } from "./writing.js";

/** Of each field that is filled in with words, its sentences with what they rest on, or lack. */
export function fieldSources(template: LetterTemplate, record: LetterRecord, fields: Record<string, string>): LetterPreview["sources"] {
  const filled = Object.entries(template.front.fields).filter(
    ([id, { kind }]) => (kind === "passages" || kind === "line") && fields[id]?.trim(),
  );
  return Object.fromEntries(
    filled.map(([id, { kind, handling }]) => {
      const text = fields[id] ?? "";
      const writing: Writing = { template, record, fields, write: newLetterWriter(), missing: [], unchecked: new Set() };
      const passages =
        kind === "line"
          ? [readPassage(text, 0, text.length, [])]
          : readBlocks(text, linesOf(text), () => false, []).flatMap((block) =>
              block.kind === "place" ? [] : block.kind === "paragraph" ? [block.passage] : block.items,
            );
      const sentences = passages.flatMap((one) => writtenPassage(one, handling, writing));
      const letter = writing.write.letter({
        ...{ title: "", stamp: "", on: "", head: [] },
        sections: [{ id, level: 2, heading: id, blocks: [{ kind: "paragraph", sentences }] }],
      });
      const named = (one: LetterSentence) =>
        one.notes.flatMap((number) => letter.notes[number - 1] ?? []).map(({ evidence }) => evidenceText(evidence));
      // A line stands in a sentence of the template, which says what kind it is: what it lacks is told there.
      return [
        id,
        letter.sections
          .flatMap(sentencesOf)
          .map((one) => ({ text: one.text, sources: named(one), gap: kind === "line" ? null : (one.gap?.what ?? null) })),
      ];
    }),
  );
}
