import { decodeText, encodingRemarks } from "./decode.js";
import { type EvidenceFormat, Pages } from "./format.js";
import { htmlText } from "./html-text.js";

/** As far as browsers look for the label of the encoding. */
const labelWithin = 1024;

/**
 * A web page: its text alone.
 *
 * @see https://html.spec.whatwg.org/
 */
export const html: EvidenceFormat = {
  id: "html",
  title: "a web page (HTML)",
  specification: "https://html.spec.whatwg.org/",
  mediaType: "text/html",
  alsoDeclared: ["application/xhtml+xml"],
  extensions: ["html", "htm", "xhtml"],

  read({ bytes, encoding }) {
    const decoded = decodeText(bytes, encoding ?? labelIn(bytes));
    const { text, scripts } = htmlText(decoded.text);
    const pages = new Pages();
    pages.add("1", text);
    const remarks = [
      ...encodingRemarks(decoded),
      ...(scripts > 0
        ? [
            `It holds ${scripts === 1 ? "a script" : `${scripts} scripts`}, which nothing here runs: what they would show is not in its text.`,
          ]
        : []),
    ];
    return { extractor: `htmlparser2 12 (${decoded.encoding})`, pages: pages.all, attachments: [], remarks };
  },
};

function labelIn(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, labelWithin)).toString("latin1");
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})/i.exec(start)?.[1];
}
