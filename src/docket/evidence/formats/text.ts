import { decodeText, encodingRemarks } from "./decode.js";
import { type EvidenceFormat, Pages } from "./format.js";

/** Plain text, and every form of text that reads as such. A form feed begins a page. */
export const text: EvidenceFormat = {
  id: "text",
  title: "a plain text",
  specification: "https://www.rfc-editor.org/rfc/rfc2046#section-4.1.3",
  mediaType: "text/plain",
  alsoDeclared: ["text/markdown", "text/csv", "text/xml", "application/xml", "application/json", "text/tab-separated-values", "text/x-log"],
  extensions: ["txt", "text", "md", "csv", "tsv", "log", "json", "jsonl", "xml", "yaml", "yml"],

  read({ bytes, encoding }) {
    const decoded = decodeText(bytes, encoding);
    const pages = new Pages();
    for (const [index, page] of decoded.text.split("\f").entries()) pages.add(String(index + 1), page);
    return { extractor: `text (${decoded.encoding})`, pages: pages.all, attachments: [], remarks: encodingRemarks(decoded) };
  },
};
