import type { FileChild, ParagraphChild } from "docx";
import type { Letter, LetterBlock, LetterSection, LetterSentence } from "../../model/index.js";
import { visible } from "../visible.js";
import { coreProperties, withoutTimes } from "./docx-bytes.js";
import type { LetterForm } from "./registry.js";
import { gapMark, gapsHeading, gapsSentence, gapText, noteRanges, notesHeading, noteText } from "./words.js";

/** A letter as Word reads it: headings, tables, numbered sources that notes lead to, the stamp and page numbers on every page. */
export const docx: LetterForm = {
  id: "docx",
  title: "Word document",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  render: async (letter) => {
    const library = await import("docx");
    const properties = [{ path: "docProps/core.xml", data: coreProperties(visible(letter.title), letter.on) }];
    return withoutTimes(await library.Packer.toBuffer(documentOf(letter, library), undefined, properties));
  },
};

type Library = typeof import("docx");

/** Twentieths of a point: the width of the text on A4 with the margins below. */
const textWidth = 9638;
const margin = 1134;

function documentOf(letter: Letter, library: Library): InstanceType<Library["Document"]> {
  const { Document, Header, Footer, Paragraph, TextRun, PageNumber, AlignmentType, LevelFormat } = library;
  return new Document({
    title: visible(letter.title),
    creator: "beholden",
    lastModifiedBy: "beholden",
    description: visible(letter.stamp),
    styles: {
      default: {
        document: { run: { font: "Georgia", size: 21 }, paragraph: { spacing: { after: 120, line: 276 } } },
        heading1: { run: { size: 34, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading2: { run: { size: 27, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading3: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 300, after: 100 } } },
        heading4: { run: { size: 21, bold: true, italics: true }, paragraph: { spacing: { before: 200, after: 60 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: "bullets",
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "\u2022",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { margin: { top: margin, right: margin, bottom: margin, left: margin }, size: { width: 11906, height: 16838 } },
        },
        headers: {
          default: new Header({
            children: [new Paragraph({ children: [new TextRun({ text: visible(letter.stamp), bold: true, size: 17 })] })],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ size: 17, children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: body(letter, library),
      },
    ],
  });
}

function body(letter: Letter, library: Library): FileChild[] {
  const { Paragraph, HeadingLevel } = library;
  const heading = (text: string, level: 1 | LetterSection["level"]) =>
    new Paragraph({ heading: HeadingLevel[`HEADING_${level}`], keepNext: true, children: runs(text, library) });
  return [
    heading(letter.title, 1),
    new Paragraph({ children: [gapRun(letter.stamp, library)] }),
    headTable(letter, library),
    ...letter.sections.flatMap((section) => [
      heading(section.heading, section.level),
      ...section.blocks.flatMap((block) => blockOf(block, library)),
    ]),
    heading(gapsHeading, 2),
    new Paragraph({ children: runs(gapsSentence(letter), library) }),
    ...letter.gaps.map((gap) => numbered(`${gap.number}.`, [gapRun(gapText(gap), library)], library)),
    heading(notesHeading, 2),
    ...letter.notes.map((note) => numbered(`${note.number}.`, runs(noteText(note), library), library, note.number)),
  ];
}

/** Its number stands in the text, so that it is the same wherever the document is read; a source is also a place that notes lead to. */
function numbered(number: string, children: ParagraphChild[], library: Library, source?: number): FileChild {
  const { Paragraph, TextRun, BookmarkStart, BookmarkEnd } = library;
  const label = new TextRun({ text: `${number} ` });
  const marked: ParagraphChild[] =
    source === undefined ? [label] : [new BookmarkStart(anchorOf(source), source), label, new BookmarkEnd(source)];
  return new Paragraph({ spacing: { after: 60 }, indent: { left: 480, hanging: 480 }, children: [...marked, ...children] });
}

function anchorOf(source: number): string {
  return `source_${source}`;
}

function headTable({ head }: Letter, library: Library): FileChild {
  const rows = head.map(({ label, sentences }) => [
    [new library.TextRun({ text: visible(label), bold: true })],
    written(sentences, library),
  ]);
  return grid(rows, [2200, textWidth - 2200], library);
}

function blockOf(block: LetterBlock, library: Library): FileChild[] {
  const { Paragraph, TextRun } = library;
  if (block.kind === "paragraph") return [new Paragraph({ children: written(block.sentences, library) })];
  if (block.kind === "list") {
    return block.items.map((item, at) =>
      block.ordered
        ? numbered(`${at + 1}.`, written(item, library), library)
        : new Paragraph({ numbering: { reference: "bullets", level: 0 }, spacing: { after: 60 }, children: written(item, library) }),
    );
  }
  const width = Math.floor(textWidth / block.headings.length);
  const titles = block.headings.map((text) => [new TextRun({ text: visible(text), bold: true, size: 18 })]);
  const rows = block.rows.map((row) => row.map((sentences) => written(sentences, library, 18)));
  return [
    new Paragraph({ keepNext: true, spacing: { after: 60 }, children: [new TextRun({ text: visible(block.caption), italics: true })] }),
    grid(
      [titles, ...rows],
      block.headings.map(() => width),
      library,
      true,
    ),
    new Paragraph({ spacing: { after: 60 }, children: [] }),
  ];
}

function grid(rows: ParagraphChild[][][], widths: number[], library: Library, titled = false): FileChild {
  const { Table, TableRow, TableCell, Paragraph, WidthType, TableLayoutType } = library;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: titled && at === 0,
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                margins: { top: 40, bottom: 40, left: 80, right: 80 },
                children: [new Paragraph({ spacing: { after: 0 }, children })],
              }),
          ),
        }),
    ),
  });
}

function runs(text: string, { TextRun }: Library, size?: number): ParagraphChild[] {
  return [new TextRun({ text: visible(text), ...(size ? { size } : {}) })];
}

/** What nobody may overlook. */
function gapRun(text: string, { TextRun }: Library, size?: number): ParagraphChild {
  return new TextRun({ text: visible(text), bold: true, highlight: "yellow", ...(size ? { size } : {}) });
}

function written(sentences: readonly LetterSentence[], library: Library, size?: number): ParagraphChild[] {
  return sentences.flatMap((sentence, at) => [
    ...runs(`${at > 0 ? " " : ""}${sentence.text}`, library, size),
    ...(sentence.gap ? [...runs(" ", library, size), gapRun(gapMark(sentence.gap), library, size)] : []),
    ...noteRuns(sentence.notes, library),
  ]);
}

/** `[1-3, 7]`, raised, each run a link to its first source. */
function noteRuns(notes: readonly number[], { InternalHyperlink, TextRun }: Library): ParagraphChild[] {
  const raised = (text: string) => new TextRun({ text, superScript: true });
  const ranges = noteRanges(notes).flatMap(({ first, last }, at) => [
    ...(at > 0 ? [raised(", ")] : []),
    new InternalHyperlink({ anchor: anchorOf(first), children: [raised(first === last ? `${first}` : `${first}-${last}`)] }),
  ]);
  return ranges.length > 0 ? [raised(" ["), ...ranges, raised("]")] : [];
}
