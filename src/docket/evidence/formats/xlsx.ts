import { type EvidenceFormat, Pages } from "./format.js";
import { OfficeZip, officeRemarks } from "./office-zip.js";

/**
 * An Excel workbook: a page for each sheet, a line for each row, cells apart by tabs. Numbers and days stand as they are stored; formulas by their
 * last results.
 *
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/
 */
export const xlsx: EvidenceFormat = {
  id: "xlsx",
  title: "an Excel workbook (.xlsx)",
  specification: "https://ecma-international.org/publications-and-standards/standards/ecma-376/",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  alsoDeclared: ["application/vnd.ms-excel.sheet.macroenabled.12"],
  extensions: ["xlsx", "xlsm"],

  async read({ bytes }) {
    const zip = await OfficeZip.open(bytes);
    const book = "xl/workbook.xml";
    const parts = await zip.relationships(book);
    const sheets: { name: string; part: string; hidden: boolean }[] = [];
    await zip.xml(book, {
      open: ({ name, attributes }) => {
        const part = name === "sheet" ? parts.get(attributes["r:id"] ?? "")?.target : undefined;
        if (part) sheets.push({ name: attributes.name ?? "", part, hidden: (attributes.state ?? "visible") !== "visible" });
      },
    });
    const strings = zip.has("xl/sharedStrings.xml") ? await sharedStrings(zip) : [];
    const pages = new Pages();
    for (const { name, part } of sheets) pages.add(name, await sheetText(zip, part, strings));
    const hidden = sheets.filter((one) => one.hidden).map(({ name }) => name);
    const remarks = [...officeRemarks(zip), ...(hidden.length > 0 ? [`Hidden in it, and part of its text: ${hidden.join(", ")}.`] : [])];
    return { extractor: "xlsx 1", pages: pages.all, attachments: [], remarks };
  },
};

async function sharedStrings(zip: OfficeZip): Promise<string[]> {
  const all: string[] = [];
  let text = "";
  let inText = false;
  await zip.xml("xl/sharedStrings.xml", {
    open: ({ name }) => {
      if (name === "si") text = "";
      else if (name === "t") inText = true;
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "si") all.push(text);
    },
    text: (piece) => {
      if (inText) text += piece;
    },
  });
  return all;
}

async function sheetText(zip: OfficeZip, part: string, strings: string[]): Promise<string> {
  const lines: string[] = [];
  let cells: string[] = [];
  let kind = "n";
  let value = "";
  let inValue = false;
  await zip.xml(part, {
    open: ({ name, attributes }) => {
      if (name === "row") cells = [];
      else if (name === "c") {
        kind = attributes.t ?? "n";
        value = "";
      } else if (name === "v" || name === "t") inValue = true;
    },
    close: (name) => {
      if (name === "v" || name === "t") inValue = false;
      else if (name === "c")
        cells.push(kind === "s" ? (strings[Number(value)] ?? "") : kind === "b" ? (value === "1" ? "TRUE" : "FALSE") : value);
      else if (name === "row") lines.push(cells.join("\t"));
    },
    text: (piece) => {
      if (inValue) value += piece;
    },
  });
  return lines.join("\n");
}
