import type { Letter, LetterBlock, LetterSection, LetterSentence } from "../../model/index.js";
import { escaped } from "../markdown-text.js";
import { withPortions } from "./portions.js";
import type { LetterForm } from "./registry.js";
import { gapMark, gapsHeading, gapsSentence, gapText, noteMark, notesHeading, noteText } from "./words.js";

/** A letter as Markdown (CommonMark with tables). Gaps are bold; nothing of an artefact acts. */
export const markdown: LetterForm = {
  id: "md",
  title: "Markdown",
  mediaType: "text/markdown; charset=utf-8",
  render: async (drawn) => {
    const letter = withPortions(drawn);
    const lines = [
      `# ${escaped(letter.title)}`,
      "",
      `**${escaped(letter.stamp)}**`,
      "",
      ...letter.head.map(({ label, sentences }) => `- **${escaped(label)}:** ${sentenceLine(sentences)}`),
      ...letter.sections.flatMap(sectionLines),
      ...closing(letter),
    ];
    return `${lines.join("\n")}\n`;
  },
};

function sectionLines({ heading, level, blocks }: LetterSection): string[] {
  return ["", `${"#".repeat(level)} ${escaped(heading)}`, ...blocks.flatMap((block) => ["", ...blockLines(block)])];
}

function blockLines(block: LetterBlock): string[] {
  if (block.kind === "paragraph") return [sentenceLine(block.sentences)];
  if (block.kind === "list") return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : "-"} ${sentenceLine(item)}`);
  return [
    `*${escaped(block.caption)}*`,
    "",
    `| ${block.headings.map(escaped).join(" | ")} |`,
    `| ${block.headings.map(() => "---").join(" | ")} |`,
    ...block.rows.map((row) => `| ${row.map(sentenceLine).join(" | ")} |`),
  ];
}

function sentenceLine(sentences: readonly LetterSentence[]): string {
  const line = sentences
    .map(({ text, gap, notes }) =>
      [startSafe(escaped(text)), gap ? `**${escaped(gapMark(gap))}**` : "", escaped(noteMark({ notes }))].filter(Boolean).join(" "),
    )
    .join(" ");
  return line;
}

/** What begins a line as a list, a heading or an underline would does not. */
function startSafe(text: string): string {
  return text.replace(/^([-+=]|\d+[.)])/, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}

function closing(letter: Letter): string[] {
  const gaps = letter.issue
    ? []
    : ["", `## ${gapsHeading}`, "", gapsSentence(letter), "", ...letter.gaps.map((gap) => `${gap.number}. ${escaped(gapText(gap))}`)];
  if (letter.notes.length === 0) return gaps;
  return [...gaps, "", `## ${notesHeading}`, "", ...letter.notes.map((note) => `${note.number}. ${escaped(noteText(note))}`)];
}
