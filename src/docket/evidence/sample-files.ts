import { buffer } from "node:stream/consumers";
import yazl from "yazl";

/** A PDF document by hand: a page for each text, its lines apart; more objects and entries of its root where they are given. */
export function samplePdf(pages: string[], more: { root?: string; objects?: string[] } = {}): Buffer {
  const objects = ["", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"];
  const kids: string[] = [];
  for (const text of pages) {
    const lines = text.split("\n").map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`);
    const stream = `BT /F1 12 Tf 14 TL 50 750 Td ${lines.join(" ")} ET`;
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length} 0 R >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${more.root ?? ""} >>`;
  objects[1] = `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`;
  return pdfOf([...objects, ...(more.objects ?? [])]);
}

/** A PDF document of these objects, numbered from 1, the first of which is its root. */
export function pdfOf(objects: string[]): Buffer {
  let text = "%PDF-1.7\n";
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of places) text += `${String(at).padStart(10, "0")} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** A ZIP file of parts. The first of an OpenDocument is its type, and is not packed. */
export async function sampleZip(parts: [name: string, content: string | Buffer][]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name, { compress: name !== "mimetype" });
  zip.end();
  return buffer(zip.outputStream);
}

const main = "application/vnd.openxmlformats-officedocument";
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function types(part: string, type: string): [string, string] {
  return [
    "[Content_Types].xml",
    `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${main}.${type}.main+xml"/></Types>`,
  ];
}

export function relations(...targets: [type: string, target: string][]): string {
  const all = targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relation}/${type}" Target="${target}"/>`);
  return `<?xml version="1.0"?><Relationships>${all.join("")}</Relationships>`;
}

/** A Word document with this body, and more parts. */
export function sampleDocx(body: string, more: [string, string | Buffer][] = []): Promise<Buffer> {
  return sampleZip([
    types("word/document.xml", "wordprocessingml.document"),
    ["word/document.xml", `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`],
    ...more,
  ]);
}

/** An Excel workbook with sheets of rows. */
export function sampleXlsx(sheets: Record<string, string>, strings: string[]): Promise<Buffer> {
  const names = Object.keys(sheets);
  return sampleZip([
    types("xl/workbook.xml", "spreadsheetml.sheet"),
    [
      "xl/workbook.xml",
      `<workbook><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations(...names.map((_, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`])),
    ],
    ["xl/sharedStrings.xml", `<sst>${strings.map((one) => `<si><r><t>${one}</t></r></si>`).join("")}</sst>`],
    ...names.map((name, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
    ]),
  ]);
}

/** A PowerPoint presentation with a slide for each text, and notes of the first. */
export function samplePptx(slides: string[], notes: string): Promise<Buffer> {
  const written = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
  return sampleZip([
    types("ppt/presentation.xml", "presentationml.presentation"),
    [
      "ppt/presentation.xml",
      `<p:presentation><p:sldIdLst>${slides.map((_, index) => `<p:sldId r:id="rId${index + 1}"/>`).join("")}</p:sldIdLst></p:presentation>`,
    ],
    // Their files are not numbered in the order in which they are shown.
    [
      "ppt/_rels/presentation.xml.rels",
      relations(...slides.map((_, index): [string, string] => ["slide", `slides/slide${slides.length - index}.xml`])),
    ],
    ...slides.map((text, index): [string, string] => [`ppt/slides/slide${slides.length - index}.xml`, written(text)]),
    [`ppt/slides/_rels/slide${slides.length}.xml.rels`, relations(["notesSlide", "../notesSlides/notesSlide1.xml"])],
    ["ppt/notesSlides/notesSlide1.xml", written(notes)],
  ]);
}

/** An OpenDocument text with this body. */
export function sampleOdt(body: string): Promise<Buffer> {
  return sampleZip([
    ["mimetype", "application/vnd.oasis.opendocument.text"],
    [
      "content.xml",
      `<?xml version="1.0"?><office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ],
  ]);
}

/** The smallest PNG picture: one point. */
export const samplePng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
