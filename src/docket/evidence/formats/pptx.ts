import { type EvidenceFormat, Pages } from "./format.js";
import { OfficeZip, officeRemarks } from "./office-zip.js";

/**
 * A PowerPoint presentation: a page for each slide in its order, with the speaker's notes as a page behind it.
 *
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/
 */
export const pptx: EvidenceFormat = {
  id: "pptx",
  title: "a PowerPoint presentation (.pptx)",
  specification: "https://ecma-international.org/publications-and-standards/standards/ecma-376/",
  mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  alsoDeclared: ["application/vnd.ms-powerpoint.presentation.macroenabled.12"],
  extensions: ["pptx", "pptm"],

  async read({ bytes }) {
    const zip = await OfficeZip.open(bytes);
    const show = "ppt/presentation.xml";
    const parts = await zip.relationships(show);
    const slides: string[] = [];
    await zip.xml(show, {
      open: ({ name, attributes }) => {
        const part = name === "p:sldId" ? parts.get(attributes["r:id"] ?? "")?.target : undefined;
        if (part) slides.push(part);
      },
    });
    const pages = new Pages();
    for (const [index, slide] of slides.entries()) {
      pages.add(String(index + 1), await slideText(zip, slide));
      const notes = [...(await zip.relationships(slide)).values()].find(({ type }) => type === "notesSlide");
      if (notes) pages.add(`${index + 1} notes`, await slideText(zip, notes.target));
    }
    return { extractor: "pptx 1", pages: pages.all, attachments: [], remarks: officeRemarks(zip) };
  },
};

async function slideText(zip: OfficeZip, part: string): Promise<string> {
  const pieces: string[] = [];
  let inText = false;
  await zip.xml(part, {
    open: ({ name }) => {
      if (name === "a:t") inText = true;
      else if (name === "a:br") pieces.push("\n");
    },
    close: (name) => {
      if (name === "a:t") inText = false;
      else if (name === "a:p") pieces.push("\n");
    },
    text: (piece) => {
      if (inText) pieces.push(piece);
    },
  });
  return pieces.join("");
}
