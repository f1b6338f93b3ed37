import type { Letter, LetterBlock, LetterSection } from "../../model/index.js";
import { narrowest, pairs, table, wrap } from "../text/layout.js";
import { withPortions } from "./portions.js";
import type { LetterForm } from "./registry.js";
import { gapsHeading, gapsSentence, gapText, notesHeading, noteText, plainSentences } from "./words.js";

/** A letter as plain text, lines no wider than asked. */
export const text: LetterForm = {
  id: "text",
  title: "Plain text",
  mediaType: "text/plain; charset=utf-8",
  render: async (drawn, options) => {
    const letter = withPortions(drawn);
    const width = Math.max(narrowest, options.width);
    const lines = [
      ...wrap(letter.title, { width }),
      ...wrap(letter.stamp, { width }),
      "",
      ...pairs(
        letter.head.map(({ label, sentences }) => [label, plainSentences(sentences)]),
        width,
      ),
      ...letter.sections.flatMap((section) => sectionLines(section, width)),
      ...closing(letter, width),
    ];
    return `${lines.join("\n")}\n`;
  },
};

const underlines = { 2: "=", 3: "-", 4: "" } as const;

function heading(words: string, level: LetterSection["level"], width: number): string[] {
  const lines = wrap(words, { width });
  const longest = Math.min(width, Math.max(...lines.map((line) => line.length)));
  return ["", ...lines, ...(underlines[level] ? [underlines[level].repeat(longest)] : [])];
}

function sectionLines({ heading: words, level, blocks }: LetterSection, width: number): string[] {
  return [...heading(words, level, width), ...blocks.flatMap((block) => ["", ...blockLines(block, width)])];
}

function blockLines(block: LetterBlock, width: number): string[] {
  if (block.kind === "paragraph") return wrap(plainSentences(block.sentences), { width });
  if (block.kind === "list") {
    return block.items.flatMap((item, at) => {
      const first = block.ordered ? `${at + 1}. ` : "- ";
      return wrap(plainSentences(item), { width, first, rest: " ".repeat(first.length) });
    });
  }
  const rows = block.rows.map((row) => row.map(plainSentences));
  return [...wrap(block.caption, { width }), ...table(block.headings, rows, width)];
}

function closing(letter: Letter, width: number): string[] {
  const gaps = letter.issue
    ? []
    : [
        ...heading(gapsHeading, 2, width),
        "",
        ...wrap(gapsSentence(letter), { width }),
        ...pairs(
          letter.gaps.map((gap) => [`${gap.number}.`, gapText(gap)]),
          width,
        ),
      ];
  if (letter.notes.length === 0) return gaps;
  return [
    ...gaps,
    ...heading(notesHeading, 2, width),
    "",
    ...pairs(
      letter.notes.map((note) => [`[${note.number}]`, noteText(note)]),
      width,
    ),
  ];
}
