import { type EvidenceFormat, Pages } from "./format.js";
import { OfficeZip, officeRemarks } from "./office-zip.js";

/**
 * An OpenDocument text. Pages are those that the program noted; text that was deleted with changes tracked is not part of it.
 *
 * @see https://docs.oasis-open.org/office/OpenDocument/v1.3/
 */
export const odt: EvidenceFormat = {
  id: "odt",
  title: "an OpenDocument text (.odt)",
  specification: "https://docs.oasis-open.org/office/OpenDocument/v1.3/",
  mediaType: "application/vnd.oasis.opendocument.text",
  extensions: ["odt"],

  async read({ bytes }) {
    const zip = await OfficeZip.open(bytes);
    const { texts, comments } = await openText(zip);
    const pages = new Pages();
    for (const [index, text] of texts.entries()) pages.add(String(index + 1), text);
    if (comments.trim() !== "") pages.add("comments", comments);
    return { extractor: "odt 1", pages: pages.all, attachments: [], remarks: officeRemarks(zip) };
  },
};

async function openText(zip: OfficeZip): Promise<{ texts: string[]; comments: string }> {
  const texts: string[] = [];
  let pieces: string[] = [];
  const comments: string[] = [];
  let within = 0;
  let deleted = 0;
  let comment = 0;
  const add = (text: string) => (comment > 0 ? comments : pieces).push(text);
  await zip.xml("content.xml", {
    open: ({ name, attributes }) => {
      if (name === "text:tracked-changes") deleted += 1;
      else if (name === "office:annotation") comment += 1;
      else if (name === "text:p" || name === "text:h") within += 1;
      else if (name === "text:s") add(" ".repeat(Math.min(Number(attributes["text:c"] ?? 1) || 1, 1000)));
      else if (name === "text:tab") add("\t");
      else if (name === "text:line-break") add("\n");
      else if (name === "text:soft-page-break" && pieces.some((piece) => piece.trim() !== "")) {
        texts.push(pieces.join(""));
        pieces = [];
      }
    },
    close: (name) => {
      if (name === "text:tracked-changes") deleted -= 1;
      else if (name === "office:annotation") comment -= 1;
      else if (name === "text:p" || name === "text:h") {
        within -= 1;
        if (deleted === 0) add("\n");
      }
    },
    text: (piece) => {
      if (within > 0 && deleted === 0) add(piece);
    },
  });
  texts.push(pieces.join(""));
  return { texts, comments: comments.join("") };
}
