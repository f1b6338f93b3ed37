import { type EvidenceFormat, Pages } from "./format.js";
import { OfficeZip, officeRemarks } from "./office-zip.js";

/** Parts beside the text itself, with what a reader calls them. */
const besides: [pattern: RegExp, label: string][] = [
  [/^word\/header\d*\.xml$/, "header"],
  [/^word\/footer\d*\.xml$/, "footer"],
  [/^word\/footnotes\.xml$/, "footnotes"],
  [/^word\/endnotes\.xml$/, "endnotes"],
  [/^word\/comments\.xml$/, "comments"],
];

/**
 * A Word document. Pages are those that Word noted when it last laid it out; text that was deleted with changes tracked is not part of it.
 *
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/
 */
export const docx: EvidenceFormat = {
  id: "docx",
  title: "a Word document (.docx)",
  specification: "https://ecma-international.org/publications-and-standards/standards/ecma-376/",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  alsoDeclared: ["application/vnd.ms-word.document.macroenabled.12"],
  extensions: ["docx", "docm"],

  async read({ bytes }) {
    const zip = await OfficeZip.open(bytes);
    const pages = new Pages();
    const { texts, deleted } = await wordText(zip, "word/document.xml");
    for (const [index, text] of texts.entries()) pages.add(String(index + 1), text);
    for (const [pattern, label] of besides) {
      const parts = zip
        .names()
        .filter((name) => pattern.test(name))
        .sort();
      const written = (await Promise.all(parts.map((name) => wordText(zip, name))))
        .map((one) => one.texts.join("\n"))
        .filter((one) => one.trim() !== "");
      if (written.length > 0) pages.add(label, written.join("\n"));
    }
    const remarks = [
      ...officeRemarks(zip),
      ...(deleted ? ["Text that was deleted with changes tracked is still in the file; it is not part of its text."] : []),
    ];
    return { extractor: "docx 1", pages: pages.all, attachments: [], remarks };
  },
};

async function wordText(zip: OfficeZip, part: string): Promise<{ texts: string[]; deleted: boolean }> {
  const texts: string[] = [];
  let pieces: string[] = [];
  let deleted = false;
  let inText = false;
  let fallback = 0;
  const turn = () => {
    texts.push(pieces.join(""));
    pieces = [];
  };
  await zip.xml(part, {
    open: ({ name, attributes }) => {
      // The same text once more, for programs that do not know the newer form.
      if (name === "mc:Fallback") fallback += 1;
      if (fallback > 0) return;
      if (name === "w:t") inText = true;
      else if (name === "w:tab") pieces.push("\t");
      else if (name === "w:lastRenderedPageBreak" || (name === "w:br" && attributes["w:type"] === "page")) {
        if (pieces.some((piece) => piece.trim() !== "")) turn();
      } else if (name === "w:br" || name === "w:cr") pieces.push("\n");
      else if (name === "w:noBreakHyphen") pieces.push("-");
      else if (name === "w:delText") deleted = true;
    },
    close: (name) => {
      if (name === "mc:Fallback") fallback -= 1;
      if (name === "w:t") inText = false;
      else if (name === "w:p" && fallback === 0) pieces.push("\n");
    },
    text: (piece) => {
      if (inText) pieces.push(piece);
    },
  });
  turn();
  return { texts, deleted };
}
