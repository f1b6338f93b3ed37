import type { FileChild, ParagraphChild } from "docx";
import type { Letter, LetterBlock, LetterSection, LetterSentence } from "../../model/index.js";
import { visible } from "../visible.js";
import { coreProperties, withoutTimes } from "./docx-bytes.js";
import { inDocumentOrder } from "./note-order.js";
import { withPortions } from "./portions.js";
import type { LetterForm } from "./registry.js";
import { gapMark, gapsHeading, gapsSentence, gapText, noteText } from "./words.js";

/** A letter as Word reads it: headings, tables, lists and footnotes of its own, the stamp and page numbers on every page. */
export const docx: LetterForm = {
  id: "docx",
  title: "Word document",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  render: async (letter) => {
    const library = await import("docx");
    const properties = [{ path: "docProps/core.xml", data: coreProperties(visible(letter.title), letter.on) }];
    const drawing: Drawing = { library, cited: new Set(), lists: 0 };
    return withoutTimes(await library.Packer.toBuffer(documentOf(inDocumentOrder(withPortions(letter)), drawing), undefined, properties));
  },
};

type Library = typeof import("docx");

/** What is drawn with, and what was drawn so far: a source is a footnote where it is first cited, and a reference to that afterwards. */
interface Drawing {
  library: Library;
  cited: Set<number>;
  lists: number;
}

/** Twentieths of a point: the width of the text on A4 with the margins below. */
const textWidth = 9638;
const margin = 1134;

function documentOf(letter: Letter, drawing: Drawing): InstanceType<Library["Document"]> {
  const { Document, Header, Footer, Paragraph, TextRun, PageNumber, AlignmentType, LevelFormat } = drawing.library;
  const level = (format: "bullet" | "decimal", text: string, left: number) => ({
    level: 0,
    format: format === "bullet" ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left, hanging: left - 120 } } },
  });
  return new Document({
    title: visible(letter.title),
    creator: "beholden",
    lastModifiedBy: "beholden",
    description: visible(letter.stamp),
    styles: {
      default: {
        document: { run: { font: "Georgia", size: 21, language: { value: "en-US" } }, paragraph: { spacing: { after: 120, line: 276 } } },
        heading1: { run: { size: 34, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading2: { run: { size: 27, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading3: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 300, after: 100 } } },
        heading4: { run: { size: 21, bold: true, italics: true }, paragraph: { spacing: { before: 200, after: 60 } } },
      },
    },
    numbering: {
      config: [
        { reference: "bullets", levels: [level("bullet", "\u2022", 360)] },
        { reference: "numbers", levels: [level("decimal", "%1.", 480)] },
      ],
    },
    footnotes: Object.fromEntries(
      letter.notes.map((note) => [
        String(note.number),
        { children: [new Paragraph({ spacing: { after: 0 }, children: runs(` ${noteText(note)}`, drawing, 17) })] },
      ]),
    ),
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
        children: body(letter, drawing),
      },
    ],
  });
}

function body(letter: Letter, drawing: Drawing): FileChild[] {
  const { Paragraph, HeadingLevel } = drawing.library;
  const heading = (text: string, level: 1 | LetterSection["level"]) =>
    new Paragraph({ heading: HeadingLevel[`HEADING_${level}`], keepNext: true, children: runs(text, drawing) });
  const stamp = letter.issue ? runs(letter.stamp, drawing) : [gapRun(letter.stamp, drawing)];
  return [
    heading(letter.title, 1),
    new Paragraph({ children: stamp }),
    headTable(letter, drawing),
    ...letter.sections.flatMap((section) => [
      heading(section.heading, section.level),
      ...section.blocks.flatMap((block) => blockOf(block, drawing)),
    ]),
    ...(letter.issue
      ? []
      : [
          heading(gapsHeading, 2),
          new Paragraph({ children: runs(gapsSentence(letter), drawing) }),
          ...listOf(
            letter.gaps.map((gap) => [gapRun(gapText(gap), drawing)]),
            true,
            drawing,
          ),
        ]),
  ];
}

/** A list that Word numbers, each from 1. */
function listOf(items: ParagraphChild[][], ordered: boolean, drawing: Drawing): FileChild[] {
  drawing.lists += 1;
  const numbering = ordered ? { reference: "numbers", level: 0, instance: drawing.lists } : { reference: "bullets", level: 0 };
  return items.map((children) => new drawing.library.Paragraph({ numbering, spacing: { after: 60 }, children }));
}

function headTable({ head }: Letter, drawing: Drawing): FileChild {
  const rows = head.map(({ label, sentences }) => [
    [new drawing.library.TextRun({ text: visible(label), bold: true })],
    written(sentences, drawing),
  ]);
  return grid(rows, [2200, textWidth - 2200], drawing.library);
}

function blockOf(block: LetterBlock, drawing: Drawing): FileChild[] {
  const { library } = drawing;
  const { Paragraph, TextRun } = library;
  if (block.kind === "paragraph") return [new Paragraph({ children: written(block.sentences, drawing) })];
  if (block.kind === "list")
    return listOf(
      block.items.map((item) => written(item, drawing)),
      block.ordered,
      drawing,
    );
  const width = Math.floor(textWidth / block.headings.length);
  const titles = block.headings.map((text) => [new TextRun({ text: visible(text), bold: true, size: 18 })]);
  const rows = block.rows.map((row) => row.map((sentences) => written(sentences, drawing, 18)));
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

function runs(text: string, { library: { TextRun } }: Drawing, size?: number): ParagraphChild[] {
  return [new TextRun({ text: visible(text), ...(size ? { size } : {}) })];
}

/** For scripts of their own the library would write an element that the schema does not have. */
const highlighted = { highlight: "yellow", highlightComplexScript: false } as const;

/** What nobody may overlook. */
function gapRun(text: string, { library: { TextRun } }: Drawing, size?: number): ParagraphChild {
  return new TextRun({ text: visible(text), bold: true, ...highlighted, ...(size ? { size } : {}) });
}

function written(sentences: readonly LetterSentence[], drawing: Drawing, size?: number): ParagraphChild[] {
  return sentences.flatMap((sentence, at) => [
    ...runs(`${at > 0 ? " " : ""}${sentence.text}`, drawing, size),
    ...(sentence.gap ? [...runs(" ", drawing, size), gapRun(gapMark(sentence.gap), drawing, size)] : []),
    ...sentence.notes.flatMap((number, index) => [...(index > 0 ? [raised(", ", drawing)] : []), ...noteRuns(number, drawing)]),
  ]);
}

function raised(text: string, { library: { TextRun } }: Drawing): ParagraphChild {
  return new TextRun({ text, superScript: true });
}

/** A footnote where its source is first cited; later a field that shows its number and leads there. */
function noteRuns(number: number, drawing: Drawing): ParagraphChild[] {
  const { BookmarkStart, BookmarkEnd, FootnoteReferenceRun, SimpleField } = drawing.library;
  const name = `source_${number}`;
  if (drawing.cited.has(number)) return [new SimpleField(` NOTEREF ${name} \\f \\h `, String(number))];
  drawing.cited.add(number);
  return [new BookmarkStart(name, number), new FootnoteReferenceRun(number), new BookmarkEnd(number)];
}
